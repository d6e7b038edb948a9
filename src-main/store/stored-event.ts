import { earlierEvents } from '../../src-shared/domain/case/earlier-events.ts';
import {
  EventEnvelope,
  type EventName,
  type KnownEvent,
  type RecordedEventName,
} from '../../src-shared/domain/case/event.ts';
import { eventPayloads } from '../../src-shared/domain/case/event-payloads.ts';
import { personalRecords } from '../../src-shared/domain/case/personal-records.ts';

/** 出来事の行: as stored, joined with its personal record where that still exists. */
export type EventRow = {
  readonly arrival: number;
  readonly ledger: string;
  readonly epoch: number;
  readonly seq: number;
  readonly arrived_at: string;
  readonly prev: string;
  readonly hash: string;
  readonly body: string;
  readonly own: number;
  readonly fields: string | null;
};

/** 未対応の記録: kept and chained, not understood here. */
export type UnknownEvent = {
  readonly unknownType: string;
  readonly hash: string;
  readonly recordedAt: string;
  readonly office: string;
  readonly case: string | null;
  readonly caseVersion: number | null;
  readonly continues: string | null;
};

export type StoredEvent =
  | { readonly kind: 'known'; readonly event: KnownEvent }
  | { readonly kind: 'unknown'; readonly event: UnknownEvent };

/** 壊れた行: one of our own rows no longer parses. Names the place, never the content. */
export class DamagedRow extends Error {
  constructor(where: string) {
    super(`damaged: ${where}`);
    this.name = 'DamagedRow';
  }
}

/** 出来事を読み戻す: what comes from elsewhere may be unknown; what we wrote ourselves and cannot read is damage and throws. */
export function readStored(row: EventRow): StoredEvent {
  const place = `${row.ledger}/${row.epoch}/${row.seq}`;
  const envelope = EventEnvelope.safeParse(parseJson(row.body));
  if (!envelope.success) return notUnderstood(row, place, null);
  const name = `${envelope.data.type}/${envelope.data.version}`;
  const lifted = liftEarlier(name, envelope.data.payload, row.fields);
  if (lifted !== null) {
    const event = { ...lifted, ...placeOf(row, envelope.data) } as KnownEvent; // lifted to the very shape of its name
    return { kind: 'known', event };
  }
  if (!isEventName(name)) return notUnderstood(row, place, envelope.data);
  const payload = eventPayloads[name].safeParse(envelope.data.payload);
  if (!payload.success) return notUnderstood(row, place, envelope.data);
  const personal = readPersonal(name, row.fields);
  if (personal === 'damaged') return notUnderstood(row, place, envelope.data);
  const event = {
    name,
    ...placeOf(row, envelope.data),
    payload: payload.data,
    personal,
  } as KnownEvent; // name, payload and personal fields were each parsed by the schema of this one name
  return { kind: 'known', event };
}

export type ReadStored = typeof readStored;

/**
 * 覚えながら読み戻す: for one long reading, which meets an event as one of its day and as one of its case. An event never changes; its
 * personal record may be erased, so that what is remembered holds only beside the very same fields.
 */
export function rememberingReader(most = 6_000): ReadStored {
  let kept = new Map<number, { readonly hash: string; readonly fields: string | null; readonly stored: StoredEvent }>();
  return (row) => {
    const known = kept.get(row.arrival);
    if (known?.hash === row.hash && known.fields === row.fields) return known.stored;
    const stored = readStored(row);
    if (kept.size >= most) kept = new Map();
    kept.set(row.arrival, { hash: row.hash, fields: row.fields, stored });
    return stored;
  };
}

function placeOf(row: EventRow, envelope: EventEnvelope) {
  return { key: { ledger: row.ledger, epoch: row.epoch, seq: row.seq }, hash: row.hash, envelope };
}

/** null where the name is no earlier version, or what is stored is not of its shape. */
function liftEarlier(name: string, payload: unknown, fields: string | null) {
  const earlier = Object.hasOwn(earlierEvents, name) ? earlierEvents[name] : undefined;
  if (earlier === undefined) return null;
  const parsed = earlier.payload.safeParse(payload);
  const personal = fields === null ? null : earlier.personal?.safeParse(parseJson(fields));
  if (!parsed.success || personal === undefined || personal?.success === false) return null;
  return earlier.lift(parsed.data as never, (personal?.data ?? null) as never); // parsed by the two schemas that `lift` was made for
}

/** 知っている種類か */
export function isEventName(name: string): name is EventName {
  return Object.hasOwn(eventPayloads, name);
}

/** 個人の記録を持つ種類か */
export function isRecordedName(name: string): name is RecordedEventName {
  return Object.hasOwn(personalRecords, name);
}

function readPersonal(name: EventName, fields: string | null): unknown {
  if (fields === null) return null;
  if (!isRecordedName(name)) return 'damaged';
  const parsed = personalRecords[name].safeParse(parseJson(fields));
  return parsed.success ? parsed.data : 'damaged';
}

function notUnderstood(row: EventRow, place: string, envelope: EventEnvelope | null): StoredEvent {
  if (row.own === 1) throw new DamagedRow(place);
  return {
    kind: 'unknown',
    event: {
      unknownType: envelope === null ? '' : `${envelope.type}/${envelope.version}`,
      hash: row.hash,
      recordedAt: envelope?.recordedAt ?? row.arrived_at,
      office: envelope?.office ?? '',
      case: envelope?.case ?? null,
      caseVersion: envelope?.caseVersion ?? null,
      continues: envelope?.continues ?? null,
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
