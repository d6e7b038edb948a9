import type { BackEntryFacts } from '../../../src-shared/contract/receive-fields.ts';
import { type BackEntry, judgeBackEntry } from '../../../src-shared/domain/counter-hours.ts';
import type { Finding } from '../../../src-shared/domain/decision.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import { atTime, type PlainDateTime, PlainTime } from '../../../src-shared/kernel/plain-date-time.ts';
import type { FieldIssue } from './receive-form.ts';
import type { Typed } from './typed.ts';

/** 紙で受け付けたものの読み (L4): `at` is the moment on the paper, null while it cannot be read or lies ahead. */
export type PaperReading = {
  readonly at: PlainDateTime | null;
  readonly backEntry: BackEntryFacts | null;
  readonly findings: readonly Finding[];
  readonly issues: readonly FieldIssue[];
};

const field = 'backEntry.happenedAt';
const notOnPaper: PaperReading = { at: null, backEntry: null, findings: [], issues: [] };

/** 紙の日時を読む: a day in either calendar, and a time; neither may lie ahead of now. */
export function readPaper(typed: Typed, now: PlainDateTime): PaperReading {
  if (!typed.onPaper) return notOnPaper;
  const day = parseDateInput(typed.paperDay);
  const time = readTime(typed.paperTime);
  const happenedAt = day.ok && time !== null ? atTime(day.value, time) : null;
  const ahead = happenedAt !== null && happenedAt > now;
  return {
    at: ahead ? null : happenedAt,
    backEntry: { happenedAt: happenedAt ?? '', reason: typed.paperReason },
    findings: happenedAt === null ? [] : judgeBackEntry(entryOf(happenedAt, now, typed.paperReason)),
    issues: issuesOf(typed, { day, time, ahead }),
  };
}

/** 時刻を読む: `9:05`, `0905` or `9時5分`, in any width; null where no time is meant. */
export function readTime(typed: string): PlainTime | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/gu, '');
  const match = /^(\d{1,2})(?::|時|\.)(\d{1,2})分?$/u.exec(text) ?? /^(\d{1,2})(\d{2})$/u.exec(text);
  if (match === null) return null;
  const [, hour = '', minute = ''] = match;
  const parsed = PlainTime.safeParse(`${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`);
  return parsed.success ? parsed.data : null;
}

/** The second person signs in or answers later; until then that part of L4 stands open. */
function entryOf(happenedAt: PlainDateTime, recordedAt: PlainDateTime, reason: string): BackEntry {
  return { happenedAt, recordedAt, reason, clerk: '', secondPerson: null };
}

function issuesOf(
  typed: Typed,
  {
    day,
    time,
    ahead,
  }: { readonly day: ReturnType<typeof parseDateInput>; readonly time: PlainTime | null; readonly ahead: boolean },
): readonly FieldIssue[] {
  const issue = (message: string, half: boolean): readonly FieldIssue[] => [
    { field, message, mend: null, half, blocks: true },
  ];
  if (typed.paperDay.trim() !== '' && !day.ok) return issue(day.failure.message, day.failure.code === 'unreadable');
  if (typed.paperTime.trim() !== '' && time === null)
    return issue('時刻として読めません。「9:05」のように入力してください。', true);
  return ahead
    ? issue('受け付けた日時が、いまより後になっています。紙に書いた日と時刻を入力してください。', false)
    : [];
}
