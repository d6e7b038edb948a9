import type { Cp932Replacement, DayLogBook, UnfitCharacter } from '../../src-shared/contract/day-log-book.ts';
import { encodeCp932, fitsCp932, unfitCharacters } from './cp932.ts';
import { csvText } from './csv.ts';
import { dayLogRecords } from './day-log-csv.ts';
import { dayLogHeading } from './day-log-rows.ts';

const receiptColumn = dayLogHeading.indexOf('受付番号');
const dayColumn = dayLogHeading.indexOf('日付');

/** CP932に入らない字の一覧: by receipt and column, so that a clerk can look each of them up. */
export function dayLogUnfit(book: Pick<DayLogBook, 'practice' | 'views'>): readonly UnfitCharacter[] {
  return dayLogRecords(book).flatMap((cells) =>
    cells.flatMap((cell, index) =>
      unfitCharacters(String(cell ?? '')).map((character) => ({
        receipt: String(cells[receiptColumn] ?? cells[dayColumn] ?? ''),
        column: dayLogHeading[index] ?? '',
        character,
      })),
    ),
  );
}

/** 日報のCSV (CP932、BOMなし): with the replacement that the caller stated, and how many characters it stands for. */
export function dayLogCp932(
  book: Pick<DayLogBook, 'practice' | 'views'>,
  replacement: Cp932Replacement | null,
): { readonly content: Uint8Array; readonly replaced: number } {
  const characters = [...csvText(dayLogRecords(book))];
  const replaced = characters.filter((character) => !fitsCp932(character)).length;
  const text = characters.map((character) => (fitsCp932(character) ? character : (replacement ?? character))).join('');
  return { content: encodeCp932(text), replaced };
}
