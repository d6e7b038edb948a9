import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { Received } from '../../src-shared/contract/api/receive-api.ts';
import type { Input } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import type { KnownOfHolder } from '../screens/receive/receive-form.ts';
import { draftContent, draftTitle, isTouched, readDraft, type Typed } from '../screens/receive/typed.ts';
import { knownCertificates } from './known-certificates.ts';
import { forgetOnSignOut, saveBeforeLeaving } from './session-end.ts';

/** 送るもの: what F11 records, judged as the screen showed it. */
export type Sending = Pick<Input<'receive.record'>, 'facts' | 'shown' | 'backEntry' | 'approval'>;

/** 台帳で見つけたもの: for one name and birth date; `key` tells for which. */
export type Known = KnownOfHolder & { readonly key: string };

/** 受付・失効: the form in hand, its draft, and the one request that records it. */
export type ReceptionSlice = {
  readonly typed: Typed;
  /** null until something was typed or a draft was opened */
  readonly draft: string | null;
  readonly draftVersion: number;
  /** what the ledger holds as 入力中; equal texts need no saving */
  readonly savedContent: string | null;
  /** a colleague took the draft over: nothing more is saved from here */
  readonly draftLost: boolean;
  readonly step: 'typing' | 'opening' | 'sending';
  readonly failure: Failure | null;
  /** the answer was lost; pressing again asks with the same number and cannot record twice */
  readonly doubtful: boolean;
  readonly requestId: string | null;
  readonly known: Known | null;
  readonly looking: boolean;
  readonly change: (change: Partial<Typed>) => void;
  /** null: the form as it was left, or a new one */
  readonly open: (draft: string | null) => Promise<void>;
  readonly save: () => Promise<void>;
  /** keeps it as 入力中 and clears the form; false where it could not be kept */
  readonly putAside: () => Promise<boolean>;
  readonly discard: () => Promise<void>;
  readonly lookUp: (name: string, bornOn: string) => Promise<void>;
  readonly record: (sending: Sending) => Promise<Received | null>;
  readonly clearFailure: () => void;
};

export type UseReception = UseBoundStore<StoreApi<ReceptionSlice>>;

const withoutForm = {
  draft: null,
  draftVersion: 0,
  savedContent: null,
  draftLost: false,
  step: 'typing',
  failure: null,
  doubtful: false,
  requestId: null,
  known: null,
  looking: false,
} as const;

/** 様式の置き場を作る: one for 受付, one for 失効; each keeps its own draft and is forgotten at sign-out. */
export function receptionStore(task: 'receive' | 'revoke', empty: Typed): UseReception {
  const atStart = { ...withoutForm, typed: empty };
  const store = create<ReceptionSlice>()((set, get) => receptionSlice(task, atStart, set, get));
  forgetOnSignOut(() => store.setState(atStart));
  saveBeforeLeaving(() => store.getState().save());
  return store;
}

function receptionSlice(
  task: 'receive' | 'revoke',
  atStart: typeof withoutForm & { readonly typed: Typed },
  set: StoreApi<ReceptionSlice>['setState'],
  get: () => ReceptionSlice,
): ReceptionSlice {
  let saving: Promise<void> = Promise.resolve();

  async function saveOnce(): Promise<void> {
    const { typed, draftVersion, savedContent, draftLost, step } = get();
    const content = draftContent(typed);
    if (draftLost || step !== 'typing' || content === savedContent) return;
    if (!isTouched(typed) && get().draft === null) return;
    const draft = get().draft ?? newRequestId();
    set({ draft });
    const answer = await call('draft.save', {
      draft,
      version: draftVersion,
      task,
      title: draftTitle(typed),
      content,
    });
    // The form may have been put away or recorded while the answer was on its way.
    if (get().draft !== draft) return;
    if (answer.ok) set({ draftVersion: answer.value.version, savedContent: content });
    else if (answer.failure.code === 'staleDraft') set({ draftLost: true, failure: answer.failure });
    else if (answer.failure.code !== 'locked') set({ failure: answer.failure });
  }

  const save = (): Promise<void> => {
    saving = saving.then(saveOnce, saveOnce);
    return saving;
  };

  return {
    ...atStart,
    change: (change) => {
      const { step, doubtful, typed } = get();
      // While an answer is in doubt the form must stay what was sent under that number.
      if (step === 'typing' && !doubtful) set({ typed: { ...typed, ...change } });
    },
    open: async (draft) => {
      if (draft === null || draft === get().draft || get().step !== 'typing') return;
      await save();
      set({ ...atStart, step: 'opening' });
      const answer = await call('draft.open', { draft });
      if (!answer.ok) {
        set({ step: 'typing', failure: answer.failure });
        return;
      }
      const { content, draft: summary } = answer.value;
      const typed = readDraft(content);
      set({
        step: 'typing',
        typed: typed ?? atStart.typed,
        draft,
        draftVersion: summary.version,
        savedContent: typed === null ? null : draftContent(typed),
      });
    },
    save,
    putAside: async () => {
      await save();
      if (get().savedContent !== draftContent(get().typed)) return false;
      set(atStart);
      return true;
    },
    discard: async () => {
      const { draft, savedContent } = get();
      set(atStart);
      await saving;
      if (draft !== null && savedContent !== null) await call('draft.discard', { draft });
    },
    ...knownCertificates(set, get),
    record: async (sending) => {
      const { step, typed } = get();
      if (step !== 'typing') return null;
      const requestId = get().requestId ?? newRequestId();
      set({ step: 'sending', failure: null, requestId });
      try {
        await saving;
        const { draft, savedContent } = get();
        const kept = draft !== null && savedContent !== null ? draft : null;
        const answer = await call('receive.record', { requestId, draft: kept, ...sending, note: typed.note.trim() });
        if (answer.ok) {
          set(atStart);
          return answer.value;
        }
        const doubtful = lostAnswers.includes(answer.failure.code);
        // A known certificate may be what changed the decision; it is looked up again.
        const known = answer.failure.code === 'decisionChanged' ? null : get().known;
        set({ failure: answer.failure, doubtful, known, ...(doubtful ? {} : { requestId: null }) });
        return null;
      } finally {
        if (get().step === 'sending') set({ step: 'typing' });
      }
    },
    clearFailure: () => set({ failure: null }),
  };
}
