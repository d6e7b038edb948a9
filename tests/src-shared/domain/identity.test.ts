import { describe, expect, test } from 'vitest';
import { DEFAULT_CALENDAR } from '../../../src-shared/domain/calendar.ts';
import { PHOTO_DOCUMENT_CODES, SECOND_LIST_DOCUMENT_CODES } from '../../../src-shared/domain/documents.ts';
import { judgeVisit } from '../../../src-shared/domain/judge-visit.ts';
import { policyOn, withSettings } from '../../../src-shared/domain/policy.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { judged, line, lineOf, statusOf, visit } from './visit-example.ts';

describe('本人が来たとき', () => {
  test('I1 顔写真付きの書類は、どれも1点で即日になる', () => {
    expect(PHOTO_DOCUMENT_CODES).toHaveLength(25);
    for (const code of PHOTO_DOCUMENT_CODES) expect(judged({ visitor: { documents: [code] } }).route).toBe('sameDay');
  });

  test('I1 写真のない書類は1点では足りず、2点で即日になる', () => {
    expect(SECOND_LIST_DOCUMENT_CODES).toHaveLength(9);
    expect(judged({ visitor: { documents: ['pensionBook'] } }).route).toBe('inquiry');
    expect(judged({ visitor: { documents: ['pensionBook', 'studentCard'] } }).route).toBe('sameDay');
    expect(judged({ visitor: { documents: ['pensionBook', 'studentCard', 'employeeCard'] } }).route).toBe('sameDay');
  });

  test('I1 同じ種類を2回書いても1点と数える', () => {
    expect(judged({ visitor: { documents: ['pensionBook', 'pensionBook'] } }).route).toBe('inquiry');
  });

  test('I1 カードは、職員が確かめたと記録したときだけ書類に数える', () => {
    expect(judged({ visitor: { documents: [] } }).route).toBe('inquiry');
    expect(judged({ visitor: { documents: ['myNumberCard'] } }).route).toBe('sameDay');
  });

  test('I2 本人確認ができないときは断らず、照会にする', () => {
    const decision = judged({ visitor: { documents: [] } });
    expect(decision.verdict).toBe('accept');
    expect(statusOf(decision, 'I1')).toBe('unmet');
    expect(statusOf(decision, 'I2')).toBe('met');
  });
});

describe('代理人が来たとき', () => {
  const agent = { capacity: 'agent', documents: ['driversLicence'], reason: '入院中のため' };
  const parent = { capacity: 'statutoryRepresentative', documents: ['driversLicence'] };

  test('I3 任意代理人も法定代理人も、いつも照会になる', () => {
    expect(judged({ visitor: agent }).route).toBe('inquiry');
    expect(judged({ visitor: parent }).route).toBe('inquiry');
    expect(statusOf(judged({ visitor: agent }), 'I3')).toBe('met');
  });

  test('I3 法定代理人の即日は、設定で入れたときだけ', () => {
    const policy = policyOn(plainDate('2026-11-24'));
    const changed = withSettings(policy, { sameDayForStatutoryRepresentative: true }, 'example');
    expect(judgeVisit(visit({ visitor: parent }), changed, DEFAULT_CALENDAR).route).toBe('sameDay');
    expect(judgeVisit(visit({ visitor: agent }), changed, DEFAULT_CALENDAR).route).toBe('inquiry');
    expect(changed.version).not.toBe(policy.version);
  });

  test('I4・I5 顔写真付きの書類がない代理人は断る', () => {
    for (const visitor of [agent, parent]) {
      const decision = judged({ visitor: { ...visitor, documents: ['pensionBook', 'studentCard'] } });
      expect(decision.verdict).toBe('refuse');
      expect(statusOf(decision, 'I4')).toBe('unmet');
      expect(decision.findings.find(({ code }) => code === 'I5')?.refusal).toBe(
        '本人確認書類をお持ちでない場合は代理人になることができません。',
      );
    }
    expect(judged({ visitor: { ...agent, documents: ['pensionBook', 'passport'] } }).verdict).toBe('accept');
  });

  test('I6 代理の理由を聞くまでは決まらず、理由がなければ断る', () => {
    const unasked = judged({ visitor: { ...agent, reason: null } });
    expect(unasked.verdict).toBe('undecided');
    expect(unasked.missing).toEqual([{ code: 'I6', field: 'visitor.reason', text: '代理の理由を聞いて入力する' }]);
    expect(judged({ visitor: { ...agent, reason: ' ' } }).verdict).toBe('refuse');
    expect(statusOf(judged({ visitor: agent }), 'I6')).toBe('met');
    expect(statusOf(judged({ visitor: parent }), 'I6')).toBeUndefined();
  });

  test('I7 発行にはカードが要ることを、だれが来ても示す', () => {
    expect(statusOf(judged(), 'I7')).toBe('met');
    expect(statusOf(judged({ visitor: agent }), 'I7')).toBe('met');
    expect(statusOf(judged({ lines: [line('signature', 'revoke', 'X1')] }), 'I7')).toBeUndefined();
  });

  test.each([
    ['2011-11-23', 'met'],
    ['2011-11-24', 'met'],
    ['2011-11-25', 'unmet'],
  ])('I8 %s生まれの本人だけの申請は %s (15歳未満は法定代理人)', (bornOn, status) => {
    expect(statusOf(judged({ holder: { bornOn } }), 'I8')).toBe(status);
  });

  test('I8 成年被後見人と15歳未満は、任意代理人でも断り、法定代理人なら受け付ける', () => {
    const lines = [line('userAuthentication', 'issue')];
    for (const holder of [{ adultWard: true }, { bornOn: '2015-01-01' }]) {
      expect(judged({ lines, holder }).verdict).toBe('refuse');
      expect(judged({ lines, holder, visitor: agent }).verdict).toBe('refuse');
      expect(judged({ lines, holder, visitor: parent }).verdict).toBe('accept');
    }
  });
});

describe('失効の申請と届出のとき', () => {
  test('本人の失効の申請(X1)は即日、代理人なら照会', () => {
    const lines = [line('signature', 'revoke', 'X1')];
    expect(judged({ lines }).route).toBe('sameDay');
    expect(judged({ lines, visitor: { documents: [] } }).route).toBe('inquiry');
    expect(judged({ lines, visitor: { capacity: 'agent', reason: '入院中のため' } }).route).toBe('inquiry');
  });

  test('秘密鍵の届出(X2)は照会にせず、確かめられなければ断る', () => {
    const lines = [line('signature', 'revoke', 'X2')];
    expect(judged({ lines }).route).toBe('sameDay');
    expect(judged({ lines, visitor: { documents: [] } }).verdict).toBe('refuse');
    expect(judged({ lines, visitor: { capacity: 'agent' } }).verdict).toBe('accept');
    expect(judged({ lines, visitor: { capacity: 'agent' } }).route).toBe('sameDay');
    expect(judged({ lines, visitor: { capacity: 'agent', documents: ['pensionBook'] } }).verdict).toBe('refuse');
  });

  test('通知による失効では、来庁者を問わない', () => {
    const decision = judged({ lines: [line('signature', 'revoke', 'X3')], visitor: { capacity: null, documents: [] } });
    expect(decision.verdict).toBe('accept');
    expect(decision.route).toBeNull();
    expect(lineOf(decision, 'signature')?.route).toBeNull();
  });
});
