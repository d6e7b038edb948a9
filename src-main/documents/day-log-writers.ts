import type { Cp932Replacement, DayLogCover, DayLogFormat } from '../../src-shared/contract/day-log-book.ts';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { assertNever } from '../../src-shared/kernel/assert-never.ts';
import { dayLogCp932Writer } from './day-log-cp932.ts';
import { dayLogCsvWriter } from './day-log-csv.ts';
import { dayLogJsonWriter } from './day-log-json.ts';
import { dayLogSheet } from './day-log-sheet.ts';
import type { DayLogWriter } from './day-log-writer.ts';
import { dayLogXlsxWriter } from './day-log-xlsx.ts';

/** 日報の書き手を選ぶ: for a format. */
export function dayLogWriter(
  cover: DayLogCover,
  format: DayLogFormat,
  replacement: Cp932Replacement | null,
): DayLogWriter {
  switch (format) {
    case 'csv':
      return dayLogCsvWriter(cover);
    case 'csvCp932':
      return dayLogCp932Writer(cover, replacement);
    case 'json':
      return dayLogJsonWriter(cover);
    case 'xlsx':
      return dayLogXlsxWriter(cover);
    case 'pdf':
      return sheetsWriter(cover);
    default:
      return assertNever(format);
  }
}

/** 紙: the HTML of every sheet; each bears the head, so that none is laid out before it is known. */
function sheetsWriter(cover: DayLogCover): DayLogWriter {
  const views: DayLogView[] = [];
  return {
    begin: () => '',
    page: ({ view }) => {
      views.push(view);
      return '';
    },
    end: (place) => dayLogSheet({ ...cover, ...place, views }),
  };
}
