import { create } from 'zustand';
import { call } from '../bridge/client.ts';
import { forgetOnSignOut } from './session-end.ts';

/** 仕事 (task): what stands in the middle of the screen. A draft of `null` is the form as it was left, or a new one. */
export type Task =
  | { readonly kind: 'home' }
  | { readonly kind: 'receive'; readonly draft: string | null }
  | { readonly kind: 'issueRecord'; readonly caseId: string }
  | { readonly kind: 'letters' }
  | { readonly kind: 'revoke'; readonly draft: string | null; readonly holder: string | null }
  /** 台帳: the finder, with the person of this case open where one was chosen */
  | { readonly kind: 'ledger'; readonly caseId: string | null }
  | { readonly kind: 'approvals' }
  /** 監査: of everybody, or of the person of this case */
  | { readonly kind: 'audit'; readonly person: string | null }
  | { readonly kind: 'sampling' }
  | { readonly kind: 'dayLog' }
  | { readonly kind: 'statistics' }
  | { readonly kind: 'staff' }
  | { readonly kind: 'password' }
  | { readonly kind: 'settings' };

/** 知らせ: stays until it is read and put away, or another replaces it. */
export type Notice = {
  readonly tone: 'success' | 'info' | 'warning' | 'stop';
  readonly headline: string;
  readonly text: string;
  /** 来庁者に伝えること: sentences to read aloud, one a line */
  readonly told?: readonly string[];
  /** what may be done next, beside the words */
  readonly act?: { readonly label: string; readonly press: () => void };
};

/** 仕事の切り替え: which task is open; what was typed in each stays in that task's own slice. */
export type TaskSlice = {
  readonly task: Task;
  readonly helpOpen: boolean;
  readonly notice: Notice | null;
  readonly go: (task: Task) => void;
  readonly setHelp: (open: boolean) => void;
  readonly tell: (notice: Notice | null) => void;
  /** opens the case of a receipt number, as a scanner types it */
  readonly findCase: (receipt: string) => Promise<void>;
};

const atStart = { task: { kind: 'home' }, helpOpen: false, notice: null } as const;

export const useTask = create<TaskSlice>()((set) => ({
  ...atStart,
  go: (task) => set({ task, helpOpen: false, notice: null }),
  setHelp: (helpOpen) => set({ helpOpen }),
  tell: (notice) => set({ notice }),
  findCase: async (receipt) => {
    const answer = await call('case.find', { receipt });
    if (answer.ok) set({ task: { kind: 'issueRecord', caseId: answer.value.case }, helpOpen: false, notice: null });
    else set({ notice: { tone: 'warning', headline: `${receipt} を開けませんでした`, text: answer.failure.message } });
  },
}));

forgetOnSignOut(() => useTask.setState(atStart));
