import type { PrintableCase } from '../../src-shared/contract/print-view.ts';
import { KIND_NAMES, OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatWareki, formatWarekiWithWeekday, formatWesternWithWareki } from '../../src-shared/kernel/wareki.ts';

type Line = PrintableCase['lines'][number];

/** 和暦の日: 令和8年11月24日. */
export function eraDay(day: string): string {
  return formatWareki(plainDate(day.slice(0, 10)));
}

/** 和暦の日と曜日: 令和8年11月24日(火). */
export function eraDayWithWeekday(day: string): string {
  return formatWarekiWithWeekday(plainDate(day.slice(0, 10)));
}

/** 西暦が先の日: 2030年(令和12年)4月1日, as the card and the terminal show it. */
export function westernDay(day: string): string {
  return formatWesternWithWareki(plainDate(day.slice(0, 10)));
}

/** 時刻: 9:05. */
export function timeOfDay(instant: string): string {
  return `${Number(instant.slice(11, 13))}:${instant.slice(14, 16)}`;
}

/** 証明書の正式な名前: 署名用電子証明書. */
export function certificateName(kind: Line['kind']): string {
  return `${KIND_NAMES[kind]}電子証明書`;
}

/** 窓口の正式な名前: 稲沢市役所 市民課. */
export function officeName(office: PrintableCase['office']): string {
  return office === 'shiminka' ? `稲沢市役所 ${OFFICE_NAMES[office]}` : `稲沢市 ${OFFICE_NAMES[office]}`;
}

export const sexNames = { female: '女', male: '男' } as const;

/** 手続の名前: 新規発行, in the order in which they are offered. */
export function proceduresOf(lines: readonly Line[]): readonly Line['procedure'][] {
  return (['issue', 'renew', 'revoke'] as const).filter((procedure) =>
    lines.some((line) => line.procedure === procedure),
  );
}
