import type { Output } from '../../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { hintsIn, hintsShown } from '../audit-hints.ts';
import { type AuditAsked, auditList, mostRowsOut, personAsked } from '../audit-list.ts';
import { auditRowWriter, casesShownBy, readAuditPage } from '../audit-reading.ts';
import { accountsOf, type Context, momentOf, openLedger, record } from '../context.ts';
import { refuse } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { writeOutList, wrongRange } from '../list-out.ts';
import { printList } from '../print-out.ts';
import { noteShown } from '../shown.ts';

type AuditCalls = 'audit.list' | 'audit.hints' | 'audit.reviewHint' | 'audit.export' | 'audit.print';

const rowsOnScreen = 100;

/**
 * 監査 (B5): who saw, printed, wrote out or changed what. Looking at it is an entry as well, once for each page, with the cases that the
 * page names; that entry in turn tells only how many rows were looked at, so that it does not grow by being looked at.
 */
export function auditHandlers(context: Context): HandlersOf<AuditCalls> {
  const hints = (from: string, until: string): Result<Output<'audit.hints'>, Failure> => {
    const asking = accountsOf(openLedger(context).reads, context.desk.user());
    const range = { from: plainDate(from), until: plainDate(until) };
    const { answer, read } = hintsShown(openLedger(context).reads, range, asking);
    if (answer.hints.length > 0) {
      const shown = noteShown(context, 'audit', casesShownBy(read), read.length);
      if (!shown.ok) return shown;
    }
    return succeed(answer);
  };

  return {
    'audit.list': ({ before, ...asked }) => {
      const { reads } = openLedger(context);
      const wrong = wrongRange(asked);
      if (wrong !== null) return wrong;
      const person = personAsked(reads, asked);
      if (!person.ok) return person;
      const page = readAuditPage(reads, asked, person.value?.cases ?? null, before, rowsOnScreen);
      const write = auditRowWriter(reads);
      const rows = page.rows.map(write);
      const cases = [...new Set([...casesShownBy(page.rows), ...(person.value === null ? [] : [person.value.case])])];
      const shown = noteShown(context, 'audit', cases, rows.length);
      if (!shown.ok) return shown;
      return succeed({
        rows,
        more: page.more,
        staff: reads.staff().map(({ staff, name, staffNumber, role }) => ({ staff, name, staffNumber, role })),
        person: person.value === null ? null : { case: person.value.case, name: person.value.name },
      });
    },

    'audit.hints': ({ from, until }) => wrongRange({ from, until }) ?? hints(from, until),

    'audit.reviewHint': ({ requestId, hint, from, until, note }) => {
      const wrong = wrongRange({ from, until });
      if (wrong !== null) return wrong;
      const checked = checkFreeText('note', note, { optional: false, least: 5, label: '確かめたこと' });
      if (!checked.ok) return refuse('badFields', [checked.failure]);
      const written = record(context, requestId, (writes) => {
        const asking = context.desk.user();
        if (asking === null) return refuse('notSignedIn');
        const range = { from: plainDate(from), until: plainDate(until) };
        const found = hintsIn(writes, range).hints.find((each) => each.hint === hint);
        if (found === undefined) return refuse('nothingThere');
        const accounts = accountsOf(writes, asking);
        if (found.concerns.some((staff) => accounts.has(staff))) return refuse('hintConcernsYou');
        writes.append({
          name: 'auditHintReviewed/1',
          case: null,
          occurredAt: momentOf(context).instant,
          payload: { hint, found: found.found, concerns: [...found.concerns] },
          personal: { note: checked.value },
        });
        return succeed({});
      });
      return written.ok ? hints(from, until) : written;
    },

    'audit.export': async ({ requestId, format, ...asked }) => {
      const list = await listToPutOut(context, asked, mostRowsOut[format]);
      if (!list.ok) return list;
      const { from: day, until, office, person } = asked;
      return writeOutList(context, {
        requestId,
        what: 'audit',
        shownAs: 'audit',
        format,
        day,
        until,
        office,
        list: list.value.list,
        // Of everybody it may hold thousands: the export's own days say whom.
        cases: person === null ? null : list.value.cases,
      });
    },

    'audit.print': async ({ requestId, to, ...asked }) => {
      const list = await listToPutOut(context, asked, mostRowsOut.paper);
      if (!list.ok) return list;
      const printed = await printList(context, { requestId, to, list: list.value.list, cases: list.value.cases });
      return printed.ok ? succeed({ path: printed.value.path, rows: list.value.list.rows.length }) : printed;
    },
  };
}

async function listToPutOut(context: Context, asked: AuditAsked, most: number) {
  const wrong = wrongRange(asked);
  if (wrong !== null) return wrong;
  const asking = context.desk.user();
  const person = personAsked(openLedger(context).reads, asked);
  if (!person.ok) return person;
  const made = await auditList(context, asked, person.value, most);
  // Nobody gets it who has left or locked the desk meanwhile.
  if (!context.desk.stillSits(asking)) return refuse(context.desk.isLocked() ? 'locked' : 'notSignedIn');
  if (made === null) return refuse('tooManyRows');
  return succeed({ list: made.list, cases: [...new Set([...(person.value?.cases ?? []), ...made.cases])] });
}
