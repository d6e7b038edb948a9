import { type CaseState, isEnded } from '../case/case.ts';
import type { KnownEvent } from '../case/event.ts';
import { procedureOf } from '../day-log-cases.ts';

/** 数えるもの: what one event adds to its day. Codes and counts alone; '' where a measure is not of a procedure, kind or detail. */
export type DayCount = {
  readonly measure: DayMeasure;
  readonly procedure: 'issue' | 'renew' | 'revoke' | '';
  readonly kind: 'signature' | 'userAuthentication' | '';
  /** who came, the route, the end of a case, the cause of a revocation, or what happened with a letter */
  readonly detail: string;
  readonly n: number;
};

export const dayMeasures = [
  'received',
  'routed',
  'ended',
  'issued',
  'revoked',
  'issuerRevoked',
  'letter',
  'corrected',
  'fee',
] as const;
export type DayMeasure = (typeof dayMeasures)[number];

const letterSteps = {
  'letterPosted/1': 'posted',
  'replyAccepted/1': 'answered',
  'letterReturned/1': 'returned',
} as const;

type Case = CaseState | null;

/**
 * 出来事ひとつの件数: what it adds to the day that counts for it (B4). `before` and `after` are the case as it stood on either side of
 * it, null where it is not known here (yet). Certificates are counted by the procedure as it was judged on the day of issuance.
 */
export function dayCountsOf(event: KnownEvent, before: Case, after: Case): readonly DayCount[] {
  return [...ownCounts(event, after ?? before), ...endCounts(before, after)];
}

function ownCounts(event: KnownEvent, state: Case): readonly DayCount[] {
  const procedure = state === null ? '' : procedureOf(state);
  switch (event.name) {
    case 'caseReceived/2': {
      const { capacity, lines } = event.payload;
      return [
        { measure: 'received', procedure: procedureOf({ lines }), kind: '', detail: capacity ?? 'notice', n: 1 },
        ...lines
          .filter(({ fee }) => fee > 0)
          .map((line) => ({
            measure: 'fee' as const,
            procedure: line.procedure,
            kind: line.kind,
            detail: '',
            n: line.fee,
          })),
      ];
    }
    case 'caseVerified/1':
      return [{ measure: 'routed', procedure, kind: '', detail: event.payload.route, n: 1 }];
    case 'certificateIssued/2':
      return [{ measure: 'issued', procedure: event.payload.procedure, kind: event.payload.kind, detail: '', n: 1 }];
    case 'certificateRevoked/1':
      return [{ measure: 'revoked', procedure: 'revoke', kind: event.payload.kind, detail: event.payload.cause, n: 1 }];
    case 'issuerKeyRevoked/1': {
      // One event for a range: how many it covered was kept, and of which kind each was only where it names one kind.
      const { kinds, covered } = event.payload;
      const [kind = ''] = kinds.length === 1 ? kinds : [];
      return [{ measure: 'issuerRevoked', procedure: 'revoke', kind, detail: 'X5', n: covered }];
    }
    case 'letterPosted/1':
    case 'replyAccepted/1':
    case 'letterReturned/1':
      return [{ measure: 'letter', procedure, kind: '', detail: letterSteps[event.name], n: 1 }];
    case 'entryCorrected/1':
      return [{ measure: 'corrected', procedure, kind: '', detail: '', n: 1 }];
    default:
      return [];
  }
}

/** 受付の終わり: counted once, by the event with which the case came to stand refused or withdrawn as a whole. */
function endCounts(before: Case, after: Case): readonly DayCount[] {
  if (after === null || !isEnded(after) || (before !== null && isEnded(before))) return [];
  const of = { procedure: procedureOf(after), kind: '', n: 1 } as const;
  return [
    ...(after.step === 'finished' ? [] : [{ ...of, measure: 'ended' as const, detail: after.step }]),
    // Nobody decided a route for it: refused at once, or withdrawn before.
    ...(after.route === null ? [{ ...of, measure: 'routed' as const, detail: 'none' }] : []),
  ];
}
