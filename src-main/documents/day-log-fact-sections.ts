import type { Row } from 'write-excel-file/node';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import {
  certificatesCrossWords,
  differenceWords,
  gapWords,
  handlerWords,
  OVERRIDE_NAMES,
  personsCrossWords,
  reasonWords,
} from '../../src-shared/contract/day-log-words.ts';
import { column, day, number, office, placeOf, type Section, text } from './day-log-sections.ts';

/** 掛け合わせ: everything crossed, persons and certificates apart. */
export function crossSection(views: readonly DayLogView[]): Section {
  return {
    name: '掛け合わせ',
    columns: [
      ...[day, office, column('数えるもの'), column('手続'), column('証明書', 16), column('来庁者', 14)],
      ...[column('経路'), column('結果', 14), column('件数')],
    ],
    rows: views.flatMap((view) => [
      ...view.cross.persons.map((row) => [
        ...placeOf(view),
        ...['人', ...personsCrossWords(row)].map(text),
        number(row.count),
      ]),
      ...view.cross.certificates.map((row) => [
        ...placeOf(view),
        ...['枚', ...certificatesCrossWords(row)].map(text),
        number(row.count),
      ]),
    ]),
  };
}

/** 時刻: persons by the hour in which they came. */
export function hoursSection(views: readonly DayLogView[]): Section {
  return {
    name: '時刻',
    columns: [day, office, ...['時', '更新', '新規発行', '失効', '計', 'うち代理人'].map((label) => column(label))],
    rows: views.flatMap((view) =>
      view.byHour.map(({ hour, renew, issue, revoke, agents }) => [
        ...placeOf(view),
        ...[hour, renew, issue, revoke, renew + issue + revoke, agents].map(number),
      ]),
    ),
  };
}

/** 担当: persons and certificates by who did it. */
export function handlersSection(views: readonly DayLogView[]): Section {
  return {
    name: '担当',
    columns: [
      day,
      office,
      column('担当', 18),
      ...['受付(人)', '発行・更新(枚)', '失効(枚)'].map((label) => column(label, 16)),
    ],
    rows: views.flatMap((view) =>
      view.byHandler.map(({ handler, persons, issued, revoked }) => [
        ...placeOf(view),
        text(handlerWords(handler)),
        ...[persons, issued, revoked].map(number),
      ]),
    ),
  };
}

/** 例外: what a second person let through, and the dates that differed. */
export function overridesSection(views: readonly DayLogView[]): Section {
  return {
    name: '例外',
    columns: [
      ...[day, office, column('時刻'), column('受付番号', 24), column('規則'), column('内容', 28)],
      ...[column('理由', 40), column('認めた人・確かめた人', 22)],
    ],
    rows: views.flatMap((view) => [
      ...view.overrides.map(({ rule, at, receipt, by, reason }) => [
        ...placeOf(view),
        ...[at.slice(11, 16), receipt, rule, OVERRIDE_NAMES[rule], reasonWords(reason), by].map(text),
      ]),
      ...view.differences.map((each) => [
        ...placeOf(view),
        ...[each.at.slice(11, 16), each.receipt, 'V7', `満了日の相違・${differenceWords(each)}`, null, each.by].map(
          text,
        ),
      ]),
    ]),
  };
}

/** 番号: each number that was passed over, with why (B2). */
export function numbersSection(views: readonly DayLogView[]): Section {
  return {
    name: '番号',
    columns: [day, office, column('欠番', 16), column('受付番号', 24), column('説明', 40), column('説明した人', 18)],
    rows: views.flatMap((view): readonly Row[] =>
      view.receiptGaps.length === 0
        ? [[...placeOf(view), text('なし')]]
        : view.receiptGaps.map((gap) => [
            ...placeOf(view),
            ...[gap.number, gap.receipt, gapWords(gap), gap.explained?.by ?? null].map(text),
          ]),
    ),
  };
}
