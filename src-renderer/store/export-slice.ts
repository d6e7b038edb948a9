import { create } from 'zustand';
import type { Input, Output } from '../../src-shared/contract/counter-api.ts';
import type { Cp932Replacement } from '../../src-shared/contract/day-log-book.ts';
import type { DayLogShown } from '../../src-shared/contract/day-log-view.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import type { PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { call } from '../bridge/client.ts';
import { newRequestId } from '../bridge/request-id.ts';
import { forgetOnSignOut } from './session-end.ts';

export type SpanKind = 'day' | 'range' | 'month' | 'fiscalYear';

/** 書き出すものの選び: `day` names the day, its month or its fiscal year; a range is typed. */
export type ExportChoice = {
  readonly span: SpanKind;
  readonly day: PlainDate;
  readonly from: string;
  readonly until: string;
  readonly office: DayLogShown['office'];
  readonly procedure: 'every' | 'issue' | 'renew' | 'revoke';
};

/** 書き出しの依頼 without its number */
export type ExportWish = Omit<Input<'dayLog.export'>, 'job' | 'replacement'>;

/** 書き出し: what is chosen, and the one export that is on its way; the counter goes on beside it. */
export type ExportSlice = {
  readonly step: 'idle' | 'choosing' | 'writing';
  readonly choice: ExportChoice | null;
  /** the last wish, for the way on where characters do not fit */
  readonly wish: ExportWish | null;
  readonly job: string | null;
  readonly progress: { readonly days: number; readonly total: number } | null;
  readonly stopping: boolean;
  readonly failure: Failure | null;
  readonly exported: Output<'dayLog.export'> | null;
  /** asks what to write out, beginning with the day and office that are shown */
  readonly choose: (day: PlainDate, office: DayLogShown['office']) => void;
  readonly change: (change: Partial<ExportChoice>) => void;
  readonly putAway: () => void;
  readonly write: (wish: ExportWish, replacement?: Cp932Replacement) => Promise<void>;
  /** やめる: nothing of it stays */
  readonly stop: () => Promise<void>;
  /** another day is shown: what was told of the last export is read */
  readonly forget: () => void;
};

const atStart = {
  step: 'idle',
  choice: null,
  wish: null,
  job: null,
  progress: null,
  stopping: false,
  failure: null,
  exported: null,
} as const;

/** how often a clerk sees a new count */
const lookEveryMs = 400;

export const useExport = create<ExportSlice>()((set, get) => {
  const isMine = (job: string): boolean => get().job === job;

  async function watch(job: string): Promise<void> {
    while (isMine(job)) {
      const answer = await call('dayLog.exportProgress', { job });
      if (!isMine(job)) return;
      // A lock in between refuses the answer; the export goes on.
      if (answer.ok && answer.value !== null) set({ progress: answer.value });
      await new Promise((soon) => setTimeout(soon, lookEveryMs));
    }
  }

  return {
    ...atStart,
    choose: (day, office) => {
      if (get().step !== 'idle') return;
      set({
        step: 'choosing',
        choice: { span: 'day', day, from: day, until: day, office, procedure: 'every' },
      });
    },
    change: (change) => {
      const { choice } = get();
      if (choice !== null) set({ choice: { ...choice, ...change } });
    },
    putAway: () => {
      if (get().step === 'choosing') set({ step: 'idle', choice: null });
    },
    write: async (wish, replacement) => {
      if (get().step === 'writing') return;
      const job = newRequestId();
      set({ ...atStart, step: 'writing', wish, job });
      void watch(job);
      const answer = await call('dayLog.export', {
        ...wish,
        job,
        ...(replacement === undefined ? {} : { replacement }),
      });
      if (!isMine(job)) return;
      const told = answer.ok ? { exported: answer.value } : { failure: answer.failure };
      set({ ...atStart, wish, ...told });
    },
    stop: async () => {
      const { job, stopping } = get();
      if (job === null || stopping) return;
      set({ stopping: true });
      const answer = await call('dayLog.exportCancel', { job });
      if (isMine(job) && !(answer.ok && answer.value.stopped)) set({ stopping: false });
    },
    forget: () => set({ failure: null, exported: null }),
  };
});

forgetOnSignOut(() => useExport.setState(atStart));
