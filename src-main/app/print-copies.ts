import type { PrintForm } from '../../src-shared/contract/print-view.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { LedgerReads } from './ports.ts';

/** 部数: the copies of one form of one case that exist, by their numbers: printed, less those that failed. */
export function copiesOf(reads: LedgerReads, caseId: string, form: PrintForm): ReadonlySet<number> {
  const copies = new Set<number>();
  for (const event of reads.caseEvents(caseId)) {
    if (!isPrinting(event) || event.payload.form !== form) continue;
    if (event.name === 'printed/2') copies.add(event.payload.copy);
    else copies.delete(event.payload.copy);
  }
  return copies;
}

function isPrinting(
  event: ReturnType<LedgerReads['caseEvents']>[number],
): event is KnownEvent<'printed/2'> | KnownEvent<'printFailed/2'> {
  return 'name' in event && (event.name === 'printed/2' || event.name === 'printFailed/2');
}

/** 次の部目: one more than the last that exists, so that no two sheets bear one number. */
export function nextCopyOf(reads: LedgerReads, caseId: string, form: PrintForm): number {
  return Math.max(0, ...copiesOf(reads, caseId, form)) + 1;
}
