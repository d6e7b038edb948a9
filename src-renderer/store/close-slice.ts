import { create } from 'zustand';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import type { ComparedDay } from '../screens/day-log/close-reading.ts';
import { forgetOnSignOut } from './session-end.ts';

export type ClosePreview = Output<'close.preview'>;
export type TypedCell = { readonly reported: string; readonly reason: string };

/** 締め (B4): the open days, what each compares, what is typed by day and cell, and the close that is on its way. */
export type CloseSlice = {
  readonly step: 'idle' | 'sending';
  readonly days: readonly Output<'close.overview'>['days'][number][];
  readonly previews: Readonly<Record<string, ClosePreview>>;
  /** by `day.procedure.kind`, kept while other days are looked at */
  readonly typed: Readonly<Record<string, TypedCell>>;
  /** what is typed of why a number was passed over, by its field */
  readonly gapReasons: Readonly<Record<string, string>>;
  readonly gapProblem: { readonly id: string; readonly message: string } | null;
  readonly signIn: { readonly staffNumber: string; readonly password: string };
  readonly failure: Failure | null;
  readonly doubtful: boolean;
  /** the close that got no answer: it alone is asked again, under its number, whatever is looked at meanwhile */
  readonly inDoubt: { readonly days: readonly ComparedDay[]; readonly requestId: string } | null;
  readonly closed: readonly Output<'close.record'>['closed'][number][];
  readonly load: (day: string) => Promise<void>;
  readonly type: (key: string, cell: TypedCell) => void;
  readonly typeGap: (id: string, reason: string) => void;
  /** true where the explanation was recorded and the day read again */
  readonly explainGap: (day: string, number: number, id: string) => Promise<boolean>;
  readonly sign: (signIn: CloseSlice['signIn']) => void;
  readonly record: (days: readonly ComparedDay[]) => Promise<boolean>;
  readonly putAway: () => void;
};

const atStart = {
  step: 'idle',
  days: [],
  previews: {},
  typed: {},
  gapReasons: {},
  gapProblem: null,
  signIn: { staffNumber: '', password: '' },
  failure: null,
  doubtful: false,
  inDoubt: null,
  closed: [],
} as const;

export const useClose = create<CloseSlice>()((set, get) => {
  const read = async (day: string): Promise<Failure | null> => {
    const [overview, preview] = await Promise.all([call('close.overview', {}), call('close.preview', { day })]);
    if (overview.ok) set({ days: overview.value.days });
    if (preview.ok) set({ previews: { ...get().previews, [day]: preview.value } });
    if (!overview.ok) return overview.failure;
    return preview.ok ? null : preview.failure;
  };

  return {
    ...atStart,
    load: async (day) => {
      const failure = await read(day);
      if (!get().doubtful) set({ failure });
    },
    type: (key, cell) => set({ typed: { ...get().typed, [key]: cell }, closed: [] }),
    typeGap: (id, reason) => set({ gapReasons: { ...get().gapReasons, [id]: reason }, gapProblem: null }),
    explainGap: async (day, number, id) => {
      if (get().step !== 'idle') return false;
      const reason = get().gapReasons[id] ?? '';
      set({ step: 'sending', gapProblem: null });
      try {
        const requestId = newRequestId();
        const answer = await call('close.explainGap', { requestId, day, number, reason });
        if (!answer.ok) {
          const [first] = answer.failure.fields;
          set({ gapProblem: { id, message: first?.message ?? answer.failure.message } });
        }
        // Read in either case: without an answer the day itself tells whether it was recorded.
        await read(day);
        return answer.ok;
      } finally {
        set({ step: 'idle' });
      }
    },
    sign: (signIn) => set({ signIn }),
    record: async (compared) => {
      const { inDoubt, signIn } = get();
      const days = inDoubt?.days ?? compared;
      if (get().step !== 'idle' || days.length === 0) return false;
      const requestId = inDoubt?.requestId ?? newRequestId();
      set({ step: 'sending', failure: null, doubtful: false, closed: [] });
      try {
        const sent = days.map(({ day, cells }) => ({ day, cells: [...cells] }));
        const answer = await call('close.record', { requestId, days: sent, acceptance: signIn });
        if (answer.ok) {
          set({ closed: answer.value.closed, signIn: atStart.signIn, inDoubt: null });
          for (const { day } of days) await read(day);
          return true;
        }
        const doubtful = lostAnswers.includes(answer.failure.code);
        if (!doubtful) for (const { day } of days) await read(day);
        set({ failure: answer.failure, doubtful, inDoubt: doubtful ? { days, requestId } : null });
        return false;
      } finally {
        set({ step: 'idle' });
      }
    },
    putAway: () => set({ failure: null, doubtful: false, closed: [] }),
  };
});

forgetOnSignOut(() => useClose.setState(atStart));
