import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { isEnded, isHeld, isLapsed, lastLetterOf, receiptNumberOf } from '../../../src-shared/domain/case/case.ts';
import { replyDue } from '../../../src-shared/domain/inquiry-letter.ts';
import { addDays, daysBetween, type PlainDate, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { contactsShown } from '../case-history.ts';
import { summariseCase } from '../case-summary.ts';
import { type Context, calendarIn, momentOf, openLedger, placeOf, record } from '../context.ts';
import { refuse } from '../failures.ts';
import type { Handler, HandlersOf } from '../handler.ts';
import type { CaseRow, LedgerReads, LedgerWrites, OfficeCode } from '../ports.ts';
import { noteShown } from '../shown.ts';
import { showCase, touchCase } from './cases.ts';

type LetterCalls = 'letters.list' | 'letters.everywhere' | 'letters.post' | 'letters.returned' | 'letters.contact';

const lapsedShownForDays = 60;
const soonDays = 3;

/** 照会 (D1–D6): the list, the posting, what came back, and who was reached. */
export function letterHandlers(context: Context): HandlersOf<LetterCalls> {
  const list = (office: OfficeCode | null): ReturnType<Handler<'letters.list'>> => {
    const { reads } = openLedger(context);
    const { day } = momentOf(context);
    const letters = letterRows(reads, office, day);
    if (letters.length > 0) {
      const cases = letters.map(({ summary }) => summary.case);
      const shown = noteShown(context, 'letters', cases, letters.length);
      if (!shown.ok) return shown;
    }
    return succeed({ day, letters: [...letters] });
  };
  return {
    'letters.list': () => list(placeOf(openLedger(context).reads).office),
    'letters.everywhere': () => list(null),

    'letters.post': ({ requestId, cases }) => {
      const batch = cases.length > 1 ? context.chance.hex(16) : null;
      const written = record<{ cases: string[] }>(context, requestId, (writes) => {
        for (const { case: caseId, version } of cases) {
          const posted = postOne(context, writes, caseId, version, batch);
          if (!posted.ok) return posted;
        }
        return succeed({ cases: cases.map((each) => each.case) });
      });
      if (!written.ok) return written;
      const { reads } = openLedger(context);
      const rows = written.value.cases.map((caseId) => reads.case(caseId)).filter((row) => row !== null);
      return succeed({
        posted: rows.flatMap(({ state }) => {
          const letter = lastLetterOf(state);
          return letter === null ? [] : [{ case: state.case, receipt: receiptNumberOf(state), letter: { ...letter } }];
        }),
      });
    },

    'letters.returned': ({ note, ...touch }) => {
      const checked = checkFreeText('note', note, { optional: true });
      if (!checked.ok) return refuse('badFields', [checked.failure]);
      return touchCase(context, touch, (writes, row) => {
        const letter = lastLetterOf(row.state);
        if (row.state.step !== 'letterPosted' || letter === null) return refuse('wrongStep');
        writes.append({
          name: 'letterReturned/1',
          case: touch.case,
          occurredAt: momentOf(context).instant,
          payload: { number: letter.number },
          personal: { note: checked.value },
        });
        return succeed({ case: touch.case });
      });
    },

    'letters.contact': ({ requestId, case: caseId, how, reached, note }) => {
      const checked = checkFreeText('note', note, { optional: true });
      if (!checked.ok) return refuse('badFields', [checked.failure]);
      const written = record<{ case: string }>(context, requestId, (writes) => {
        if (writes.case(caseId) === null) return refuse('caseNotFound');
        writes.append({
          name: 'contactAttempted/1',
          case: caseId,
          occurredAt: momentOf(context).instant,
          payload: { how, reached },
          personal: { note: checked.value },
        });
        return succeed({ case: caseId });
      });
      return written.ok ? showCase(context, caseId) : written;
    },
  };
}

/** 投函する (D1, D2): the last day of acceptance is fixed in the event; a later change of calendar does not move it. */
function postOne(
  context: Context,
  writes: LedgerWrites,
  caseId: string,
  version: number,
  batch: string | null,
): Result<null, Failure> {
  const { instant, day, policy } = momentOf(context);
  const row = writes.case(caseId);
  if (row === null) return refuse('caseNotFound');
  const { state } = row;
  if (row.blocked !== null) return refuse('caseBlocked');
  if (state.version !== version) return refuse('staleVersion');
  if (isEnded(state)) return refuse('caseEnded');
  if (isLapsed(state, day)) return refuse('caseLapsed');
  if (isHeld(state)) return refuse('waitsForSecondPerson');
  const isForLetter = state.step === 'verified' || state.step === 'letterPosted' || state.step === 'letterReturned';
  if (state.route !== 'inquiry' || !isForLetter) return refuse('wrongStep');
  writes.append({
    name: 'letterPosted/1',
    case: caseId,
    occurredAt: instant,
    payload: {
      number: state.letters.length + 1,
      postedOn: day,
      ...replyDue(day, policy, calendarIn(writes)),
      batch,
    },
    personal: null,
  });
  return succeed(null);
}

function stateOf({ state }: CaseRow, day: PlainDate): LetterRow['state'] {
  if (isLapsed(state, day)) return 'lapsed';
  switch (state.step) {
    case 'letterPosted':
      return 'open';
    case 'letterReturned':
      return 'returned';
    case 'replyAccepted':
      return 'replied';
    default:
      return 'toPost';
  }
}

const places: Readonly<Record<LetterRow['state'], number>> = { lapsed: 0, returned: 0, open: 1, toPost: 2, replied: 3 };

/** 照会の一覧: of one office or of all, lapsed and returned ones first, then by the days left. */
export function letterRows(reads: LedgerReads, office: OfficeCode | null, day: PlainDate): readonly LetterRow[] {
  const staff = reads.staff();
  return reads
    .casesByLetter(office, addDays(day, -lapsedShownForDays))
    .map((row): LetterRow => {
      const letter = lastLetterOf(row.state);
      return {
        summary: summariseCase(row, staff, day),
        state: stateOf(row, day),
        daysLeft: letter === null ? null : daysBetween(day, plainDate(letter.acceptedUntil)),
        visitorName: row.holder?.visitorName ?? null,
        visitorRelation: row.holder?.visitorRelation ?? null,
        letters: row.state.letters.map((each) => ({ ...each })),
        contacts: contactsShown(reads.caseEvents(row.state.case), staff),
      };
    })
    .toSorted(
      (one, other) => places[one.state] - places[other.state] || (one.daysLeft ?? 999) - (other.daysLeft ?? 999),
    );
}

/** 期限の近い照会: out and ending within three days, or come back; for the home screen's count. */
export function dueSoon(reads: LedgerReads, office: OfficeCode, day: PlainDate): number {
  return reads.casesByLetter(office, day).filter(({ state }) => {
    const letter = lastLetterOf(state);
    if (state.step === 'letterReturned') return true;
    return (
      state.step === 'letterPosted' && letter !== null && daysBetween(day, plainDate(letter.acceptedUntil)) <= soonDays
    );
  }).length;
}
