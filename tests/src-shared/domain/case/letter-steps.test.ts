import { describe, expect, test } from 'vitest';
import { type CaseState, isEnded, isLapsed, lastLetterOf } from '../../../../src-shared/domain/case/case.ts';
import { given, type Step } from './case-story.ts';

const line = { line: 1, kind: 'userAuthentication', procedure: 'issue', cause: null, fee: 0 } as const;
const received = (...lines: readonly (typeof line | Revoke)[]): Step => ({
  name: 'caseReceived/2',
  payload: {
    receiptDay: '2026-11-24',
    receiptOffice: 'shiminka',
    receiptTerminal: 1,
    receiptNumber: 3,
    capacity: 'agent',
    documents: ['driversLicence'],
    proof: null,
    lines: lines.length === 0 ? [line] : [...lines],
    backEntry: null,
  },
});
type Revoke = { line: number; kind: 'signature'; procedure: 'revoke'; cause: 'X1' | 'X3'; fee: 0 };
const revoke = (cause: 'X1' | 'X3'): Revoke => ({ line: 2, kind: 'signature', procedure: 'revoke', cause, fee: 0 });
const verified = (route: 'sameDay' | 'inquiry'): Step => ({
  name: 'caseVerified/1',
  payload: { route, lines: [{ line: 1, accepted: true, codes: [] }], findings: [] },
});
const posted = (number: number, on = '2026-11-24', acceptedUntil = '2026-12-24'): Step => ({
  name: 'letterPosted/1',
  payload: { number, postedOn: on, dueOn: acceptedUntil, acceptedUntil, batch: null },
  on,
});
const returned = (number: number, on = '2026-11-30'): Step => ({ name: 'letterReturned/1', payload: { number }, on });
const replied = (number: number, on = '2026-12-01'): Step => ({
  name: 'replyAccepted/1',
  payload: { number, capacity: 'agent', documents: ['passport'], questions: false, findings: [] },
  on,
});
const issued: Step = {
  name: 'certificateIssued/2',
  payload: {
    line: 1,
    kind: 'userAuthentication',
    procedure: 'issue',
    decidedBy: 'V1',
    terminalPrevailed: false,
    replaces: [],
  },
};
const revoked = (cause: 'X1' | 'X3'): Step => ({
  name: 'certificateRevoked/1',
  payload: { line: 2, kind: 'signature', cause, ends: [], approver: null },
});
const withdrawn: Step = { name: 'caseWithdrawn/1', payload: { lines: [1] } };
const held: Step = { name: 'holdPlaced/2', payload: { line: 1, rule: 'L4' } };

function when(...steps: readonly Step[]): CaseState {
  const state = given(...steps);
  if (state === null) throw new Error('no case');
  return state;
}

describe('照会の進み方 (規則集の表)', () => {
  test('確認済・照会 → 投函すると照会中になり、期限が残る', () => {
    const state = when(received(), verified('inquiry'), posted(1));
    expect(state.step).toBe('letterPosted');
    expect(lastLetterOf(state)).toEqual({
      number: 1,
      postedOn: '2026-11-24',
      dueOn: '2026-12-24',
      acceptedUntil: '2026-12-24',
      returned: false,
    });
  });

  test('照会中 → 回答受領 → 発行すると終わる', () => {
    const replying = when(received(), verified('inquiry'), posted(1), replied(1));
    expect(replying).toMatchObject({ step: 'replyAccepted', reply: { capacity: 'agent', documents: ['passport'] } });
    expect(when(received(), verified('inquiry'), posted(1), replied(1), issued).step).toBe('finished');
  });

  test('照会中 → 宛所不明 → もう一度投函すると照会中に戻り、2回目の期限になる', () => {
    expect(when(received(), verified('inquiry'), posted(1), returned(1)).step).toBe('letterReturned');
    const again = when(received(), verified('inquiry'), posted(1), returned(1), posted(2, '2026-12-01', '2027-01-04'));
    expect(again.step).toBe('letterPosted');
    expect(again.letters.map(({ number, returned: back }) => [number, back])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  test('照会中 → もう一度投函できる', () => {
    const again = when(received(), verified('inquiry'), posted(1), posted(2, '2026-12-10', '2027-01-12'));
    expect(lastLetterOf(again)?.acceptedUntil).toBe('2027-01-12');
  });

  test.each([
    ['確認済', [received(), verified('inquiry')]],
    ['照会中', [received(), verified('inquiry'), posted(1)]],
    ['宛所不明', [received(), verified('inquiry'), posted(1), returned(1)]],
    ['回答受領', [received(), verified('inquiry'), posted(1), replied(1)]],
  ])('%s → 取下げができる', (_, steps) => {
    const state = when(...steps, withdrawn);
    expect([state.step, isEnded(state)]).toEqual(['withdrawn', true]);
  });

  test('期限の日まで照会中で、次の日からは期限切れ。戻った照会書は期限切れにならない (D5, D6)', () => {
    const out = when(received(), verified('inquiry'), posted(1));
    expect(isLapsed(out, '2026-12-24')).toBe(false);
    expect(isLapsed(out, '2026-12-25')).toBe(true);
    expect(isLapsed(when(received(), verified('inquiry'), posted(1), returned(1)), '2026-12-25')).toBe(false);
    expect(isLapsed(when(received(), verified('inquiry'), posted(1), replied(1)), '2026-12-25')).toBe(false);
  });

  test('署名用の申請による失効(X1)は回答のあと、通知による失効(X3)は確認のあとすぐ済む', () => {
    const lines = (cause: 'X1' | 'X3') => received(line, revoke(cause));
    expect(() => given(lines('X1'), verified('inquiry'), revoked('X1'))).toThrow();
    expect(when(lines('X1'), verified('inquiry'), posted(1), replied(1), revoked('X1')).lines[1]?.outcome).toBe(
      'revoked',
    );
    expect(when(lines('X3'), verified('inquiry'), revoked('X3')).lines[1]?.outcome).toBe('revoked');
  });

  test.each<readonly [string, readonly Step[], Step]>([
    ['即日の受付の投函', [received(), verified('sameDay')], posted(1)],
    ['確認の前の投函', [received()], posted(1)],
    ['番号のとんだ投函', [received(), verified('inquiry')], posted(2)],
    ['二人目を待つ間の投函', [received(), verified('inquiry'), held], posted(1)],
    ['回答のあとの投函', [received(), verified('inquiry'), posted(1), replied(1)], posted(2)],
    ['投函の前の回答', [received(), verified('inquiry')], replied(1)],
    ['戻った照会書への回答', [received(), verified('inquiry'), posted(1), returned(1)], replied(1)],
    ['前の回の照会書への回答', [received(), verified('inquiry'), posted(1), posted(2)], replied(1)],
    ['二度めの回答', [received(), verified('inquiry'), posted(1), replied(1)], replied(1)],
    ['投函の前の宛所不明', [received(), verified('inquiry')], returned(1)],
    ['回答の前の発行', [received(), verified('inquiry'), posted(1)], issued],
    ['照会の確認だけでの発行', [received(), verified('inquiry')], issued],
    ['期限の次の日の回答', [received(), verified('inquiry'), posted(1)], replied(1, '2026-12-25')],
    ['期限の次の日の宛所不明', [received(), verified('inquiry'), posted(1)], returned(1, '2026-12-25')],
    ['期限の次の日の投函', [received(), verified('inquiry'), posted(1)], posted(2, '2026-12-25', '2027-01-25')],
    ['期限の次の日の取下げ', [received(), verified('inquiry'), posted(1)], { ...withdrawn, on: '2026-12-25' }],
    [
      '発行の明細の失効',
      [received(), verified('sameDay')],
      { ...revoked('X3'), payload: { ...revoked('X3').payload, line: 1 } } as Step,
    ],
    [
      '失効の明細の発行',
      [received(line, revoke('X3')), verified('sameDay')],
      { ...issued, payload: { ...issued.payload, line: 2, kind: 'signature' } } as Step,
    ],
  ])('%sはできない', (_, history, step) => {
    expect(given(...history)).not.toBeNull();
    expect(() => given(...history, step)).toThrow();
  });

  test('期限の日の回答は受け付ける', () => {
    expect(when(received(), verified('inquiry'), posted(1), replied(1, '2026-12-24')).step).toBe('replyAccepted');
  });
});
