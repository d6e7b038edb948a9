import type { PrintableList } from '../../src-shared/contract/print-view.ts';
import {
  FINDING_FOLLOW_NAMES,
  FINDING_SETTLED_NAMES,
  FINDING_SEVERITY_NAMES,
  SAMPLE_QUESTION_NAMES,
} from '../../src-shared/domain/sampling.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatWarekiWithWeekday } from '../../src-shared/kernel/wareki.ts';
import { type Context, openLedger } from './context.ts';
import { listColumn, listOf } from './list-out.ts';
import type { OfficeCode } from './ports.ts';
import { findingShown, sampleShown } from './sampling-view.ts';

const states = { waiting: '確認待ち', reviewed: '問題なし', finding: '気づきあり' } as const;

/** 抽出確認の一覧 as it is printed and written out: a row a case, and a row more for each further finding of it. */
export function samplingList(
  context: Context,
  office: OfficeCode,
  from: string,
  until: string,
): { readonly list: PrintableList; readonly cases: readonly string[] } {
  const { reads } = openLedger(context);
  const samples = reads.sampleCases(office, from, until).filter(({ day }) => from <= day && day <= until);
  const findings = reads.sampleFindings(office, from, until);
  const day = (text: string): string => formatWarekiWithWeekday(plainDate(text));
  const rows = samples.flatMap((row): string[][] => {
    const shown = sampleShown(reads, row, new Set());
    if (shown === null) return [];
    const head = [
      shown.day,
      shown.receipt,
      shown.name ?? '(消去済)',
      shown.procedures,
      shown.why === 'drawn' ? '抽出' : `例外 ${shown.rules.join('・')}`,
      states[shown.state],
      shown.reviewedBy ?? '',
    ];
    const found = findings.filter((each) => each.day === row.day && each.case === row.case);
    if (found.length === 0) return [[...head, '', '', '', '', '']];
    return found.map((each) => {
      const { question, rule, severity, follow, note, settled } = findingShown(reads, each);
      return [
        ...head,
        `${SAMPLE_QUESTION_NAMES[question]}${rule === null ? '' : ` ${rule}`}`,
        FINDING_SEVERITY_NAMES[severity],
        note ?? '(消去済)',
        FINDING_FOLLOW_NAMES[follow],
        settled === null ? '残っている' : `${FINDING_SETTLED_NAMES[settled.how]} ${settled.note ?? ''}`.trim(),
      ];
    });
  });
  return {
    cases: [...new Set(samples.map((row) => row.case))],
    list: listOf(context, {
      title: '抽出確認',
      subtitle: from === until ? day(from) : `${day(from)}から${day(until)}まで`,
      office: OFFICE_NAMES[office],
      columns: [
        listColumn('日', 3, 'day'),
        listColumn('受付番号', 5),
        listColumn('氏名', 4),
        listColumn('手続', 5),
        listColumn('選ばれたわけ', 3),
        listColumn('状態', 3),
        listColumn('確かめた人', 3),
        listColumn('気づき', 4),
        listColumn('重さ', 2),
        listColumn('内容', 6),
        listColumn('このあと', 3),
        listColumn('始末', 4),
      ],
      rows,
      notes: [],
    }),
  };
}
