import { sumOfDayLogs } from '../../../src-shared/contract/day-log-sum.ts';
import { succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, openLedger } from '../context.ts';
import { exportDayLog } from '../day-log-export.ts';
import { dayLogViewOf, everyOffice, recentDaysOf } from '../day-log-view.ts';
import type { HandlersOf } from '../handler.ts';
import type { OfficeCode } from '../ports.ts';
import { noteShown } from '../shown.ts';

type DayLogCalls = 'dayLog.view' | 'dayLog.export' | 'dayLog.exportProgress' | 'dayLog.exportCancel';

/** 日報: seen and exported by a supervisor; both are recorded before the data leaves (B5). */
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

    'dayLog.export': (wish) => exportDayLog(context, wish),

    'dayLog.exportProgress': ({ job }) => succeed(context.exports.progress(job)),

    'dayLog.exportCancel': ({ job }) => succeed({ stopped: context.exports.cancel(job) }),
  };
}
