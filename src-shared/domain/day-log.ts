import { type CaseState, feeOf, isEnded, isHeld, isLapsed, receiptNumberOf } from './case/case.ts';
import { shortReceiptNumber } from './case/receipt-number.ts';

type Procedure = 'issue' | 'renew' | 'revoke';
type Kind = 'signature' | 'userAuthentication';

/** 日報の材料: one case as it stood at the end of the day, and what was finished of it on that day. */
export type DayLogEntry = {
  readonly state: CaseState;
  readonly name: string | null;
  readonly handler: string | null;
};

/** いまの様子: the one word for a case, as its chip says it. */
export type DayLogState =
  | 'issued'
  | 'revoked'
  | 'inquiry'
  | 'replied'
  | 'returned'
  | 'lapsed'
  | 'open'
  | 'held'
  | 'refused'
  | 'withdrawn';

type Counts = {
  persons: number;
  sameDayDone: number;
  inquiry: number;
  refused: number;
  withdrawn: number;
  open: number;
  signature: number;
  userAuthentication: number;
};

const procedures: readonly Procedure[] = ['renew', 'issue', 'revoke'];
const states: readonly DayLogState[] = [
  'issued',
  'revoked',
  'inquiry',
  'replied',
  'returned',
  'lapsed',
  'open',
  'held',
  'refused',
  'withdrawn',
];
const done: ReadonlySet<string> = new Set(['issued', 'renewed', 'revoked']);

/** 日の様子 (state chip) of a case at the end of a day. */
export function dayLogStateOf(state: CaseState, day: string): DayLogState {
  if (state.step === 'refused') return 'refused';
  if (state.step === 'withdrawn') return 'withdrawn';
  if (state.step === 'finished')
    return state.lines.some((line) => line.outcome === 'issued' || line.outcome === 'renewed') ? 'issued' : 'revoked';
  if (isLapsed(state, day)) return 'lapsed';
  if (isHeld(state)) return 'held';
  if (state.step === 'letterReturned') return 'returned';
  if (state.step === 'replyAccepted') return 'replied';
  return state.route === 'inquiry' ? 'inquiry' : 'open';
}

/** 用件: what the visit was for; a new certificate before a revocation, since the one makes way for the other. */
export function procedureOf(state: {
  readonly lines: readonly Pick<CaseState['lines'][number], 'procedure'>[];
}): Procedure {
  const procedures = state.lines.map((line) => line.procedure);
  return procedures.find((procedure) => procedure !== 'revoke') ?? procedures[0] ?? 'issue';
}

function zero(): Counts {
  return {
    persons: 0,
    sameDayDone: 0,
    inquiry: 0,
    refused: 0,
    withdrawn: 0,
    open: 0,
    signature: 0,
    userAuthentication: 0,
  };
}

function add(left: Counts, right: Counts): Counts {
  return {
    persons: left.persons + right.persons,
    sameDayDone: left.sameDayDone + right.sameDayDone,
    inquiry: left.inquiry + right.inquiry,
    refused: left.refused + right.refused,
    withdrawn: left.withdrawn + right.withdrawn,
    open: left.open + right.open,
    signature: left.signature + right.signature,
    userAuthentication: left.userAuthentication + right.userAuthentication,
  };
}

/** persons of the cases received on the day: each is counted in exactly one result */
function countPerson(counts: Counts, state: CaseState): void {
  counts.persons += 1;
  if (state.step === 'refused') counts.refused += 1;
  else if (state.step === 'withdrawn') counts.withdrawn += 1;
  else if (state.route === 'inquiry') counts.inquiry += 1;
  else if (state.step === 'finished') counts.sameDayDone += 1;
  else counts.open += 1;
}

function finishedOn(state: CaseState, kind: Kind, procedure: Procedure, day: string): number {
  return state.lines.filter(
    (line) =>
      line.kind === kind &&
      line.procedure === procedure &&
      done.has(line.outcome) &&
      line.finishedAt !== null &&
      line.finishedAt.slice(0, 10) === day,
  ).length;
}

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

/** 受付番号の欠番 (B2): numbers of a terminal's day that no case bears, as `S01 0003`. */
function gapsOf(received: readonly CaseState[]): readonly string[] {
  const terminals = new Map<string, CaseState[]>();
  for (const state of received) {
    const key = `${state.receipt.office}-${state.receipt.terminal}`;
    terminals.set(key, [...(terminals.get(key) ?? []), state]);
  }
  return [...terminals.values()].flatMap((cases) => {
    const numbers = new Set(cases.map((state) => state.receipt.number));
    const first = cases[0];
    if (first === undefined) return [];
    return Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1)
      .filter((number) => !numbers.has(number))
      .map((number) => shortReceiptNumber(receiptNumberOf({ receipt: { ...first.receipt, number } })));
  });
}

/**
 * 日報 (daily log): what a day adds up to. Persons are counted on the day they came; certificates on the day they were
 * issued, so that a case carried over counts where its work was done. `entries` hold each case as of the day's end. A case
 * that another office received counts there as a person, and here by its certificates alone (B6).
 */
export function dayLogOf(day: string, office: CaseState['receipt']['office'], entries: readonly DayLogEntry[]) {
  const received = entries.filter(({ state }) => state.receipt.day === day && state.receipt.office === office);
  const rows = procedures.map((procedure) => {
    const counts = zero();
    for (const { state } of received) if (procedureOf(state) === procedure) countPerson(counts, state);
    for (const { state } of entries) {
      counts.signature += finishedOn(state, 'signature', procedure, day);
      counts.userAuthentication += finishedOn(state, 'userAuthentication', procedure, day);
    }
    return { procedure, ...counts };
  });
  const total = rows.reduce<Counts>(({ ...sum }, { procedure: _, ...counts }) => add(sum, counts), zero());
  const finished = received.filter((entry) => entry.state.step === 'finished' && entry.state.route === 'sameDay');
  const handlers = [...new Set(received.map((entry) => entry.handler).filter((name) => name !== null))];
  return {
    rows,
    total,
    byCapacity: tally(
      ['holder', 'agent', 'statutoryRepresentative', 'notice'],
      received.map((entry) => entry.state.capacity ?? 'notice'),
    ).map(({ key, persons }) => ({ capacity: key, persons })),
    byRoute: tally(
      ['sameDay', 'inquiry', 'none'],
      received.map((entry) => entry.state.route ?? 'none'),
    ).map(({ key, persons }) => ({ route: key, persons })),
    byState: tally(
      states,
      received.map((entry) => dayLogStateOf(entry.state, day)),
    ).map(({ key, persons }) => ({ state: key, persons })),
    arrivals: received.map(({ state }) => ({
      slot: slotOf(state.receivedAt),
      procedure: procedureOf(state),
      agent: state.capacity === 'agent' || state.capacity === 'statutoryRepresentative',
    })),
    minutesToIssue: finished.map(({ state }) => ({
      minutes: minutesBetween(state.receivedAt, state.changedAt),
      procedure: procedureOf(state),
    })),
    byHandler: handlers.map((handler) => ({
      handler,
      persons: received.filter((entry) => entry.handler === handler).length,
    })),
    fees: received.reduce((sum, entry) => sum + feeOf(entry.state), 0),
    receiptGaps: gapsOf(received.map((entry) => entry.state)),
    cases: entries.map(({ state, name, handler }) => ({
      case: state.case,
      receipt: receiptNumberOf(state),
      shortReceipt: shortReceiptNumber(receiptNumberOf(state)),
      receivedAt: state.receivedAt,
      finishedAt: isEnded(state) ? state.changedAt : null,
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
