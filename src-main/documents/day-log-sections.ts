import type { Cell, Row } from 'write-excel-file/node';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { dayCell, textCell } from './xlsx-sheets.ts';

export type Column = { readonly label: string; readonly width: number };
/** 一枚: a sheet of the book, its heading and its rows. */
export type Section = { readonly name: string; readonly columns: readonly Column[]; readonly rows: readonly Row[] };

export const day: Column = { label: '日付', width: 18 };
export const office: Column = { label: '窓口', width: 12 };
export const column = (label: string, width = 12): Column => ({ label, width });

/** The same few words and days stand in a year's cells again and again: each is one cell in memory. */
function once(make: (value: string) => Cell): (value: string) => Cell {
  const made = new Map<string, Cell>();
  return (value) => {
    const cell = made.get(value) ?? make(value);
    if (made.size < mostRemembered) made.set(value, cell);
    return cell;
  };
}
const mostRemembered = 2_000;

export const date = once(dayCell);
const words = once(textCell);
export const text = (value: string | null): Cell => (value === null || value === '' ? null : words(value));
export const number = (value: number): Cell => ({ value, type: Number });

export const placeOf = (view: DayLogView): readonly Cell[] => [date(view.day), text(OFFICE_NAMES[view.office])];
