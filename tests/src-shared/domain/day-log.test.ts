import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseState, receiptNumberOf } from '../../../src-shared/domain/case/case.ts';
import { type DayLogEntry, dayLogOf, dayLogStateOf } from '../../../src-shared/domain/day-log.ts';

const today = '2026-11-24';
const yesterday = '2026-11-20';
const at = (day: string, time: string) => `${day}T${time}:00.000+09:00`;

type Line = CaseState['lines'][number];

function lineOf(change: Partial<Line> = {}): Line {
  return {
    line: 1,
    kind: 'userAuthentication',
    procedure: 'issue',
    cause: null,
    fee: 0,
    outcome: 'open',
    refusedBy: [],
    hold: null,
    finishedAt: null,
    ...change,
  };
}

function caseOf(change: Partial<CaseState> = {}): CaseState {
  return {
    case: 'c'.repeat(32),
    version: 2,
    head: 'f'.repeat(64),
    step: 'verified',
    route: 'sameDay',
    receipt: { office: 'shiminka', terminal: 1, day: today, number: 1 },
    capacity: 'holder',
    documents: [],
    proof: null,
    backEntry: false,
    lines: [lineOf()],
    letters: [],
    reply: null,
    record: null,
    receivedBy: null,
    handledBy: null,
    parked: false,
    receivedAt: at(today, '10:12'),
    changedAt: at(today, '10:12'),
    ...change,
  };
}

const entryOf = (state: CaseState, handler: string | null = '見本 窓口'): DayLogEntry => ({
  state,
  name: '練習 花子',
  handler,
});
const logOf = (...states: readonly CaseState[]) =>
  dayLogOf(
    today,
    'shiminka',
    states.map((state) => entryOf(state)),
  );

const kinds = ['signature', 'userAuthentication'] as const;
const procedures = ['issue', 'renew', 'revoke'] as const;
const servedAs = { issue: 'issued', renew: 'renewed', revoke: 'revoked' } as const;

/** 日のおわりの受付を思いつくまま: every state that a case can stand in, received today or before. */
const anyLines = fc
  .record({
    both: fc.boolean(),
    procedure: fc.constantFrom(...procedures),
    second: fc.constantFrom(...procedures),
    served: fc.tuple(fc.boolean(), fc.boolean()),
    day: fc.tuple(fc.constantFrom(today, yesterday), fc.constantFrom(today, yesterday)),
  })
  .map(({ both, procedure, second, served, day }) =>
    (both ? kinds : [kinds[1]]).map((kind, index) => {
      const own = index === 0 ? procedure : second;
      return lineOf({
        line: index + 1,
        kind,
        procedure: own,
        outcome: served[index] === true || !both ? servedAs[own] : 'withdrawn',
        finishedAt: at(day[index] ?? today, '11:30'),
      });
    }),
  );

const anyCase = fc
  .record({
    step: fc.constantFrom('verified', 'refused', 'withdrawn', 'finished', 'held', 'inquiry'),
    lines: anyLines,
    day: fc.constantFrom(today, today, yesterday),
    office: fc.constantFrom<CaseState['receipt']['office']>('shiminka', 'shiminka', 'sobue'),
    terminal: fc.integer({ min: 1, max: 2 }),
    capacity: fc.constantFrom<CaseState['capacity']>('holder', 'agent', 'statutoryRepresentative'),
    fee: fc.constantFrom(0, 200),
    minute: fc.integer({ min: 0, max: 59 }),
    hour: fc.integer({ min: 9, max: 16 }),
    handler: fc.constantFrom('見本 窓口', '見本 責任', null),
  })
  .map(({ step, lines, day, office, terminal, capacity, fee, minute, hour, handler }, index = 0) => {
    const receivedAt = at(day, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    const base = {
      capacity,
      fee,
      receivedAt,
      changedAt: at(today, '16:58'),
      receipt: { office, terminal, day, number: index + 1 },
    };
    const open = lines.map((line) => ({ ...line, outcome: 'open' as const, finishedAt: null }));
    const hold = { rule: 'V7', since: receivedAt, times: 1 };
    const all = (outcome: 'refused' | 'withdrawn') => lines.map((line) => ({ ...line, outcome }));
    switch (step) {
      case 'refused':
        return { state: caseOf({ ...base, step, route: null, lines: all('refused') }), handler };
      case 'withdrawn':
        return { state: caseOf({ ...base, step, lines: all('withdrawn') }), handler };
      case 'finished': {
        const served = lines.some((line) => line.outcome !== 'withdrawn');
        return { state: caseOf({ ...base, step: served ? 'finished' : 'withdrawn', lines }), handler };
      }
      case 'held':
        return { state: caseOf({ ...base, lines: open.map((line) => ({ ...line, hold })) }), handler };
      case 'inquiry':
        return { state: caseOf({ ...base, route: 'inquiry', lines: open }), handler };
      default:
        return { state: caseOf({ ...base, lines: open }), handler };
    }
  });

/** a day's list: each case with an id of its own, numbered in its terminal's day as they came */
const anyDay = fc.array(anyCase, { maxLength: 25 }).map((cases) => {
  const last = new Map<string, number>();
  return cases.map(({ state, handler }, index): DayLogEntry => {
    const { office, terminal, day } = state.receipt;
    const key = `${office}${terminal}${day}`;
    const number = (last.get(key) ?? 0) + 1;
    last.set(key, number);
    return entryOf(
      { ...state, case: index.toString(16).padStart(32, '0'), receipt: { ...state.receipt, number } },
      handler,
    );
  });
});

describe('日報の数え方', () => {
  test('合計は、一覧を一件ずつ数えたものと同じ', () => {
    fc.assert(
      fc.property(anyDay, (entries) => {
        const log = dayLogOf(today, 'shiminka', entries);
        const persons = entries
          .map((entry) => entry.state)
          .filter((state) => state.receipt.day === today && state.receipt.office === 'shiminka');
        const count = (matches: (state: CaseState) => boolean) => persons.filter(matches).length;
        const refused = count((state) => state.step === 'refused');
        const withdrawn = count((state) => state.step === 'withdrawn');
        const inquiry = count((state) => state.route === 'inquiry' && state.step === 'verified');
        const sameDayDone = count((state) => state.step === 'finished');
        const open = count((state) => state.step === 'verified' && state.route === 'sameDay');
        expect(log.total).toMatchObject({ persons: persons.length, refused, withdrawn, inquiry, sameDayDone, open });
        expect(refused + withdrawn + inquiry + sameDayDone + open).toBe(persons.length);
        for (const kind of kinds) {
          const certificates = entries
            .flatMap((entry) => entry.state.lines)
            .filter((line) => line.kind === kind && ['issued', 'renewed', 'revoked'].includes(line.outcome))
            .filter((line) => line.finishedAt?.startsWith(today) === true).length;
          expect(log.total[kind]).toBe(certificates);
        }
        expect(log.fees).toBe(
          persons.reduce((sum, state) => sum + state.lines.reduce((fees, { fee }) => fees + fee, 0), 0),
        );
        expect(log.cases).toHaveLength(entries.length);
      }),
      { numRuns: 500 },
    );
  });

  test('手続・来庁者・経路・様子・担当のどの分け方でも、足すと受付の人数になる', () => {
    fc.assert(
      fc.property(anyDay, (entries) => {
        const log = dayLogOf(today, 'shiminka', entries);
        const { persons } = log.total;
        const sum = (rows: readonly { readonly persons: number }[]) => rows.reduce((all, row) => all + row.persons, 0);
        for (const rows of [log.rows, log.byCapacity, log.byRoute, log.byState]) expect(sum(rows)).toBe(persons);
        const known = entries.filter(
          ({ state, handler }) =>
            state.receipt.day === today && state.receipt.office === 'shiminka' && handler !== null,
        );
        expect(sum(log.byHandler)).toBe(known.length);
        expect(log.arrivals).toHaveLength(persons);
        for (const { slot } of log.arrivals) expect(slot).toMatch(/^(09|1[0-6]):(00|30)$/);
        for (const { procedure, ...row } of log.rows) {
          const { refused, withdrawn, inquiry, sameDayDone, open } = row;
          expect(refused + withdrawn + inquiry + sameDayDone + open, procedure).toBe(row.persons);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('抜けた受付番号は、端末ごとに一つ残らず言う(B2)', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (first, second) => {
          const numbered = (terminal: number, numbers: readonly number[]) =>
            numbers.map((number) => caseOf({ receipt: { office: 'shiminka', terminal, day: today, number } }));
          const missing = (terminal: number, numbers: readonly number[]) =>
            Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1)
              .filter((number) => !numbers.includes(number))
              .map((number) => `S0${terminal} ${String(number).padStart(4, '0')}`);
          expect(logOf(...numbered(1, first), ...numbered(2, second)).receiptGaps.toSorted()).toEqual(
            [...missing(1, first), ...missing(2, second)].toSorted(),
          );
        },
      ),
    );
  });

  test('前の日の受付やほかの窓口の受付は、番号の抜けに数えない', () => {
    const before = caseOf({ receipt: { office: 'shiminka', terminal: 1, day: yesterday, number: 7 } });
    const elsewhere = caseOf({ receipt: { office: 'sobue', terminal: 1, day: today, number: 9 } });
    expect(logOf(caseOf(), before, elsewhere).receiptGaps).toEqual([]);
  });

  test('前の日の受付を今日発行したら、人数は前の日、証明書は今日に数える', () => {
    const carried = caseOf({
      step: 'finished',
      receipt: { office: 'shiminka', terminal: 1, day: yesterday, number: 4 },
      receivedAt: at(yesterday, '16:50'),
      changedAt: at(today, '09:05'),
      lines: [
        lineOf({ outcome: 'issued', finishedAt: at(yesterday, '16:58') }),
        lineOf({ line: 2, kind: 'signature', outcome: 'issued', finishedAt: at(today, '09:05') }),
      ],
    });
    const log = logOf(carried);
    expect(log.total).toMatchObject({ persons: 0, sameDayDone: 0, signature: 1, userAuthentication: 0 });
    expect(log.cases).toMatchObject([{ receipt: receiptNumberOf(carried), finishedAt: at(today, '09:05') }]);
    expect(log.minutesToIssue).toEqual([]);
  });

  test('祖父江支所で受けて市民課で発行したら、人数は祖父江、証明書は市民課に数える(B6)', () => {
    const moved = caseOf({
      step: 'finished',
      receipt: { office: 'sobue', terminal: 1, day: today, number: 1 },
      lines: [lineOf({ outcome: 'issued', finishedAt: at(today, '11:00') })],
    });
    expect(dayLogOf(today, 'shiminka', [entryOf(moved)]).total).toMatchObject({ persons: 0, userAuthentication: 1 });
    expect(dayLogOf(today, 'sobue', [entryOf(moved)]).total).toMatchObject({ persons: 1, sameDayDone: 1 });
  });

  test('二つの手続が混ざる来庁は一人と数え、証明書はそれぞれの手続に数える', () => {
    const mixed = caseOf({
      step: 'finished',
      changedAt: at(today, '10:40'),
      lines: [
        lineOf({ procedure: 'renew', outcome: 'renewed', finishedAt: at(today, '10:40') }),
        lineOf({ line: 2, kind: 'signature', outcome: 'issued', finishedAt: at(today, '10:40') }),
      ],
    });
    const log = logOf(mixed);
    const row = (procedure: string) => log.rows.find((each) => each.procedure === procedure);
    expect(row('renew')).toMatchObject({ persons: 1, userAuthentication: 1, signature: 0 });
    expect(row('issue')).toMatchObject({ persons: 0, userAuthentication: 0, signature: 1 });
    expect(log.minutesToIssue).toEqual([{ minutes: 28, procedure: 'renew' }]);
  });

  test('様子の言葉は、終わり方、停止、経路の順に決まる', () => {
    const hold = { rule: 'V7', since: at(today, '10:20'), times: 1 };
    expect(dayLogStateOf(caseOf(), today)).toBe('open');
    expect(dayLogStateOf(caseOf({ route: 'inquiry' }), today)).toBe('inquiry');
    expect(dayLogStateOf(caseOf({ lines: [lineOf({ hold })] }), today)).toBe('held');
    expect(dayLogStateOf(caseOf({ step: 'withdrawn', lines: [lineOf({ outcome: 'withdrawn' })] }), today)).toBe(
      'withdrawn',
    );
    expect(
      dayLogStateOf(caseOf({ step: 'refused', route: null, lines: [lineOf({ outcome: 'refused' })] }), today),
    ).toBe('refused');
    expect(dayLogStateOf(caseOf({ step: 'finished', lines: [lineOf({ outcome: 'issued' })] }), today)).toBe('issued');
    expect(dayLogStateOf(caseOf({ step: 'finished', lines: [lineOf({ outcome: 'revoked' })] }), today)).toBe('revoked');
  });

  test('誰も来なかった日は、どの数も0', () => {
    const log = logOf();
    expect(Object.values(log.total).every((count) => count === 0)).toBe(true);
    expect(log).toMatchObject({ fees: 0, cases: [], receiptGaps: [], arrivals: [], minutesToIssue: [], byHandler: [] });
    expect(log.rows.map((row) => row.procedure)).toEqual(['renew', 'issue', 'revoke']);
  });

  test('30分ごとの枠は、ちょうどから始まり、次のちょうどの前まで', () => {
    const slots = ['09:00', '09:29', '09:30', '09:59', '16:59'].map(
      (time) => logOf(caseOf({ receivedAt: at(today, time) })).arrivals[0]?.slot,
    );
    expect(slots).toEqual(['09:00', '09:00', '09:30', '09:30', '16:30']);
  });
});
