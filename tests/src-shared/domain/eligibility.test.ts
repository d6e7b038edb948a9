import { describe, expect, test } from 'vitest';
import { certificate, judged, line, lineOf, statusOf } from './visit-example.ts';

function refusalOf(changes: Parameters<typeof judged>[0], code: string): string | null | undefined {
  return judged(changes).findings.find((finding) => finding.code === code && finding.status === 'unmet')?.refusal;
}

describe('申請できるかた', () => {
  test('E1 住民基本台帳に記録がないかたは、どちらの証明書も扱えない', () => {
    expect(judged({ holder: { inRegister: true } }).verdict).toBe('accept');
    expect(judged({ holder: { inRegister: false } }).verdict).toBe('refuse');
    expect(refusalOf({ holder: { inRegister: false } }, 'E1')).toBe(
      '稲沢市の住民基本台帳に記録がないため、この画面では扱えません(国外転出されたかたは市民課へご案内ください)。',
    );
  });

  test.each([
    ['2011-11-23', '満15歳の誕生日の翌日', 'accept'],
    ['2011-11-24', '満15歳の誕生日その日', 'accept'],
    ['2011-11-25', '満15歳の誕生日の前日', 'refuse'],
  ])('E2 %s生まれ(%s)の署名用は %s', (bornOn, _words, verdict) => {
    const decision = judged({ holder: { bornOn }, visitor: { capacity: 'statutoryRepresentative' } });
    expect(lineOf(decision, 'signature')?.verdict).toBe(verdict);
    expect(lineOf(decision, 'userAuthentication')?.verdict).toBe('accept');
  });

  test('E2 は規則の文に、満15歳になる日を添える', () => {
    const decision = judged({ holder: { bornOn: '2012-03-08' }, visitor: { capacity: 'statutoryRepresentative' } });
    const finding = decision.findings.find(({ code }) => code === 'E2');
    expect(finding?.text).toBe('15歳以上が対象(満15歳 令和9年3月8日)');
    expect(finding?.refusal).toBe(
      '署名用電子証明書は15歳以上のかたが対象です。満15歳になる令和9年3月8日から申請できます。',
    );
    expect(decision.tellVisitor).toContain('署名用は15歳の誕生日(令和9年3月8日)から申請できます。');
  });

  test('E2 2月29日生まれのかたは、平年の2月28日に満15歳になる (V6)', () => {
    const holder = { bornOn: '2012-02-29' };
    const visitor = { capacity: 'statutoryRepresentative' };
    expect(statusOf(judged({ at: '2027-02-26T10:00', holder, visitor }), 'E2', 'signature')).toBe('unmet');
    expect(statusOf(judged({ at: '2027-03-01T10:00', holder, visitor }), 'E2', 'signature')).toBe('met');
  });

  test('E3 成年被後見人のかたは、署名用だけが発行できない', () => {
    const decision = judged({ holder: { adultWard: true }, visitor: { capacity: 'statutoryRepresentative' } });
    expect(lineOf(decision, 'signature')?.verdict).toBe('refuse');
    expect(lineOf(decision, 'userAuthentication')?.verdict).toBe('accept');
    expect(decision.findings.find(({ code }) => code === 'E3')?.refusal).toBe(
      '成年被後見人のかたには署名用電子証明書を発行できません。',
    );
  });

  test.each([
    ['2026-11-23', '前日に満了した', 'accept'],
    ['2026-11-24', '今日が最後の日の', 'refuse'],
    ['2026-11-25', '明日まで有効な', 'refuse'],
  ])('E4 %s まで(%s)の署名用があるときの新規発行は %s', (expiresOn, _words, verdict) => {
    const decision = judged({ current: [certificate('signature', expiresOn)] });
    expect(lineOf(decision, 'signature')?.verdict).toBe(verdict);
    expect(lineOf(decision, 'userAuthentication')?.verdict).toBe('accept');
  });

  test('E4 は、期間内なら更新を、期間の前なら失効を案内する', () => {
    expect(refusalOf({ current: [certificate('signature', '2026-12-24')] }, 'E4')).toBe(
      '有効な証明書があります。更新できる期間ですので、更新で受け付けてください。',
    );
    expect(refusalOf({ current: [certificate('signature', '2027-11-24')] }, 'E4')).toBe(
      '有効な証明書があります。更新は令和9年8月25日からです。いま新しくするときは、先に失効の手続をしてください。',
    );
  });

  test('E1 は失効の申請(X1)でも確かめ、E2からE4は確かめない', () => {
    const lines = [line('signature', 'revoke', 'X1')];
    const decision = judged({ lines, holder: { inRegister: false, bornOn: '2015-01-01', adultWard: true } });
    expect(decision.verdict).toBe('refuse');
    expect(statusOf(decision, 'E1')).toBe('unmet');
    expect(statusOf(decision, 'E2', 'signature')).toBeUndefined();
    expect(judged({ lines, holder: { bornOn: '2015-01-01', adultWard: true } }).verdict).toBe('accept');
  });

  test('受付の日より後の生年月日では判定せず、確かめるよう伝える', () => {
    const decision = judged({ holder: { bornOn: '2026-11-25' } });
    expect(decision.verdict).toBe('undecided');
    expect(decision.missing.map(({ field }) => field)).toContain('holder.bornOn');
  });
});
