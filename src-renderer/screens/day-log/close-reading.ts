import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { isExplained } from '../../../src-shared/contract/day-log-words.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import type { ClosePreview, TypedCell } from '../../store/close-slice.ts';

/** 照らし終えた日: as it is sent. */
export type ComparedDay = {
  readonly day: string;
  readonly cells: readonly Input<'close.record'>['days'][number]['cells'][number][];
};

type Cell = ClosePreview['cells'][number];

/** 照らした欄: what was typed, the difference, and what is still wanted of it. */
export type CellReading = {
  readonly key: string;
  readonly cell: Cell;
  readonly typed: TypedCell;
  readonly reported: number | null;
  readonly difference: number | null;
  readonly wants: 'count' | 'reason' | null;
  readonly problem: string | null;
};

const untyped: TypedCell = { reported: '', reason: '' };

export function cellKey(day: string, { procedure, kind }: Pick<Cell, 'procedure' | 'kind'>): string {
  return `${day}.${procedure}.${kind}`;
}

/** 欄の名前, as the terminal's daily report lists them. */
export function cellName({ procedure, kind }: Pick<Cell, 'procedure' | 'kind'>): string {
  const kindName = kind === 'signature' ? '署名用' : '利用者用';
  if (procedure === 'revoke') return `失効 ${kindName}`;
  return `${kindName} ${procedure === 'issue' ? '新規' : '更新'}`;
}

/** 差の言葉: 一致, or which of the two has how many more. */
export function differenceWords(difference: number): string {
  if (difference === 0) return '一致';
  return difference > 0 ? `端末が${difference}件多い` : `端末が${-difference}件少ない`;
}

/** 照らす: each cell of a day with what is typed for it. */
export function readCells(preview: ClosePreview, typed: Readonly<Record<string, TypedCell>>): readonly CellReading[] {
  return preview.cells.map((cell) => {
    const key = cellKey(preview.day, cell);
    const here = typed[key] ?? untyped;
    const digits = here.reported.normalize('NFKC').trim();
    const reported = /^\d{1,4}$/.test(digits) ? Number(digits) : null;
    const difference = reported === null ? null : reported - cell.ours;
    const reason = checkFreeText('reason', here.reason, { optional: false, least: 2 });
    const unexplained = difference !== null && difference !== 0 && !reason.ok;
    return {
      key,
      cell,
      typed: here,
      reported,
      difference,
      wants: reported === null ? 'count' : unexplained ? 'reason' : null,
      problem: digits !== '' && reported === null ? '件数を4桁までの数字で入力してください。' : null,
    };
  });
}

/** 照らし終えた日: open days whose every cell is typed, and every difference and passed-over number explained; one sign-in closes them all. */
export function comparedDays(
  previews: Readonly<Record<string, ClosePreview>>,
  typed: Readonly<Record<string, TypedCell>>,
): readonly ComparedDay[] {
  return Object.values(previews)
    .filter(({ state, receiptGaps }) => state === 'open' && receiptGaps.every(isExplained))
    .map((preview) => ({ day: preview.day, cells: readCells(preview, typed) }))
    .filter(({ cells }) => cells.every(({ wants }) => wants === null))
    .map(({ day, cells }) => ({
      day,
      cells: cells.map(({ cell: { procedure, kind, ours }, reported, typed: { reason }, difference }) => ({
        procedure,
        kind,
        ours,
        reported: reported ?? 0,
        reason: difference === 0 ? '' : reason.trim(),
      })),
    }))
    .toSorted((left, right) => (left.day < right.day ? -1 : 1));
}
