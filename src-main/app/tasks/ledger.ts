import { succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, openLedger } from '../context.ts';
import type { HandlersOf } from '../handler.ts';

/** 台帳の検証: walks every link, beside the counter's own work. */
export function ledgerHandlers(context: Context): HandlersOf<'ledger.verify'> {
  return {
    'ledger.verify': async () => {
      const report = await openLedger(context).verify();
      return succeed({
        events: report.events,
        head: report.head,
        broken:
          report.firstBroken === null
            ? report.sound
              ? null
              : { seq: 0, what: report.faults[0] ?? 'unreadable' }
            : { seq: report.firstBroken.seq, what: report.firstBroken.why },
      });
    },
  };
}
