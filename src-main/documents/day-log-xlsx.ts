import writeXlsxFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node';
import type { DayCloseProof, DayLogCover, DayLogPlace } from '../../src-shared/contract/day-log-book.ts';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { handlerWords, ORIGIN_NAMES } from '../../src-shared/contract/day-log-words.ts';
import {
  CAPACITY_NAMES,
  DAY_LOG_STATE_NAMES,
  PROCEDURE_NAMES,
  ROUTE_NAMES,
} from '../../src-shared/contract/names-ja.ts';
import { terminalMark } from '../../src-shared/domain/case/receipt-number.ts';
import { KIND_NAMES, OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { practiceWords } from './day-log-csv.ts';
import {
  crossSection,
  handlersSection,
  hoursSection,
  numbersSection,
  overridesSection,
} from './day-log-fact-sections.ts';
import { type CloseFacts, closeFactsOf, type DayLogProof, proofOf } from './day-log-proof.ts';
import { dayLogRows } from './day-log-rows.ts';
import { column, date, day, number, office, placeOf, type Section, text } from './day-log-sections.ts';
import type { DayLogWriter } from './day-log-writer.ts';

const personsOf = (row: DayLogView['total']): readonly Cell[] =>
  [row.persons, row.sameDayDone, row.inquiry, row.refused, row.withdrawn, row.open].map(number);
/** certificates alone: whoever they are for counts as a person elsewhere */
const nobodyCame: readonly Cell[] = [null, null, null, null, null, null];

function countsSection(views: readonly DayLogView[]): Section {
  const labels = ['受付(人)', '即日で済(人)', '照会(人)', '受付不可(人)', '取下げ(人)', '未了(人)'];
  const certificates = ['署名用(枚)', '利用者証明用(枚)', '手数料(円)'];
  return {
    name: '件数',
    columns: [day, office, column('手続'), ...[...labels, ...certificates].map((label) => column(label, 16))],
    rows: views.flatMap((view) =>
      [
        ...view.rows.map((row) => ({ name: PROCEDURE_NAMES[row.procedure], persons: personsOf(row), row, fees: null })),
        ...view.besides.map((row) => ({ name: ORIGIN_NAMES[row.origin], persons: nobodyCame, row, fees: null })),
        { name: '計', persons: personsOf(view.total), row: view.total, fees: view.fees },
      ].map(({ name, persons, row, fees }) => [
        ...placeOf(view),
        text(name),
        ...persons,
        ...[row.signature, row.userAuthentication].map(number),
        fees === null ? null : number(fees),
      ]),
    ),
  };
}

function partsSection(views: readonly DayLogView[]): Section {
  const parts = (view: DayLogView): readonly (readonly [string, string, number])[] => [
    ...view.byCapacity.map(({ capacity, persons }) => ['来庁者', CAPACITY_NAMES[capacity], persons] as const),
    ...view.byRoute.map(({ route, persons }) => ['経路', ROUTE_NAMES[route], persons] as const),
    ...view.byState.map(({ state, persons }) => ['様子', DAY_LOG_STATE_NAMES[state], persons] as const),
    ...view.byHandler.map(({ handler, persons }) => ['担当', handlerWords(handler), persons] as const),
  ];
  return {
    name: '内訳',
    columns: [day, office, column('分け方'), column('項目', 20), column('受付(人)')],
    rows: views.flatMap((view) =>
      parts(view).map(([way, item, persons]) => [...placeOf(view), text(way), text(item), number(persons)]),
    ),
  };
}

function casesSection(views: readonly DayLogView[]): Section {
  return {
    name: '受付の一覧',
    columns: [
      ...[day, office, column('受付番号', 24), column('受付日', 18), column('受付時刻'), column('終了日', 18)],
      ...[column('終了時刻'), column('氏名', 24), column('手続', 18), column('証明書', 16), column('来庁者', 14)],
      ...[
        column('経路'),
        column('結果', 14),
        column('規則', 14),
        column('手数料(円)'),
        column('担当', 18),
        column('後着'),
      ],
    ],
    rows: views.flatMap((view) =>
      view.cases.map((each) => [
        ...placeOf(view),
        text(each.receipt),
        date(each.receivedAt.slice(0, 10)),
        text(each.receivedAt.slice(11, 16)),
        each.finishedAt === null ? null : date(each.finishedAt.slice(0, 10)),
        text(each.finishedAt?.slice(11, 16) ?? null),
        text(each.name ?? '(消去済)'),
        ...[each.procedure, each.kinds, each.capacity, each.route, each.result, each.codes.join(' ')].map(text),
        number(each.fee),
        text(each.handler),
        text(each.late ? '後着' : null),
      ]),
    ),
  };
}

function lettersSection(views: readonly DayLogView[]): Section {
  const labels = ['投函(通)', '回答(件)', '宛所不明(件)', '期限切れ(件)', '照会中(件)'];
  return {
    name: '照会',
    columns: [day, office, ...labels.map((label) => column(label, 14))],
    rows: views.map((view) => {
      const { posted, answered, returned, lapsed, open } = view.letters;
      return [...placeOf(view), ...[posted, answered, returned, lapsed, open].map(number)];
    }),
  };
}

function correctionsSection(views: readonly DayLogView[]): Section {
  return {
    name: '訂正',
    columns: [
      ...[day, office, column('時刻'), column('受付番号', 24), column('受付日', 18)],
      ...[column('訂正した欄', 24), column('求めた人', 18), column('承認した人', 18)],
    ],
    rows: views.flatMap((view) =>
      view.corrections.map(({ at, receipt, entryDay, fields, asked, approver }) => [
        ...placeOf(view),
        text(at.slice(11, 16)),
        text(receipt),
        entryDay === '' ? null : date(entryDay),
        ...[fields, asked, approver].map(text),
      ]),
    ),
  };
}

/** 締め: a row a count, so that what the terminal's own report said stands beside ours; of another terminal's close, its code; and who has not closed. */
function closesSection(views: readonly DayLogView[], closes: readonly DayCloseProof[]): Section {
  return {
    name: '締め',
    columns: [
      ...[day, office, column('端末'), column('確認符号', 24), column('締めた日', 18), column('締めた時刻')],
      ...[column('締めた人', 18), column('確かめた人', 18), column('手続'), column('証明書', 16)],
      ...[column('台帳の枚数'), column('端末の報告'), column('差'), column('差の理由', 36)],
    ],
    rows: [...closes.flatMap(rowsOfClose), ...views.flatMap(rowsNotClosed)],
  };
}

function rowsNotClosed(view: DayLogView): readonly Row[] {
  return view.unclosed.map((terminal) => [...placeOf(view), text(terminal), text('まだ締めていません')]);
}

function rowsOfClose(close: DayCloseProof): readonly Row[] {
  const head: readonly Cell[] = [
    ...[date(close.day), text(OFFICE_NAMES[close.office]), text(terminalMark(close.office, close.terminal))],
    ...[text(close.code), date(close.closedAt.slice(0, 10)), text(close.closedAt.slice(11, 16))],
    ...[text(close.closedBy), text(close.checkedBy)],
  ];
  if (close.cells.length === 0) return [[...head]];
  return close.cells.map(({ procedure, kind, ours, reported, reason }) => [
    ...head,
    ...[text(PROCEDURE_NAMES[procedure]), text(KIND_NAMES[kind])],
    ...[number(ours), number(reported), number(reported - ours), text(reason)],
  ]);
}

function aboutSection(cover: DayLogCover, place: DayLogPlace, proof: DayLogProof): Section {
  return {
    name: 'この書き出し',
    columns: [column('項目', 24), column('内容', 72)],
    rows: [
      [text('日'), text(cover.from === cover.until ? cover.from : `${cover.from} から ${cover.until}`)],
      [text('窓口'), text(cover.offices.map((each) => OFFICE_NAMES[each]).join('・'))],
      [text('手続'), text(cover.procedure === null ? 'すべて' : PROCEDURE_NAMES[cover.procedure])],
      [text('書き出した時'), text(cover.writtenAt.slice(0, 16).replace('T', ' '))],
      [text('書き出した人'), text(cover.writtenBy)],
      [text('台帳'), text(cover.ledger)],
      [text('台帳の記録(件目)'), number(place.events)],
      [text('台帳の頭'), text(place.head)],
      [text('CSV・JSONの行の数'), number(proof.rowCount)],
      [text('SHA-256'), text(proof.sha256)],
      [text('確認符号'), text(proof.code)],
    ],
  };
}

/** the sheets of the book that are of the days, in their order */
const ofTheDays: readonly ((views: readonly DayLogView[]) => Section)[] = [
  countsSection,
  partsSection,
  crossSection,
  hoursSection,
  handlersSection,
  casesSection,
  lettersSection,
  correctionsSection,
  overridesSection,
  numbersSection,
];

const sectionsOf = (views: readonly DayLogView[], closes: readonly DayCloseProof[]): readonly Section[] => [
  ...ofTheDays.map((section) => section(views)),
  closesSection(views, closes),
];

/**
 * 日報のExcel: for people; a sheet a section, the heading stays in view, dates are dates in their era. The library makes a book only
 * as a whole, so that its cells are gathered until the last page; a worker with memory of its own does that.
 */
export function dayLogXlsxWriter(cover: DayLogCover): DayLogWriter {
  const proof = proofOf(cover);
  const proven: CloseFacts[] = [];
  const gathered = sectionsOf([], []).map(({ rows: _, ...section }) => ({ ...section, rows: [] as Row[] }));
  return {
    begin: () => '',
    page: ({ view, closes }) => {
      proof.rows(dayLogRows(view));
      proven.push(...closes.map(closeFactsOf));
      for (const [index, { rows }] of sectionsOf([view], closes).entries()) gathered[index]?.rows.push(...rows);
      return '';
    },
    end: (place) => {
      const sections = [...gathered, aboutSection(cover, place, proof.end(proven, place))];
      return writeXlsxFile(sections.map((section) => sheetOf(section, cover.practice))).toBuffer();
    },
  };
}

function sheetOf({ name, columns, rows }: Section, practice: boolean): Sheet<Buffer> {
  const heading = columns.map(({ label }): Cell => ({ value: label, type: String, fontWeight: 'bold' }));
  const mark: Row[] = practice ? [[{ value: practiceWords, type: String, fontWeight: 'bold' }]] : [];
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: practice ? 2 : 1,
    data: [...mark, heading, ...rows],
  };
}
