import { create } from 'zustand';
import type { DayLogShown } from '../../src-shared/contract/day-log-view.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { useExport } from './export-slice.ts';
import { forgetOnSignOut } from './session-end.ts';

/** 内訳の部分: the cases, everything crossed, by hour and clerk, or what has to be known. */
export type DetailPart = 'cases' | 'cross' | 'hours' | 'notes';

type Office = DayLogShown['office'];

/** 日報: one office's day and its list. */
export type DayLogSlice = {
  readonly step: 'idle' | 'loading';
  readonly day: string | null;
  readonly office: Office | null;
  readonly view: DayLogShown | null;
  readonly failure: Failure | null;
  readonly listOpen: boolean;
  /** 内訳のどれか */
  readonly part: DetailPart;
  readonly load: (day: string, office: Office) => Promise<void>;
  readonly toggleList: () => void;
  readonly choosePart: (part: DetailPart) => void;
};

const atStart = {
  step: 'idle',
  day: null,
  office: null,
  view: null,
  failure: null,
  listOpen: false,
  part: 'cases',
} as const;

let newestLoad = 0;

export const useDayLog = create<DayLogSlice>()((set, get) => ({
  ...atStart,
  load: async (day, office) => {
    newestLoad += 1;
    const mine = newestLoad;
    set({ step: 'loading', day, office });
    useExport.getState().forget();
    const answer = await call('dayLog.view', { day, office });
    // Days may be turned faster than they are read: only the last one asked for is shown.
    if (mine !== newestLoad) return;
    if (answer.ok) set({ step: 'idle', view: answer.value, failure: null });
    else set({ step: 'idle', view: null, failure: answer.failure });
  },
  toggleList: () => set({ listOpen: !get().listOpen }),
  choosePart: (part) => set({ part }),
}));

forgetOnSignOut(() => {
  newestLoad += 1;
  useDayLog.setState(atStart);
});
