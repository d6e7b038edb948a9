import type { PersonPage, SearchResult } from '../../../src-shared/contract/api/person-api.ts';
import type { Failure, FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { readSerial } from '../../../src-shared/contract/issue-fields.ts';
import { parseReceiptNumber } from '../../../src-shared/domain/case/receipt-number.ts';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { formatWareki } from '../../../src-shared/kernel/wareki.ts';
import { type Context, momentOf, openLedger, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { personPage } from '../person-page.ts';
import { casesOfGroup, groupOf, type PersonGroup, possiblySame, rowOfFound } from '../persons.ts';
import type { LedgerReads, PersonSearch } from '../ports.ts';
import { noteShown } from '../shown.ts';

type PersonCalls = 'person.search' | 'person.open' | 'person.join' | 'person.part';

const mostShown = 50;

/** 台帳を探し、人の頁を見せ、記録をまとめる・もとに戻す. */
export function personHandlers(context: Context): HandlersOf<PersonCalls> {
  return {
    'person.search': ({ typed }) => search(context, typed.trim()),

    'person.open': ({ case: caseId }) => showPerson(context, caseId),

    'person.join': ({ requestId, cases, reason }) => {
      const checked = checkReason(reason);
      if (!checked.ok) return refuse('badFields', [checked.failure]);
      const joined = record(context, requestId, (writes) => {
        const group = groupOf(writes, cases[0]);
        const other = writes.personOf(cases[1]);
        if (group === null || other === null) return refuse('caseNotFound');
        if ([group.own, ...group.joined].some(({ person }) => person === other)) {
          return refuseField('badFields', 'cases', 'この2つの記録は、もう同じ人としてまとめてあります。');
        }
        const join = context.chance.hex(16);
        writes.append({
          name: 'personsJoined/1',
          case: cases[0],
          occurredAt: momentOf(context).instant,
          payload: { join, cases },
          personal: { reason: checked.value },
        });
        return succeed({ join });
      });
      return joined.ok ? showPerson(context, cases[0]) : joined;
    },

    'person.part': ({ requestId, join, case: caseId, reason }) => {
      const checked = checkReason(reason);
      if (!checked.ok) return refuse('badFields', [checked.failure]);
      const parted = record(context, requestId, (writes) => {
        const group = groupOf(writes, caseId);
        if (group === null) return refuse('caseNotFound');
        if (!group.joined.some((each) => each.join === join)) {
          return refuseField('badFields', 'join', 'この記録は、もうもとに戻してあります。開き直してください。');
        }
        writes.append({
          name: 'personsParted/1',
          case: caseId,
          occurredAt: momentOf(context).instant,
          payload: { join },
          personal: { reason: checked.value },
        });
        return succeed({ join });
      });
      return parted.ok ? showPerson(context, caseId) : parted;
    },
  };
}

function checkReason(reason: string): Result<string, FieldFailure> {
  return checkFreeText('reason', reason, { optional: false, least: 10 });
}

/** Recorded first (B5), with every case whose holder the page names; then shown. */
function showPerson(context: Context, caseId: string): Result<PersonPage, Failure> {
  const { reads } = openLedger(context);
  const group = groupOf(reads, caseId);
  if (group === null) return refuse('caseNotFound');
  const own = casesOfGroup(group).map(({ state }) => state.case);
  const others = possiblySame(reads, group).map(({ cases: [latest] }) => latest.state.case);
  const shown = noteShown(context, 'person', [...own, ...others], 1 + group.joined.length + others.length);
  return shown.ok ? succeed(personPage(context, reads, group)) : shown;
}

/** What the field was taken for: a receipt number, a day, a serial number, else a name; a 個人番号 is refused and kept nowhere. */
function search(context: Context, typed: string): Result<SearchResult, Failure> {
  const nobody = { case: null, persons: [], more: false } as const;
  if (typed === '') return succeed({ ...nobody, persons: [], by: 'nothing' });
  const { reads } = openLedger(context);
  const receipt = parseReceiptNumber(typed);
  if (receipt !== null) {
    const { office, terminal, date, sequence } = receipt.parts;
    const row = reads.caseByReceipt({ office, terminal, day: date, number: sequence });
    return succeed({ case: row?.state.case ?? null, persons: [], by: 'receipt', more: false });
  }
  if (findMyNumbers(typed).length > 0) return refuse('personalNumber');
  const day = parseDateInput(typed);
  if (!day.ok && day.failure.code !== 'unreadable') {
    const { message, suggestion } = day.failure;
    const meant = suggestion === null ? null : formatWareki(suggestion);
    return refuse('badFields', [{ field: 'typed', message, suggestion: meant }]);
  }
  const serial = readSerial(typed);
  const ways: readonly PersonSearch[] = [
    ...(day.ok ? [{ by: 'bornOn', bornOn: day.value } as const] : []),
    ...(serial === null ? [] : [{ by: 'serial', serial } as const]),
    ...(day.ok ? [] : [{ by: 'name', name: typed } as const]),
  ];
  for (const way of ways) {
    const found = reads.persons(way, mostShown + 1);
    if (found.length > 0) return showFound(context, reads, way.by, found);
  }
  return succeed({ ...nobody, persons: [], by: day.ok ? 'bornOn' : 'name' });
}

/** Records that a supervisor joined are one person here too; the first that matches stands for it. */
function showFound(
  context: Context,
  reads: LedgerReads,
  by: SearchResult['by'],
  found: readonly string[],
): Result<SearchResult, Failure> {
  const seen = new Set<string>();
  const groups: PersonGroup[] = [];
  for (const person of found.slice(0, mostShown)) {
    const [latest] = reads.casesOfPerson(person);
    const group = seen.has(person) || latest === undefined ? null : groupOf(reads, latest);
    if (group === null) continue;
    for (const each of [group.own, ...group.joined]) seen.add(each.person);
    groups.push(group);
  }
  const persons = groups.map((group) => rowOfFound(reads, group));
  const shown = noteShown(
    context,
    'search',
    persons.map((row) => row.case),
    persons.length,
  );
  return shown.ok ? succeed({ case: null, persons, by, more: found.length > mostShown }) : shown;
}
