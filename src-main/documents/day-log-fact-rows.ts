import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import {
  certificatesCrossWords,
  differenceWords,
  gapWords,
  handlerWords,
  KINDS_NAMES,
  OVERRIDE_NAMES,
  personsCrossWords,
  reasonWords,
} from '../../src-shared/contract/day-log-words.ts';
import { PROCEDURE_NAMES } from '../../src-shared/contract/names-ja.ts';
import type { DayLogCells } from './day-log-rows.ts';

/** 掛け合わせた件数: one row for what is alike in everything, persons and certificates apart. */
export function crossRows({ cross }: DayLogView): readonly DayLogCells[] {
  const row = (
    [procedure, kinds, capacity, route, result]: readonly [string, string, string, string, string],
    unit: '人' | '枚',
    count: number,
  ): DayLogCells => ({
    区分: '内訳',
    手続: procedure,
    証明書: kinds,
    来庁者: capacity,
    経路: route,
    結果: `${result}(${unit})`,
    件数: count,
  });
  return [
    ...cross.persons.map((each) => row(personsCrossWords(each), '人', each.count)),
    ...cross.certificates.map((each) => row(certificatesCrossWords(each), '枚', each.count)),
  ];
}

/** 時刻と担当: by the hour in which they came, and by who did it. */
export function hourAndHandlerRows({ byHour, byHandler }: DayLogView): readonly DayLogCells[] {
  return [
    ...byHour.flatMap((here) =>
      (['renew', 'issue', 'revoke'] as const)
        .filter((procedure) => here[procedure] > 0)
        .map((procedure) => ({
          区分: '時刻',
          受付時刻: `${String(here.hour).padStart(2, '0')}:00`,
          手続: PROCEDURE_NAMES[procedure],
          結果: '受付(人)',
          件数: here[procedure],
        })),
    ),
    ...byHandler.flatMap(({ handler, persons, issued, revoked }) =>
      (
        [
          ['受付(人)', persons],
          ['発行・更新(枚)', issued],
          ['失効(枚)', revoked],
        ] as const
      ).map(([result, count]) => ({ 区分: '担当', 結果: result, 担当: handlerWords(handler), 件数: count })),
    ),
  ];
}

/** 例外・相違・欠番: what went through by a second person's word, dates that differed, numbers that were passed over. */
export function exceptionRows({ overrides, differences, receiptGaps }: DayLogView): readonly DayLogCells[] {
  return [
    ...overrides.map(({ rule, at, receipt, by, reason }) => ({
      区分: '例外',
      受付番号: receipt,
      受付時刻: at.slice(11, 16),
      結果: `${OVERRIDE_NAMES[rule]}: ${reasonWords(reason)}`,
      規則: rule,
      担当: by,
      件数: 1,
    })),
    ...differences.map((each) => ({
      区分: '相違',
      受付番号: each.receipt,
      受付時刻: each.at.slice(11, 16),
      証明書: KINDS_NAMES[each.kind],
      結果: `満了日の相違: ${differenceWords(each)}`,
      規則: 'V7',
      担当: each.by,
      件数: 1,
    })),
    ...receiptGaps.map((gap) => ({
      区分: '欠番',
      受付番号: gap.receipt,
      受付時刻: gap.explained?.at.slice(11, 16) ?? null,
      結果: `欠番: ${gapWords(gap)}`,
      規則: 'B2',
      担当: gap.explained?.by ?? null,
      件数: 1,
    })),
  ];
}

/** 締めと照合: one row a close with its code, then what the terminals' reports said beside our counts, and why they differ. */
export function closeRows({ closes, unclosed, cells }: DayLogView): readonly DayLogCells[] {
  return [
    ...closes.map(({ terminal, code, closedAt, closedBy }) => ({
      区分: '締め',
      終了時刻: closedAt.slice(11, 16),
      結果: `端末 ${terminal} 確認符号 ${code}`,
      担当: closedBy,
    })),
    ...unclosed.map((terminal) => ({ 区分: '照合', 結果: `端末 ${terminal} まだ締めていません` })),
    ...cells.map(({ procedure, kind, count }) => ({
      区分: '照合',
      手続: PROCEDURE_NAMES[procedure],
      証明書: KINDS_NAMES[kind],
      結果: '台帳の件数(枚)',
      件数: count,
    })),
    ...closes.flatMap(({ terminal, checkedBy, reported, reasons }) => [
      { 区分: '照合', 結果: `端末 ${terminal} 確かめた人`, 担当: checkedBy },
      ...(reported ?? []).map(({ procedure, kind, count }) => ({
        区分: '照合',
        手続: PROCEDURE_NAMES[procedure],
        証明書: KINDS_NAMES[kind],
        結果: `端末 ${terminal} の日報の件数(枚)`,
        件数: count,
      })),
      ...reasons.map(({ procedure, kind, reason }) => ({
        区分: '照合',
        手続: PROCEDURE_NAMES[procedure],
        証明書: KINDS_NAMES[kind],
        結果: `端末 ${terminal} 差の理由: ${reason}`,
      })),
    ]),
  ];
}
