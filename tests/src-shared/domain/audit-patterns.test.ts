import { describe, expect, test } from 'vitest';
import {
  type AnsweredFact,
  type AuditFact,
  type AuditPattern,
  auditThresholdsOn,
  findAuditHints,
  isUnreviewed,
} from '../../../src-shared/domain/audit-patterns.ts';
import { DEFAULT_CALENDAR } from '../../../src-shared/domain/calendar.ts';
import { addDays, plainDate } from '../../../src-shared/kernel/plain-date.ts';

const day = plainDate('2026-11-24'); // a Tuesday
const rules = { from: day, until: day, calendar: DEFAULT_CALENDAR, policyChanges: [] } as const;

let arrival = 0;
function fact(
  kind: AuditFact['kind'],
  change: Partial<AuditFact> & { readonly time?: string; readonly on?: string } = {},
): AuditFact {
  arrival += 1;
  const { time = '10:00', on = day, ...rest } = change;
  return {
    arrival,
    at: `${on}T${time}:00.000`,
    staff: 'clerk',
    office: 'shiminka',
    terminal: 1,
    kind,
    person: 'person',
    case: 'case',
    ...rest,
  };
}
const times = <Fact>(count: number, make: (index: number) => Fact): readonly Fact[] =>
  Array.from({ length: count }, (_, index) => make(index));
const patterns = (
  facts: readonly AuditFact[],
  answers: readonly AnsweredFact[] = [],
  over: Partial<Parameters<typeof findAuditHints>[2]> = {},
) => findAuditHints(facts, answers, { ...rules, ...over }).map(({ pattern }) => pattern);
const only = (pattern: AuditPattern) => (found: readonly AuditPattern[]) =>
  found.filter((each) => each === pattern).length;
const person = (index: number) => ({ person: `person ${index}`, case: `case${index}` });

describe('受付のない閲覧', () => {
  const count = only('viewsWithoutCase');
  const views = (people: number) => times(people, (index) => fact('view', person(index)));

  test('一日に10人で気づきになり、9人ではならない', () => {
    expect(count(patterns(views(9)))).toBe(0);
    expect(count(patterns(views(10)))).toBe(1);
  });

  test('同じ人を何度見ても一人と数える', () => {
    expect(count(patterns([...views(9), fact('view', person(0))]))).toBe(0);
  });

  test.each([
    ['前の日', -1, 0],
    ['次の日', 1, 0],
    ['2日前', -2, 1],
    ['2日後', 2, 1],
  ])('その人の受付に触ったのが%sなら、気づきは%i日で%i件', (_, away, expected) => {
    const touch = fact('touch', { ...person(0), on: addDays(day, away) });
    expect(count(patterns([...views(10), touch]))).toBe(expected);
  });

  test('ほかの職員が触っただけでは、説明にならない', () => {
    expect(count(patterns([...views(10), fact('touch', { ...person(0), staff: 'colleague' })]))).toBe(1);
  });

  test('見つかった数、目安、もとの行、関わる職員を答える', () => {
    const facts = views(10);
    expect(findAuditHints(facts, [], rules)).toMatchObject([
      {
        pattern: 'viewsWithoutCase',
        hint: 'viewsWithoutCase/2026-11-24/clerk',
        found: 10,
        threshold: 10,
        concerns: ['clerk'],
        entries: facts.map(({ at, arrival: place }) => ({ at, arrival: place })),
      },
    ]);
  });
});

describe('受付時間の外の閲覧', () => {
  const count = only('viewsOutsideHours');
  const at = (time: string, on: string = day) => times(3, (index) => fact('search', { ...person(index), time, on }));

  // 9時から17時まで。前に60分、後に120分の余裕を見る
  test.each([
    ['7:59', '07:59', 1],
    ['8:00', '08:00', 0],
    ['18:59', '18:59', 0],
    ['19:00', '19:00', 1],
  ])('%s の検索3回', (_, time, expected) => {
    expect(count(patterns(at(time)))).toBe(expected);
  });

  test('2回では気づきにならない', () => {
    expect(count(patterns(at('07:00').slice(1)))).toBe(0);
  });

  test('閉庁日は、昼でも外である。臨時開庁の日は内である', () => {
    const sunday = plainDate('2026-11-29');
    const over = { from: sunday, until: sunday };
    const opening = { on: sunday, opensAt: '09:00', closesAt: '12:00', offices: null, reason: '休日開庁' };
    const specialOpenings = [opening] as unknown as (typeof DEFAULT_CALENDAR)['specialOpenings']; // literal times of the schema's shape
    const calendar = { ...DEFAULT_CALENDAR, specialOpenings };
    expect(count(patterns(at('10:00', sunday), [], over))).toBe(1);
    expect(count(patterns(at('10:00', sunday), [], { ...over, calendar }))).toBe(0);
    expect(count(patterns(at('14:00', sunday), [], { ...over, calendar }))).toBe(1);
  });
});

describe('夜の印刷と書き出し', () => {
  const count = only('outputAtNight');
  test.each([
    ['19:59', 0],
    ['20:00', 1],
    ['06:59', 1],
    ['07:00', 0],
  ])('%s の書き出しは%i件', (time, expected) => {
    expect(count(patterns([fact('output', { time })]))).toBe(expected);
  });
});

describe('サインインできなかった回数', () => {
  const count = only('failedSignIns');
  test('一つの端末で一日5回で気づきになり、4回や、二つの端末に分かれたときはならない', () => {
    const failed = (terminal: number) => fact('failedSignIn', { terminal, staff: null, person: null, case: null });
    expect(count(patterns(times(4, () => failed(1))))).toBe(0);
    expect(count(patterns(times(5, () => failed(1))))).toBe(1);
    expect(count(patterns([...times(4, () => failed(1)), failed(2)]))).toBe(0);
  });
});

describe('同じ人の閲覧', () => {
  test('一人の職員が一日に5回で気づきになり、4回ではならない', () => {
    expect(only('sameViewer')(patterns(times(4, () => fact('view'))))).toBe(0);
    expect(only('sameViewer')(patterns(times(5, () => fact('view'))))).toBe(1);
  });

  test('受付に触った職員なら、何度見ても気づきにならない', () => {
    expect(patterns([...times(9, () => fact('view')), fact('touch')])).toEqual([]);
  });

  test('5人の職員が見ると気づきになり、4人と受付をした一人ではならない', () => {
    const by = (index: number) => fact('view', { staff: `staff ${index}` });
    expect(only('manyViewers')(patterns(times(5, by)))).toBe(1);
    expect(only('manyViewers')(patterns([...times(5, by), fact('touch', { staff: 'staff 0' })]))).toBe(0);
  });
});

describe('一人の職員への承認', () => {
  const count = only('oneSidedApproval');
  const answers = (approved: number, declined: number): readonly AnsweredFact[] =>
    times(approved + declined, (index) => ({
      arrival: index,
      at: `${day}T10:00:00.000`,
      supervisor: 'supervisor',
      asked: 'clerk',
      approved: index < approved,
    }));

  // 月に10件から、95% 以上
  test.each([
    [9, 0, 0],
    [10, 0, 1],
    [18, 2, 0],
    [19, 1, 1],
  ])('承認%i件・不承認%i件なら、気づきは%i件', (approved, declined, expected) => {
    expect(count(patterns([], answers(approved, declined)))).toBe(expected);
  });

  test('責任者と職員の、どちらにも関わる', () => {
    expect(findAuditHints([], answers(10, 0), rules)[0]).toMatchObject({
      concerns: ['supervisor', 'clerk'],
      hint: 'oneSidedApproval/2026-11-01/supervisor-clerk',
    });
  });
});

test('選んだ日の外の行は、説明には使うが、気づきにはしない', () => {
  const before = addDays(day, -1);
  expect(patterns(times(5, () => fact('view', { on: before })))).toEqual([]);
});

test('一度確かめた気づきは、あとで増えたときだけ、また出る', () => {
  const [hint] = findAuditHints(
    times(5, () => fact('view')),
    [],
    rules,
  );
  if (hint === undefined) throw new Error('five views are a hint');
  expect(isUnreviewed(hint, [])).toBe(true);
  expect(isUnreviewed(hint, [{ hint: hint.hint, found: 5 }])).toBe(false);
  expect(isUnreviewed({ ...hint, found: 6 }, [{ hint: hint.hint, found: 5 }])).toBe(true);
});

test('目安は、日付を持つ', () => {
  expect(auditThresholdsOn(day).viewsWithoutCase).toBe(10);
});
