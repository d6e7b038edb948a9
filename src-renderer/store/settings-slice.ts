import { create } from 'zustand';
import type { Input, Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { type Answer, call } from '../bridge/client.ts';
import { newRequestId } from '../bridge/request-id.ts';
import { type EntryTyped, emptyEntry } from '../screens/settings/calendar-form.ts';
import { type FeesTyped, feesOf } from '../screens/settings/fees-form.ts';
import { useProgram } from './program-slice.ts';
import { forgetOnSignOut } from './session-end.ts';

type SettingsChange = 'settings.addCalendarEntry' | 'settings.dropCalendarEntry' | 'settings.changeFees';
type Shown = Output<'settings.view'>;

/** 設定: the calendar and the fees as they stand, what was typed, and the one change that is on its way. */
export type SettingsSlice = {
  readonly step: 'idle' | 'loading' | 'sending';
  readonly shown: Shown | null;
  readonly failure: Failure | null;
  /** what was recorded last */
  readonly recorded: 'entry' | 'dropped' | 'fees' | null;
  readonly entry: EntryTyped;
  readonly fees: FeesTyped;
  /** which change got no answer: only the same one is asked again under its number */
  readonly inDoubt: { readonly change: string; readonly requestId: string } | null;
  readonly load: () => Promise<void>;
  readonly typeEntry: (change: Partial<EntryTyped>) => void;
  readonly typeFees: (change: Partial<FeesTyped>) => void;
  readonly addEntry: (entry: Omit<Input<'settings.addCalendarEntry'>, 'requestId'>) => Promise<void>;
  readonly dropEntry: (entry: string, reason: string) => Promise<boolean>;
  readonly changeFees: (change: Omit<Input<'settings.changeFees'>, 'requestId'>) => Promise<void>;
  readonly putAway: () => void;
};

const atStart = {
  step: 'idle',
  shown: null,
  failure: null,
  recorded: null,
  entry: emptyEntry,
  fees: feesOf([]),
  inDoubt: null,
} as const;

const lostAnswers: readonly Failure['code'][] = ['connectionLost', 'unreadableAnswer', 'resultUnknown', 'defect'];

export const useSettings = create<SettingsSlice>()((set, get) => {
  async function send<Name extends SettingsChange>(
    method: Name,
    input: Omit<Input<Name>, 'requestId'>,
  ): Promise<boolean> {
    if (get().step !== 'idle') return false;
    const change = `${method} ${JSON.stringify(input)}`;
    const { inDoubt } = get();
    const requestId = inDoubt?.change === change ? inDoubt.requestId : newRequestId();
    set({ step: 'sending', failure: null, recorded: null });
    try {
      // The input with its number is what the contract of this method asks for; a generic Omit hides that.
      const asked = { ...input, requestId } as unknown as Input<Name>;
      const answer: Answer<SettingsChange> = await call<SettingsChange>(method, asked);
      if (!answer.ok) {
        const doubtful = lostAnswers.includes(answer.failure.code);
        set({ failure: answer.failure, inDoubt: doubtful ? { change, requestId } : null });
        return false;
      }
      set({ shown: answer.value, inDoubt: null });
      // Every screen judges by what was changed here.
      void useProgram.getState().refresh();
      return true;
    } finally {
      set({ step: 'idle' });
    }
  }

  return {
    ...atStart,
    load: async () => {
      if (get().step !== 'idle') return;
      set({ step: 'loading' });
      try {
        const answer = await call('settings.view', {});
        if (!answer.ok) set({ failure: answer.failure });
        else {
          const first = get().shown === null;
          set({ shown: answer.value, failure: null, ...(first ? { fees: feesOf(answer.value.fees) } : {}) });
        }
      } finally {
        set({ step: 'idle' });
      }
    },
    typeEntry: (change) => set({ entry: { ...get().entry, ...change }, recorded: null }),
    typeFees: (change) => set({ fees: { ...get().fees, ...change }, recorded: null }),
    addEntry: async (entry) => {
      if (await send('settings.addCalendarEntry', entry)) set({ entry: emptyEntry, recorded: 'entry' });
    },
    dropEntry: async (entry, reason) => {
      const dropped = await send('settings.dropCalendarEntry', { entry, reason });
      if (dropped) set({ recorded: 'dropped' });
      return dropped;
    },
    changeFees: async (change) => {
      if (await send('settings.changeFees', change)) set({ fees: feesOf(change.fees), recorded: 'fees' });
    },
    putAway: () => set({ failure: null, recorded: null }),
  };
});

forgetOnSignOut(() => useSettings.setState(atStart));
