import type { CalendarEntry } from '../../../src-shared/contract/api/settings-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import type { Office } from '../../../src-shared/domain/visit.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { readTime } from '../receive/paper-reading.ts';

export type EntryKind = CalendarEntry['kind'];
export type EntryField = 'kind' | 'day' | 'from' | 'lastDay' | 'until' | 'offices' | 'reason';
export type EntryProblem = { readonly field: EntryField; readonly message: string };

/** 暦に入力したもの: exactly as typed. `lastDay` may be left open for one day; an opening is always of one. `acknowledged`: warnings that were read. */
export type EntryTyped = {
  readonly kind: EntryKind | null;
  readonly day: string;
  readonly from: string;
  readonly lastDay: string;
  readonly until: string;
  readonly offices: readonly Office[];
  readonly reason: string;
  readonly acknowledged: readonly string[];
};

export const allOffices: readonly Office[] = ['shiminka', 'sobue', 'heiwa'];
export const emptyEntry: EntryTyped = {
  kind: null,
  day: '',
  from: '',
  lastDay: '',
  until: '',
  offices: allOffices,
  reason: '',
  acknowledged: [],
};

type Entry = Required<Omit<Input<'settings.addCalendarEntry'>, 'requestId'>>;
type Reading =
  | { readonly entry: Entry; readonly problems: readonly [] }
  | { readonly entry: null; readonly problems: readonly EntryProblem[] };

/** 暦の書き込みを読む (L2, L3): what is to be recorded, or what to mend in which field. A closure is of whole days; a stop may pass midnight. */
export function readEntry(typed: EntryTyped): Reading {
  const { kind } = typed;
  if (kind === null) return { entry: null, problems: [{ field: 'kind', message: '種類を選んでください。' }] };
  const day = dayIn(typed.day);
  const lastDay = kind !== 'specialOpening' && typed.lastDay.trim() !== '' ? dayIn(typed.lastDay) : day;
  const whole = kind === 'specialClosure';
  const from = whole ? '00:00' : readTime(typed.from);
  const until = whole ? '23:59' : readTime(typed.until);
  const reason = checkFreeText('reason', typed.reason, { optional: false, least: 2 });
  const noOffice = kind !== 'systemStop' && typed.offices.length === 0;
  const problems: EntryProblem[] = [
    ...dayProblem('day', day),
    ...timeProblem('from', from),
    ...(lastDay === day ? [] : dayProblem('lastDay', lastDay)),
    ...timeProblem('until', until),
    ...(noOffice ? [{ field: 'offices', message: '窓口を1つ以上選んでください。' } as const] : []),
    ...(reason.ok ? [] : [{ field: 'reason', message: reason.failure.message } as const]),
  ];
  if (problems.length > 0 || !day.ok || !lastDay.ok || from === null || until === null || !reason.ok)
    return { entry: null, problems };
  const [starts, ends] = [`${day.value}T${from}`, `${lastDay.value}T${until}`];
  if (starts >= ends)
    return {
      entry: null,
      problems: [
        { field: whole ? 'lastDay' : 'until', message: '終わりが、始まりより前です。日と時刻を確かめてください。' },
      ],
    };
  const everywhere = kind === 'systemStop' || typed.offices.length === allOffices.length;
  return {
    entry: {
      kind,
      from: starts,
      until: ends,
      offices: everywhere ? null : [...typed.offices],
      reason: reason.value,
      acknowledged: [...typed.acknowledged],
    },
    problems: [],
  };
}

type DayRead = { readonly ok: true; readonly value: PlainDate } | { readonly ok: false; readonly message: string };

function dayIn(text: string): DayRead {
  if (text.trim() === '') return { ok: false, message: '日を入力してください。' };
  const parsed = parseDateInput(text);
  return parsed.ok ? parsed : { ok: false, message: parsed.failure.message };
}

function dayProblem(field: 'day' | 'lastDay', read: DayRead): readonly EntryProblem[] {
  return read.ok ? [] : [{ field, message: read.message }];
}

function timeProblem(field: 'from' | 'until', time: string | null): readonly EntryProblem[] {
  return time === null ? [{ field, message: '時刻は「9:00」のように入力してください。' }] : [];
}
