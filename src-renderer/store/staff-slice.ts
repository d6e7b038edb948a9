import type * as z from 'zod';
import { create } from 'zustand';
import type { Input, Staff } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { newRequestId } from '../bridge/request-id.ts';
import { forgetOnSignOut } from './session-end.ts';

export type StaffMember = z.infer<typeof Staff>;

/** 職員: who may work at this terminal, and adding one more. */
export type StaffSlice = {
  readonly step: 'idle' | 'loading' | 'sending';
  readonly staff: readonly StaffMember[];
  readonly failure: Failure | null;
  readonly added: string | null;
  readonly requestId: string;
  readonly load: () => Promise<void>;
  readonly add: (input: Omit<Input<'staff.add'>, 'requestId'>) => Promise<boolean>;
  readonly clearFailure: () => void;
};

const atStart = { step: 'idle', staff: [], failure: null, added: null } as const;

export const useStaff = create<StaffSlice>()((set, get) => ({
  ...atStart,
  requestId: newRequestId(),
  load: async () => {
    if (get().step !== 'idle') return;
    set({ step: 'loading' });
    try {
      const answer = await call('staff.list', {});
      if (answer.ok) set({ staff: answer.value.staff, failure: null });
      else set({ failure: answer.failure });
    } finally {
      set({ step: 'idle' });
    }
  },
  add: async (input) => {
    if (get().step === 'sending') return false;
    set({ step: 'sending', failure: null, added: null });
    try {
      const answer = await call('staff.add', { ...input, requestId: get().requestId });
      if (!answer.ok) {
        // After an answer that was lost, the same number makes a second press harmless; any other no ends this request.
        const lost = ['connectionLost', 'unreadableAnswer', 'resultUnknown'].includes(answer.failure.code);
        set({ failure: answer.failure, ...(lost ? {} : { requestId: newRequestId() }) });
        return false;
      }
      set({ staff: answer.value.staff, added: input.staff.name, requestId: newRequestId() });
      return true;
    } finally {
      set({ step: 'idle' });
    }
  },
  clearFailure: () => set({ failure: null }),
}));

forgetOnSignOut(() => useStaff.setState({ ...atStart, requestId: newRequestId() }));
