import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { ORIGIN_NAMES } from '../../src-shared/contract/day-log-words.ts';
import {
  CAPACITY_NAMES,
  DAY_LOG_STATE_NAMES,
  PROCEDURE_NAMES,
  ROUTE_NAMES,
} from '../../src-shared/contract/names-ja.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { closeRows, crossRows, exceptionRows, hourAndHandlerRows } from './day-log-fact-rows.ts';

export type Cell = string | number | null;

/** 日報の表の見出し */
export const dayLogHeading = [
  '区分',
  '日付',
  '窓口',
  '受付番号',
  '受付時刻',
  '終了時刻',
  '氏名',
  '手続',
  '証明書',
  '来庁者',
  '経路',
  '結果',
  '規則',
  '手数料(円)',
  '担当',
  '件数',
] as const;

export type DayLogRowCells = readonly Cell[];

/** 升: what a row says, by its heading; the others are empty. */
export type DayLogCells = Readonly<Partial<Record<(typeof dayLogHeading)[number], Cell>>>;

/** 受付の行: one a case, 区分「後着」 where it was recorded on an earlier day elsewhere and arrived now (B4). */
function caseRows({ cases }: DayLogView): readonly DayLogCells[] {
  return cases.map((each) => ({
    区分: each.late ? '後着' : '受付',
    受付番号: each.receipt,
    受付時刻: each.receivedAt.slice(11, 16),
    終了時刻: each.finishedAt?.slice(11, 16) ?? null,
    氏名: each.name ?? '(消去済)',
    手続: each.procedure,
    証明書: each.kinds,
    来庁者: each.capacity,
    経路: each.route,
    結果: each.result,
    規則: each.codes.join(' '),
    '手数料(円)': each.fee,
    担当: each.handler,
    件数: 1,
  }));
}

function correctionRows({ corrections }: DayLogView): readonly DayLogCells[] {
  return corrections.map(({ at, receipt, fields, asked, approver }) => ({
    区分: '訂正',
    受付番号: receipt,
    受付時刻: at.slice(11, 16),
    結果: `訂正: ${fields}(承認 ${approver ?? ''})`,
    担当: asked,
    件数: 1,
  }));
}

/** 件数の行: by procedure and in all, persons by result and certificates by kind. */
function sumRows({ rows, besides, total }: DayLogView): readonly DayLogCells[] {
  const certificates = (name: string, of: Pick<DayLogView['total'], 'signature' | 'userAuthentication'>) => [
    { 区分: '件数', 手続: name, 結果: '証明書(枚)', 証明書: '署名用', 件数: of.signature },
    { 区分: '件数', 手続: name, 結果: '証明書(枚)', 証明書: '利用者証明用', 件数: of.userAuthentication },
  ];
  const sums = (name: string, row: DayLogView['total']): readonly DayLogCells[] => [
    { 区分: '件数', 手続: name, 結果: '受付(人)', 件数: row.persons },
    { 区分: '件数', 手続: name, 結果: '即日で済(人)', 件数: row.sameDayDone },
    { 区分: '件数', 手続: name, 結果: '照会(人)', 件数: row.inquiry },
    { 区分: '件数', 手続: name, 結果: '受付不可(人)', 件数: row.refused },
    { 区分: '件数', 手続: name, 結果: '取下げ(人)', 件数: row.withdrawn },
    { 区分: '件数', 手続: name, 結果: '未了(人)', 件数: row.open },
    ...certificates(name, row),
  ];
  return [
    ...rows.flatMap((row) => sums(PROCEDURE_NAMES[row.procedure], row)),
    ...besides.flatMap((each) => [
      { 区分: '件数', 手続: ORIGIN_NAMES[each.origin], 結果: '発行・更新(件)', 件数: each.cases },
      ...certificates(ORIGIN_NAMES[each.origin], each),
    ]),
    ...sums('計', total),
  ];
}

function peopleRows({ byCapacity, byRoute, byState, fees }: DayLogView): readonly DayLogCells[] {
  return [
    ...byCapacity.map(({ capacity, persons }) => ({
      区分: '件数',
      来庁者: CAPACITY_NAMES[capacity],
      結果: '受付(人)',
      件数: persons,
    })),
    ...byRoute.map(({ route, persons }) => ({
      区分: '件数',
      経路: ROUTE_NAMES[route],
      結果: '受付(人)',
      件数: persons,
    })),
    ...byState.map(({ state, persons }) => ({ 区分: '件数', 結果: DAY_LOG_STATE_NAMES[state], 件数: persons })),
    { 区分: '件数', 結果: '手数料の計', '手数料(円)': fees },
  ];
}

function letterRows({ letters }: DayLogView): readonly DayLogCells[] {
  return (
    [
      ['照会書の投函(通)', letters.posted],
      ['照会の回答(件)', letters.answered],
      ['宛所不明(件)', letters.returned],
      ['期限切れ(件)', letters.lapsed],
      ['照会中(件)', letters.open],
    ] as const
  ).map(([result, count]) => ({ 区分: '件数', 経路: ROUTE_NAMES.inquiry, 結果: result, 件数: count }));
}

/** the parts of a day, in the order of the file; 区分 says which one a row is of */
const parts: readonly ((view: DayLogView) => readonly DayLogCells[])[] = [
  caseRows,
  correctionRows,
  exceptionRows,
  sumRows,
  peopleRows,
  letterRows,
  crossRows,
  hourAndHandlerRows,
  closeRows,
];

/**
 * 日報の表: rows of 区分「受付」 are the cases, of 「訂正」 the corrections made on the day (B4), of 「件数」 the sums, of 「内訳」 the
 * sums of everything crossed. Times are `HH:MM`, fees yen. Every row names its day and office, so that the rows of a range are those
 * of its days one after another.
 */
export function dayLogRows(view: DayLogView): readonly DayLogRowCells[] {
  const base = { 日付: view.day, 窓口: OFFICE_NAMES[view.office] };
  return parts
    .flatMap((part) => part(view))
    .map((cells) => {
      const row: DayLogCells = { ...base, ...cells };
      return dayLogHeading.map((column) => row[column] ?? null);
    });
}
