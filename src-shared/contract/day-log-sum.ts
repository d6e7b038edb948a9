import type { DayLogSum, DayLogView } from './day-log-view.ts';

type Numbers<Row> = { readonly [Name in keyof Row as Row[Name] extends number ? Name : never]: number };

/** adds up rows that are alike in `keyOf`, in the order in which they first come */
function merge<Row extends object>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  add: (left: Row, right: Row) => Numbers<Row>,
): Row[] {
  const alike = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const there = alike.get(key);
    alike.set(key, there === undefined ? row : { ...there, ...add(there, row) });
  }
  return [...alike.values()];
}

type Persons = DayLogView['total'];

function addPersons(left: Persons, right: Persons): Persons {
  return {
    persons: left.persons + right.persons,
    sameDayDone: left.sameDayDone + right.sameDayDone,
    inquiry: left.inquiry + right.inquiry,
    refused: left.refused + right.refused,
    withdrawn: left.withdrawn + right.withdrawn,
    open: left.open + right.open,
    ...addKinds(left, right),
  };
}

type Kinds = { readonly signature: number; readonly userAuthentication: number };

function addKinds(left: Kinds, right: Kinds): Kinds {
  return {
    signature: left.signature + right.signature,
    userAuthentication: left.userAuthentication + right.userAuthentication,
  };
}

const persons = (left: { persons: number }, right: { persons: number }) => ({ persons: left.persons + right.persons });
const count = (left: { count: number }, right: { count: number }) => ({ count: left.count + right.count });
const byTime = (left: { readonly at: string }, right: { readonly at: string }): number =>
  left.at < right.at ? -1 : left.at > right.at ? 1 : 0;

const nobody: Persons = {
  persons: 0,
  sameDayDone: 0,
  inquiry: 0,
  refused: 0,
  withdrawn: 0,
  open: 0,
  signature: 0,
  userAuthentication: 0,
};

/** 3か所の日報: the offices' logs of one day added up; a case that two offices worked on stands in the list once. */
export function sumOfDayLogs(day: string, practice: boolean, views: readonly DayLogView[]): DayLogSum {
  const { cells, cross, letters, cases } = {
    cells: views.flatMap((view) => view.cells),
    cross: {
      persons: views.flatMap((view) => view.cross.persons),
      certificates: views.flatMap((view) => view.cross.certificates),
    },
    letters: views.map((view) => view.letters),
    cases: views.flatMap((view) => view.cases),
  };
  return {
    day,
    office: 'all',
    practice,
    rows: merge(
      views.flatMap((view) => view.rows),
      ({ procedure }) => procedure,
      addPersons,
    ),
    besides: merge(
      views.flatMap((view) => view.besides),
      ({ origin }) => origin,
      (left, right) => ({ cases: left.cases + right.cases, ...addKinds(left, right) }),
    ),
    total: views.map(({ total }) => total).reduce(addPersons, nobody),
    cells: merge(cells, ({ procedure, kind }) => `${procedure} ${kind}`, count),
    cross: {
      persons: merge(cross.persons, ({ count: _, ...row }) => Object.values(row).join(' '), count),
      certificates: merge(cross.certificates, ({ count: _, ...row }) => Object.values(row).join(' '), count),
    },
    byCapacity: merge(
      views.flatMap((view) => view.byCapacity),
      ({ capacity }) => capacity,
      persons,
    ),
    byRoute: merge(
      views.flatMap((view) => view.byRoute),
      ({ route }) => route,
      persons,
    ),
    byState: merge(
      views.flatMap((view) => view.byState),
      ({ state }) => state,
      persons,
    ),
    arrivals: views.flatMap((view) => view.arrivals).toSorted((left, right) => (left.slot < right.slot ? -1 : 1)),
    minutesToIssue: views.flatMap((view) => view.minutesToIssue),
    byHour: merge(
      views.flatMap((view) => view.byHour),
      ({ hour }) => String(hour),
      (left, right) => ({
        hour: left.hour,
        renew: left.renew + right.renew,
        issue: left.issue + right.issue,
        revoke: left.revoke + right.revoke,
        agents: left.agents + right.agents,
      }),
    ).toSorted((left, right) => left.hour - right.hour),
    byHandler: merge(
      views.flatMap((view) => view.byHandler),
      ({ handler }) => handler ?? '',
      (left, right) => ({
        persons: left.persons + right.persons,
        issued: left.issued + right.issued,
        revoked: left.revoked + right.revoked,
      }),
    ).toSorted((left, right) => right.persons - left.persons),
    fees: views.reduce((sum, { fees }) => sum + fees, 0),
    receiptGaps: views.flatMap((view) => view.receiptGaps),
    letters: letters.reduce(
      (left, right) => ({
        posted: left.posted + right.posted,
        returned: left.returned + right.returned,
        answered: left.answered + right.answered,
        lapsed: left.lapsed + right.lapsed,
        open: left.open + right.open,
      }),
      { posted: 0, returned: 0, answered: 0, lapsed: 0, open: 0 },
    ),
    corrections: views.flatMap((view) => view.corrections).toSorted(byTime),
    overrides: views.flatMap((view) => view.overrides).toSorted(byTime),
    differences: views.flatMap((view) => view.differences).toSorted(byTime),
    closes: views.flatMap((view) => view.closes),
    unclosed: views.flatMap((view) => view.unclosed),
    cases: [...new Map(cases.map((each) => [each.case, each])).values()].toSorted((left, right) =>
      left.receivedAt < right.receivedAt ? -1 : 1,
    ),
  };
}
