import type { KnownEvent } from './case/event.ts';
import { isCaseEvent } from './case/evolve.ts';

/** 抽出確認 (sampling): a supervisor's second look at n % of the cases that were finished on a day, and at every override. */

export const sampleQuestions = ['identity', 'decision', 'dates', 'characters', 'completeness', 'override'] as const;
export type SampleQuestion = (typeof sampleQuestions)[number];

export const SAMPLE_QUESTION_NAMES: Readonly<Record<SampleQuestion, string>> = {
  identity: '本人確認の書類',
  decision: '判定',
  dates: '期限・満了日',
  characters: '代替文字',
  completeness: '記録の完全さ',
  override: '例外の扱いと理由',
};

/** 問い: what is asked of a case; only one that was let through as an exception is asked about that. */
export function questionsFor(isOverride: boolean): readonly SampleQuestion[] {
  return sampleQuestions.filter((question) => question !== 'override' || isOverride);
}

export const FINDING_SEVERITY_NAMES = { light: '軽い', heavy: '重い' } as const;
export const FINDING_FOLLOW_NAMES = { correct: '訂正を申請する', tell: '職員に伝える', watch: '様子を見る' } as const;
export const FINDING_SETTLED_NAMES = {
  corrected: '訂正した',
  told: '職員に伝えた',
  watched: '様子を見た',
  noNeed: '手当ては要らなかった',
} as const;

export type FindingSeverity = keyof typeof FINDING_SEVERITY_NAMES;
export type FindingFollow = keyof typeof FINDING_FOLLOW_NAMES;
export type FindingSettled = keyof typeof FINDING_SETTLED_NAMES;

/** 引く件数: n % of the finished cases, rounded up, so that there is one where there is any; 0 % draws none. */
export function drawCount(finished: number, percent: number): number {
  return Math.ceil((finished * percent) / 100);
}

export type Drawn = { readonly case: string; readonly why: 'drawn' | 'override' };

/**
 * 抽出: every override, and of the other finished cases those of the lowest rank. `rankOf` is a hash over the day's head and the case,
 * so that nobody foresees or steers it and everybody can draw it again; in which order the cases come in does not matter.
 */
export function drawSample({
  finished,
  overrides,
  percent,
  rankOf,
}: {
  readonly finished: readonly string[];
  readonly overrides: readonly string[];
  readonly percent: number;
  readonly rankOf: (caseId: string) => string;
}): readonly Drawn[] {
  const exceptions = new Set(overrides);
  const byRank = (one: string, other: string): number => (rankOf(one) < rankOf(other) ? -1 : 1);
  const others = [...new Set(finished)].filter((id) => !exceptions.has(id)).toSorted(byRank);
  const count = drawCount(new Set(finished).size, percent);
  return [
    ...[...exceptions].toSorted(byRank).map((id): Drawn => ({ case: id, why: 'override' })),
    ...others.slice(0, count).map((id): Drawn => ({ case: id, why: 'drawn' })),
  ];
}

/** 関わった職員 (B7): whoever handled, asked for, approved or corrected something about the case; none of them gives it the second look. */
export function involvedIn(events: readonly KnownEvent[]): ReadonlySet<string> {
  const staff = new Set<string>();
  for (const event of events) for (const id of involvedBy(event)) if (id !== null) staff.add(id);
  return staff;
}

function involvedBy(event: KnownEvent): readonly (string | null)[] {
  const { actor } = event.envelope;
  switch (event.name) {
    case 'caseReceived/2':
      return [actor, event.payload.backEntry?.approver ?? null];
    case 'holdLifted/2':
    case 'certificateRevoked/1':
      return [actor, event.payload.approver];
    case 'entryCorrected/1':
      return [actor, event.payload.asked, event.payload.approver];
    case 'approvalAsked/1':
    case 'approvalAnswered/1':
    case 'replyTurnedAway/1':
    case 'contactAttempted/1':
      return [actor];
    default:
      return isCaseEvent(event) ? [actor] : [];
  }
}

/** 気づきの数: by question and rule, as a period's statistics show them. */
export type FindingCount = {
  readonly question: SampleQuestion;
  readonly rule: string | null;
  readonly light: number;
  readonly heavy: number;
  readonly open: number;
};

export function countFindings(
  findings: readonly {
    readonly question: SampleQuestion;
    readonly rule: string | null;
    readonly severity: FindingSeverity;
    readonly settled: boolean;
  }[],
): readonly FindingCount[] {
  const counts = new Map<string, { -readonly [Key in keyof FindingCount]: FindingCount[Key] }>();
  for (const { question, rule, severity, settled } of findings) {
    const key = `${question} ${rule ?? ''}`;
    const count = counts.get(key) ?? { question, rule, light: 0, heavy: 0, open: 0 };
    count[severity] += 1;
    if (!settled) count.open += 1;
    counts.set(key, count);
  }
  const place = ({ question }: FindingCount): number => sampleQuestions.indexOf(question);
  return [...counts.values()].toSorted(
    (one, other) => place(one) - place(other) || ((one.rule ?? '') < (other.rule ?? '') ? -1 : 1),
  );
}
