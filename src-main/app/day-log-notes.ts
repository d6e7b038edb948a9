import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';
import { longestClosureDays } from '../../src-shared/domain/calendar.ts';
import { isLapsed, lastLetterOf, receiptNumberOf } from '../../src-shared/domain/case/case.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { formatReceiptNumber, shortReceiptNumber } from '../../src-shared/domain/case/receipt-number.ts';
import type { Procedure } from '../../src-shared/domain/day-log-cases.ts';
import { overrideOf, overridesOf } from '../../src-shared/domain/overrides.ts';
import { addDays, type PlainDate, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { correctableName } from './correctable-names.ts';
import { type DayCases, dayCases } from './day-log-cases.ts';
import { isOf, type NameOf, staffNames } from './day-log-reading.ts';
import type { LedgerReads, OfficeCode } from './ports.ts';
import type { ReceiptGapRow } from './ports-close.ts';

type Notes = Pick<DayLogView, 'letters' | 'corrections' | 'overrides' | 'differences' | 'receiptGaps'>;

/** 日報の特記: letters, corrections, overrides, differences and numbers of the day, each on the day on which it counts (B1, B4). */
export function readDayNotes(
  reads: LedgerReads,
  office: OfficeCode,
  day: PlainDate,
  replyDays: number,
  procedure: Procedure | null = null,
  cases: DayCases = dayCases(reads),
): Notes {
  // By the end of the day, too, so that what a case becomes later leaves the day as it was (B4).
  const belongs = (id: string | null): boolean => {
    if (procedure === null) return true;
    const state = id === null ? null : cases.atEndOf([id], day).get(id)?.state;
    return state != null && isOf(state, procedure);
  };
  const events = reads.eventsOfDay(office, day).filter((event) => belongs(event.envelope.case));
  const nameOf = staffNames(reads, day);
  return {
    letters: lettersOf(reads, office, day, replyDays, events, belongs, cases),
    corrections: correctionsOf(reads, events, nameOf),
    overrides: overridesOn(reads, day, events, nameOf),
    differences: differencesOf(reads, events, nameOf),
    // A number that was passed over is of no procedure: it is told of whichever is chosen, since none must be hidden (B2).
    receiptGaps: reads.receiptGaps(office, day).map((row) => gapShown(row, nameOf)),
  };
}

function lettersOf(
  reads: LedgerReads,
  office: OfficeCode,
  day: PlainDate,
  replyDays: number,
  events: readonly KnownEvent[],
  belongs: (id: string) => boolean,
  cases: DayCases,
): Notes['letters'] {
  const count = (name: KnownEvent['name']): number => events.filter((event) => event.name === name).length;
  const posted = reads.casesPosted(office, addDays(day, -replyDays - longestClosureDays), day).filter(belongs);
  const out = cases.statesAtEndOf(office, posted, day).filter((state) => state.step === 'letterPosted');
  const lapsed = out.filter((state) => isLapsed(state, day));
  const yesterday = addDays(day, -1);
  return {
    posted: count('letterPosted/1'),
    returned: count('letterReturned/1'),
    answered: count('replyAccepted/1'),
    // D5: the first day on which nothing can be issued any more
    lapsed: lapsed.filter((state) => lastLetterOf(state)?.acceptedUntil === yesterday).length,
    open: out.length - lapsed.length,
  };
}

/** 受付番号 of the case that an event is about; empty where the case is not known here */
function receiptOf(reads: LedgerReads, caseId: string | null): string {
  const row = caseId === null ? null : reads.case(caseId);
  return row === null ? '' : receiptNumberOf(row.state);
}

function correctionsOf(reads: LedgerReads, events: readonly KnownEvent[], nameOf: NameOf): Notes['corrections'] {
  return events
    .filter((event): event is KnownEvent<'entryCorrected/1'> => event.name === 'entryCorrected/1')
    .map(({ envelope, payload }) => ({
      at: envelope.occurredAt,
      receipt: receiptOf(reads, envelope.case),
      entryDay: (envelope.case === null ? null : reads.case(envelope.case))?.state.receipt.day ?? '',
      fields: payload.fields.map(correctableName).join('・'),
      asked: nameOf(payload.asked),
      approver: nameOf(payload.approver),
    }));
}

/** 例外の扱い of the day: what was told of a case on an earlier day is not told again. */
function overridesOn(
  reads: LedgerReads,
  day: PlainDate,
  events: readonly KnownEvent[],
  nameOf: NameOf,
): Notes['overrides'] {
  const yesterday = addDays(day, -1);
  const isNew = (event: KnownEvent): boolean => {
    const override = overrideOf(event);
    if (override === null) return false;
    const before = reads
      .caseEventsUntil(override.case, yesterday)
      .flatMap((each): KnownEvent[] => ('name' in each ? [each] : []));
    return !overridesOf(before).some(({ rule, line }) => rule === override.rule && line === override.line);
  };
  return overridesOf(events.filter(isNew)).map(({ rule, case: caseId, at, by, reason }) => ({
    ...{ rule, at, reason },
    receipt: receiptOf(reads, caseId),
    by: nameOf(by),
  }));
}

/** 満了日の相違 (V7): how each that came up or was settled today ended, as far as today knows. */
function differencesOf(reads: LedgerReads, events: readonly KnownEvent[], nameOf: NameOf): Notes['differences'] {
  const told = new Map<string, Notes['differences'][number]>();
  for (const event of events) {
    if (event.name !== 'holdPlaced/2' && event.name !== 'holdLifted/2') continue;
    const { case: caseId, occurredAt, actor } = event.envelope;
    const state = caseId === null ? null : reads.case(caseId)?.state;
    const line = state?.lines.find((each) => each.line === event.payload.line);
    if (event.payload.rule !== 'V7' || caseId === null || line === undefined) continue;
    const lifted = event.name === 'holdLifted/2' ? event.payload : null;
    told.set(`${caseId} ${line.line}`, {
      at: occurredAt,
      receipt: receiptOf(reads, caseId),
      kind: line.kind,
      how: lifted === null ? 'open' : lifted.how === 'readAgain' ? 'readAgain' : 'accepted',
      by: nameOf(lifted?.approver ?? actor),
    });
  }
  return [...told.values()];
}

/** 欠番を言葉にする材料: the number as it would have been printed, and what is known of it. */
export function gapShown(row: ReceiptGapRow, nameOf: NameOf): DayLogView['receiptGaps'][number] {
  const { office, terminal, day, number, cause, explained } = row;
  const receipt = formatReceiptNumber({ office, terminal, date: plainDate(day), sequence: number });
  return {
    number: shortReceiptNumber(receipt),
    receipt,
    cause,
    explained: explained === null ? null : { ...explained, by: nameOf(explained.by) },
  };
}
