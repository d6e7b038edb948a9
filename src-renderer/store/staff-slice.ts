import type * as z from 'zod';
import { create } from 'zustand';
import type { Staff } from '../../src-shared/contract/api/program-api.ts';
import type { Input } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { newRequestId } from '../bridge/request-id.ts';
import { emptyNewStaff, type NewStaffTyped } from '../screens/staff/new-staff-form.ts';
import { forgetOnSignOut } from './session-end.ts';

export type StaffMember = z.infer<typeof Staff>;

/** 職員: who may work at this terminal, and adding one more. */
export type StaffSlice = {
  readonly step: 'idle' | 'loading' | 'sending';
  readonly staff: readonly StaffMember[];
  readonly failure: Failure | null;
  readonly added: string | null;
  /** what was typed, kept while another screen is open; gone at sign-out */
  readonly role: StaffMember['role'] | null;
  readonly typed: NewStaffTyped;
  readonly requestId: string;
  readonly load: () => Promise<void>;
  readonly type: (change: Partial<Pick<StaffSlice, 'role' | 'typed'>>) => void;
  readonly add: (input: Omit<Input<'staff.add'>, 'requestId'>) => Promise<boolean>;
  readonly clearFailure: () => void;
};

const nothingTyped = { role: null, typed: emptyNewStaff } as const;
const atStart = { step: 'idle', staff: [], failure: null, added: null, ...nothingTyped } as const;

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
  type: (change) => set(change),
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
      set({ staff: answer.value.staff, added: input.staff.name, requestId: newRequestId(), ...nothingTyped });
      return true;
    } finally {
      set({ step: 'idle' });
    }
  },
  clearFailure: () => set({ failure: null }),
}));

forgetOnSignOut(() => useStaff.setState({ ...atStart, requestId: newRequestId() }));
