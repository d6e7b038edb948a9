import type { Failure } from '../../../src-shared/contract/errors.ts';
import {
  LetterOffset,
  letterOffsetRange,
  PRINT_FORM_NAMES,
  type PrintableCase,
  PrintForm,
} from '../../../src-shared/contract/print-view.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger, record } from '../context.ts';
import { refuse } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { keptOffset, letterOffset, offsetSetting } from '../letter-offset.ts';
import type { CaseRow, LedgerReads } from '../ports.ts';
import { copiesOf, nextCopyOf } from '../print-copies.ts';
import { reasonNotToPrint, reasonWords } from '../print-forms.ts';
import { type PrintedCopy, previewSheets, printOut } from '../print-out.ts';
import { type PrintMark, printableOf } from '../printable-case.ts';

type PrintCalls = 'print.choices' | 'print.preview' | 'print.run' | 'print.offsets' | 'print.setOffsets';

/** 印刷する受付たち: each once, all of them such that the form makes sense; the first that is not answers for all. */
function rowsFor(reads: LedgerReads, form: PrintForm, cases: readonly string[]): Result<readonly CaseRow[], Failure> {
  const rows: CaseRow[] = [];
  for (const caseId of new Set(cases)) {
    const row = reads.case(caseId);
    if (row === null) return refuse('caseNotFound');
    if (row.blocked !== null) return refuse('caseBlocked');
    const reason = row.holder === null ? 'nothingToPrint' : reasonNotToPrint(form, row.state);
    if (reason !== null) return refuse(reason);
    rows.push(row);
  }
  return succeed(rows);
}

function printablesOf(
  context: Context,
  rows: readonly CaseRow[],
  mark: (caseId: string) => PrintMark,
): readonly PrintableCase[] {
  const { reads } = openLedger(context);
  const offset = letterOffset(reads);
  return rows.map((row) => {
    const printable = printableOf(context, reads, row, offset, mark(row.state.case));
    if (printable === null) throw new Error('a case without its person was let through');
    return printable;
  });
}

const named = (copies: readonly PrintedCopy[]) =>
  copies.flatMap(({ case: caseId, copy }) => (caseId === null ? [] : [{ case: caseId, copy }]));

/** 印刷: choose a form, look at it, print or keep it; the case itself is never changed (B3). */
export function printHandlers(context: Context): HandlersOf<PrintCalls> {
  return {
    'print.choices': ({ case: caseId }) => {
      const { reads } = openLedger(context);
      const row = reads.case(caseId);
      if (row === null) return refuse('caseNotFound');
      return succeed({
        forms: PrintForm.options.map((form) => {
          const reason = row.holder === null ? 'nothingToPrint' : reasonNotToPrint(form, row.state);
          return {
            form,
            copies: copiesOf(reads, caseId, form).size,
            reasonNot: reason === null ? null : reasonWords[reason],
          };
        }),
      });
    },

    'print.preview': async ({ form, cases }) => {
      const { reads } = openLedger(context);
      const rows = rowsFor(reads, form, cases);
      if (!rows.ok) return rows;
      const ids = rows.value.map(({ state }) => state.case);
      const pages = await previewSheets(context, ids, () =>
        context.documents.caseForm(
          form,
          printablesOf(context, rows.value, () => ({ copy: null, headDigits: null })),
        ),
      );
      if (!pages.ok) return pages;
      const copiesNext = ids.map((each) => ({ case: each, copy: nextCopyOf(reads, each, form) }));
      return succeed({ title: PRINT_FORM_NAMES[form], pages: [...pages.value], copiesNext });
    },

    'print.run': async ({ requestId, form, cases, to }) => {
      const printed = await printOut(context, {
        requestId,
        to,
        copies: (writes) => {
          const rows = rowsFor(writes, form, cases);
          if (!rows.ok) return rows;
          return succeed(
            rows.value.map(({ state }) => ({
              case: state.case,
              cases: [state.case],
              form,
              copy: nextCopyOf(writes, state.case, form),
            })),
          );
        },
        sheets: (copies, headDigits) => {
          const { reads } = openLedger(context);
          const rows = named(copies).flatMap(({ case: caseId }) => reads.case(caseId) ?? []);
          const copyOf = (caseId: string) => copies.find((each) => each.case === caseId)?.copy ?? null;
          return context.documents.caseForm(
            form,
            printablesOf(context, rows, (caseId) => ({ copy: copyOf(caseId), headDigits })),
          );
        },
        stand: (copies) => {
          const { reads } = openLedger(context);
          return named(copies).every(({ case: caseId, copy }) => copiesOf(reads, caseId, form).has(copy));
        },
      });
      return printed.ok ? succeed({ path: printed.value.path, copies: named(printed.value.copies) }) : printed;
    },

    'print.offsets': () => succeed(letterOffset(openLedger(context).reads)),

    'print.setOffsets': ({ requestId, xMm, yMm }) => {
      const wanted = LetterOffset.safeParse({ xMm, yMm });
      if (!wanted.success) return refuse('badFields', offsetFailures({ xMm, yMm }));
      return record(context, requestId, (writes) => {
        writes.append({
          name: 'settingChanged/1',
          case: null,
          occurredAt: momentOf(context).instant,
          payload: { setting: offsetSetting, from: keptOffset(letterOffset(writes)), to: keptOffset(wanted.data) },
          personal: null,
        });
        return succeed(wanted.data);
      });
    },
  };
}

const { least, most, step } = letterOffsetRange;
const offsetNames = { xMm: '右への移動', yMm: '下への移動' } as const;

function offsetFailures(typed: LetterOffset) {
  return (['xMm', 'yMm'] as const)
    .filter((side) => !LetterOffset.safeParse({ xMm: 0, yMm: 0, [side]: typed[side] }).success)
    .map((field) => ({
      field,
      message: `${offsetNames[field]}は${least}から${most}まで、${step}mmきざみの数字で入力してください。`,
      suggestion: null,
    }));
}
