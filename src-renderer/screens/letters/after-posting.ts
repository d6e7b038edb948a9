import { usePrint } from '../../store/print-slice.ts';

/** 投函したあとの印刷 (B3): opens the preview of these letters; they stay posted whatever becomes of the paper. */
export function printLetters(cases: readonly string[]): void {
  void usePrint.getState().look('inquiryLetter', cases);
}
