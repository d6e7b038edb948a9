import type { Failure } from '../../src-shared/contract/errors.ts';
import type { PrintableList } from '../../src-shared/contract/print-view.ts';
import type { ExportedCode, ShownCode } from '../../src-shared/domain/case/listed-codes.ts';
import { type Result, succeed } from '../../src-shared/kernel/result.ts';
import { type Context, momentOf } from './context.ts';
import { refuse, refuseField } from './failures.ts';
import { noteExport, outOrFailed } from './note-export.ts';
import type { OfficeCode } from './ports.ts';
import { noteShown } from './shown.ts';

/** 書き出す一覧: what it is called in the ledger, the days it is of, and the cases it names (null where they are too many to name). */
export type ListOut = {
  readonly requestId: string;
  readonly what: ExportedCode;
  readonly shownAs: ShownCode;
  readonly format: 'csv' | 'xlsx';
  readonly day: string;
  readonly until: string | null;
  readonly office: OfficeCode | null;
  readonly list: PrintableList;
  readonly cases: readonly string[] | null;
};

/** 一覧を書き出す (B5): recorded before the file is made; where none stands then, the ledger says that too. */
export async function writeOutList(
  context: Context,
  { requestId, what, shownAs, format, day, until, office, list, cases }: ListOut,
): Promise<Result<{ path: string; rows: number }, Failure>> {
  const rows = list.rows.length;
  const named = { what, format, day, ...(until === null ? {} : { until }), office };
  const noted = noteExport(context, requestId, { ...named, rows });
  if (!noted.ok) return noted;
  return outOrFailed(context, named, async () => {
    if (cases !== null) {
      const shown = noteShown(context, shownAs, cases, rows);
      if (!shown.ok) return shown;
    }
    const { listCsv, listXlsx } = context.documents;
    const file = format === 'csv' ? listCsv(list) : await listXlsx(list);
    const saved = context.files.save(file.name, file.content);
    return saved.ok ? succeed({ path: saved.value.path, rows }) : refuse('fileNotWritten');
  });
}

/** 一覧の頭と足: by whom and when it was made. */
export function listOf(
  context: Context,
  content: Pick<PrintableList, 'title' | 'subtitle' | 'office' | 'columns' | 'rows' | 'notes'>,
): PrintableList {
  return {
    ...content,
    practice: context.slot.practice,
    printedAt: momentOf(context).instant,
    printedBy: context.desk.user()?.name ?? '',
  };
}

/** 日の範囲の順: what is wrong with it, at its field; null where it is in order. */
export function wrongRange({ from, until }: { readonly from: string; readonly until: string }) {
  if (from <= until) return null;
  return refuseField('badFields', 'until', '終わりの日が、始まりの日より前です。日を確かめてください。');
}

/** 一覧の列 */
export const listColumn = (
  label: string,
  share: number,
  kind: 'text' | 'number' | 'day' = 'text',
): PrintableList['columns'][number] => ({
  label,
  share,
  numeric: kind === 'number',
  ...(kind === 'day' ? { day: true } : {}),
});
