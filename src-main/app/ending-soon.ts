import type { EndingCertificate } from '../../src-shared/contract/api/list-api.ts';
import { receiptNumberOf } from '../../src-shared/domain/case/case.ts';
import { renewalWindow } from '../../src-shared/domain/renewal.ts';
import { addMonths, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { type Context, momentOf, openLedger } from './context.ts';

const mostShown = 500;
/** a window opens within the next month: whatever ends this many months after the window's own length may be in the list */
const monthsAhead = 2;

/** もうすぐ満了する証明書 (W1): still valid, and their renewal window is open or opens within a month; the earliest end first. */
export function endingSoon(context: Context): {
  readonly certificates: readonly EndingCertificate[];
  readonly more: boolean;
} {
  const { reads } = openLedger(context);
  const { day, policy } = momentOf(context);
  const opensBy = addMonths(day, 1);
  const until = addMonths(day, policy.renewalWindowMonths + monthsAhead);
  const found = reads
    .certificatesEnding(day, until)
    .filter(({ endedOn }) => endedOn === null)
    .map((life) => ({ life, opensOn: renewalWindow(plainDate(life.expiresOn), policy).opensOn }))
    .filter(({ opensOn }) => opensOn <= opensBy);
  const certificates = found.slice(0, mostShown).flatMap(({ life, opensOn }): EndingCertificate[] => {
    const row = reads.case(life.case);
    if (row === null) return [];
    return [
      {
        case: life.case,
        receipt: receiptNumberOf(row.state),
        name: row.holder?.name ?? null,
        kana: row.holder?.kana ?? null,
        kind: life.kind,
        serial: life.serial,
        expiresOn: life.expiresOn,
        renewableFrom: opensOn,
        office: row.state.receipt.office,
      },
    ];
  });
  return { certificates, more: found.length > mostShown };
}
