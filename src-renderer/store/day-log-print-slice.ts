import { create } from 'zustand';
import type { DayLogShown } from '../../src-shared/contract/day-log-view.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { newRequestId } from '../bridge/request-id.ts';
import { forgetOnSignOut } from './session-end.ts';

type Sheet = { readonly day: string; readonly office: DayLogShown['office'] };
type Way = 'printer' | 'file';

/** 日報の印刷: which day is looked at, and the one printing that is on its way. */
export type DayLogPrintSlice = {
  readonly step: 'closed' | 'loading' | 'looking' | 'sending';
  readonly sheet: Sheet | null;
  readonly pages: readonly string[] | null;
  readonly failure: Failure | null;
  readonly printed: { readonly to: Way; readonly path: string | null } | null;
  /** after an answer that was lost the same printing is asked again under the same number */
  readonly requestId: string | null;
  readonly look: (sheet: Sheet) => Promise<void>;
  readonly run: (to: Way) => Promise<void>;
  readonly close: () => void;
};

const atStart = {
  step: 'closed',
  sheet: null,
  pages: null,
  failure: null,
  printed: null,
  requestId: null,
} as const;

const lostAnswers: readonly Failure['code'][] = ['connectionLost', 'unreadableAnswer', 'resultUnknown'];

export const useDayLogPrint = create<DayLogPrintSlice>()((set, get) => ({
  ...atStart,
  look: async (sheet) => {
    if (get().step === 'loading' || get().step === 'sending') return;
    set({ ...atStart, step: 'loading', sheet });
    const answer = await call('dayLog.preview', { ...sheet });
    if (get().step !== 'loading' || get().sheet !== sheet) return;
    set(answer.ok ? { step: 'looking', pages: answer.value.pages } : { step: 'looking', failure: answer.failure });
  },
  run: async (to) => {
    const { step, sheet, pages } = get();
    if (step !== 'looking' || sheet === null || pages === null) return;
    const requestId = get().requestId ?? newRequestId();
    set({ step: 'sending', failure: null, printed: null, requestId });
    const answer = await call('dayLog.print', { requestId, ...sheet, to });
    if (get().step !== 'sending' || get().sheet !== sheet) return;
    if (answer.ok) set({ step: 'looking', requestId: null, printed: { to, path: answer.value.path } });
    else {
      const lost = lostAnswers.includes(answer.failure.code);
      set({ step: 'looking', failure: answer.failure, ...(lost ? {} : { requestId: null }) });
    }
  },
  close: () => {
    // What is on its way to the printer cannot be called back; its answer is waited for.
    if (get().step !== 'sending') set(atStart);
  },
}));

forgetOnSignOut(() => useDayLogPrint.setState(atStart));
