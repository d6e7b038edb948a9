import type { DayLogSum, DayLogView } from '../../src-shared/contract/day-log-view.ts';
import {
  differenceWords,
  gapWords,
  KINDS_NAMES,
  OVERRIDE_NAMES,
  reasonWords,
} from '../../src-shared/contract/day-log-words.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatMonthDay } from '../../src-shared/kernel/wareki.ts';
import { linesOf, widthInEm } from './fit-text.ts';
import { timeOfDay } from './print-words.ts';

/** 特記の一項: what it is about, how many there are, and each of them in words; by receipt number, never by name. */
export type Note = { readonly label: string; readonly count: string; readonly items: readonly string[] };

/** how many millimetres of paper the notes may take, and how wide their words run */
const widthMm = 126;
const sizePt = 9;
const lineMm = sizePt * 1.35 * (25.4 / 72);
const paddingMm = 2.1;
/** longer items stand on lines of their own */
const longItemEm = 22;

function by(who: string | null, at: string): string {
  return `(${[timeOfDay(at), who].filter((word) => word !== null).join(' ')})`;
}

/** 特記: what a superior has to know of the day besides its counts; what there was none of is said in one line. */
export function dayLogNotes(view: DayLogView | DayLogSum): {
  readonly notes: readonly Note[];
  readonly none: readonly string[];
} {
  const { total, cases, corrections, overrides, differences, receiptGaps } = view;
  const codes = new Map<string, number>();
  for (const code of cases.filter(({ result }) => result === '受付不可').flatMap((each) => each.codes)) {
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const open = cases.filter(({ result }) => ['確認済', '停止中', '回答受領'].includes(result));
  const late = cases.filter((each) => each.late);
  const all: readonly Note[] = [
    {
      label: '満了日の相違(V7)',
      count: `${differences.length}件`,
      items: differences.map(
        (each) => `${each.receipt} ${KINDS_NAMES[each.kind]} ${differenceWords(each)}${by(each.by, each.at)}`,
      ),
    },
    {
      label: '責任者が認めた扱い',
      count: `${overrides.length}件`,
      items: overrides.map(
        ({ rule, receipt, at, by: who, reason }) =>
          `${receipt} ${OVERRIDE_NAMES[rule]}(${rule}) ${reasonWords(reason)}${by(who, at)}`,
      ),
    },
    {
      label: '翌日への繰越し',
      count: `${open.length}件`,
      items: open.map(({ receipt, procedure, result }) => `${receipt} ${procedure}(${result})`),
    },
    {
      label: '後着',
      count: `${late.length}件`,
      items: late.map(
        ({ receipt, receiptDay, result }) => `${receipt} ${formatMonthDay(plainDate(receiptDay))}の受付(${result})`,
      ),
    },
    {
      label: '受付不可',
      count: `${total.refused}件`,
      items: total.refused === 0 ? [] : [...codes].map(([code, count]) => `${code} ${count}件`),
    },
    {
      label: '訂正',
      count: `${corrections.length}件`,
      items: corrections.map(
        ({ at, receipt, fields, asked, approver }) =>
          `${receipt} ${fields}(${timeOfDay(at)} 申請 ${asked ?? '—'}・承認 ${approver ?? '—'})`,
      ),
    },
    {
      label: '欠番',
      count: `${receiptGaps.length}番`,
      items: receiptGaps.map((gap) => {
        const told = gap.explained === null ? '' : by(gap.explained.by, gap.explained.at);
        return `${gap.number} ${gapWords(gap)}${told}`;
      }),
    },
  ];
  const isThere = ({ label, items }: Note): boolean => items.length > 0 || (label === '受付不可' && total.refused > 0);
  return { notes: all.filter(isThere), none: all.filter((note) => !isThere(note)).map(({ label }) => label) };
}

/** 一項の言葉 as it stands in its cell */
export function noteWords({ count, items }: Pick<Note, 'count' | 'items'>): string {
  const long = items.length > 1 && items.some((item) => widthInEm(item) > longItemEm);
  return [count, items.join(long ? '\n' : '、')].filter((words) => words !== '').join(' ');
}

/** 紙の上の高さ (mm) of a text in a cell of the notes, a little on the safe side. */
export function heightOf(words: string): number {
  return linesOf(words, widthMm, sizePt) * lineMm + paddingMm;
}

/**
 * 紙に割り付ける: as many items as fit on the first sheet, the rest on a second one under 「続き」; what does not fit there either is
 * counted, and stands in the exports.
 */
export function layNotes(
  notes: readonly Note[],
  firstMm: number,
  secondMm: number,
): readonly [readonly Note[], readonly Note[]] {
  const first = fill(notes, firstMm);
  const second = fill(
    first.rest.map((note) => ({
      ...note,
      label: first.laid.some(({ label }) => label === note.label) ? `${note.label}(続き)` : note.label,
    })),
    secondMm,
  );
  const left = second.rest.reduce((sum, { items }) => sum + Math.max(1, items.length), 0);
  const more: readonly Note[] =
    left === 0 ? [] : [{ label: 'ほか', count: `${left}件は、書き出しの表にあります`, items: [] }];
  return [first.laid, [...second.laid, ...more]];
}

/** fills the room from the top; a note is parted between two of its items */
function fill(
  notes: readonly Note[],
  roomMm: number,
): { readonly laid: readonly Note[]; readonly rest: readonly Note[] } {
  let room = roomMm;
  const laid: Note[] = [];
  for (const [index, note] of notes.entries()) {
    const height = heightOf(noteWords(note));
    if (height <= room) {
      laid.push(note);
      room -= height;
      continue;
    }
    let taken = note.items.length;
    while (taken > 0 && heightOf(noteWords({ ...note, items: note.items.slice(0, taken) })) > room) taken -= 1;
    if (taken > 0) laid.push({ ...note, items: note.items.slice(0, taken) });
    const rest = { ...note, count: taken > 0 ? '' : note.count, items: note.items.slice(taken) };
    return { laid, rest: [rest, ...notes.slice(index + 1)] };
  }
  return { laid, rest: [] };
}
