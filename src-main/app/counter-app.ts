import { standingOn } from '../../src-shared/domain/staff.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { type Context, type Documents, isSetUp, type LedgerSlot } from './context.ts';
import { createDesk } from './desk.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { createExportJobs } from './export-jobs.ts';
import type { Handlers } from './handler.ts';
import type { Chance, Clock, Files, IncidentLog, Passwords, Printer } from './ports.ts';
import type { DayLogExporter } from './ports-export.ts';
import type { StaffRow } from './ports-staff.ts';
import { approvalHandlers } from './tasks/approvals.ts';
import { auditHandlers } from './tasks/audit.ts';
import { caseHandlers } from './tasks/cases.ts';
import { closeHandlers } from './tasks/close.ts';
import { correctionHandlers } from './tasks/corrections.ts';
import { dayLogHandlers } from './tasks/day-log.ts';
import { draftHandlers } from './tasks/drafts.ts';
import { handOverHandlers } from './tasks/hand-over.ts';
import { homeHandlers } from './tasks/home.ts';
import { issueHandlers } from './tasks/issue.ts';
import { issuerHandlers } from './tasks/issuer.ts';
import { ledgerHandlers } from './tasks/ledger.ts';
import { letterHandlers } from './tasks/letters.ts';
import { listHandlers } from './tasks/lists.ts';
import { personHandlers } from './tasks/person.ts';
import { printHandlers } from './tasks/print.ts';
import { receiveHandlers } from './tasks/receive.ts';
import { replyHandlers } from './tasks/reply.ts';
import { revokeHandlers } from './tasks/revoke.ts';
import { samplingHandlers } from './tasks/sampling.ts';
import { sessionHandlers } from './tasks/session.ts';
import { setUpHandlers } from './tasks/set-up.ts';
import { settingsHandlers } from './tasks/settings.ts';
import { settingsRulesHandlers } from './tasks/settings-rules.ts';
import { staffHandlers } from './tasks/staff.ts';
import { statisticsHandlers } from './tasks/statistics.ts';

/** 本体の部品: what a host must bring. */
export type CounterParts = {
  readonly slot: LedgerSlot;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly passwords: Passwords;
  readonly files: Files;
  readonly printer: Printer;
  readonly documents: Documents;
  readonly dayLogExporter: DayLogExporter;
  readonly incidents: IncidentLog;
  readonly program: { readonly version: string; readonly host: string };
};

/** 本体 (the application without a window): one function, two strings; `close` settles the ledger. */
export type CounterApp = { readonly invoke: Dispatch; readonly close: () => void };

/** null where the ledger cannot tell: a damaged one throws nobody out. */
function staffAsItIs({ slot, clock }: CounterParts, staff: string): StaffRow | null {
  try {
    const row = slot.get()?.reads.staffById(staff) ?? null;
    return row === null ? null : standingOn(row, plainDate(clock.now().slice(0, 10)));
  } catch {
    return null;
  }
}

export function createCounterApp(parts: CounterParts): CounterApp {
  const desk = createDesk(
    () => isSetUp(parts.slot),
    (staff) => staffAsItIs(parts, staff),
  );
  const exports = createExportJobs();
  const context: Context = { ...parts, desk, exports };
  const handlers: Handlers = {
    ...sessionHandlers(context),
    ...setUpHandlers(context),
    ...staffHandlers(context),
    ...handOverHandlers(context),
    ...homeHandlers(context),
    ...draftHandlers(context),
    ...receiveHandlers(context),
    ...caseHandlers(context),
    ...issueHandlers(context),
    ...revokeHandlers(context),
    ...letterHandlers(context),
    ...replyHandlers(context),
    ...correctionHandlers(context),
    ...approvalHandlers(context),
    ...issuerHandlers(context),
    ...settingsHandlers(context),
    ...settingsRulesHandlers(context),
    ...dayLogHandlers(context),
    ...closeHandlers(context),
    ...statisticsHandlers(context),
    ...ledgerHandlers(context),
    ...personHandlers(context),
    ...listHandlers(context),
    ...printHandlers(context),
    ...auditHandlers(context),
    ...samplingHandlers(context),
  };
  return {
    invoke: createDispatch(handlers, desk, parts.slot, parts.chance, parts.incidents),
    close: () => {
      exports.stopAll();
      parts.slot.get()?.close();
    },
  };
}
