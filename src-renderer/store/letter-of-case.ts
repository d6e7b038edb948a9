import type { CaseDetail } from '../../src-shared/contract/api/case-shapes.ts';
import type { LetterRow } from '../../src-shared/contract/api/letters-api.ts';
import { daysBetween, parsePlainDate } from '../../src-shared/kernel/plain-date.ts';

/** 受付から照会の一行を作る: for a case that the list of this office does not hold; null where no letter is on its way. */
export function rowOfDetail(
  { summary, visitor, letters, contacts }: CaseDetail,
  today: string | null,
): LetterRow | null {
  const state = stateOf(summary);
  if (state === null) return null;
  return {
    summary,
    state,
    daysLeft: state === 'open' || state === 'lapsed' ? daysLeft(summary.letter?.acceptedUntil, today) : null,
    visitorName: visitor.name,
    visitorRelation: visitor.relation,
    letters,
    contacts,
  };
}

function stateOf({ route, step, lapsed, next }: CaseDetail['summary']): LetterRow['state'] | null {
  if (step === 'letterReturned') return 'returned';
  if (step === 'letterPosted') return lapsed ? 'lapsed' : 'open';
  return route === 'inquiry' && step === 'verified' && next === 'postLetter' ? 'toPost' : null;
}

function daysLeft(until: string | undefined, today: string | null): number | null {
  const from = parsePlainDate(today ?? '');
  const to = parsePlainDate(until ?? '');
  return from === null || to === null ? null : daysBetween(from, to);
}
