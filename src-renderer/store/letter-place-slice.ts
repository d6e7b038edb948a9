import { create } from 'zustand';
import type { Failure } from '../../src-shared/contract/errors.ts';
import type { LetterOffset } from '../../src-shared/contract/print-view.ts';
import { call } from '../bridge/client.ts';
import { newRequestId } from '../bridge/request-id.ts';
import { forgetOnSignOut } from './session-end.ts';

/** 宛名の位置: what is set now, what was typed, and the one request that is on its way. */
export type LetterPlaceSlice = {
  readonly step: 'idle' | 'loading' | 'sending';
  readonly now: LetterOffset | null;
  readonly typed: { readonly xMm: string; readonly yMm: string };
  readonly failure: Failure | null;
  readonly recorded: boolean;
  readonly load: () => Promise<void>;
  readonly type: (change: Partial<LetterPlaceSlice['typed']>) => void;
  readonly set: (offset: LetterOffset) => Promise<void>;
};

const atStart = {
  step: 'idle',
  now: null,
  typed: { xMm: '', yMm: '' },
  failure: null,
  recorded: false,
} as const;

export const useLetterPlace = create<LetterPlaceSlice>()((set, get) => {
  const show = (now: LetterOffset): void =>
    set({ now, typed: { xMm: String(now.xMm), yMm: String(now.yMm) }, failure: null });
  return {
    ...atStart,
    load: async () => {
      if (get().step !== 'idle') return;
      set({ step: 'loading' });
      const answer = await call('print.offsets', {});
      set({ step: 'idle' });
      if (!answer.ok) set({ failure: answer.failure });
      else if (get().now === null) show(answer.value);
    },
    type: (change) => set({ typed: { ...get().typed, ...change }, recorded: false, failure: null }),
    set: async (offset) => {
      if (get().step !== 'idle') return;
      set({ step: 'sending', failure: null, recorded: false });
      const answer = await call('print.setOffsets', { requestId: newRequestId(), ...offset });
      set({ step: 'idle' });
      if (!answer.ok) {
        set({ failure: answer.failure });
        return;
      }
      show(answer.value);
      set({ recorded: true });
    },
  };
});

forgetOnSignOut(() => useLetterPlace.setState(atStart));
