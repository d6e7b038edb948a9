import type { AuditAct } from '../../src-shared/domain/audit-acts.ts';
import type { AnsweredFact } from '../../src-shared/domain/audit-patterns.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type {
  FindingFollow,
  FindingSettled,
  FindingSeverity,
  SampleQuestion,
} from '../../src-shared/domain/sampling.ts';
import type { OfficeCode } from './ports.ts';

/** 監査の並びの場所: the latest first; a page goes on behind the last entry of the one before. */
export type AuditPlace = { readonly at: string; readonly arrival: number };

/** 監査の絞り込み: `from` and `until` are days, both included. */
export type AuditChoice = {
  readonly from: string;
  readonly until: string;
  readonly staff: string | null;
  readonly office: OfficeCode | null;
  readonly act: AuditAct | null;
};

/** 監査の一行: what is not understood here has no event. */
export type AuditEntryRow = AuditPlace & {
  readonly actor: string | null;
  readonly office: OfficeCode;
  readonly terminal: number;
  readonly act: AuditAct;
  readonly event: KnownEvent | null;
};

/** 監査の索引の一行, for the patterns: nothing is read but the index. */
export type AuditIndexRow = AuditPlace & {
  readonly actor: string | null;
  readonly office: OfficeCode;
  readonly terminal: number;
  readonly act: AuditAct;
  readonly subject: string | null;
  readonly case: string | null;
};

/** 監査の読み側 (B5); never with personal records: the words of the audit are codes, names come from the cases. */
export type AuditReads = {
  /** latest first */
  readonly auditEntries: (choice: AuditChoice, before: AuditPlace | null, limit: number) => readonly AuditEntryRow[];
  /** days on which an entry names one of these cases, latest first */
  readonly auditDaysOf: (cases: readonly string[], from: string, until: string) => readonly string[];
  /** entries of one day that name one of these cases, and every export of that day, which names none; latest first */
  readonly auditEntriesOf: (
    cases: readonly string[],
    day: string,
    choice: Pick<AuditChoice, 'staff' | 'office' | 'act'>,
    before: AuditPlace | null,
  ) => readonly AuditEntryRow[];
  /** days with an export, latest first */
  readonly auditExportDays: (from: string, until: string) => readonly string[];
  /** the entries at these places, in the order asked for */
  readonly auditEntriesAt: (places: readonly AuditPlace[]) => readonly AuditEntryRow[];
  /** oldest first */
  readonly auditIndex: (from: string, until: string) => readonly AuditIndexRow[];
  /** answered requests (B7), oldest first */
  readonly approvalsAnswered: (from: string, until: string) => readonly AnsweredFact[];
  readonly hintReviews: (hints: readonly string[]) => readonly { readonly hint: string; readonly found: number }[];
  /** where and between which days a case was worked on; `until` null while it is not finished */
  readonly caseSpan: (
    caseId: string,
  ) => { readonly offices: readonly OfficeCode[]; readonly from: string; readonly until: string | null } | null;
};

export type SampleDrawRow = {
  readonly office: OfficeCode;
  readonly day: string;
  readonly at: string;
  readonly percent: number;
  readonly finished: number;
};

export type SampleCaseRow = {
  readonly office: OfficeCode;
  readonly day: string;
  readonly case: string;
  readonly why: 'drawn' | 'override';
  readonly review: { readonly reviewer: string | null; readonly at: string } | null;
  readonly findings: number;
  readonly open: number;
};

export type SampleFindingRow = {
  readonly finding: string;
  readonly office: OfficeCode;
  readonly day: string;
  readonly case: string;
  readonly question: SampleQuestion;
  readonly rule: string | null;
  readonly severity: FindingSeverity;
  readonly follow: FindingFollow;
  /** null where it was erased */
  readonly note: string | null;
  readonly settled: {
    readonly how: FindingSettled;
    readonly by: string | null;
    readonly at: string;
    readonly note: string | null;
  } | null;
};

/** 抽出確認の読み側 */
export type SamplingReads = {
  readonly sampleDraw: (office: OfficeCode, day: string) => SampleDrawRow | null;
  /**
   * days of an office after the last one that was drawn (from `notBefore` on where none was yet), and before `today`, on which something
   * about a case was recorded; oldest first
   */
  readonly daysToSample: (office: OfficeCode, notBefore: string, today: string) => readonly string[];
  readonly sampleDraws: (office: OfficeCode, from: string, until: string) => readonly SampleDrawRow[];
  /** hash of the last event that counts on that day at that office: once the day is over it never changes (B4) */
  readonly headOfDay: (office: OfficeCode, day: string) => string | null;
  /** of days between these, and whatever still waits or has an open finding; latest first */
  readonly sampleCases: (office: OfficeCode, from: string, until: string) => readonly SampleCaseRow[];
  readonly sampleCase: (office: OfficeCode, day: string, caseId: string) => SampleCaseRow | null;
  readonly sampleFindings: (office: OfficeCode, from: string, until: string) => readonly SampleFindingRow[];
  readonly sampleFinding: (finding: string) => SampleFindingRow | null;
  /** cases that nobody has looked at yet, and findings that are open */
  readonly sampleWaiting: (office: OfficeCode) => { readonly cases: number; readonly findings: number };
};
