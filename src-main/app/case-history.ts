import type { CaseDetail, Contact, Correction } from '../../src-shared/contract/api/case-shapes.ts';
import { CORRECTABLE_NAMES } from '../../src-shared/contract/names-ja.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { EntryKey } from '../../src-shared/domain/case/kept-shapes.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { correctableName } from './correctable-names.ts';
import { wordsOfEvent } from './history-words.ts';
import type { LedgerReads } from './ports.ts';
import type { StaffRow } from './ports-staff.ts';

/** 台帳から読んだ出来事: known, or kept as 未対応の記録. */
export type StoredEvent = ReturnType<LedgerReads['caseEvents']>[number];

export function isKnown(event: StoredEvent): event is KnownEvent {
  return 'name' in event;
}

/** 出来事の場所 as one word: `<ledger>/<epoch>/<seq>`. */
export function entryOf({ ledger, epoch, seq }: EntryKey): string {
  return `${ledger}/${epoch}/${seq}`;
}

type CorrectableName = keyof typeof CORRECTABLE_NAMES;

const correctableFields: Partial<Readonly<Record<KnownEvent['name'], readonly CorrectableName[]>>> = {
  'caseReceived/2': [
    'name',
    'kana',
    'bornOn',
    'sex',
    'address',
    'cardExpiresOn',
    'visitorName',
    'visitorRelation',
    'visitorReason',
  ],
  'certificateIssued/2': ['serial', 'expiresOn'],
};

/** 訂正の結果: what a field of an entry says now, after every correction of it, oldest first. */
function valueNow(event: KnownEvent, field: string, events: readonly StoredEvent[]): string | null {
  const recorded: unknown =
    event.personal === null ? null : Object.entries(event.personal).find(([key]) => key === field)?.[1];
  const corrected = correctionsOf(events)
    .filter((each) => entryOf(each.payload.entry) === entryOf(event.key))
    .flatMap((each) => each.personal?.changes ?? [])
    .findLast((change) => change.field === field);
  if (corrected !== undefined) return corrected.to;
  return typeof recorded === 'string' ? recorded : null;
}

/** 訂正できる欄 of an entry, with what stands there now; a field without a value has nothing to correct. */
export function correctableOf(
  event: KnownEvent,
  events: readonly StoredEvent[],
): readonly { readonly field: string; readonly label: string; readonly value: string }[] {
  return (correctableFields[event.name] ?? []).flatMap((field) => {
    const value = valueNow(event, field, events);
    return value === null ? [] : [{ field, label: CORRECTABLE_NAMES[field], value }];
  });
}

function correctionsOf(events: readonly StoredEvent[]): readonly KnownEvent<'entryCorrected/1'>[] {
  return events
    .filter(isKnown)
    .filter((event): event is KnownEvent<'entryCorrected/1'> => event.name === 'entryCorrected/1');
}

function nameOf(staff: readonly StaffRow[], id: string | null): string | null {
  return staff.find((each) => each.staff === id)?.name ?? null;
}

/** 受付の訂正 (B1), oldest first. */
export function correctionsShown(events: readonly StoredEvent[], staff: readonly StaffRow[]): Correction[] {
  return correctionsOf(events).map((event) => ({
    entry: entryOf(event.payload.entry),
    at: event.envelope.occurredAt,
    reason: event.personal?.reason ?? '',
    changes: (event.personal?.changes ?? []).map(({ field, from, to }) => ({
      field,
      label: correctableName(field),
      from,
      to,
    })),
    asked: nameOf(staff, event.payload.asked),
    approver: nameOf(staff, event.payload.approver),
  }));
}

/** 連絡の記録 (D6), oldest first. */
export function contactsShown(events: readonly StoredEvent[], staff: readonly StaffRow[]): Contact[] {
  return events
    .filter(isKnown)
    .filter((event): event is KnownEvent<'contactAttempted/1'> => event.name === 'contactAttempted/1')
    .map(({ envelope, payload, personal }) => ({
      at: envelope.occurredAt,
      how: payload.how,
      reached: payload.reached,
      note: personal?.note ?? '',
      who: nameOf(staff, envelope.actor),
    }));
}

/** ここまでの記録: every entry of the case in the clerk's words, with what can be corrected in it. */
export function historyShown(events: readonly StoredEvent[], staff: readonly StaffRow[]): CaseDetail['history'] {
  return events.filter(isInHistory).map((event) =>
    isKnown(event)
      ? {
          entry: entryOf(event.key),
          at: event.envelope.occurredAt,
          recordedAt: event.envelope.recordedAt,
          what: wordsOfEvent(event),
          who: nameOf(staff, event.envelope.actor),
          office: OFFICE_NAMES[event.envelope.office],
          correctable: [...correctableOf(event, events)],
        }
      : {
          entry: unknownEntry,
          at: event.recordedAt,
          recordedAt: event.recordedAt,
          what: '未対応の記録',
          who: null,
          office: '',
          correctable: [],
        },
  );
}

/** an entry that is not understood cannot be named by a correction */
const unknownEntry = `${'0'.repeat(32)}/0/0`;

/** Views are the audit's; here stands what happened with the case. */
function isInHistory(event: StoredEvent): boolean {
  return !isKnown(event) || event.name !== 'shown/3';
}
