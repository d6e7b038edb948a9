import type { Failure } from '../../src-shared/contract/errors.ts';
import type { PrintableList } from '../../src-shared/contract/print-view.ts';
import type { PrintedCode } from '../../src-shared/domain/case/listed-codes.ts';
import { type Result, succeed } from '../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger, record, type Sheets } from './context.ts';
import { refuse } from './failures.ts';
import type { LedgerWrites } from './ports.ts';
import { noteShown } from './shown.ts';

/** 一部: what one printing is called in the ledger; `case` is null for a list of many. */
export type PrintedCopy = {
  readonly case: string | null;
  readonly cases: readonly string[];
  readonly form: PrintedCode;
  readonly copy: number;
};

export type PrintJob = {
  readonly requestId: string;
  readonly to: 'printer' | 'file';
  /** inside the transaction: what may be printed, and which copy it is */
  readonly copies: (writes: LedgerWrites) => Result<readonly PrintedCopy[], Failure>;
  /** once it is recorded; the digits are the head that already holds these copies */
  readonly sheets: (copies: readonly PrintedCopy[], headDigits: string) => Sheets;
  /** whether copies that this very request recorded before exist still */
  readonly stand: (copies: readonly PrintedCopy[]) => boolean;
};

export type PrintedOut = { readonly path: string | null; readonly copies: readonly PrintedCopy[] };

/**
 * 印刷する (B3, B5): recorded first, then laid out, then handed to the printer or the folder. Where that fails the ledger says so
 * too, and the copy does not count; the case itself never changes. A request that was recorded before prints nothing again.
 */
export async function printOut(context: Context, job: PrintJob): Promise<Result<PrintedOut, Failure>> {
  const first = { time: false };
  const recorded = record(context, job.requestId, (writes) => {
    const copies = job.copies(writes);
    if (!copies.ok) return copies;
    for (const copy of copies.value) {
      writes.append({
        name: 'printed/2',
        case: copy.case,
        occurredAt: momentOf(context).instant,
        payload: { form: copy.form, cases: [...copy.cases], copy: copy.copy, to: job.to },
        personal: null,
      });
    }
    first.time = true;
    return copies;
  });
  if (!recorded.ok) return recorded;
  const copies = recorded.value;
  if (!first.time) return job.stand(copies) ? succeed({ path: null, copies }) : refuse('printFailed');
  let left: Result<string | null, Failure> | null = null;
  try {
    const head = openLedger(context).reads.count().head;
    left = await leave(context, job.to, job.sheets(copies, head.slice(0, 8)));
    return left.ok ? succeed({ path: left.value, copies }) : left;
  } finally {
    // Also where a defect broke it off.
    if (left?.ok !== true) noteFailed(context, copies);
  }
}

async function leave(
  { printer, files }: Context,
  to: PrintJob['to'],
  { html, name }: Sheets,
): Promise<Result<string | null, Failure>> {
  if (to === 'printer') {
    const printed = await printer.print(html);
    return printed.ok ? succeed(null) : refuse(printed.failure.code);
  }
  const pdf = await printer.pdf(html);
  if (!pdf.ok) return refuse(pdf.failure.code);
  const saved = files.save(name, pdf.value);
  return saved.ok ? succeed(saved.value.path) : refuse('fileNotWritten');
}

function noteFailed(context: Context, copies: readonly PrintedCopy[]): void {
  record(context, null, (writes) => {
    for (const { case: caseId, cases, form, copy } of copies) {
      writes.append({
        name: 'printFailed/2',
        case: caseId,
        occurredAt: momentOf(context).instant,
        payload: { form, cases: [...cases], copy },
        personal: null,
      });
    }
    return succeed(null);
  });
}

/** 見本を見せる (B5): recorded as shown, then laid out; nobody sees it who has left or locked the desk meanwhile. */
export async function previewSheets(
  context: Context,
  cases: readonly string[],
  sheets: () => Sheets,
): Promise<Result<readonly string[], Failure>> {
  const shown = noteShown(context, 'printPreview', cases, cases.length);
  if (!shown.ok) return shown;
  const asking = context.desk.user();
  const pictures = await context.printer.pictures(sheets().html);
  if (!context.desk.stillSits(asking)) return refuse(context.desk.isLocked() ? 'locked' : 'notSignedIn');
  if (!pictures.ok) return refuse(pictures.failure.code);
  return succeed(pictures.value.map((picture) => Buffer.from(picture).toString('base64')));
}

/** 一覧を印刷する: any list, recorded with the cases it names. */
export function printList(
  context: Context,
  {
    requestId,
    to,
    list,
    cases,
  }: {
    readonly requestId: string;
    readonly to: PrintJob['to'];
    readonly list: PrintableList;
    readonly cases: readonly string[];
  },
): Promise<Result<PrintedOut, Failure>> {
  return printOut(context, {
    requestId,
    to,
    copies: () => succeed([{ case: null, cases, form: 'list', copy: 1 }]),
    sheets: () => context.documents.listSheet(list),
    stand: () => true,
  });
}

/** 一覧の見本 */
export function previewList(
  context: Context,
  list: PrintableList,
  cases: readonly string[],
): Promise<Result<readonly string[], Failure>> {
  return previewSheets(context, cases, () => context.documents.listSheet(list));
}
