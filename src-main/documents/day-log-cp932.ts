import type { Cp932Replacement, DayLogCover, UnfitCharacter } from '../../src-shared/contract/day-log-book.ts';
import { encodeCp932, fitsCp932, unfitCharacters } from './cp932.ts';
import { csvText } from './csv.ts';
import { dayLogHeadRecords } from './day-log-csv.ts';
import { type Cell, dayLogHeading, dayLogRows } from './day-log-rows.ts';
import type { DayLogWriter } from './day-log-writer.ts';

const receiptColumn = dayLogHeading.indexOf('受付番号');
const dayColumn = dayLogHeading.indexOf('日付');

/** CP932に入らない字の一覧: by receipt and column, so that a clerk can look each of them up. */
function unfitIn(rows: readonly (readonly Cell[])[]): readonly UnfitCharacter[] {
  return rows.flatMap((cells) =>
    cells.flatMap((cell, index) =>
      unfitCharacters(String(cell ?? '')).map((character) => ({
        receipt: String(cells[receiptColumn] ?? cells[dayColumn] ?? ''),
        column: dayLogHeading[index] ?? '',
        character,
      })),
    ),
  );
}

/**
 * 日報のCSV (CP932、BOMなし): with the replacement that the caller stated, and how many characters it stands for; without one,
 * what does not fit is listed, and from the first of them on nothing more is written.
 */
export function dayLogCp932Writer(
  { practice }: Pick<DayLogCover, 'practice'>,
  replacement: Cp932Replacement | null,
): DayLogWriter {
  const unfit: (UnfitCharacter & { readonly case: string | null })[] = [];
  let replaced = 0;

  const encoded = (rows: readonly (readonly Cell[])[]): string | Uint8Array => {
    if (unfit.length > 0) return '';
    const characters = [...csvText(rows)];
    const missing = characters.filter((character) => !fitsCp932(character)).length;
    if (missing === 0 || replacement === null) return encodeCp932(characters.join(''));
    replaced += missing;
    return encodeCp932(characters.map((character) => (fitsCp932(character) ? character : replacement)).join(''));
  };

  return {
    begin: () => encoded(dayLogHeadRecords(practice)),
    page: ({ view }) => {
      const rows = dayLogRows(view);
      if (replacement === null) {
        const caseOf = new Map(view.cases.map((each) => [each.receipt, each.case]));
        unfit.push(...unfitIn(rows).map((each) => ({ ...each, case: caseOf.get(each.receipt) ?? null })));
      }
      return encoded(rows);
    },
    end: () => '',
    unfit: () => unfit,
    ...(replacement === null ? {} : { replaced: () => replaced }),
  };
}
