import { assertNever } from '../../kernel/assert-never.ts';
import { type CaseState, isEnded, isHeld, isLapsed, type LineState, lastLetterOf, mayFinish } from './case.ts';
import type { EventName, KnownEvent } from './event.ts';

const caseEventNames = [
  'caseReceived/2',
  'caseVerified/1',
  'caseRefused/1',
  'caseWithdrawn/1',
  'caseParked/1',
  'caseTakenUp/1',
  'caseHandedOver/1',
  'holdPlaced/2',
  'holdLifted/2',
  'certificateIssued/2',
  'certificateRevoked/1',
  'lineRefused/1',
  'letterPosted/1',
  'letterReturned/1',
  'replyAccepted/1',
] as const satisfies readonly EventName[];

export type CaseEvent = Extract<KnownEvent, { name: (typeof caseEventNames)[number] }>;

const caseEvents: ReadonlySet<EventName> = new Set(caseEventNames);

/** 受付の出来事か: whether this event belongs to a case's own stream. */
export function isCaseEvent(event: KnownEvent): event is CaseEvent {
  return caseEvents.has(event.name);
}

/** 受付を進める (evolve): folds one event into the case. Throws where the rulebook's table lets no such event follow. */
export function evolve(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.name === 'caseReceived/2') return begin(state, event);
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
  const finish = (line: number, change: Partial<LineState>): CaseState =>
    settle({ ...next, lines: changeLine(state, line, (each) => ({ ...each, ...change, hold: null, finishedAt: at })) });
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
    case 'caseHandedOver/1':
      return { ...next, handledBy: event.payload.to, parked: state.parked };
    case 'holdPlaced/2':
      return {
        ...next,
        lines: changeLine(state, event.payload.line, (line) => ({
          ...line,
          hold: { rule: event.payload.rule, since: line.hold?.since ?? at, times: (line.hold?.times ?? 0) + 1 },
        })),
      };
    case 'holdLifted/2':
      return { ...next, lines: changeLine(state, event.payload.line, (line) => ({ ...line, hold: null })) };
    case 'certificateIssued/2': {
      const outcome = event.payload.procedure === 'renew' ? 'renewed' : 'issued';
      return { ...finish(event.payload.line, { outcome }), handledBy: event.envelope.actor };
    }
    case 'certificateRevoked/1':
      return { ...finish(event.payload.line, { outcome: 'revoked' }), handledBy: event.envelope.actor };
    case 'lineRefused/1':
      return finish(event.payload.line, { outcome: 'refused', refusedBy: event.payload.codes });
    case 'letterPosted/1':
      return { ...next, step: 'letterPosted', letters: [...state.letters, { ...posting(event), returned: false }] };
    case 'letterReturned/1':
      return {
        ...next,
        step: 'letterReturned',
        letters: state.letters.map((letter, index) =>
          index === state.letters.length - 1 ? { ...letter, returned: true } : letter,
        ),
      };
    case 'replyAccepted/1': {
      const { capacity, documents } = event.payload;
      return { ...next, step: 'replyAccepted', handledBy: event.envelope.actor, reply: { at, capacity, documents } };
    }
    default:
      return assertNever(event);
  }
}

function posting({ payload }: KnownEvent<'letterPosted/1'>) {
  const { number, postedOn, dueOn, acceptedUntil } = payload;
  return { number, postedOn, dueOn, acceptedUntil };
}

/** what "The case" of the rulebook lets follow; an event that could not have been decided is never folded in silence */
function mayFollow(state: CaseState, event: Exclude<CaseEvent, { name: 'caseReceived/2' }>): boolean {
  // D5: nothing follows a lapse; it follows from the date of what would have followed.
  if (isEnded(state) || isLapsed(state, event.envelope.occurredAt)) return false;
  const openLine = (line: number): LineState | undefined =>
    state.lines.find((each) => each.line === line && each.outcome === 'open');
  switch (event.name) {
    case 'caseVerified/1':
    case 'caseRefused/1':
      return state.step === 'received';
    case 'caseWithdrawn/1':
      return event.payload.lines.every((line) => openLine(line) !== undefined);
    case 'holdPlaced/2':
      return openLine(event.payload.line) !== undefined && ['verified', 'replyAccepted'].includes(state.step);
    case 'holdLifted/2':
      return openLine(event.payload.line)?.hold?.rule === event.payload.rule;
    case 'certificateIssued/2': {
      const line = openLine(event.payload.line);
      if (line === undefined || line.kind !== event.payload.kind || line.hold !== null) return false;
      return line.procedure !== 'revoke' && mayFinish(state, line);
    }
    case 'certificateRevoked/1': {
      const line = openLine(event.payload.line);
      if (line === undefined || line.kind !== event.payload.kind || line.hold !== null) return false;
      return line.procedure === 'revoke' && mayFinish(state, line);
    }
    case 'lineRefused/1': {
      const isJudged = state.step === 'verified' || state.step === 'replyAccepted';
      return isJudged && openLine(event.payload.line)?.kind === event.payload.kind;
    }
    case 'letterPosted/1': {
      const may = state.step === 'verified' || state.step === 'letterPosted' || state.step === 'letterReturned';
      return may && state.route === 'inquiry' && !isHeld(state) && event.payload.number === state.letters.length + 1;
    }
    case 'letterReturned/1':
    case 'replyAccepted/1':
      return state.step === 'letterPosted' && event.payload.number === lastLetterOf(state)?.number;
    case 'caseParked/1':
    case 'caseTakenUp/1':
    case 'caseHandedOver/1':
      return true;
    default:
      return assertNever(event);
  }
}

function begin(state: CaseState | null, event: KnownEvent<'caseReceived/2'>): CaseState {
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
    proof: payload.proof,
    backEntry: payload.backEntry !== null,
    lines: payload.lines.map((line) => ({ ...line, outcome: 'open', refusedBy: [], hold: null, finishedAt: null })),
    letters: [],
    reply: null,
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
