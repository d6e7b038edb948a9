import type { FailureCode } from '../../src-shared/contract/errors.ts';
import type { PrintableCase, PrintForm } from '../../src-shared/contract/print-view.ts';
import { type CaseState, lastLetterOf } from '../../src-shared/domain/case/case.ts';

/** 投函の控え: the last posted letter of the case; null before the first. */
export function postedLetterOf(state: CaseState): PrintableCase['letter'] {
  const letter = lastLetterOf(state);
  if (letter === null) return null;
  const { number, postedOn, dueOn, acceptedUntil } = letter;
  return { number, postedOn, dueOn, acceptedUntil };
}

/** 使わない用紙・まだ刷れない用紙: what forbids a form for a case, by its failure. */
export type ReasonNotToPrint = Extract<FailureCode, 'nothingToPrint' | 'letterNotPosted'>;

/** 用紙を選ぶときの短い訳 */
export const reasonWords: Readonly<Record<ReasonNotToPrint, string>> = {
  nothingToPrint: 'この受付では使いません',
  letterNotPosted: '投函を記録すると印刷できます',
};

/** 印刷できない訳: null where the form makes sense for the case as it stands. A letter is posted first, printed second (B3). */
export function reasonNotToPrint(form: PrintForm, state: CaseState): ReasonNotToPrint | null {
  const makesSense = (sensible: boolean): ReasonNotToPrint | null => (sensible ? null : 'nothingToPrint');
  switch (form) {
    case 'application':
      return makesSense(state.lines.some(({ procedure }) => procedure !== 'revoke'));
    case 'revocation':
      return makesSense(state.lines.some(({ cause }) => cause === 'X1' || cause === 'X2'));
    case 'inquiryLetter':
      if (state.route !== 'inquiry') return 'nothingToPrint';
      return postedLetterOf(state) === null ? 'letterNotPosted' : null;
    case 'addressLabel':
      return makesSense(state.route === 'inquiry');
    case 'checklist':
      return makesSense(state.lines.some(({ outcome }) => outcome === 'open'));
    case 'receiptSlip':
      return null;
  }
}
