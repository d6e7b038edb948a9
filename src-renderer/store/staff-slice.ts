import { create } from 'zustand';
import type { OpenWork, StaffChange, StaffRow } from '../../src-shared/contract/api/staff-api.ts';
import type { Method } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { type Answer, call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import { nothingTyped, officesOf, type StaffActKind, type StaffTyped, typedFor } from '../screens/staff/staff-typed.ts';
import { useProgram } from './program-slice.ts';
import { forgetOnSignOut } from './session-end.ts';

/** したこと: what was recorded last, and about whom. */
export type StaffDone = { readonly kind: StaffActKind; readonly name: string; readonly work: OpenWork | null };

/** 職員: who may work here, whom the panel shows, the act that is typed, and the one that is on its way. */
export type StaffSlice = {
  readonly step: 'idle' | 'loading' | 'sending';
  readonly ready: boolean;
  readonly staff: readonly StaffRow[];
  readonly opened: string | null;
  readonly history: readonly StaffChange[];
  readonly act: StaffActKind | null;
  /** what was typed, kept while another screen is open; gone at sign-out */
  readonly typed: StaffTyped;
  /** what would be handed over */
  readonly work: OpenWork | null;
  readonly failure: Failure | null;
  readonly doubtful: boolean;
  readonly requestId: string;
  readonly done: StaffDone | null;
  readonly load: () => Promise<void>;
  readonly open: (staff: string) => Promise<void>;
  readonly close: () => void;
  readonly begin: (kind: StaffActKind) => Promise<void>;
  readonly stop: () => void;
  readonly type: (change: Partial<StaffTyped>) => void;
  readonly record: () => Promise<boolean>;
  readonly putAway: () => void;
};

const atStart = {
  step: 'idle',
  ready: false,
  staff: [],
  opened: null,
  history: [],
  act: null,
  typed: nothingTyped,
  work: null,
  failure: null,
  doubtful: false,
  done: null,
} as const;

export const useStaff = create<StaffSlice>()((set, get) => {
  async function readList(): Promise<Failure | null> {
    const answer = await call('staff.list', {});
    if (!answer.ok) return answer.failure;
    set({ staff: answer.value.staff, ready: true });
    return null;
  }

  /** An answer for somebody who is no longer open is dropped. */
  async function readPage(staff: string): Promise<Failure | null> {
    const answer = await call('staff.view', { staff });
    if (get().opened !== staff) return null;
    if (!answer.ok) return answer.failure;
    set({ history: answer.value.history });
    return null;
  }

  async function send(kind: StaffActKind, typed: StaffTyped): Promise<Answer<Method> | null> {
    const { requestId, opened } = get();
    const { reason, staffNumber, name, kana } = typed;
    const acceptance = typed.second.staffNumber === '' ? null : typed.second;
    if (kind === 'add') {
      if (typed.role === null) return null;
      const staff = { staffNumber, name, kana, password: typed.password.normalize('NFKC') };
      const standing = { role: typed.role, offices: officesOf(typed.offices) };
      return call('staff.add', { requestId, ...standing, staff, reason, acceptance });
    }
    if (opened === null) return null;
    const acting = { requestId, staff: opened, reason };
    switch (kind) {
      case 'rename':
        return call('staff.rename', { ...acting, staffNumber, name, kana });
      case 'reassign':
        if (typed.role === null) return null;
        return call('staff.reassign', { ...acting, role: typed.role, offices: officesOf(typed.offices), acceptance });
      case 'suspend':
        return call('staff.suspend', { ...acting, acceptance });
      case 'reinstate':
        return call('staff.reinstate', { ...acting, acceptance });
      case 'resetPassword':
        return call('staff.resetPassword', { ...acting, password: typed.password.normalize('NFKC'), acceptance });
      case 'handOver': {
        const { predecessor, effectiveFrom, successor } = typed;
        return predecessor === null
          ? null
          : call('staff.handOver', { ...acting, predecessor, effectiveFrom, successor });
      }
    }
  }

  return {
    ...atStart,
    requestId: newRequestId(),
    load: async () => {
      if (get().step !== 'idle') return;
      set({ step: 'loading' });
      try {
        const { opened } = get();
        const failure = (await readList()) ?? (opened === null ? null : await readPage(opened));
        if (!get().doubtful) set({ failure });
      } finally {
        set({ step: 'idle' });
      }
    },
    open: async (staff) => {
      set({ opened: staff, history: [], act: null, typed: nothingTyped, failure: null, done: null });
      const failure = await readPage(staff);
      if (failure !== null && get().opened === staff) set({ failure });
    },
    close: () => set({ opened: null, history: [], act: null, typed: nothingTyped, failure: null }),
    begin: async (kind) => {
      const { opened, staff } = get();
      const member = staff.find((each) => each.staff === opened) ?? null;
      set({ act: kind, typed: typedFor(kind, member), work: null, failure: null, doubtful: false, done: null });
      if (kind !== 'handOver' || opened === null) return;
      const answer = await call('staff.openWork', { staff: opened });
      if (get().act !== 'handOver' || get().opened !== opened) return;
      if (answer.ok) set({ work: answer.value });
      else set({ failure: answer.failure });
    },
    stop: () => set({ act: null, typed: nothingTyped, work: null, failure: null, doubtful: false }),
    type: (change) => set({ typed: { ...get().typed, ...change } }),
    record: async () => {
      const { act, typed, opened, staff } = get();
      if (act === null || get().step === 'sending') return false;
      set({ step: 'sending', failure: null, doubtful: false, done: null });
      try {
        const answer = await send(act, typed);
        if (answer === null) return false;
        if (!answer.ok) {
          // After an answer that was lost, the same number makes a second press harmless; any other no ends this request.
          const doubtful = lostAnswers.includes(answer.failure.code);
          set({ failure: answer.failure, doubtful, ...(doubtful ? {} : { requestId: newRequestId() }) });
          return false;
        }
        const name = act === 'add' ? typed.name.trim() : (staff.find((each) => each.staff === opened)?.name ?? '');
        const { work } = get();
        set({ act: null, typed: nothingTyped, requestId: newRequestId(), done: { kind: act, name, work }, work: null });
        // Who one is may have changed by it; the list is the main process's own.
        await useProgram.getState().refresh();
        await readList();
        if (opened !== null) await readPage(opened);
        return true;
      } finally {
        set({ step: 'idle' });
      }
    },
    putAway: () => set({ failure: null, doubtful: false, done: null }),
  };
});

forgetOnSignOut(() => useStaff.setState({ ...atStart, requestId: newRequestId() }));
