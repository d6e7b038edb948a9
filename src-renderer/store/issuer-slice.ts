import { create } from 'zustand';
import type { IssuerRange } from '../../src-shared/contract/api/approval-api.ts';
import type { Input } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import { forgetOnSignOut } from './session-end.ts';

/** 範囲の様式に打ったもの (X5) */
export type TypedRange = {
  readonly signature: boolean;
  readonly userAuthentication: boolean;
  readonly issuedFrom: string;
  readonly issuedUntil: string;
  readonly basis: string;
};

/** 範囲 (X5): as it is asked for and recorded. */
export type RangeAsked = Input<'issuer.cover'>;

/** 発行者の署名符号による失効 (X5): a range, what it covers, and the one request that records it. */
export type IssuerSlice = {
  /** the screen of 失効 stands on X5 */
  readonly chosen: boolean;
  readonly typed: TypedRange;
  /** what was covered by the range that `asked` names */
  readonly asked: string | null;
  readonly covered: IssuerRange | null;
  readonly step: 'typing' | 'asking' | 'sending';
  readonly failure: Failure | null;
  /** the answer was lost; pressing again asks with the same number */
  readonly doubtful: boolean;
  readonly requestId: string | null;
  readonly choose: (chosen: boolean) => void;
  readonly change: (change: Partial<TypedRange>) => void;
  readonly cover: (range: RangeAsked) => Promise<void>;
  readonly revoke: (range: RangeAsked, basis: string) => Promise<IssuerRange | null>;
  readonly clearFailure: () => void;
};

const atStart = {
  chosen: false,
  typed: { signature: true, userAuthentication: true, issuedFrom: '', issuedUntil: '', basis: '' },
  asked: null,
  covered: null,
  step: 'typing',
  failure: null,
  doubtful: false,
  requestId: null,
} as const;

/** どの範囲か: one text for a range, so that an answer is never shown for another. */
export function rangeKey({ kinds, issuedFrom, issuedUntil }: RangeAsked): string {
  return [...kinds, issuedFrom, issuedUntil].join(' ');
}

export const useIssuer = create<IssuerSlice>()((set, get) => ({
  ...atStart,
  choose: (chosen) => set({ chosen }),
  change: (change) => {
    const { step, doubtful, typed } = get();
    if (step !== 'sending' && !doubtful) set({ typed: { ...typed, ...change } });
  },
  cover: async (range) => {
    if (get().step !== 'typing') return;
    set({ step: 'asking', failure: null, asked: rangeKey(range), covered: null });
    try {
      const answer = await call('issuer.cover', range);
      if (get().asked !== rangeKey(range)) return;
      if (answer.ok) set({ covered: answer.value });
      else set({ failure: answer.failure, asked: null });
    } finally {
      if (get().step === 'asking') set({ step: 'typing' });
    }
  },
  revoke: async (range, basis) => {
    const { step, covered } = get();
    if (step !== 'typing' || covered === null) return null;
    const requestId = get().requestId ?? newRequestId();
    set({ step: 'sending', failure: null, requestId });
    try {
      const answer = await call('issuer.revoke', { requestId, ...range, basis, shownTotal: covered.total });
      if (answer.ok) {
        set(atStart);
        return answer.value;
      }
      const doubtful = lostAnswers.includes(answer.failure.code);
      // What the range covers may have changed: it is looked at again before anything is recorded.
      const stale = answer.failure.code === 'decisionChanged';
      set({
        failure: answer.failure,
        doubtful,
        ...(doubtful ? {} : { requestId: null }),
        ...(stale ? { asked: null, covered: null } : {}),
      });
      return null;
    } finally {
      if (get().step === 'sending') set({ step: 'typing' });
    }
  },
  clearFailure: () => set({ failure: null }),
}));

forgetOnSignOut(() => useIssuer.setState(atStart));
