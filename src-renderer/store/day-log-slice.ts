import { create } from 'zustand';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { Cp932Replacement, DayLogFormat } from '../../src-shared/contract/day-log-book.ts';
import type { DayLogShown } from '../../src-shared/contract/day-log-view.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { forgetOnSignOut } from './session-end.ts';

/** 内訳の部分: the cases, everything crossed, by hour and clerk, or what has to be known. */
export type DetailPart = 'cases' | 'cross' | 'hours' | 'notes';

type Office = DayLogShown['office'];

/** 日報: one office's day, its list, and writing it out. */
export type DayLogSlice = {
  readonly step: 'idle' | 'loading' | 'exporting';
  readonly day: string | null;
  readonly office: Office | null;
  readonly view: DayLogShown | null;
  readonly failure: Failure | null;
  readonly exported: Output<'dayLog.export'> | null;
  readonly listOpen: boolean;
  /** 内訳のどれか */
  readonly part: DetailPart;
  readonly choosing: boolean;
  readonly load: (day: string, office: Office) => Promise<void>;
  /** asks for the form of the file */
  readonly chooseFormat: () => void;
  readonly putAway: () => void;
  readonly writeOut: (format: DayLogFormat, replacement?: Cp932Replacement) => Promise<void>;
  readonly toggleList: () => void;
  readonly choosePart: (part: DetailPart) => void;
};

const atStart = {
  step: 'idle',
  day: null,
  office: null,
  view: null,
  failure: null,
  exported: null,
  listOpen: false,
  part: 'cases',
  choosing: false,
} as const;

let newestLoad = 0;

export const useDayLog = create<DayLogSlice>()((set, get) => ({
  ...atStart,
  load: async (day, office) => {
    newestLoad += 1;
    const mine = newestLoad;
    set({ step: 'loading', day, office, exported: null });
    const answer = await call('dayLog.view', { day, office });
    // Days may be turned faster than they are read: only the last one asked for is shown.
    if (mine !== newestLoad) return;
    if (answer.ok) set({ step: 'idle', view: answer.value, failure: null });
    else set({ step: 'idle', view: null, failure: answer.failure });
  },
  chooseFormat: () => {
    if (get().step === 'idle') set({ choosing: true });
  },
  putAway: () => set({ choosing: false }),
  writeOut: async (format, replacement) => {
    const { step, day, office } = get();
    if (step !== 'idle' || day === null || office === null) return;
    set({ step: 'exporting', choosing: false, failure: null, exported: null });
    try {
      const answer = await call('dayLog.export', {
        day,
        office,
        format,
        ...(replacement === undefined ? {} : { replacement }),
      });
      if (answer.ok) set({ exported: answer.value });
      else set({ failure: answer.failure });
    } finally {
      set({ step: 'idle' });
    }
  },
  toggleList: () => set({ listOpen: !get().listOpen }),
  choosePart: (part) => set({ part }),
}));

forgetOnSignOut(() => {
  newestLoad += 1;
  useDayLog.setState(atStart);
});
