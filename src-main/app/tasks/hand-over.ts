import type { OpenWork } from '../../../src-shared/contract/api/staff-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { judgeHandOver } from '../../../src-shared/domain/hand-over.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { fail, type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, momentOf, openLedger, placeOf, record, staffToday } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { casesOfWork, openWorkOf } from '../open-work.ts';
import type { LedgerReads, LedgerWrites } from '../ports.ts';
import type { StaffRow } from '../ports-staff.ts';
import { secondPerson } from '../second-person.ts';
import { noteShown } from '../shown.ts';
import { checkReason } from '../staff-acts.ts';
import { statusOf } from './status.ts';

type Asked = Input<'staff.handOver'>;
type People = { readonly predecessor: StaffRow; readonly successor: StaffRow; readonly by: StaffRow };

/** 責任者の引継ぎ: what is open goes to the successor, who signs in for it on this screen (B7). */
export function handOverHandlers(context: Context): HandlersOf<'staff.openWork' | 'staff.handOver'> {
  return {
    'staff.openWork': ({ staff }) => {
      const { reads } = openLedger(context);
      const by = context.desk.user();
      const row = staffToday(context, reads, staff);
      if (by === null) return refuse('notSignedIn');
      if (row === null) return refuse('staffNotFound');
      if (by.role !== 'administrator' && by.staff !== staff) return refuse('notAllowed');
      return shown(context, reads, openWorkOf(context, reads, staff));
    },

    'staff.handOver': async (asked) => {
      const reason = checkReason(asked.reason);
      const day = dayOf(context, asked.effectiveFrom);
      const wrong = [...(day.ok ? [] : [day.failure]), ...(reason.ok ? [] : [reason.failure])];
      if (!day.ok || !reason.ok) return refuse('badFields', wrong);
      const successor = await secondPerson(context, asked.successor, {
        least: 'clerk',
        field: 'successor.staffNumber',
        wrong: '引き継ぐ職員の番号かパスワードが違います。',
        self: '引き継ぐ相手は、入力している職員とは別の人です。相手の職員番号を入力してください。',
        tooLow: '引き継ぐ職員の番号を入力してください。',
      });
      if (!successor.ok) return successor;
      const { staff: to, name } = successor.value;
      const written = record(context, asked.requestId, (writes) => {
        const people = peopleOf(context, writes, asked, to);
        if (!people.ok) return people;
        return handOver(context, writes, people.value, asked, { day: day.value, reason: reason.value });
      });
      if (!written.ok) return written;
      return succeed({
        status: statusOf(context),
        handedOver: written.value,
        successor: name,
        effectiveFrom: day.value,
      });
    },
  };
}

function shown(context: Context, reads: LedgerReads, work: OpenWork): Result<OpenWork, Failure> {
  const cases = casesOfWork(reads, work);
  const noted = noteShown(context, 'openWork', cases, cases.length + work.drafts.length);
  return noted.ok ? succeed(work) : noted;
}

function dayOf(
  context: Context,
  typed: string,
): Result<PlainDate, { field: string; message: string; suggestion: null }> {
  const { day: today } = momentOf(context);
  if (typed.trim() === '') return succeed(today);
  const read = parseDateInput(typed);
  const say = (message: string) => fail({ field: 'effectiveFrom', message, suggestion: null } as const);
  if (!read.ok) return say(read.failure.message);
  return read.value < today ? say('今日より前からは引き継げません。今日か、後の日を入力してください。') : read;
}

function peopleOf(context: Context, reads: LedgerReads, asked: Asked, to: string): Result<People, Failure> {
  const by = context.desk.user();
  const predecessor = staffToday(context, reads, asked.staff);
  const successor = staffToday(context, reads, to);
  if (by === null) return refuse('notSignedIn');
  if (predecessor === null || successor === null) return refuse('staffNotFound');
  const no = judgeHandOver({
    predecessor,
    successor,
    by,
    after: asked.predecessor,
    office: placeOf(reads).office,
  }).find(({ held }) => !held);
  return no === undefined
    ? succeed({ predecessor, successor, by })
    : refuseField('staffActRefused', no.rule === 'successor' ? 'successor.staffNumber' : 'predecessor', no.refusal);
}

function handOver(
  context: Context,
  writes: LedgerWrites,
  { predecessor, successor }: People,
  asked: Asked,
  { day, reason }: { readonly day: PlainDate; readonly reason: string },
): Result<OpenWork, Failure> {
  const { instant } = momentOf(context);
  const work = openWorkOf(context, writes, predecessor.staff);
  writes.append({
    name: 'supervisorHandedOver/1',
    case: null,
    occurredAt: instant,
    payload: {
      from: predecessor.staff,
      to: successor.staff,
      predecessor: asked.predecessor,
      effectiveFrom: day,
      role: successor.role === 'administrator' ? 'administrator' : 'supervisor',
      approvals: work.approvals.map(({ request }) => request),
      cases: work.cases.map((each) => each.case),
      drafts: work.drafts.map(({ draft }) => draft),
      openDays: [...work.openDays],
    },
    personal: { reason },
  });
  // The answer names them: shown in this same transaction (B5).
  const cases = [...casesOfWork(writes, work)];
  const shownWork = { what: 'openWork', cases, rows: cases.length + work.drafts.length } as const;
  writes.append({ name: 'shown/3', case: null, occurredAt: instant, payload: shownWork, personal: null });
  for (const each of work.cases) {
    const payload = { to: successor.staff };
    writes.append({ name: 'caseHandedOver/1', case: each.case, occurredAt: instant, payload, personal: null });
  }
  for (const { draft } of work.drafts) {
    const stored = writes.draft(draft);
    if (stored !== null) writes.saveDraft({ ...stored, owner: successor.staff, version: stored.version + 1 });
  }
  return succeed(work);
}
