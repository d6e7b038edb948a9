import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseState, receiptNumberOf } from '../../../src-shared/domain/case/case.ts';
import { closeCountsOf } from '../../../src-shared/domain/day-close.ts';
import { dayLogOf } from '../../../src-shared/domain/day-log.ts';
import { type DayLogEntry, dayLogStateOf } from '../../../src-shared/domain/day-log-cases.ts';

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

/** What a day's own terminal brings: it came in on the day that its number names, and what is finished was finished here. */
const entryOf = (state: CaseState, handler: string | null = '見本 窓口'): DayLogEntry => ({
  state,
  name: '練習 花子',
  handler,
  received: state.receipt.day === today,
  late: false,
  finished: state.lines
    .filter((line) => ['issued', 'renewed', 'revoked'].includes(line.outcome))
    .filter((line) => line.finishedAt?.startsWith(today) === true)
    .map(({ kind, procedure }) => ({ kind, procedure, handler })),
});
const logOf = (...states: readonly CaseState[]) =>
  dayLogOf(
    today,
    'shiminka',
    states.map((state) => entryOf(state)),
  );

/** the persons of each result, added up from what is crossed */
function dayLogResultsIn({ cross }: ReturnType<typeof dayLogOf>) {
  return (['sameDayDone', 'inquiry', 'refused', 'withdrawn', 'open'] as const).map((result) => ({
    result,
    count: cross.persons.filter((row) => row.result === result).reduce((sum, row) => sum + row.count, 0),
  }));
}

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
            .filter((line) => line.finishedAt?.startsWith(today) === true);
          const issued = certificates.filter((line) => line.outcome !== 'revoked').length;
          expect(log.total[kind]).toBe(issued);
          expect(log.rows.find((row) => row.procedure === 'revoke')?.[kind]).toBe(certificates.length - issued);
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
        expect(sum(log.byHandler)).toBe(persons);
        const count = (rows: readonly { readonly count: number }[]) => rows.reduce((all, row) => all + row.count, 0);
        expect(count(log.cross.persons)).toBe(persons);
        expect(log.byHour.reduce((all, { renew, issue, revoke }) => all + renew + issue + revoke, 0)).toBe(persons);
        // Certificates: however they are parted, all of them come to what the day issued and revoked.
        const revoked = log.rows.find((row) => row.procedure === 'revoke');
        const issued = log.total.signature + log.total.userAuthentication;
        const ended = (revoked?.signature ?? 0) + (revoked?.userAuthentication ?? 0);
        expect(count(log.cells)).toBe(issued + ended);
        expect(count(log.cross.certificates)).toBe(issued + ended);
        expect(log.byHandler.reduce((all, each) => all + each.issued, 0)).toBe(issued);
        expect(log.byHandler.reduce((all, each) => all + each.revoked, 0)).toBe(ended);
        for (const { result, count: those } of dayLogResultsIn(log)) expect(log.total[result], result).toBe(those);
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

  test('抜けた受付番号は、締める端末のものを一つ残らず言い、ほかの端末や前の日のものは数えない(B2)', () => {
    const numbered = (terminal: number, day: string, numbers: readonly number[]) =>
      numbers.map((number) => caseOf({ receipt: { office: 'shiminka', terminal, day, number } }));
    const many = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    fc.assert(
      fc.property(many, many, many, (own, other, before) => {
        const states = [...numbered(1, today, own), ...numbered(2, today, other), ...numbered(1, yesterday, before)];
        const missing = Array.from({ length: Math.max(...own) }, (_, index) => index + 1)
          .filter((number) => !own.includes(number))
          .map((number) => `S01 ${String(number).padStart(4, '0')}`);
        expect(closeCountsOf(today, { office: 'shiminka', terminal: 1 }, [], states).receiptGaps).toEqual(missing);
      }),
    );
  });

  test('後着の受付は、番号の日ではなく、届いた日の人数と証明書に入り、後着と分かる(B4)', () => {
    const state = caseOf({
      step: 'finished',
      receipt: { office: 'sobue', terminal: 1, day: yesterday, number: 3 },
      receivedAt: at(yesterday, '15:20'),
      changedAt: at(yesterday, '15:41'),
      lines: [lineOf({ outcome: 'issued', finishedAt: at(yesterday, '15:41') })],
    });
    const finished = [{ kind: 'userAuthentication', procedure: 'issue', handler: null }] as const;
    const late = { ...entryOf(state), received: true, late: true, finished };
    const log = dayLogOf(today, 'sobue', [late]);
    expect(log.total).toMatchObject({ persons: 1, sameDayDone: 1, userAuthentication: 1 });
    expect(log.cases).toMatchObject([{ late: true, receiptDay: yesterday }]);
  });

  test('証明書は、回答のあとの発行、失効後の再発行、前の日までの分を、来た人の分と分けて数える', () => {
    const lineAs = (procedure: (typeof procedures)[number]) =>
      ({ kind: 'signature', procedure, handler: null }) as const;
    const [issue, renew, revoke] = [lineAs('issue'), lineAs('renew'), lineAs('revoke')];
    const entry = (state: CaseState, received: boolean, ...finished: DayLogEntry['finished']): DayLogEntry => ({
      ...entryOf(state),
      ...{ received, finished },
    });
    const reply = { at: at(today, '9:20'), capacity: 'holder', documents: [] } as const;
    const moved = [lineOf({ kind: 'signature', procedure: 'revoke' }), lineOf({ line: 2, kind: 'signature' })];
    const log = dayLogOf(today, 'shiminka', [
      entry(caseOf({ route: 'inquiry', reply, case: 'a' }), false, renew),
      entry(caseOf({ lines: moved, case: 'b' }), true, revoke, issue),
      entry(caseOf({ case: 'd' }), false, issue),
      entry(caseOf({ case: 'e' }), true, issue),
    ]);
    expect(log.besides.map(({ origin, cases, signature }) => [origin, cases, signature])).toEqual([
      ['reply', 1, 1],
      ['reissue', 1, 1],
      ['carried', 1, 1],
    ]);
    const certificates = log.rows.map(({ procedure, persons, signature }) => [procedure, persons, signature]);
    expect(certificates).toEqual([
      ['renew', 0, 0],
      ['issue', 2, 1],
      ['revoke', 0, 1],
    ]);
    expect(log.total.signature).toBe(4);
    expect(log.cells.map(({ count }) => count)).toEqual([3, 1, 0, 0, 1, 0]);
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
    expect(log).toMatchObject({ fees: 0, cases: [], arrivals: [], minutesToIssue: [], byHandler: [] });
    expect(log.rows.map((row) => row.procedure)).toEqual(['renew', 'issue', 'revoke']);
  });

  test('30分ごとの枠は、ちょうどから始まり、次のちょうどの前まで', () => {
    const slots = ['09:00', '09:29', '09:30', '09:59', '16:59'].map(
      (time) => logOf(caseOf({ receivedAt: at(today, time) })).arrivals[0]?.slot,
    );
    expect(slots).toEqual(['09:00', '09:00', '09:30', '09:30', '16:30']);
  });
});
