import * as z from 'zod';
import type { eventPayloads } from './event-payloads.ts';
import { Hash, Id, Office, Role } from './kept-shapes.ts';
import type { personalRecords } from './personal-records.ts';

/**
 * 出来事 (event): what happened, in codes and ids only. Everything that tells of a person (names, dates made from a
 * birthday, serial numbers, free text) stands in the personal record that the event names, never here.
 */

export type EventName = keyof typeof eventPayloads;
export type EventPayload<Name extends EventName> = z.infer<(typeof eventPayloads)[Name]>;

/** 封筒 (envelope): the same around every event, whichever terminal wrote it. Instants are `YYYY-MM-DDTHH:MM:SS.mmm+09:00`. */
export const EventEnvelope = z.strictObject({
  type: z.string(),
  version: z.int().min(1),
  case: Id.nullable(),
  /** 受付の版: 1 for the first event of a case, then one more each; null outside a case. */
  caseVersion: z.int().min(1).nullable(),
  /** hash of the case's event that this one continues; null for its first, and outside a case. */
  continues: Hash.nullable(),
  actor: Id.nullable(),
  role: Role.nullable(),
  office: Office,
  terminal: z.int().min(1).max(99),
  policy: z.string(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  payload: z.json(),
  record: Id.nullable(),
  commit: Hash.nullable(),
});
export type EventEnvelope = z.infer<typeof EventEnvelope>;

export type RecordedEventName = keyof typeof personalRecords;
export type PersonalRecord<Name extends RecordedEventName> = z.infer<(typeof personalRecords)[Name]>;

/** 新しい出来事: what a handler asks the ledger to append; the ledger adds key, chain, commitment and `recordedAt`. */
export type NewEvent<Name extends EventName = EventName> = Name extends EventName
  ? {
      readonly name: Name;
      readonly case: string | null;
      readonly occurredAt: string;
      readonly payload: EventPayload<Name>;
      readonly personal: Name extends RecordedEventName ? PersonalRecord<Name> : null;
    }
  : never;

/** 読み戻した出来事: one stored event, its payload read back; `personal` is null where there is none or it was erased. */
export type KnownEvent<Name extends EventName = EventName> = Name extends EventName
  ? {
      readonly name: Name;
      readonly key: { readonly ledger: string; readonly epoch: number; readonly seq: number };
      readonly hash: string;
      readonly envelope: EventEnvelope;
      readonly payload: EventPayload<Name>;
      readonly personal: (Name extends RecordedEventName ? PersonalRecord<Name> : null) | null;
    }
  : never;
