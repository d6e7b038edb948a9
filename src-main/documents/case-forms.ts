import { PRINT_FORM_NAMES, type PrintableCase, type PrintForm } from '../../src-shared/contract/print-view.ts';
import { addressLabelSheets } from './form-address-label.ts';
import { applicationSheet } from './form-application.ts';
import { checklistSheet } from './form-checklist.ts';
import { inquiryLetterSheet } from './form-inquiry-letter.ts';
import { receiptSlipSheet } from './form-receipt-slip.ts';
import { revocationSheet } from './form-revocation.ts';
import type { Markup } from './html.ts';
import { sheetsDocument } from './sheets.ts';

/** 様式の紙: one sheet a case, and as few as hold all the labels. */
function sheetsOf(form: PrintForm, printables: readonly PrintableCase[]): readonly Markup[] {
  switch (form) {
    case 'application':
      return printables.map(applicationSheet);
    case 'inquiryLetter':
      return printables.map(inquiryLetterSheet);
    case 'revocation':
      return printables.map(revocationSheet);
    case 'checklist':
      return printables.map(checklistSheet);
    case 'receiptSlip':
      return printables.map(receiptSlipSheet);
    case 'addressLabel':
      return addressLabelSheets(printables);
  }
}

/** 様式を作る: the cases' facts in, one HTML text of A4 sheets out. */
export function caseForm(form: PrintForm, printables: readonly PrintableCase[]): string {
  return sheetsDocument(PRINT_FORM_NAMES[form], sheetsOf(form, printables));
}

/** PDFの名前: form, number and copy; never a person's name. The practice ledger's prints say so. */
export function caseFormFileName(form: PrintForm, printables: readonly PrintableCase[]): string {
  const [first] = printables;
  const practice = first?.print.practice === true ? '練習-' : '';
  const which =
    printables.length === 1
      ? `${first?.receipt ?? ''}-${first?.print.copy ?? 0}部目`
      : `${first?.print.at.slice(0, 10).replaceAll('-', '') ?? ''}-${printables.length}件`;
  return `${practice}${PRINT_FORM_NAMES[form]}-${which}.pdf`;
}
