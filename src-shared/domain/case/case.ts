import { assertNever } from '../../kernel/assert-never.ts';
import { plainDate } from '../../kernel/plain-date.ts';
import type { EventName, EventPayload, KnownEvent } from './event.ts';
import { formatReceiptNumber, type ReceiptNumber } from './receipt-number.ts';

/** 明細の結果: what became of one line. `renewed` and `revoked` come with their procedures. */
export type LineOutcome = 'open' | 'issued' | 'renewed' | 'revoked' | 'refused' | 'withdrawn';

/** 明細: one kind asked for, with its own procedure, its own outcome and perhaps a hold (V7). */
export type LineState = {
  readonly line: number;
  readonly kind: 'signature' | 'userAuthentication';
  readonly procedure: 'issue' | 'renew' | 'revoke';
  readonly cause: EventPayload<'caseReceived/1'>['lines'][number]['cause'];
  readonly outcome: LineOutcome;
  readonly refusedBy: readonly string[];
  readonly hold: { readonly rule: string; readonly since: string; readonly times: number } | null;
  readonly finishedAt: string | null;
};

/** 受付の状態 (rulebook, "The case"). `finished`: every line has its outcome and at least one was served. */
export type CaseStep = 'received' | 'verified' | 'refused' | 'withdrawn' | 'finished';

/** 受付 (case): one visit, folded from its events. It holds codes and ids only, so that it may be kept in a projection. */
export type CaseState = {
  readonly case: string;
  readonly version: number;
  readonly head: string;
  readonly step: CaseStep;
  readonly route: 'sameDay' | 'inquiry' | null;
  readonly receipt: {
    readonly office: 'shiminka' | 'sobue' | 'heiwa';
    readonly terminal: number;
    readonly day: string;
    readonly number: number;
  };
  readonly capacity: 'holder' | 'agent' | 'statutoryRepresentative';
  readonly documents: readonly string[];
  readonly lines: readonly LineState[];
  readonly fee: number;
  readonly record: string | null;
  readonly receivedBy: string | null;
  readonly handledBy: string | null;
  readonly parked: boolean;
  readonly receivedAt: string;
  readonly changedAt: string;
};

/** 受付番号 of a case, as it is printed and scanned. */
export function receiptNumberOf({ receipt }: Pick<CaseState, 'receipt'>): ReceiptNumber {
  return formatReceiptNumber({
    office: receipt.office,
    terminal: receipt.terminal,
    date: plainDate(receipt.day),
    sequence: receipt.number,
  });
}

/** 保留 (hold): a case stands still while any open line is held. */
export function isHeld(state: CaseState): boolean {
  return state.lines.some((line) => line.outcome === 'open' && line.hold !== null);
}

/** 終わった受付: nothing follows but a correction (B1). */
export function isEnded(state: CaseState): boolean {
  return state.step === 'refused' || state.step === 'withdrawn' || state.step === 'finished';
}

type CaseEvent = Extract<
  KnownEvent,
  {
    name:
      | 'caseReceived/1'
      | 'caseVerified/1'
      | 'caseRefused/1'
      | 'caseWithdrawn/1'
      | 'caseParked/1'
      | 'caseTakenUp/1'
      | 'holdPlaced/1'
      | 'holdLifted/1'
      | 'certificateIssued/1'
      | 'lineRefused/1';
  }
>;

const caseEventNames: ReadonlySet<EventName> = new Set<CaseEvent['name']>([
  'caseReceived/1',
  'caseVerified/1',
  'caseRefused/1',
  'caseWithdrawn/1',
  'caseParked/1',
  'caseTakenUp/1',
  'holdPlaced/1',
  'holdLifted/1',
  'certificateIssued/1',
  'lineRefused/1',
]);

/** 受付の出来事か: whether this event belongs to a case's own stream. */
export function isCaseEvent(event: KnownEvent): event is CaseEvent {
  return caseEventNames.has(event.name);
}

/** 受付を進める (evolve): folds one event into the case. Throws where the stream is not one that `decide` can have written. */
export function evolve(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.name === 'caseReceived/1') return begin(state, event);
  if (state === null) throw new Error(`a case cannot begin with ${event.name}`);
  if (!mayFollow(state, event)) throw new Error(`${event.name} cannot follow here`);
  const at = event.envelope.occurredAt;
  const next: CaseState = {
    ...state,
    version: event.envelope.caseVersion ?? state.version + 1,
    head: event.hash,
    changedAt: at,
    parked: false,
  };
  switch (event.name) {
    case 'caseVerified/1':
      return { ...next, step: 'verified', route: event.payload.route };
    case 'caseRefused/1':
      return {
        ...next,
        step: 'refused',
        lines: state.lines.map((line) => ({
          ...line,
          outcome: 'refused',
          refusedBy: event.payload.codes,
          hold: null,
          finishedAt: at,
        })),
      };
    case 'caseWithdrawn/1': {
      const withdrawn = new Set(event.payload.lines);
      return settle({
        ...next,
        lines: state.lines.map((line) =>
          withdrawn.has(line.line) ? { ...line, outcome: 'withdrawn', hold: null, finishedAt: at } : line,
        ),
      });
    }
    case 'caseParked/1':
      return { ...next, parked: true };
    case 'caseTakenUp/1':
      return { ...next, handledBy: event.envelope.actor };
    case 'holdPlaced/1':
      return {
        ...next,
        lines: changeLine(state, event.payload.line, (line) => ({
          ...line,
          hold: { rule: event.payload.rule, since: line.hold?.since ?? at, times: (line.hold?.times ?? 0) + 1 },
        })),
      };
    case 'holdLifted/1':
      return { ...next, lines: changeLine(state, event.payload.line, (line) => ({ ...line, hold: null })) };
    case 'certificateIssued/1':
      return settle({
        ...next,
        handledBy: event.envelope.actor,
        lines: changeLine(state, event.payload.line, (line) => ({
          ...line,
          outcome: line.procedure === 'renew' ? 'renewed' : 'issued',
          hold: null,
          finishedAt: at,
        })),
      });
    case 'lineRefused/1':
      return settle({
        ...next,
        lines: changeLine(state, event.payload.line, (line) => ({
          ...line,
          outcome: 'refused',
          refusedBy: event.payload.codes,
          hold: null,
          finishedAt: at,
        })),
      });
    default:
      return assertNever(event);
  }
}

/** what "The case" of the rulebook lets follow; an event that could not have been decided is never folded in silence */
function mayFollow(state: CaseState, event: Exclude<CaseEvent, { name: 'caseReceived/1' }>): boolean {
  if (isEnded(state)) return false;
  const openLine = (line: number): LineState | undefined =>
    state.lines.find((each) => each.line === line && each.outcome === 'open');
  switch (event.name) {
    case 'caseVerified/1':
    case 'caseRefused/1':
      return state.step === 'received';
    case 'caseWithdrawn/1':
      return event.payload.lines.every((line) => openLine(line) !== undefined);
    case 'holdPlaced/1':
      return state.step === 'verified' && openLine(event.payload.line) !== undefined;
    case 'holdLifted/1':
      return openLine(event.payload.line)?.hold?.rule === event.payload.rule;
    case 'certificateIssued/1': {
      const line = openLine(event.payload.line);
      return state.step === 'verified' && line?.kind === event.payload.kind && line.hold === null;
    }
    case 'lineRefused/1':
      return state.step === 'verified' && openLine(event.payload.line)?.kind === event.payload.kind;
    case 'caseParked/1':
    case 'caseTakenUp/1':
      return true;
    default:
      return assertNever(event);
  }
}

function begin(state: CaseState | null, event: KnownEvent<'caseReceived/1'>): CaseState {
  if (state !== null) throw new Error('a case begins once');
  if (event.envelope.case === null) throw new Error('a reception names its case');
  const { payload, envelope } = event;
  return {
    case: event.envelope.case,
    version: envelope.caseVersion ?? 1,
    head: event.hash,
    step: 'received',
    route: null,
    receipt: {
      office: payload.receiptOffice,
      terminal: payload.receiptTerminal,
      day: payload.receiptDay,
      number: payload.receiptNumber,
    },
    capacity: payload.capacity,
    documents: payload.documents,
    lines: payload.lines.map((line) => ({ ...line, outcome: 'open', refusedBy: [], hold: null, finishedAt: null })),
    fee: payload.fee,
    record: envelope.record,
    receivedBy: envelope.actor,
    handledBy: envelope.actor,
    parked: false,
    receivedAt: envelope.occurredAt,
    changedAt: envelope.occurredAt,
  };
}

function changeLine(state: CaseState, line: number, change: (line: LineState) => LineState): readonly LineState[] {
  return state.lines.map((each) => (each.line === line ? change(each) : each));
}

function settle(state: CaseState): CaseState {
  if (state.lines.some((line) => line.outcome === 'open')) return state;
  const served = state.lines.some((line) => ['issued', 'renewed', 'revoked'].includes(line.outcome));
  if (served) return { ...state, step: 'finished' };
  return { ...state, step: state.lines.some((line) => line.outcome === 'withdrawn') ? 'withdrawn' : 'refused' };
}
