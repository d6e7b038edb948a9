import { sumOfDayLogs } from '../../../src-shared/contract/day-log-sum.ts';
import { succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, openLedger } from '../context.ts';
import { type DayLogChoice, dayLogCoverOf } from '../day-log-book.ts';
import { exportDayLog } from '../day-log-export.ts';
import { dayLogViewOf, everyOffice, recentDaysOf } from '../day-log-view.ts';
import type { HandlersOf } from '../handler.ts';
import type { OfficeCode } from '../ports.ts';
import { previewSheets, printOut } from '../print-out.ts';
import { noteShown } from '../shown.ts';

type DayLogCalls =
  | 'dayLog.view'
  | 'dayLog.preview'
  | 'dayLog.print'
  | 'dayLog.export'
  | 'dayLog.exportProgress'
  | 'dayLog.exportCancel';

type Day = Pick<DayLogChoice, 'day' | 'office'>;

/** 日報の紙: one office's day, or the three with their sum before them, and whose cases it names; its foot bears the place of the ledger at the moment at which it is laid out. */
function sheetOf(context: Context, { day, office }: Day) {
  const { reads } = openLedger(context);
  const source = { reads, practice: context.slot.practice };
  const views = (office === 'all' ? everyOffice : [office]).map((each) => dayLogViewOf(source, each, day));
  const cover = dayLogCoverOf(context, { day, until: null, office, procedure: null });
  return {
    cases: [...new Set(views.flatMap((view) => view.cases.map((each) => each.case)))],
    sheets: () => {
      const { events, head } = reads.count();
      return context.documents.dayLogSheet({ ...cover, events, head, views });
    },
  };
}

/** 日報: seen, printed and exported by a supervisor; each is recorded before the data leaves (B5). */
export function dayLogHandlers(context: Context): HandlersOf<DayLogCalls> {
  return {
    'dayLog.view': ({ day, office }) => {
      const { reads } = openLedger(context);
      const { practice } = context.slot;
      const one = (of: OfficeCode) => dayLogViewOf({ reads, practice }, of, day);
      const view = office === 'all' ? sumOfDayLogs(day, practice, everyOffice.map(one)) : one(office);
      const shown = noteShown(
        context,
        'dayLog',
        view.cases.map((each) => each.case),
        view.cases.length,
      );
      return shown.ok ? succeed({ ...view, recent: recentDaysOf(reads, office, day) }) : shown;
    },

    'dayLog.preview': async (chosen) => {
      const { cases, sheets } = sheetOf(context, chosen);
      const pages = await previewSheets(context, cases, sheets);
      return pages.ok ? succeed({ pages: [...pages.value] }) : pages;
    },

    'dayLog.print': async ({ requestId, to, ...chosen }) => {
      const { cases, sheets } = sheetOf(context, chosen);
      const printed = await printOut(context, {
        requestId,
        to,
        copies: () => succeed([{ case: null, cases, form: 'dayLog', copy: 1 }]),
        sheets,
        stand: () => true,
      });
      return printed.ok ? succeed({ path: printed.value.path }) : printed;
    },

    'dayLog.export': (wish) => exportDayLog(context, wish),

    'dayLog.exportProgress': ({ job }) => succeed(context.exports.progress(job)),

    'dayLog.exportCancel': ({ job }) => succeed({ stopped: context.exports.cancel(job) }),
  };
}
