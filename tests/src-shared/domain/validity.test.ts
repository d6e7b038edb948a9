import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyOn, withSettings } from '../../../src-shared/domain/policy.ts';
import { compareTerminalDate, type ExpiryFacts, expiryOf } from '../../../src-shared/domain/validity.ts';
import { addDays, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { certificate, judged, line, lineOf, statusOf } from './visit-example.ts';

const policy = policyOn(plainDate('2026-11-24'));

function expiry(changes: Partial<Record<keyof ExpiryFacts, string | null>>, under = policy) {
  return expiryOf(
    {
      kind: 'signature',
      procedure: 'issue',
      bornOn: '1988-04-01',
      issuedOn: '2026-11-24',
      cardExpiresOn: null,
      userAuthenticationExpiresOn: null,
      ...changes,
    } as ExpiryFacts,
    under,
  );
}

describe('有効期間の満了日', () => {
  test.each([
    ['2026-03-31', '2030-04-01', '誕生日の前日'],
    ['2026-04-01', '2031-04-01', '誕生日その日(数えない)'],
    ['2026-04-02', '2031-04-01', '誕生日の翌日'],
  ])('V1 %s に発行すると %s まで(%s)', (issuedOn, on) => {
    expect(expiry({ issuedOn })).toMatchObject({ on, decidedBy: 'V1' });
  });

  test.each([
    ['2026-03-31', '2031-04-01'],
    ['2026-04-01', '2032-04-01'],
    ['2026-04-02', '2032-04-01'],
  ])('V2 %s に更新すると6回目の誕生日の %s まで', (issuedOn, on) => {
    expect(expiry({ procedure: 'renew', issuedOn })).toMatchObject({ on, decidedBy: 'V2' });
  });

  test('V3 カードの期限より先にはならない', () => {
    expect(expiry({ cardExpiresOn: '2031-03-31' })).toMatchObject({ on: '2031-03-31', decidedBy: 'V3' });
    expect(expiry({ cardExpiresOn: '2031-04-01' })).toMatchObject({ on: '2031-04-01', decidedBy: 'V1' });
    expect(expiry({ cardExpiresOn: '2031-04-02' })).toMatchObject({ on: '2031-04-01', decidedBy: 'V1' });
  });

  test('V4 署名用は利用者証明用の期限より先にはならず、利用者証明用にはかからない', () => {
    const userAuthenticationExpiresOn = '2029-04-01';
    expect(expiry({ userAuthenticationExpiresOn })).toMatchObject({ on: '2029-04-01', decidedBy: 'V4' });
    expect(expiry({ userAuthenticationExpiresOn, kind: 'userAuthentication' })).toMatchObject({
      on: '2031-04-01',
      decidedBy: 'V1',
      unknownCaps: ['V3'],
    });
  });

  test('同じ日なら番号の小さい規則が決めたことにし、比べた日付はすべて示す', () => {
    expect(expiry({ cardExpiresOn: '2030-04-01', userAuthenticationExpiresOn: '2030-04-01' })).toEqual({
      on: '2030-04-01',
      decidedBy: 'V3',
      compared: [
        { code: 'V1', on: '2031-04-01' },
        { code: 'V3', on: '2030-04-01' },
        { code: 'V4', on: '2030-04-01' },
      ],
      unknownCaps: [],
    });
  });

  test('分からない期限は当てはめず、そのことを答える', () => {
    expect(expiry({})).toEqual({
      on: '2031-04-01',
      decidedBy: 'V1',
      compared: [{ code: 'V1', on: '2031-04-01' }],
      unknownCaps: ['V3', 'V4'],
    });
  });

  test('V5 在留期間のあるかたも、カードの期限で決まる', () => {
    expect(expiry({ cardExpiresOn: '2027-05-10' })).toMatchObject({ on: '2027-05-10', decidedBy: 'V3' });
  });

  test('V6 2月29日生まれのかたの平年の誕生日は、設定のとおり', () => {
    const mar01 = withSettings(policy, { leapBirthday: 'mar01' }, 'example');
    expect(expiry({ bornOn: '2000-02-29', issuedOn: '2026-03-02' })).toMatchObject({ on: '2031-02-28' });
    expect(expiry({ bornOn: '2000-02-29', issuedOn: '2026-03-02' }, mar01)).toMatchObject({ on: '2031-03-01' });
    expect(expiry({ bornOn: '2000-02-29', issuedOn: '2027-02-27' })).toMatchObject({ on: '2031-02-28' });
    expect(expiry({ bornOn: '2000-02-29', issuedOn: '2027-02-28' })).toMatchObject({ on: '2032-02-29' });
    expect(expiry({ bornOn: '2000-02-29', issuedOn: '2027-02-28' }, mar01)).toMatchObject({ on: '2031-03-01' });
    expect(statusOf(judged({ holder: { bornOn: '2000-02-29' } }), 'V6', 'signature')).toBe('met');
    expect(statusOf(judged({ holder: { bornOn: '2000-02-28' } }), 'V6', 'signature')).toBeUndefined();
  });

  test('満了日は、比べたどの日付よりも後にならない', () => {
    const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(plainDate('2026-01-01'), days));
    fc.assert(
      fc.property(
        anyDay,
        fc.option(anyDay),
        fc.option(anyDay),
        (issuedOn, cardExpiresOn, userAuthenticationExpiresOn) => {
          const answer = expiry({ issuedOn, cardExpiresOn, userAuthenticationExpiresOn });
          expect(answer.compared.every(({ on }) => answer.on <= on)).toBe(true);
          expect(answer.compared.find(({ on }) => on === answer.on)?.code).toBe(answer.decidedBy);
        },
      ),
    );
  });
});

describe('V4 と同じ来庁の証明書', () => {
  test('利用者証明用を先に判定し、その新しい期限が署名用の上限になる', () => {
    const decision = judged({ card: { expiresOn: '2029-05-05' } });
    expect(decision.lines.map(({ kind }) => kind)).toEqual(['userAuthentication', 'signature']);
    expect(lineOf(decision, 'signature')?.expiry?.compared).toContainEqual({ code: 'V4', on: '2029-05-05' });
  });

  test('更新しない利用者証明用があれば、その期限が上限になる', () => {
    const current = [certificate('userAuthentication', '2028-04-01')];
    const decision = judged({ lines: [line('signature', 'issue')], current });
    expect(lineOf(decision, 'signature')?.expiry).toMatchObject({ on: '2028-04-01', decidedBy: 'V4' });
  });

  test('有効な利用者証明用があって新規発行が断られても、その期限が上限になる', () => {
    const decision = judged({ current: [certificate('userAuthentication', '2028-04-01')] });
    expect(lineOf(decision, 'userAuthentication')?.verdict).toBe('refuse');
    expect(lineOf(decision, 'signature')?.expiry).toMatchObject({ on: '2028-04-01', decidedBy: 'V4' });
  });

  test('満了した利用者証明用と、同じ来庁で失効する利用者証明用は、上限にならない', () => {
    const ended = judged({
      lines: [line('signature', 'issue')],
      current: [certificate('userAuthentication', '2026-11-23')],
    });
    expect(lineOf(ended, 'signature')?.expiry).toMatchObject({ decidedBy: 'V1', unknownCaps: ['V4'] });
    const revoked = judged({
      lines: [line('signature', 'issue'), line('userAuthentication', 'revoke', 'X2')],
      current: [certificate('userAuthentication', '2028-04-01')],
    });
    expect(lineOf(revoked, 'signature')?.expiry).toMatchObject({ decidedBy: 'V1', unknownCaps: ['V4'] });
  });

  test('最後の日の利用者証明用は、まだ上限になる', () => {
    const decision = judged({
      lines: [line('signature', 'issue')],
      current: [certificate('userAuthentication', '2026-11-24')],
    });
    expect(lineOf(decision, 'signature')?.expiry).toMatchObject({ on: '2026-11-24', decidedBy: 'V4' });
  });
});

describe('端末の日付との照合 (V7)', () => {
  const compare = (terminal: string) => compareTerminalDate('signature', plainDate('2031-04-01'), plainDate(terminal));

  test('同じ日付なら一致、1日でも違えば停止の根拠になる', () => {
    expect(compare('2031-04-01')).toMatchObject({ same: true, differing: [], finding: { code: 'V7', status: 'met' } });
    expect(compare('2031-04-02')).toMatchObject({ same: false, differing: ['day'], finding: { status: 'unmet' } });
    expect(compare('2031-03-31').differing).toEqual(['month', 'day']);
    expect(compare('2030-04-01').differing).toEqual(['year']);
  });

  test('違いは受付を断る理由ではない', () => {
    expect(compare('2030-04-01').finding.effect).toBe('note');
  });
});
