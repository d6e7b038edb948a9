import { feeOf, isEnded, receiptNumberOf } from './case/case.ts';
import { shortReceiptNumber } from './case/receipt-number.ts';
import {
  type CertificateOrigin,
  type DayLogEntry,
  dayLogProcedures,
  dayLogResultOf,
  dayLogResults,
  dayLogStateOf,
  dayLogStates,
  type FinishedLine,
  type Kind,
  originOf,
  procedureOf,
} from './day-log-cases.ts';
import { byHandlerOf, byHourOf, crossOf } from './day-log-cross.ts';

/** 照らす順: what the national terminal's own daily report counts, as it lists them. */
export const certificateCells = [
  { procedure: 'issue', kind: 'signature' },
  { procedure: 'renew', kind: 'signature' },
  { procedure: 'issue', kind: 'userAuthentication' },
  { procedure: 'renew', kind: 'userAuthentication' },
  { procedure: 'revoke', kind: 'signature' },
  { procedure: 'revoke', kind: 'userAuthentication' },
] as const satisfies readonly Omit<FinishedLine, 'handler'>[];

/** 半時間の枠 of an instant: `09:00`, `09:30`, … */
function slotOf(instant: string): string {
  return `${instant.slice(11, 13)}:${Number(instant.slice(14, 16)) < 30 ? '00' : '30'}`;
}

function minutesBetween(from: string, until: string): number {
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 60_000));
}

function tally<Key extends string>(keys: readonly Key[], of: readonly Key[]): readonly { key: Key; persons: number }[] {
  return keys.map((key) => ({ key, persons: of.filter((each) => each === key).length }));
}

/** 人の結果ごとの数 of those who came in. */
function personsOf(received: readonly DayLogEntry[]) {
  const results = received.map(({ state }) => dayLogResultOf(state));
  const [sameDayDone = 0, inquiry = 0, refused = 0, withdrawn = 0, open = 0] = tally(dayLogResults, results).map(
    ({ persons }) => persons,
  );
  return { persons: received.length, sameDayDone, inquiry, refused, withdrawn, open };
}

function certificatesOf(entries: readonly DayLogEntry[], isMeant: (origin: CertificateOrigin) => boolean) {
  const lines = entries.flatMap((entry) => entry.finished.filter((line) => isMeant(originOf(entry, line))));
  const count = (kind: Kind): number => lines.filter((line) => line.kind === kind).length;
  return { signature: count('signature'), userAuthentication: count('userAuthentication') };
}

/** 来た人のほかの証明書: issued after a reply, after a revocation in the same visit, or for whom an earlier day or another office counts. */
function besidesOf(entries: readonly DayLogEntry[]) {
  return (['reply', 'reissue', 'carried'] as const).map((origin) => ({
    origin,
    cases: entries.filter((entry) => entry.finished.some((line) => originOf(entry, line) === origin)).length,
    ...certificatesOf(entries, (each) => each === origin),
  }));
}

/**
 * 日報 (daily log): what a day adds up to. Persons are counted on the day they came in, which for what arrives late is the day of
 * arrival (B4); certificates on the day on which their event counts, so that a case carried over counts where its work was done.
 * `entries` hold each case as of the day's end. A case that another office received counts there as a person, and here by its
 * certificates alone (B6). The total of the certificates is of those issued; those that were ended stand in the row of 失効. What is
 * compared with the terminal's report counts `everyEntry`: the report is of the whole day, whichever procedure is chosen.
 */
export function dayLogOf(
  day: string,
  office: DayLogEntry['state']['receipt']['office'],
  entries: readonly DayLogEntry[],
  everyEntry: readonly DayLogEntry[] = entries,
) {
  const received = entries.filter((entry) => entry.received && entry.state.receipt.office === office);
  const rows = dayLogProcedures.map((procedure) => ({
    procedure,
    ...personsOf(received.filter(({ state }) => procedureOf(state) === procedure)),
    ...certificatesOf(entries, (origin) => origin === procedure),
  }));
  const total = { ...personsOf(received), ...certificatesOf(entries, (origin) => origin !== 'revoke') };
  const lines = everyEntry.flatMap(({ finished }) => finished);
  const done = received.filter((entry) => entry.state.step === 'finished' && entry.state.route === 'sameDay');
  return {
    rows,
    besides: besidesOf(entries),
    total,
    cells: certificateCells.map(({ procedure, kind }) => ({
      procedure,
      kind,
      count: lines.filter((line) => line.procedure === procedure && line.kind === kind).length,
    })),
    cross: crossOf(received, entries),
    byCapacity: tally(
      ['holder', 'agent', 'statutoryRepresentative', 'notice'],
      received.map((entry) => entry.state.capacity ?? 'notice'),
    ).map(({ key, persons }) => ({ capacity: key, persons })),
    byRoute: tally(
      ['sameDay', 'inquiry', 'none'],
      received.map((entry) => entry.state.route ?? 'none'),
    ).map(({ key, persons }) => ({ route: key, persons })),
    byState: tally(
      dayLogStates,
      received.map((entry) => dayLogStateOf(entry.state, day)),
    ).map(({ key, persons }) => ({ state: key, persons })),
    arrivals: received.map(({ state }) => ({
      slot: slotOf(state.receivedAt),
      procedure: procedureOf(state),
      agent: state.capacity === 'agent' || state.capacity === 'statutoryRepresentative',
    })),
    minutesToIssue: done.map(({ state }) => ({
      minutes: minutesBetween(state.receivedAt, state.changedAt),
      procedure: procedureOf(state),
    })),
    byHour: byHourOf(received),
    byHandler: byHandlerOf(received, entries),
    fees: received.reduce((sum, entry) => sum + feeOf(entry.state), 0),
    cases: entries.map(({ state, name, handler, late }) => ({
      case: state.case,
      office: state.receipt.office,
      receipt: receiptNumberOf(state),
      shortReceipt: shortReceiptNumber(receiptNumberOf(state)),
      receiptDay: state.receipt.day,
      receivedAt: state.receivedAt,
      finishedAt: isEnded(state) ? state.changedAt : null,
      late,
      name,
      procedures: state.lines.map((line) => line.procedure),
      kinds: state.lines.map((line) => line.kind),
      capacity: state.capacity ?? ('notice' as const),
      route: state.route,
      state: dayLogStateOf(state, day),
      codes: [...new Set(state.lines.flatMap((line) => line.refusedBy))],
      fee: feeOf(state),
      handler,
    })),
  };
}

export type DayLog = ReturnType<typeof dayLogOf>;
