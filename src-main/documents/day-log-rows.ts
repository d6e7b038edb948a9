import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import {
  CAPACITY_NAMES,
  DAY_LOG_STATE_NAMES,
  PROCEDURE_NAMES,
  ROUTE_NAMES,
} from '../../src-shared/contract/names-ja.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';

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

type Column = (typeof dayLogHeading)[number];

/**
 * 日報の表: rows of 区分「受付」 are the cases, of 「訂正」 the corrections made on the day (B4), of 「件数」 the sums. Times are
 * `HH:MM`, fees yen. Every row names its day and office, so that the rows of a range are those of its days one after another.
 */
export function dayLogRows(view: DayLogView): readonly DayLogRowCells[] {
  const base = { 日付: view.day, 窓口: OFFICE_NAMES[view.office] };
  const record = (cells: Partial<Record<Column, Cell>>): readonly Cell[] =>
    dayLogHeading.map((column) => ({ ...base, ...cells })[column] ?? null);
  const sums = [
    ...view.rows.map((row) => ({ name: PROCEDURE_NAMES[row.procedure], row })),
    { name: '計', row: view.total },
  ].flatMap(({ name, row }) => [
    record({ 区分: '件数', 手続: name, 結果: '受付(人)', 件数: row.persons }),
    record({ 区分: '件数', 手続: name, 結果: '即日で済(人)', 件数: row.sameDayDone }),
    record({ 区分: '件数', 手続: name, 結果: '照会(人)', 件数: row.inquiry }),
    record({ 区分: '件数', 手続: name, 結果: '受付不可(人)', 件数: row.refused }),
    record({ 区分: '件数', 手続: name, 結果: '取下げ(人)', 件数: row.withdrawn }),
    record({ 区分: '件数', 手続: name, 結果: '未了(人)', 件数: row.open }),
    record({ 区分: '件数', 手続: name, 結果: '証明書(枚)', 証明書: '署名用', 件数: row.signature }),
    record({ 区分: '件数', 手続: name, 結果: '証明書(枚)', 証明書: '利用者証明用', 件数: row.userAuthentication }),
  ]);
  const people = [
    ...view.byCapacity.map(({ capacity, persons }) =>
      record({ 区分: '件数', 来庁者: CAPACITY_NAMES[capacity], 結果: '受付(人)', 件数: persons }),
    ),
    ...view.byRoute.map(({ route, persons }) =>
      record({ 区分: '件数', 経路: ROUTE_NAMES[route], 結果: '受付(人)', 件数: persons }),
    ),
    ...view.byState.map(({ state, persons }) =>
      record({ 区分: '件数', 結果: DAY_LOG_STATE_NAMES[state], 件数: persons }),
    ),
    record({ 区分: '件数', 結果: '手数料の計', '手数料(円)': view.fees }),
  ];
  const cases = view.cases.map((each) =>
    record({
      区分: '受付',
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
    }),
  );
  const letters = (
    [
      ['照会書の投函(通)', view.letters.posted],
      ['照会の回答(件)', view.letters.answered],
      ['宛所不明(件)', view.letters.returned],
      ['期限切れ(件)', view.letters.lapsed],
      ['照会中(件)', view.letters.open],
    ] as const
  ).map(([result, count]) => record({ 区分: '件数', 経路: ROUTE_NAMES.inquiry, 結果: result, 件数: count }));
  const corrections = view.corrections.map(({ at, receipt, fields, asked, approver }) =>
    record({
      区分: '訂正',
      受付番号: receipt,
      受付時刻: at.slice(11, 16),
      結果: `訂正: ${fields}(承認 ${approver ?? ''})`,
      担当: asked,
      件数: 1,
    }),
  );
  const closes = view.closes.map(({ terminal, code, closedAt }) =>
    record({ 区分: '締め', 終了時刻: closedAt.slice(11, 16), 結果: `端末 ${terminal} 確認符号 ${code}` }),
  );
  return [...cases, ...corrections, ...sums, ...people, ...letters, ...closes];
}
