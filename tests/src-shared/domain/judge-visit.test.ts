import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CALENDAR } from '../../../src-shared/domain/calendar.ts';
import { judgeIssuance, judgeVisit } from '../../../src-shared/domain/judge-visit.ts';
import { policyOn } from '../../../src-shared/domain/policy.ts';
import { addDays, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { certificate, judged, line, lineOf, visit } from './visit-example.ts';

const nothingTyped = {
  lines: [],
  holder: { name: null, address: null, bornOn: null, inRegister: null, adultWard: null },
  card: { medium: null, expiresOn: null, expiryKnown: true },
  visitor: { capacity: null, documents: [], reason: null },
};

describe('受付の判定', () => {
  test('ふつうの新規発行は、すべての規則を満たして即日になる', () => {
    const decision = judged();
    expect(decision).toMatchObject({ verdict: 'accept', route: 'sameDay', needsSubstitution: [], missing: [] });
    expect(decision.findings.filter(({ status }) => status !== 'met')).toEqual([]);
    expect(new Set(decision.findings.map(({ code }) => code))).toEqual(
      new Set([
        'E1',
        'E2',
        'E3',
        'E4',
        'M1',
        'M2',
        'L1',
        'L2',
        'L3',
        'I1',
        'I7',
        'I8',
        'V1',
        'V3',
        'V4',
        'W2',
        'G1',
        'G4',
      ]),
    );
    expect(decision.tellVisitor).toEqual(['どちらも2031年4月1日まで使えます。']);
  });

  test('何も入力していない画面では決まらず、最初に手続を選ぶよう示す', () => {
    const decision = judged(nothingTyped);
    expect(decision).toMatchObject({ verdict: 'undecided', route: null, lines: [], tellVisitor: [] });
    expect(decision.missing).toEqual([{ code: null, field: 'lines', text: '手続と証明書の種類を選ぶ' }]);
  });

  test('手続だけ選んだ画面では、要るものを画面の順に示し、何も断らない', () => {
    const decision = judged({ ...nothingTyped, lines: [line('signature', 'issue')] });
    expect(decision.verdict).toBe('undecided');
    expect(decision.missing.map(({ field }) => field)).toEqual([
      'visitor.capacity',
      'holder.name',
      'holder.bornOn',
      'holder.address',
      'holder.inRegister',
      'holder.adultWard',
      'card.medium',
    ]);
    expect(decision.findings.some(({ status }) => status === 'unmet')).toBe(false);
  });

  test('失効の通知(X3)だけなら、来庁者もカードも住民票も尋ねない', () => {
    const decision = judged({ ...nothingTyped, lines: [line('signature', 'revoke', 'X3')] });
    expect(decision).toMatchObject({ verdict: 'accept', route: null, missing: [] });
  });

  test('片方が断られても、もう片方は受け付ける', () => {
    const decision = judged({ holder: { bornOn: '2015-01-01' }, visitor: { capacity: 'statutoryRepresentative' } });
    expect(decision.verdict).toBe('accept');
    expect(decision.route).toBe('inquiry');
    expect(lineOf(decision, 'signature')).toMatchObject({ verdict: 'refuse', expiry: null });
    expect(decision.tellVisitor).toContain('照会書を、ご本人の登録された住所あてに郵送します。');
  });

  test('種類ごとに別の手続をひとつの来庁で判定する', () => {
    const decision = judged({
      lines: [line('signature', 'issue'), line('userAuthentication', 'renew')],
      current: [certificate('signature', '2026-11-01'), certificate('userAuthentication', '2026-12-24')],
    });
    expect(lineOf(decision, 'userAuthentication')?.expiry).toMatchObject({ on: '2032-04-01', decidedBy: 'V2' });
    expect(lineOf(decision, 'signature')?.expiry).toMatchObject({ on: '2031-04-01', decidedBy: 'V1' });
  });

  test('どちらも断られれば受付全体を断り、足りないものは示さない', () => {
    const decision = judged({ holder: { inRegister: false, name: '\u{9AD9}橋 花子' } });
    expect(decision).toMatchObject({ verdict: 'refuse', route: null, missing: [], needsSubstitution: [] });
    expect(decision.tellVisitor).toEqual(['稲沢市の住民基本台帳に記録がないため、この窓口ではお受けできません。']);
  });

  test('断る規則には、必ず読む文がある', () => {
    const refusals = [
      judged({ holder: { inRegister: false, adultWard: true, bornOn: '2015-01-01' } }),
      judged({ card: { medium: 'residentCard' }, at: '2026-11-28T10:00' }),
      judged({ card: { expiresOn: '2026-01-01' }, visitor: { capacity: 'agent', documents: [], reason: '' } }),
      judged({ lines: [line('signature', 'renew'), line('userAuthentication', 'revoke', 'X3')] }),
      judged({ current: [certificate('signature', '2028-01-01')] }),
    ].flatMap(({ findings }) => findings.filter(({ status, effect }) => status === 'unmet' && effect === 'refuse'));
    expect(new Set(refusals.map(({ code }) => code)).size).toBeGreaterThanOrEqual(13);
    for (const { refusal } of refusals) {
      expect(refusal).toMatch(/。$/);
      expect(refusal).not.toMatch(/エラー|不正|無効/);
    }
  });

  test('どんな事実でも、必ず答え、同じ事実には同じ答えを返す', () => {
    const anyDay = fc.integer({ min: -20_000, max: 6_000 }).map((days) => addDays(plainDate('2026-11-24'), days));
    const facts = fc.record({
      at: fc.tuple(anyDay, fc.constantFrom('08:59', '09:00', '16:59', '17:00')).map(([day, time]) => `${day}T${time}`),
      lines: fc.uniqueArray(
        fc.record({
          kind: fc.constantFrom('signature', 'userAuthentication'),
          procedure: fc.constantFrom('issue', 'renew', 'revoke'),
          cause: fc.constantFrom('X1', 'X2', 'X3', 'X3d', 'X4', 'X5', null),
        }),
        { selector: ({ kind, procedure }) => kind + procedure },
      ),
      holder: fc.record({
        name: fc.option(fc.string({ unit: 'grapheme' })),
        bornOn: fc.option(anyDay),
        inRegister: fc.option(fc.boolean()),
        adultWard: fc.option(fc.boolean()),
      }),
      card: fc.record({
        medium: fc.constantFrom('myNumberCard', 'residentCard', null),
        expiresOn: fc.option(anyDay),
        expiryKnown: fc.boolean(),
      }),
      visitor: fc.record({
        capacity: fc.constantFrom('holder', 'agent', 'statutoryRepresentative', null),
        documents: fc.subarray(['passport', 'pensionBook', 'studentCard']),
        reason: fc.constantFrom(null, '', '入院中のため'),
      }),
      current: fc.array(
        fc.record({ kind: fc.constantFrom('signature', 'userAuthentication'), issuedOn: anyDay, expiresOn: anyDay }),
      ),
    });
    fc.assert(
      fc.property(facts, (changes) => {
        const given = visit(changes);
        const policy = policyOn(plainDate('2026-11-24'));
        const decision = judgeVisit(given, policy, DEFAULT_CALENDAR);
        expect(judgeVisit(given, policy, DEFAULT_CALENDAR)).toEqual(decision);
        expect(decision.lines).toHaveLength(given.lines.length);
        for (const { verdict, procedure, expiry } of decision.lines) {
          if (procedure !== 'revoke' && verdict === 'accept') expect(expiry).not.toBeNull();
          if (procedure === 'revoke' || verdict === 'refuse') expect(expiry).toBeNull();
        }
        if (decision.verdict === 'undecided') expect(decision.missing.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  test('1回の判定は、打鍵のたびに行える速さである', () => {
    const given = visit();
    const policy = policyOn(plainDate('2026-11-24'));
    const started = performance.now();
    for (let count = 0; count < 500; count += 1) judgeVisit(given, policy, DEFAULT_CALENDAR);
    expect((performance.now() - started) / 500).toBeLessThan(5);
  });
});

describe('回答・発行の日の判定', () => {
  const renewal = {
    lines: [line('userAuthentication', 'renew')],
    current: [certificate('userAuthentication', '2026-12-24')],
  };
  const issuance = (at: string, changes = {}) =>
    judgeIssuance(visit({ ...renewal, at, ...changes }), policyOn(plainDate('2026-11-24')));

  test('時間と本人確認は、もう一度は問わない', () => {
    const { decision } = issuance('2026-11-24T17:30', { visitor: { documents: [] } });
    expect(decision.verdict).toBe('accept');
    expect(decision.findings.some(({ code }) => code === 'L2' || code === 'I1')).toBe(false);
  });

  test('最後の日までは更新、翌日からは新規発行になる', () => {
    expect(issuance('2026-12-24T10:00')).toMatchObject({ becameIssue: [] });
    expect(issuance('2026-12-24T10:00').decision.lines[0]).toMatchObject({
      procedure: 'renew',
      expiry: { decidedBy: 'V2' },
    });
    const after = issuance('2026-12-25T10:00');
    expect(after.becameIssue).toEqual(['userAuthentication']);
    expect(after.decision.lines[0]).toMatchObject({
      procedure: 'issue',
      verdict: 'accept',
      expiry: { decidedBy: 'V1' },
    });
  });

  test('その間にカードが切れたり、記録がなくなったりすれば断る', () => {
    expect(issuance('2026-12-24T10:00', { card: { expiresOn: '2026-12-23' } }).decision.verdict).toBe('refuse');
    expect(issuance('2026-12-24T10:00', { holder: { inRegister: false } }).decision.verdict).toBe('refuse');
  });

  test('その間に15歳になれば、署名用を発行できる', () => {
    const changes = {
      lines: [line('signature', 'issue')],
      holder: { bornOn: '2011-12-01' },
      current: [],
      visitor: { capacity: 'statutoryRepresentative' },
    };
    expect(issuance('2026-11-30T10:00', changes).decision.verdict).toBe('refuse');
    expect(issuance('2026-12-01T10:00', changes).decision.verdict).toBe('accept');
  });
});
