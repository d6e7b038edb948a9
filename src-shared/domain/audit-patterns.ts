import { addDays, type PlainDate, plainDate } from '../kernel/plain-date.ts';
import type { Calendar } from './calendar.ts';
import { hoursOn } from './counter-hours.ts';
import type { PolicyChangeKept } from './rules-in-force.ts';
import { policyWith } from './rules-in-force.ts';
import type { Office } from './visit.ts';

/**
 * 気づき (audit patterns): what is worth asking about. A hint is no verdict: whoever reads it looks at the entries and asks.
 * Everything here is pure: the entries come in order of time, the answer names what was found, the threshold and the entries.
 */

export const auditPatterns = [
  'viewsWithoutCase',
  'viewsOutsideHours',
  'outputAtNight',
  'failedSignIns',
  'sameViewer',
  'manyViewers',
  'oneSidedApproval',
] as const;
export type AuditPattern = (typeof auditPatterns)[number];

/** 目安 (thresholds), from a day on; reaching one is enough. */
export type AuditThresholds = {
  readonly effectiveFrom: PlainDate;
  /** people whom one member of staff opened on a day without touching a case of theirs */
  readonly viewsWithoutCase: number;
  /** a case touched this many days before or after explains a view */
  readonly touchedWithinDays: number;
  /** views and searches of one member of staff on a day outside the counter's hours */
  readonly viewsOutsideHours: number;
  /** minutes that belong to the hours before opening and after closing */
  readonly minutesBeforeOpening: number;
  readonly minutesAfterClosing: number;
  /** night begins with this hour and ends before that one */
  readonly nightFromHour: number;
  readonly nightUntilHour: number;
  readonly outputAtNight: number;
  /** at one terminal on a day */
  readonly failedSignIns: number;
  /** of one person by one member of staff on a day, without a case touched */
  readonly sameViewer: number;
  /** staff who opened one person on a day without touching a case of theirs */
  readonly manyViewers: number;
  /** answers of a supervisor to one member of staff in a month, and how many of a hundred approved */
  readonly answersToOne: number;
  readonly approvedPercent: number;
};

const THRESHOLDS: readonly [AuditThresholds, ...AuditThresholds[]] = [
  {
    effectiveFrom: plainDate('2016-01-01'),
    viewsWithoutCase: 10,
    touchedWithinDays: 1,
    viewsOutsideHours: 3,
    minutesBeforeOpening: 60,
    minutesAfterClosing: 120,
    nightFromHour: 20,
    nightUntilHour: 7,
    outputAtNight: 1,
    failedSignIns: 5,
    sameViewer: 5,
    manyViewers: 5,
    answersToOne: 10,
    approvedPercent: 95,
  },
];

/** その日の目安 */
export function auditThresholdsOn(day: PlainDate): AuditThresholds {
  return THRESHOLDS.findLast((each) => each.effectiveFrom <= day) ?? THRESHOLDS[0];
}

/** 監査の一行の場所: its moment and the order in which it arrived. */
export type EntryPlace = { readonly at: string; readonly arrival: number };

/** 監査の事実: one entry as the patterns need it. `person` stands for whoever it is of, `case` names one of that person's cases. */
export type AuditFact = EntryPlace & {
  readonly staff: string | null;
  readonly office: Office;
  readonly terminal: number;
  readonly kind: 'view' | 'search' | 'touch' | 'output' | 'failedSignIn';
  readonly person: string | null;
  readonly case: string | null;
};

/** 答えた依頼: who answered whom. */
export type AnsweredFact = EntryPlace & {
  readonly supervisor: string;
  readonly asked: string;
  readonly approved: boolean;
};

/** 気づき (hint): never an accusation. `hint` is the same for the same thing, so that it stays answered once somebody looked into it. */
export type AuditHint = {
  readonly hint: string;
  readonly pattern: AuditPattern;
  /** of the month its first day, for `oneSidedApproval` */
  readonly day: PlainDate;
  /** staff whom it concerns: none of them looks into it */
  readonly concerns: readonly string[];
  readonly case: string | null;
  readonly place: { readonly office: Office; readonly terminal: number } | null;
  readonly found: number;
  readonly threshold: number;
  readonly entries: readonly EntryPlace[];
};

export type AuditRules = {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly calendar: Calendar;
  readonly policyChanges: readonly PolicyChangeKept[];
};

const dayOf = (at: string): PlainDate => at.slice(0, 10) as PlainDate; // an instant of the ledger begins with its day

/** 気づきを探す: over the days from `from` to `until`; the facts reach as far around them as a touched case explains a view. */
export function findAuditHints(
  facts: readonly AuditFact[],
  answers: readonly AnsweredFact[],
  rules: AuditRules,
): readonly AuditHint[] {
  const inside = facts.filter(({ at }) => rules.from <= dayOf(at) && dayOf(at) <= rules.until);
  const unexplained = inside.filter(viewsUnexplainedBy(facts));
  return [
    ...viewsWithoutCase(unexplained),
    ...viewsOutsideHours(inside, rules),
    ...outputAtNight(inside),
    ...failedSignIns(inside),
    ...sameViewer(unexplained),
    ...manyViewers(unexplained),
    ...oneSidedApproval(answers),
  ].toSorted((one, other) => (one.day === other.day ? compare(one.hint, other.hint) : compare(other.day, one.day)));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A view of a person whose case the same member of staff touched around that day needs no explanation. */
function viewsUnexplainedBy(facts: readonly AuditFact[]): (fact: AuditFact) => boolean {
  const touched = new Set<string>();
  for (const { kind, staff, person, at } of facts) if (kind === 'touch') touched.add(`${staff} ${dayOf(at)} ${person}`);
  return ({ kind, staff, person, at }) => {
    if (kind !== 'view' || staff === null || person === null) return false;
    const day = dayOf(at);
    const { touchedWithinDays: around } = auditThresholdsOn(day);
    for (let step = -around; step <= around; step += 1)
      if (touched.has(`${staff} ${addDays(day, step)} ${person}`)) return false;
    return true;
  };
}

function groupBy<Fact>(facts: readonly Fact[], keyOf: (fact: Fact) => string): readonly (readonly [Fact, ...Fact[]])[] {
  const groups = new Map<string, [Fact, ...Fact[]]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return [...groups.values()];
}

type Group = readonly [AuditFact, ...AuditFact[]];

const byStaffAndDay = ({ staff, at }: AuditFact): string => `${dayOf(at)} ${staff}`;

function different(facts: readonly AuditFact[], of: (fact: AuditFact) => string | null): readonly string[] {
  return [...new Set(facts.map(of).filter((each) => each !== null))];
}

function hintOf(
  pattern: AuditPattern,
  group: Group,
  of: string,
  found: number,
  threshold: number,
  more: Partial<Pick<AuditHint, 'case' | 'place' | 'concerns'>> = {},
): readonly AuditHint[] {
  if (found < threshold) return [];
  const day = dayOf(group[0].at);
  return [
    {
      hint: `${pattern}/${day}/${of}`,
      pattern,
      day,
      concerns: different(group, ({ staff }) => staff),
      case: null,
      place: null,
      found,
      threshold,
      entries: group.map(({ at, arrival }) => ({ at, arrival })),
      ...more,
    },
  ];
}

function viewsWithoutCase(unexplained: readonly AuditFact[]): readonly AuditHint[] {
  return groupBy(unexplained, byStaffAndDay).flatMap((group) => {
    const people = different(group, ({ person }) => person).length;
    const { viewsWithoutCase: threshold } = auditThresholdsOn(dayOf(group[0].at));
    return hintOf('viewsWithoutCase', group, group[0].staff ?? '', people, threshold);
  });
}

function viewsOutsideHours(inside: readonly AuditFact[], rules: AuditRules): readonly AuditHint[] {
  const hours = new Map<string, readonly (readonly [number, number])[]>();
  const hoursOf = ({ at, office }: AuditFact): readonly (readonly [number, number])[] => {
    const day = dayOf(at);
    const known = hours.get(`${office} ${day}`);
    if (known !== undefined) return known;
    const { minutesBeforeOpening, minutesAfterClosing } = auditThresholdsOn(day);
    const found = hoursOn(day, office, policyWith(rules.policyChanges, day), rules.calendar).map(
      ({ opensAt, closesAt }) =>
        [minuteOf(opensAt) - minutesBeforeOpening, minuteOf(closesAt) + minutesAfterClosing] as const,
    );
    hours.set(`${office} ${day}`, found);
    return found;
  };
  const outside = inside.filter((fact) => {
    if (fact.staff === null || (fact.kind !== 'view' && fact.kind !== 'search')) return false;
    const minute = minuteOf(fact.at.slice(11, 16));
    return !hoursOf(fact).some(([from, until]) => from <= minute && minute < until);
  });
  return groupBy(outside, byStaffAndDay).flatMap((group) => {
    const { viewsOutsideHours: threshold } = auditThresholdsOn(dayOf(group[0].at));
    return hintOf('viewsOutsideHours', group, group[0].staff ?? '', group.length, threshold);
  });
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function outputAtNight(inside: readonly AuditFact[]): readonly AuditHint[] {
  const atNight = inside.filter(({ kind, staff, at }) => {
    const { nightFromHour, nightUntilHour } = auditThresholdsOn(dayOf(at));
    const hour = Number(at.slice(11, 13));
    return kind === 'output' && staff !== null && (hour >= nightFromHour || hour < nightUntilHour);
  });
  return groupBy(atNight, byStaffAndDay).flatMap((group) => {
    const { outputAtNight: threshold } = auditThresholdsOn(dayOf(group[0].at));
    return hintOf('outputAtNight', group, group[0].staff ?? '', group.length, threshold);
  });
}

function failedSignIns(inside: readonly AuditFact[]): readonly AuditHint[] {
  const failed = inside.filter(({ kind }) => kind === 'failedSignIn');
  return groupBy(failed, ({ office, terminal, at }) => `${dayOf(at)} ${office} ${terminal}`).flatMap((group) => {
    const [{ office, terminal, at }] = group;
    const { failedSignIns: threshold } = auditThresholdsOn(dayOf(at));
    return hintOf('failedSignIns', group, `${office}-${terminal}`, group.length, threshold, {
      place: { office, terminal },
    });
  });
}

function sameViewer(unexplained: readonly AuditFact[]): readonly AuditHint[] {
  return groupBy(unexplained, (fact) => `${byStaffAndDay(fact)} ${fact.person}`).flatMap((group) => {
    const [{ staff, case: caseId, at }] = group;
    const { sameViewer: threshold } = auditThresholdsOn(dayOf(at));
    return hintOf('sameViewer', group, `${staff}-${caseId}`, group.length, threshold, { case: caseId });
  });
}

function manyViewers(unexplained: readonly AuditFact[]): readonly AuditHint[] {
  return groupBy(unexplained, ({ at, person }) => `${dayOf(at)} ${person}`).flatMap((group) => {
    const [{ case: caseId, at }] = group;
    const { manyViewers: threshold } = auditThresholdsOn(dayOf(at));
    const viewers = different(group, ({ staff }) => staff).length;
    return hintOf('manyViewers', group, caseId ?? '', viewers, threshold, { case: caseId });
  });
}

function oneSidedApproval(answers: readonly AnsweredFact[]): readonly AuditHint[] {
  return groupBy(answers, ({ at, supervisor, asked }) => `${at.slice(0, 7)} ${supervisor} ${asked}`).flatMap(
    (group): readonly AuditHint[] => {
      const [{ at, supervisor, asked }] = group;
      const day = plainDate(`${at.slice(0, 7)}-01`);
      const { answersToOne, approvedPercent } = auditThresholdsOn(dayOf(at));
      const approved = group.filter((each) => each.approved).length;
      if (group.length < answersToOne || approved * 100 < group.length * approvedPercent) return [];
      return [
        {
          hint: `oneSidedApproval/${day}/${supervisor}-${asked}`,
          pattern: 'oneSidedApproval',
          day,
          concerns: [supervisor, asked],
          case: null,
          place: null,
          found: group.length,
          threshold: answersToOne,
          entries: group.map(({ at, arrival }) => ({ at, arrival })),
        },
      ];
    },
  );
}

/** まだ確かめていないか: a hint comes up again only where more was found than had been looked into. */
export function isUnreviewed(
  hint: AuditHint,
  reviewed: readonly { readonly hint: string; readonly found: number }[],
): boolean {
  return !reviewed.some((each) => each.hint === hint.hint && each.found >= hint.found);
}
