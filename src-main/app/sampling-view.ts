import type { SampleCase, SampleFinding } from '../../src-shared/contract/api/sampling-api.ts';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import { PROCEDURE_NAMES, ROUTE_NAMES } from '../../src-shared/contract/names-ja.ts';
import { receiptNumberOf } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { type Override, overridesOf } from '../../src-shared/domain/overrides.ts';
import { involvedIn, questionsFor } from '../../src-shared/domain/sampling.ts';
import { KIND_NAMES } from '../../src-shared/domain/visit.ts';
import { detailOf } from './case-detail.ts';
import { isKnown } from './case-history.ts';
import type { Context } from './context.ts';
import type { CaseRow, LedgerReads } from './ports.ts';
import type { SampleCaseRow, SampleFindingRow } from './ports-audit.ts';

/** 受付の出来事 that this program understands */
export function knownEventsOf(reads: LedgerReads, caseId: string): readonly KnownEvent[] {
  return reads.caseEvents(caseId).filter(isKnown);
}

/** 抽出確認の前と後: the events of the case around the second look of that day; all of them before it where there was none yet. */
export function aroundReview(
  reads: LedgerReads,
  caseId: string,
  day: string,
): { readonly before: readonly KnownEvent[]; readonly after: readonly KnownEvent[] } {
  const events = knownEventsOf(reads, caseId);
  const at = events.findIndex((event) => event.name === 'sampleReviewed/1' && event.payload.day === day);
  return at === -1 ? { before: events, after: [] } : { before: events.slice(0, at), after: events.slice(at + 1) };
}

/** 関わったか (B7): by any of these accounts, before the second look of that day; what follows from a finding bars nobody from settling it. */
export function isInvolved(reads: LedgerReads, caseId: string, day: string, accounts: ReadonlySet<string>): boolean {
  return [...involvedIn(aroundReview(reads, caseId, day).before)].some((staff) => accounts.has(staff));
}

function nameOf(reads: LedgerReads, staff: string | null): string | null {
  return reads.staff().find((each) => each.staff === staff)?.name ?? null;
}

function proceduresOf({ state }: CaseRow): string {
  return state.lines.map(({ procedure, kind }) => `${KIND_NAMES[kind]} ${PROCEDURE_NAMES[procedure]}`).join('・');
}

/** 抽出した受付を見せる, to whoever has these accounts; null where the case is not known here. */
export function sampleShown(reads: LedgerReads, row: SampleCaseRow, asking: ReadonlySet<string>): SampleCase | null {
  const of = reads.case(row.case);
  if (of === null) return null;
  const events = knownEventsOf(reads, row.case);
  const rules = row.why === 'override' ? [...new Set(overridesOf(events).map(({ rule }) => rule))] : [];
  return {
    day: row.day,
    case: row.case,
    receipt: receiptNumberOf(of.state),
    name: of.holder?.name ?? null,
    procedures: proceduresOf(of),
    why: row.why,
    rules,
    state: row.review === null ? 'waiting' : row.findings > 0 ? 'finding' : 'reviewed',
    mine: isInvolved(reads, row.case, row.day, asking),
    reviewedBy: nameOf(reads, row.review?.reviewer ?? null),
    reviewedAt: row.review?.at ?? null,
    findings: row.findings,
    open: row.open,
  };
}

/** 気づきを見せる */
export function findingShown(reads: LedgerReads, row: SampleFindingRow): SampleFinding {
  const { finding, question, rule, severity, follow, note, settled } = row;
  return {
    finding,
    question,
    rule,
    severity,
    follow,
    note,
    settled: settled === null ? null : { ...settled, by: nameOf(reads, settled.by) },
  };
}

type Opened = Output<'sampling.open'>;

/** 受付のときの判定, as it was kept then: what did not hold first. */
function decisionOf(events: readonly KnownEvent[]): Opened['decision'] {
  const decided = events.find((event) => event.name === 'caseVerified/1' || event.name === 'caseRefused/1');
  if (decided?.name !== 'caseVerified/1' && decided?.name !== 'caseRefused/1')
    return { words: '判定の記録なし', findings: [] };
  const order = { unmet: 0, pending: 1, unknown: 2, met: 3 } as const;
  return {
    words:
      decided.name === 'caseVerified/1'
        ? `${ROUTE_NAMES[decided.payload.route]}で受け付け`
        : `受付不可 ${decided.payload.codes.join('・')}`,
    findings: decided.payload.findings
      .map(({ code, status, kind }) => ({ code, status, kind: kind === null ? '' : KIND_NAMES[kind] }))
      .toSorted((one, other) => order[one.status] - order[other.status] || (one.code < other.code ? -1 : 1)),
  };
}

/** 発行の記録, as it was kept then. */
function issuedOf(events: readonly KnownEvent[]): Opened['issued'] {
  return events.flatMap((event): Opened['issued'] => {
    if (event.name !== 'certificateIssued/2' || event.personal === null) return [];
    const { kind, procedure, decidedBy } = event.payload;
    const { serial, issuedOn, expiresOn, ours, compared } = event.personal;
    return [
      {
        kind,
        procedure,
        decidedBy,
        serial,
        issuedOn,
        expiresOn,
        ours,
        compared: compared.map((each) => ({ ...each })),
      },
    ];
  });
}

function overrideShown(reads: LedgerReads, { rule, at, by, reason }: Override): Opened['overrides'][number] {
  return { rule, at, by: nameOf(reads, by), reason: reason ?? '(消去済)' };
}

/** 受付を確かめる: its record beside the questions; null where the case is not known here. */
export function openedSample(
  context: Context,
  reads: LedgerReads,
  row: SampleCaseRow,
  asking: ReadonlySet<string>,
): Opened | null {
  const of = reads.case(row.case);
  const sample = sampleShown(reads, row, asking);
  if (of === null || sample === null) return null;
  const events = knownEventsOf(reads, row.case);
  return {
    sample,
    detail: detailOf(context, reads, of),
    decision: decisionOf(events),
    issued: issuedOf(events),
    overrides: overridesOf(events).map((override) => overrideShown(reads, override)),
    questions: [...questionsFor(row.why === 'override')],
    findings: reads
      .sampleFindings(row.office, row.day, row.day)
      .filter((finding) => finding.case === row.case)
      .map((finding) => findingShown(reads, finding)),
  };
}
