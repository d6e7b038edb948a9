import { mostCasesPrinted } from '../../../src-shared/contract/print-view.ts';
import type { Posted } from '../../store/letters-slice.ts';
import { usePrint } from '../../store/print-slice.ts';

/** 投函したあとの印刷 (B3): opens the preview of these letters; they stay posted whatever becomes of the paper. */
export function printLetters(cases: readonly string[]): void {
  void usePrint.getState().look('inquiryLetter', cases);
}

/** 何回に分けて印刷するか: a day's letters may be more than one preview holds. */
export function printRuns(posted: Posted): readonly (readonly string[])[] {
  const runs = Math.ceil(posted.length / mostCasesPrinted);
  return Array.from({ length: runs }, (_, run) =>
    posted.slice(run * mostCasesPrinted, (run + 1) * mostCasesPrinted).map((each) => each.case),
  );
}
