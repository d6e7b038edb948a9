import type { CannotOpen } from '../../src-shared/contract/cannot-open.ts';
import type { DayLogBook, DayLogCover, DayLogFormat } from '../../src-shared/contract/day-log-book.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import type { PrintableCase, PrintableList, PrintForm } from '../../src-shared/contract/print-view.ts';
import type { ForecastBook, StatisticsBook } from '../../src-shared/contract/statistics-view.ts';
import type { Calendar } from '../../src-shared/domain/calendar.ts';
import type { Policy } from '../../src-shared/domain/policy.ts';
import { calendarWith, policyWith } from '../../src-shared/domain/rules-in-force.ts';
import { isSamePerson, standingOn } from '../../src-shared/domain/staff.ts';
import type { PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { dateOf, PlainDateTime } from '../../src-shared/kernel/plain-date-time.ts';
import type { Result } from '../../src-shared/kernel/result.ts';
import type { Desk } from './desk.ts';
import type { ExportJobs } from './export-jobs.ts';
import { flatten, refuse } from './failures.ts';
import type {
  Actor,
  Chance,
  Clock,
  Files,
  Ledger,
  LedgerReads,
  LedgerWrites,
  OfficeCode,
  Passwords,
  Printer,
} from './ports.ts';
import type { DayLogExporter } from './ports-export.ts';
import type { StaffRow } from './ports-staff.ts';

/** 台帳の席: where the one open ledger stands; null before set-up. */
export type LedgerSlot = {
  readonly get: () => Ledger | null;
  /** the file is there and cannot be opened: what happened and what to do */
  readonly cannotOpen: CannotOpen | null;
  readonly create: (place: {
    readonly office: OfficeCode;
    readonly terminal: number;
    readonly terminalName: string;
  }) => Result<Ledger, { readonly words: string }>;
  readonly keyProtection: 'operatingSystem' | 'ownerOnlyFile';
  readonly practice: boolean;
};

/** 紙: one HTML text of sheets for the printer, and the name of its PDF. */
export type Sheets = { readonly name: string; readonly html: string };

/** 書き出すファイル: the name that is offered for it, and all of it. */
export type WrittenFile = { readonly name: string; readonly content: Uint8Array };

/** 書類を作る: data in, a finished file out. */
export type Documents = {
  readonly dayLogFileName: (cover: DayLogCover, format: DayLogFormat) => string;
  readonly dayLogSheet: (book: DayLogBook) => Sheets;
  /** `name` is what its PDF is called */
  readonly caseForm: (form: PrintForm, printables: readonly PrintableCase[]) => Sheets;
  readonly listSheet: (list: PrintableList) => Sheets;
  readonly listCsv: (list: PrintableList) => WrittenFile;
  readonly listXlsx: (list: PrintableList) => Promise<WrittenFile>;
  /** how many records its CSV holds under the heading */
  readonly statisticsRows: (book: StatisticsBook) => number;
  readonly statisticsCsv: (book: StatisticsBook) => WrittenFile;
  readonly statisticsXlsx: (book: StatisticsBook) => Promise<WrittenFile>;
  readonly statisticsSheet: (book: StatisticsBook) => Sheets;
  readonly forecastRows: (book: ForecastBook) => number;
  readonly forecastCsv: (book: ForecastBook) => WrittenFile;
  readonly forecastXlsx: (book: ForecastBook) => Promise<WrittenFile>;
  readonly forecastSheet: (book: ForecastBook) => Sheets;
};

/** 係が使うもの: everything a handler may reach; made once by the host. */
export type Context = {
  readonly slot: LedgerSlot;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly passwords: Passwords;
  readonly files: Files;
  readonly printer: Printer;
  readonly documents: Documents;
  readonly dayLogExporter: DayLogExporter;
  readonly exports: ExportJobs;
  readonly program: { readonly version: string; readonly host: string };
};

/** 壊れた台帳か: the file was found damaged, at the start or while it was read. */
export function isDamaged(slot: LedgerSlot): boolean {
  const health = slot.get()?.health();
  return health?.state === 'readOnly' && health.why === 'damaged';
}

/** 自分のパスワードがまだか: asked for before anything else, unless the ledger takes nothing, which keeps nobody out. */
export function owesPassword(slot: LedgerSlot, user: StaffRow): boolean {
  return !user.ownPassword && slot.get()?.health().state === 'normal';
}

/** いまの職員: a row with the standing that holds today. */
export function staffToday(context: Context, reads: LedgerReads, staff: string): StaffRow | null {
  const row = reads.staffById(staff);
  return row === null ? null : standingOn(row, nowOf(context).day);
}

/** 本人の番号 (B7): every account of this person, so that another number makes nobody somebody else. */
export function accountsOf(reads: Pick<LedgerReads, 'staff'>, who: StaffRow | null): ReadonlySet<string> {
  if (who === null) return new Set();
  const others = reads.staff().filter((each) => isSamePerson(each, who));
  return new Set([who, ...others].map(({ staff }) => staff));
}

/** 職員番号の職員: as it was typed, in any width. */
export function staffByTypedNumber(context: Context, reads: LedgerReads, typed: string): StaffRow | null {
  const row = reads.staffByNumber(typed.normalize('NFKC').trim());
  return row === null ? null : standingOn(row, nowOf(context).day);
}

/** 開いている台帳: dispatch lets nobody pass before set-up, so that a missing ledger here is a defect. */
export function openLedger(context: Context): Ledger {
  const ledger = context.slot.get();
  if (ledger === null) throw new Error('no ledger is open');
  return ledger;
}

/** 設定が済んだか: there is a ledger with someone who can sign in. A stop between the two is mended by setting up again. */
export function isSetUp(slot: LedgerSlot): boolean {
  const ledger = slot.get();
  if (ledger === null) return false;
  try {
    return ledger.reads.staff().length > 0;
  } catch {
    return true; // a ledger that cannot tell is damaged, not new
  }
}

/** この端末の場所: office and terminal of the open ledger. */
export function placeOf(reads: LedgerReads): NonNullable<ReturnType<LedgerReads['setUp']>> {
  const place = reads.setUp();
  if (place === null) throw new Error('the ledger has no place');
  return place;
}

/** いま: the instant, and the counter's own minute and day of it. */
export function momentOf(context: Context): { instant: string; at: PlainDateTime; day: PlainDate; policy: Policy } {
  const now = nowOf(context);
  return { ...now, policy: policyIn(context.slot.get()?.reads ?? null, now.day) };
}

/** いま, without asking the ledger anything: for what must answer though it is damaged. */
export function nowOf({ clock }: Context): { instant: string; at: PlainDateTime; day: PlainDate } {
  const instant = clock.now();
  const at = PlainDateTime.parse(instant.slice(0, 16));
  return { instant, at, day: dateOf(at) };
}

/** その日の決まり: the seeded policy with what administrators changed (⚙); before set-up, the seeded one. */
export function policyIn(reads: Pick<LedgerReads, 'policyChanges'> | null, day: PlainDate): Policy {
  return policyWith(reads?.policyChanges() ?? [], day);
}

/** いまの暦 (L2, L3): the holidays as seeded and confirmed, with what supervisors entered. */
export function calendarIn(reads: Pick<LedgerReads, 'calendarEntries' | 'holidayYears'> | null): Calendar {
  return calendarWith(reads?.calendarEntries() ?? [], reads?.holidayYears() ?? []);
}

/** 一度に書く: by whoever sits at the desk, or by who asked before a long wait; one transaction; whatever the rules refuse inside, or damage breaks off, leaves nothing behind. */
export function record<Value>(
  context: Context,
  requestId: string | null,
  work: (writes: LedgerWrites) => Result<Value, Failure>,
  actor: Actor = context.desk.actor(),
): Result<Value, Failure> {
  const { slot } = context;
  const wasDamaged = isDamaged(slot);
  try {
    const written = openLedger(context).write<Result<Value, Failure>, Result<Value, Failure>>(
      actor,
      requestId,
      (writes) => {
        const result = work(writes);
        return result.ok ? result : writes.abandon(result);
      },
    );
    return flatten(written);
  } catch (error) {
    // It was rolled back, and the ledger has turned read-only since: this one is known not to be stored.
    if (!wasDamaged && isDamaged(slot)) return refuse('ledgerReadOnly');
    throw error;
  }
}
