import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import {
  CAPACITY_NAMES,
  DAY_LOG_STATE_NAMES,
  PROCEDURE_NAMES,
  ROUTE_NAMES,
} from '../../../src-shared/contract/names-ja.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { succeed } from '../../../src-shared/kernel/result.ts';
import { closesOf } from '../close-view.ts';
import { type Context, momentOf, openLedger, policyIn, record } from '../context.ts';
import { readDayLog, readDayNotes } from '../day-log-reading.ts';
import { refuse } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import type { LedgerReads, OfficeCode } from '../ports.ts';
import { noteShown } from '../shown.ts';

type DayLogCalls = 'dayLog.view' | 'dayLog.export';

function kindsInWords(kinds: readonly ('signature' | 'userAuthentication')[]): string {
  return kinds.length === 2 ? '両方' : kinds.map((kind) => KIND_NAMES[kind]).join('・');
}

function viewOf(context: Context, reads: LedgerReads, office: OfficeCode, day: string): DayLogView {
  const log = readDayLog(reads, office, day);
  const { replyDays } = policyIn(reads, plainDate(day)).settings;
  return {
    day,
    office,
    practice: context.slot.practice,
    ...log,
    ...readDayNotes(reads, office, plainDate(day), replyDays),
    closes: closesOf(reads, office, day),
    byHandler: [...log.byHandler],
    receiptGaps: [...log.receiptGaps],
    byCapacity: [...log.byCapacity],
    byRoute: [...log.byRoute],
    byState: [...log.byState],
    cases: log.cases.map(({ procedures, kinds, capacity, route, state, ...rest }) => ({
      ...rest,
      procedure: [...new Set(procedures)].map((each) => PROCEDURE_NAMES[each]).join('・'),
      kinds: kindsInWords(kinds),
      capacity: CAPACITY_NAMES[capacity],
      route: ROUTE_NAMES[route ?? 'none'],
      result: DAY_LOG_STATE_NAMES[state],
    })),
  };
}

/** 日報: seen and exported by a supervisor; both are recorded before the data leaves (B5). */
export function dayLogHandlers(context: Context): HandlersOf<DayLogCalls> {
  return {
    'dayLog.view': ({ day, office }) => {
      const view = viewOf(context, openLedger(context).reads, office, day);
      const shown = noteShown(
        context,
        'dayLog',
        view.cases.map((each) => each.case),
        view.cases.length,
      );
      return shown.ok ? succeed(view) : shown;
    },

    'dayLog.export': ({ day, office, format }) => {
      const view = viewOf(context, openLedger(context).reads, office, day);
      const noted = record(context, null, (writes) => {
        writes.append({
          name: 'exported/2',
          case: null,
          occurredAt: momentOf(context).instant,
          payload: { what: 'dayLog', format, day, office, rows: view.cases.length },
          personal: null,
        });
        return succeed(null);
      });
      if (!noted.ok) return noted;
      const file = context.documents.dayLogCsv(view);
      const saved = context.files.save(file.name, file.content);
      return saved.ok ? succeed({ path: saved.value.path, rows: view.cases.length }) : refuse('fileNotWritten');
    },
  };
}
