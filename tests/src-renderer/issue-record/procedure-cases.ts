import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { detailOf, entryOf } from './case-page.ts';

const letter = { number: 1, postedOn: '2026-10-23', dueOn: '2026-11-22', acceptedUntil: '2026-11-24', returned: false };
const byAgent = {
  name: '見本 代理',
  relation: '次女',
  reason: '入院のため',
  documents: ['driversLicence'],
  proof: null,
};

/** 代理人の申請で照会になった受付: posted on 23 October, the due day a Sunday before a holiday (D2). */
export function inquiryDetail(summary: Partial<CaseDetail['summary']>): CaseDetail {
  return detailOf({
    summary: { route: 'inquiry', capacity: 'agent', letter, step: 'letterPosted', next: 'waitForReply', ...summary },
    visitor: byAgent,
    letters: [letter],
    contacts: [
      { at: '2026-11-17T10:00:00.000+09:00', how: 'telephone', reached: true, note: '来週来庁', who: '見本 次席' },
    ],
    history: [
      entryOf('受付', '2026-10-23T10:12:00.000+09:00'),
      entryOf('投函', '2026-10-23T15:30:00.000+09:00', '見本 次席'),
    ],
  });
}

/** 失効の申請: both kinds, the reply accepted. */
export function revokeDetail(change: {
  readonly summary?: Partial<CaseDetail['summary']>;
  readonly line?: Partial<CaseDetail['certificates'][number]>;
}): CaseDetail {
  const ends = { serial: '1C2D-3E4F-0001', issuedOn: '2024-05-01', expiresOn: '2028-08-15' };
  const line = { procedure: 'revoke', cause: 'X1', ours: null, ends, ...change.line } as const;
  return detailOf({
    certificates: [line, line],
    summary: { route: 'inquiry', step: 'replyAccepted', next: 'recordRevocation', held: null, ...change.summary },
  });
}

/** 失効のあとで新しく発行する受付: a kind stands twice, each with a line of its own. */
export function mixedDetail(revoked: boolean): CaseDetail {
  const ends = { serial: '1C2D-3E4F-0002', issuedOn: '2024-05-01', expiresOn: '2028-08-15' };
  const base = detailOf({
    certificates: [{ kind: 'signature', procedure: 'revoke', cause: 'X3', ours: null, ends }, {}],
    summary: { next: revoked ? 'recordIssuance' : 'recordRevocation' },
  });
  const outcome = revoked ? ('revoked' as const) : ('open' as const);
  const lines = base.summary.lines.map((line, index) =>
    index === 0 ? { ...line, kind: 'signature' as const, outcome } : line,
  );
  return { ...base, summary: { ...base.summary, lines } };
}
