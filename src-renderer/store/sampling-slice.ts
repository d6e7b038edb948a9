import { create } from 'zustand';
import type { OpenedSample } from '../../src-shared/contract/api/sampling-api.ts';
import type { Input, Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { addDays, type PlainDate } from '../../src-shared/kernel/plain-date.ts';
import { type Answer, call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import { readPeriod } from '../screens/audit/audit-choice.ts';
import { type AnswerTyped, answerOf, type ReviewTyped } from '../screens/sampling/review-form.ts';
import { useHome } from './home-slice.ts';
import { forgetOnSignOut } from './session-end.ts';

type Listed = Output<'sampling.list'>;
type Statistics = Output<'sampling.statistics'>;
type Change = 'sampling.review' | 'sampling.settle';
type Question = OpenedSample['questions'][number];

/** 始末 as typed, by finding. */
export type SettleTyped = { readonly how: Input<'sampling.settle'>['how'] | null; readonly note: string };

/** 抽出確認: the cases of a period, the one in hand with its record, and what is typed about it. */
export type SamplingSlice = {
  readonly step: 'idle' | 'loading' | 'opening' | 'sending';
  readonly period: { readonly from: string; readonly until: string } | null;
  readonly problem: { readonly field: 'from' | 'until'; readonly message: string } | null;
  readonly listed: Listed | null;
  readonly statistics: Statistics | null;
  readonly opened: OpenedSample | null;
  /** by day and case, so that the answers are there when the supervisor comes back */
  readonly answers: Readonly<Record<string, ReviewTyped>>;
  readonly settling: Readonly<Record<string, SettleTyped>>;
  readonly failure: Failure | null;
  readonly doubtful: boolean;
  readonly inDoubt: { readonly change: string; readonly requestId: string } | null;
  readonly recorded: 'reviewed' | 'settled' | null;
  readonly begin: (today: string) => Promise<void>;
  readonly type: (change: { readonly from?: string; readonly until?: string }) => void;
  readonly load: () => Promise<void>;
  readonly open: (day: string, caseId: string) => Promise<void>;
  readonly close: () => void;
  readonly answer: (question: Question, change: Partial<AnswerTyped>) => void;
  readonly typeSettling: (finding: string, change: Partial<SettleTyped>) => void;
  readonly review: (answers: Input<'sampling.review'>['answers']) => Promise<void>;
  readonly settle: (finding: string, how: Input<'sampling.settle'>['how'], note: string) => Promise<void>;
  readonly putAway: () => void;
};

const atStart = {
  step: 'idle',
  period: null,
  problem: null,
  listed: null,
  statistics: null,
  opened: null,
  answers: {},
  settling: {},
  failure: null,
  doubtful: false,
  inDoubt: null,
  recorded: null,
} as const;

const usualDays = 31;

/** 受付の鍵: one look at one case of one day. */
export function sampleKey({ day, case: caseId }: { readonly day: string; readonly case: string }): string {
  return `${day} ${caseId}`;
}

let newest = 0;

export const useSampling = create<SamplingSlice>()((set, get) => {
  async function read(): Promise<void> {
    const { period } = get();
    if (period === null) return;
    const reading = readPeriod(period);
    if (reading.period === null) {
      set({ problem: reading.problem });
      return;
    }
    newest += 1;
    const mine = newest;
    set({ step: 'loading', problem: null, failure: null, doubtful: false });
    const listed = await call('sampling.list', reading.period);
    const statistics = listed.ok ? await call('sampling.statistics', reading.period) : null;
    if (mine !== newest) return;
    if (!listed.ok) set({ step: 'idle', failure: listed.failure });
    else set({ step: 'idle', listed: listed.value, statistics: statistics?.ok === true ? statistics.value : null });
  }

  async function send<Name extends Change>(method: Name, input: Omit<Input<Name>, 'requestId'>): Promise<boolean> {
    if (get().step !== 'idle') return false;
    const change = `${method} ${JSON.stringify(input)}`;
    const { inDoubt } = get();
    const requestId = inDoubt?.change === change ? inDoubt.requestId : newRequestId();
    set({ step: 'sending', failure: null, doubtful: false, recorded: null });
    try {
      // The input with its number is what the contract of this method asks for; a generic Omit hides that.
      const asked = { ...input, requestId } as unknown as Input<Name>;
      const answer: Answer<Change> = await call<Change>(method, asked);
      if (!answer.ok) {
        const doubtful = lostAnswers.includes(answer.failure.code);
        set({ failure: answer.failure, doubtful, inDoubt: doubtful ? { change, requestId } : null });
        return false;
      }
      set({ opened: answer.value, inDoubt: null });
      return true;
    } finally {
      set({ step: 'idle' });
    }
  }

  async function readAgain(): Promise<void> {
    await read();
    void useHome.getState().load();
  }

  return {
    ...atStart,
    begin: async (today) => {
      if (get().step !== 'idle') return;
      // The clock's own day is one of the calendar.
      if (get().period === null) set({ period: { from: addDays(today as PlainDate, 1 - usualDays), until: today } });
      set({ step: 'loading' });
      const drawn = await call('sampling.draw', {});
      await read();
      if (!drawn.ok) set({ failure: drawn.failure });
      else if (drawn.value.days.length > 0) void useHome.getState().load();
    },
    type: (change) => {
      const { period } = get();
      if (period !== null) set({ period: { ...period, ...change }, problem: null });
    },
    load: read,
    open: async (day, caseId) => {
      newest += 1;
      const mine = newest;
      set({ step: 'opening', failure: null, doubtful: false, recorded: null });
      const answer = await call('sampling.open', { day, case: caseId });
      if (mine !== newest) return;
      if (answer.ok) set({ step: 'idle', opened: answer.value });
      else set({ step: 'idle', failure: answer.failure });
    },
    close: () => set({ opened: null, failure: null, doubtful: false }),
    answer: (question, change) => {
      const { opened, answers } = get();
      if (opened === null) return;
      const key = sampleKey(opened.sample);
      const typed = answers[key] ?? {};
      set({ answers: { ...answers, [key]: { ...typed, [question]: { ...answerOf(typed, question), ...change } } } });
    },
    typeSettling: (finding, change) => {
      const { settling } = get();
      const typed = settling[finding] ?? { how: null, note: '' };
      set({ settling: { ...settling, [finding]: { ...typed, ...change } } });
    },
    review: async (given) => {
      const { opened } = get();
      if (opened === null) return;
      const { day, case: caseId } = opened.sample;
      if (!(await send('sampling.review', { day, case: caseId, answers: given }))) return;
      const { [sampleKey(opened.sample)]: _, ...answers } = get().answers;
      set({ answers, recorded: 'reviewed' });
      await readAgain();
    },
    settle: async (finding, how, note) => {
      if (!(await send('sampling.settle', { finding, how, note }))) return;
      const { [finding]: _, ...settling } = get().settling;
      set({ settling, recorded: 'settled' });
      await readAgain();
    },
    putAway: () => set({ failure: null, doubtful: false, recorded: null }),
  };
});

forgetOnSignOut(() => {
  newest += 1;
  useSampling.setState(atStart);
});
