import { addDays, daysInMonth, type PlainDate, partsOf, plainDateOf } from './plain-date.ts';
import { fail, type Result, succeed } from './result.ts';
import { ERA_DISPLAY_STARTS_ON, ERAS, type Era, formatWareki } from './wareki.ts';

/** 読めなかった日付: what happened and what to do, and the day that was probably meant. */
export type DateInputFailure = {
  readonly code: 'empty' | 'unreadable' | 'outsideEra' | 'noSuchDay';
  readonly message: string;
  readonly suggestion: PlainDate | null;
};

const EARLIEST_WESTERN_YEAR = 1850;
const HOW_TO_WRITE = '「S63.4.1」「昭和63年4月1日」「1988-04-01」のように入力してください。';

// Every way of writing an era that a clerk or an input method produces, after NFKC and upper-casing.
const ERA_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:明治|明|メイジ|めいじ|M)/, '明治'],
  [/^(?:大正|大|タイショウ|たいしょう|T)/, '大正'],
  [/^(?:昭和|昭|ショウワ|しょうわ|S)/, '昭和'],
  [/^(?:平成|平|ヘイセイ|へいせい|H)/, '平成'],
  [/^(?:令和|令|レイワ|れいわ|R)/, '令和'],
];

/** 日付の読み取り: what a clerk types (era or western, any width) becomes a day, or a message with the likely day. */
export function parseDateInput(typed: string): Result<PlainDate, DateInputFailure> {
  const text = folded(typed);
  if (text === '') return fail({ code: 'empty', message: '日付を入力してください。', suggestion: null });
  const word = ERA_WORDS.find(([pattern]) => pattern.test(text));
  if (word === undefined) return parseWestern(text);
  const [pattern, name] = word;
  const era = ERAS.find((candidate) => candidate.name === name);
  const numbers = eraNumbers(text.replace(pattern, ''));
  if (era === undefined || numbers === null) return unreadable();
  return inEra(era, ...numbers);
}

type Numbers = readonly [year: number, month: number, day: number];

function folded(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .trim()
    .replace(/(?<=\d)\s+(?=\d)/g, '.')
    .replace(/\s/g, '')
    .replace(/[。、・,．/ー―‐‑–—−-]/g, '.');
}

function eraNumbers(rest: string): Numbers | null {
  const compact = /^(\d{2}|元)(\d{2})(\d{2})$/.exec(rest);
  const spaced = /^\.?(\d{1,2}|元)(?:年|\.)(\d{1,2})(?:月|\.)(\d{1,2})日?$/.exec(rest);
  return numbersOf(compact ?? spaced);
}

function parseWestern(text: string): Result<PlainDate, DateInputFailure> {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const spaced = /^(?:西暦)?(\d{4})(?:年|\.)(\d{1,2})(?:月|\.)(\d{1,2})日?$/.exec(text);
  const numbers = numbersOf(compact ?? spaced);
  if (numbers === null) return unreadable();
  const [year, month, day] = numbers;
  if (year < EARLIEST_WESTERN_YEAR) {
    return fail({
      code: 'unreadable',
      message: `${year}年と読めます。年を確かめて、入力し直してください。`,
      suggestion: null,
    });
  }
  const date = plainDateOf(year, month, day);
  return date === null ? impossible(`${year}年`, year, month, day) : succeed(date);
}

function numbersOf(match: RegExpExecArray | null): Numbers | null {
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  return [year === '元' ? 1 : Number(year), Number(month), Number(day)];
}

function inEra(era: Era, eraYear: number, month: number, day: number): Result<PlainDate, DateInputFailure> {
  const label = `${era.name}${eraYear === 1 ? '元' : eraYear}年`;
  if (eraYear === 0) {
    return fail({
      code: 'noSuchDay',
      message: `${era.name}0年はありません。最初の年は元年です。${HOW_TO_WRITE}`,
      suggestion: null,
    });
  }
  const year = partsOf(era.startsOn).year + eraYear - 1;
  const date = plainDateOf(year, month, day);
  if (date === null) return impossible(label, year, month, day);
  if (date < ERA_DISPLAY_STARTS_ON) {
    return fail({
      code: 'outsideEra',
      message: '明治5年までは旧暦のため、この欄では読めません。西暦の日付で入力してください。',
      suggestion: null,
    });
  }
  if (date < era.startsOn) return outside(`${label}は${monthAndDay(era.startsOn)}からです。`, date);
  const endsOn = lastDayOf(era);
  if (endsOn === null || date <= endsOn) return succeed(date);
  const sameYear = partsOf(endsOn).year === year;
  return outside(
    sameYear ? `${label}は${monthAndDay(endsOn)}までです。` : `${era.name}は${formatWareki(endsOn).slice(2)}までです。`,
    date,
  );
}

function lastDayOf(era: Era): PlainDate | null {
  const place = ERAS.indexOf(era);
  const next = place > 0 ? ERAS[place - 1] : undefined;
  return next === undefined ? null : addDays(next.startsOn, -1);
}

function outside(happened: string, suggestion: PlainDate): Result<PlainDate, DateInputFailure> {
  return fail({ code: 'outsideEra', message: `${happened}${formatWareki(suggestion)}ではありませんか。`, suggestion });
}

function impossible(yearLabel: string, year: number, month: number, day: number): Result<PlainDate, DateInputFailure> {
  if (month < 1 || month > 12) {
    return fail({
      code: 'noSuchDay',
      message: `${month}月はありません。月は1から12までで入力してください。`,
      suggestion: null,
    });
  }
  const last = daysInMonth(year, month);
  if (day < 1 || day > 31) {
    return fail({
      code: 'noSuchDay',
      message: `${yearLabel}${month}月は${last}日までです。日を確かめて、入力し直してください。`,
      suggestion: null,
    });
  }
  return fail({
    code: 'noSuchDay',
    message: `${yearLabel}${month}月は${last}日までです。${month}月${last}日ではありませんか。`,
    suggestion: plainDateOf(year, month, last),
  });
}

function monthAndDay(date: PlainDate): string {
  const { month, day } = partsOf(date);
  return `${month}月${day}日`;
}

function unreadable(): Result<PlainDate, DateInputFailure> {
  return fail({ code: 'unreadable', message: `日付として読めません。${HOW_TO_WRITE}`, suggestion: null });
}
