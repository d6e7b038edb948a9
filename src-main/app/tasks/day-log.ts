import { succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, openLedger } from '../context.ts';
import { dayLogViewOf } from '../day-log-book.ts';
import { exportDayLog } from '../day-log-export.ts';
import type { HandlersOf } from '../handler.ts';
import { noteShown } from '../shown.ts';

type DayLogCalls = 'dayLog.view' | 'dayLog.export' | 'dayLog.exportProgress' | 'dayLog.exportCancel';

/** 日報: seen and exported by a supervisor; both are recorded before the data leaves (B5). */
export function dayLogHandlers(context: Context): HandlersOf<DayLogCalls> {
  return {
    'dayLog.view': ({ day, office }) => {
      const view = dayLogViewOf({ reads: openLedger(context).reads, practice: context.slot.practice }, office, day);
      const shown = noteShown(
        context,
        'dayLog',
        view.cases.map((each) => each.case),
        view.cases.length,
      );
      return shown.ok ? succeed(view) : shown;
    },

    'dayLog.export': (wish) => exportDayLog(context, wish),

    'dayLog.exportProgress': ({ job }) => succeed(context.exports.progress(job)),

    'dayLog.exportCancel': ({ job }) => succeed({ stopped: context.exports.cancel(job) }),
  };
}
