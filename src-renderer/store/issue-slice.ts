import { create } from 'zustand';
import type { CaseDetail } from '../../src-shared/contract/api/case-shapes.ts';
import type { Input } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { type Answer, call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import { useHome } from './home-slice.ts';
import { forgetOnSignOut } from './session-end.ts';

/** 統合端末から写すもの: exactly as typed or scanned. */
export type TypedCertificate = { readonly serial: string; readonly expiresOn: string };
export type Acceptance = { readonly staffNumber: string; readonly password: string; readonly reason: string };

type TouchMethod =
  | 'issue.record'
  | 'issue.askAcceptance'
  | 'revoke.record'
  | 'case.takeUp'
  | 'case.park'
  | 'case.withdraw'
  | 'case.refuseLine';
type Touched = { readonly requestId: string; readonly case: string; readonly version: number };
type RecordedCertificate = Input<'issue.record'>['certificates'][number];
type Rest<Name extends TouchMethod> = Omit<Input<Name>, keyof Touched>;

/** 発行の記録: one case in hand, what was typed for it, and the one request that is on its way. */
export type IssueSlice = {
  readonly caseId: string | null;
  readonly detail: CaseDetail | null;
  readonly step: 'idle' | 'loading' | 'sending';
  readonly failure: Failure | null;
  /** the answer was lost; the same act is asked again under the same number */
  readonly doubtful: boolean;
  /** by line */
  readonly typed: Readonly<Record<number, TypedCertificate>>;
  /** what was typed for the cases opened before, so that it is there when the clerk comes back */
  readonly typedBefore: Readonly<Record<string, IssueSlice['typed']>>;
  readonly acceptance: Acceptance;
  readonly requestId: string | null;
  readonly open: (caseId: string) => Promise<void>;
  readonly type: (line: number, change: Partial<TypedCertificate>) => void;
  readonly accept: (change: Partial<Acceptance>) => void;
  readonly record: (certificates: readonly RecordedCertificate[], accepted: boolean) => Promise<boolean>;
  /** 責任者を待つ (B7): leaves what the terminal shows for a supervisor at another desk */
  readonly askAcceptance: (held: RecordedCertificate, reason: string) => Promise<boolean>;
  readonly revoke: (lines: readonly number[]) => Promise<boolean>;
  readonly takeUp: () => Promise<boolean>;
  readonly park: (note: string) => Promise<boolean>;
  readonly withdraw: (lines: readonly number[], reason: string) => Promise<boolean>;
  readonly refuseLine: (line: number) => Promise<boolean>;
  readonly clearFailure: () => void;
};

const noAcceptance: Acceptance = { staffNumber: '', password: '', reason: '' };
const atStart = {
  caseId: null,
  detail: null,
  step: 'idle',
  failure: null,
  doubtful: false,
  typed: {},
  typedBefore: {},
  acceptance: noAcceptance,
  requestId: null,
} as const;

const nothingTyped: TypedCertificate = { serial: '', expiresOn: '' };

export const useIssue = create<IssueSlice>()((set, get) => {
  async function touch<Name extends TouchMethod>(method: Name, rest: Rest<Name>): Promise<boolean> {
    const { step, detail, caseId } = get();
    if (step !== 'idle' || detail === null || caseId === null) return false;
    const requestId = get().requestId ?? newRequestId();
    set({ step: 'sending', failure: null, requestId });
    try {
      const touched: Touched = { requestId, case: caseId, version: detail.summary.version };
      // Every method of TouchMethod takes these three beside its own; TypeScript cannot join them under a type parameter.
      const input = { ...touched, ...rest } as Input<Name>;
      const answer: Answer<TouchMethod> = await call<TouchMethod>(method, input);
      if (get().caseId !== caseId) return false;
      if (answer.ok) {
        set({ detail: answer.value, requestId: null, doubtful: false, acceptance: noAcceptance });
        void useHome.getState().load();
        return true;
      }
      const doubtful = lostAnswers.includes(answer.failure.code);
      set({
        failure: answer.failure,
        doubtful,
        acceptance: { ...get().acceptance, password: '' },
        ...(doubtful ? {} : { requestId: null }),
      });
      if (answer.failure.code === 'staleVersion' || answer.failure.code === 'noLongerAllowed') await reload(caseId);
      return false;
    } finally {
      if (get().step === 'sending') set({ step: 'idle' });
    }
  }

  /** What was typed stays; only the case is read anew. */
  async function reload(caseId: string): Promise<void> {
    const answer = await call('case.open', { case: caseId });
    if (get().caseId === caseId && answer.ok) set({ detail: answer.value });
  }

  return {
    ...atStart,
    open: async (caseId) => {
      const { caseId: before, typed, typedBefore: earlier } = get();
      const same = before === caseId;
      if (same && get().step !== 'idle') return;
      const typedBefore = before === null ? earlier : { ...earlier, [before]: typed };
      const fresh = { ...atStart, caseId, typedBefore, typed: typedBefore[caseId] ?? {} };
      set(same ? { step: 'loading', failure: null } : { ...fresh, step: 'loading' });
      const answer = await call('case.open', { case: caseId });
      if (get().caseId !== caseId) return;
      if (answer.ok) set({ step: 'idle', detail: answer.value });
      else set({ step: 'idle', failure: answer.failure });
    },
    type: (line, change) => {
      const { typed, step } = get();
      if (step === 'sending') return;
      set({ typed: { ...typed, [line]: { ...(typed[line] ?? nothingTyped), ...change } } });
    },
    accept: (change) => set({ acceptance: { ...get().acceptance, ...change } }),
    record: async (certificates, accepted) => {
      const done = await touch('issue.record', {
        certificates: [...certificates],
        acceptance: accepted ? get().acceptance : null,
      });
      // A date that stopped the case is looked at again, not taken over: that field starts blank.
      if (done) set({ typed: withoutHeldDates(get()) });
      return done;
    },
    askAcceptance: (held, reason) => touch('issue.askAcceptance', { ...held, reason }),
    revoke: (lines) => touch('revoke.record', { lines: [...lines] }),
    takeUp: () => touch('case.takeUp', {}),
    park: (note) => touch('case.park', { note }),
    withdraw: (lines, reason) => touch('case.withdraw', { lines: [...lines], reason }),
    refuseLine: (line) => touch('case.refuseLine', { line }),
    clearFailure: () => set({ failure: null }),
  };
});

function withoutHeldDates({ typed, detail }: Pick<IssueSlice, 'typed' | 'detail'>): IssueSlice['typed'] {
  const held = (detail?.certificates ?? []).filter(({ held, issued }) => held?.rule === 'V7' && issued === null);
  return {
    ...typed,
    ...Object.fromEntries(held.map(({ line }) => [line, { ...(typed[line] ?? nothingTyped), expiresOn: '' }])),
  };
}

forgetOnSignOut(() => useIssue.setState(atStart));
