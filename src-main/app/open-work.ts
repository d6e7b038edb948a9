import type { OpenWork } from '../../src-shared/contract/api/staff-api.ts';
import { isLapsed, receiptNumberOf } from '../../src-shared/domain/case/case.ts';
import { type Context, momentOf, placeOf } from './context.ts';
import type { CaseRow, LedgerReads } from './ports.ts';

/** 手もとに残っているもの: what somebody asked, has in hand, typed and not yet recorded, and which days are not closed here. */
export function openWorkOf(context: Context, reads: LedgerReads, staff: string): OpenWork {
  const { day } = momentOf(context);
  const { office } = placeOf(reads);
  const approvals = reads.approvals();
  const named = (row: CaseRow) => ({ receipt: receiptNumberOf(row.state), name: row.holder?.name ?? null });
  return {
    approvals: approvals
      .filter(({ askedBy }) => askedBy === staff)
      .flatMap(({ request, case: caseId, askedAt }) => {
        const row = reads.case(caseId);
        return row === null ? [] : [{ request, ...named(row), askedAt }];
      }),
    waiting: approvals.filter((each) => each.office === office && each.askedBy !== staff).length,
    cases: reads.casesHandledBy(staff).flatMap((caseId) => {
      const row = reads.case(caseId);
      if (row === null || row.blocked !== null || isLapsed(row.state, day)) return [];
      return [{ case: caseId, ...named(row), receivedAt: row.state.receivedAt }];
    }),
    drafts: reads
      .drafts()
      .filter(({ owner }) => owner === staff)
      .map(({ draft, title, savedAt }) => ({ draft, title, savedAt })),
    openDays: reads
      .closeDays()
      .filter((row) => row.own && row.close === null)
      .map((row) => row.day)
      .toSorted(),
  };
}

/** 見せる受付: every case that is named in it. */
export function casesOfWork(reads: LedgerReads, work: OpenWork): readonly string[] {
  const asked = work.approvals.flatMap(({ request }) => reads.approval(request)?.case ?? []);
  return [...new Set([...asked, ...work.cases.map((each) => each.case)])];
}
