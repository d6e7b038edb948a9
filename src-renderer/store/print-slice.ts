import { create } from 'zustand';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import type { PrintForm } from '../../src-shared/contract/print-view.ts';
import { call } from '../bridge/client.ts';
import { newRequestId } from '../bridge/request-id.ts';
import { forgetOnSignOut } from './session-end.ts';

type Preview = Output<'print.preview'>;
export type PrintChoice = Output<'print.choices'>['forms'][number];
export type Printed = {
  readonly to: 'printer' | 'file';
  readonly path: string | null;
  readonly copies: Output<'print.run'>['copies'];
};

/** 印刷: which form of which cases is looked at, and the one printing that is on its way. */
export type PrintSlice = {
  readonly step: 'closed' | 'choosing' | 'loading' | 'looking' | 'sending';
  readonly cases: readonly string[];
  /** null where a list of letters goes straight to its preview */
  readonly choices: readonly PrintChoice[] | null;
  readonly form: PrintForm | null;
  readonly preview: Preview | null;
  readonly failure: Failure | null;
  readonly printed: Printed | null;
  /** after an answer that was lost the same printing is asked again under the same number */
  readonly requestId: string | null;
  /** counts printings, so that a case on the screen is read again */
  readonly leftCount: number;
  readonly choose: (caseId: string) => Promise<void>;
  readonly look: (form: PrintForm, cases: readonly string[]) => Promise<void>;
  readonly run: (to: 'printer' | 'file') => Promise<void>;
  /** back to the forms, or closed where there was no choice */
  readonly stepBack: () => void;
};

const atStart = {
  step: 'closed',
  cases: [],
  choices: null,
  form: null,
  preview: null,
  failure: null,
  printed: null,
  requestId: null,
  leftCount: 0,
} as const;

const lostAnswers: readonly Failure['code'][] = ['connectionLost', 'unreadableAnswer', 'resultUnknown'];

export const usePrint = create<PrintSlice>()((set, get) => {
  /** whether this is still the printing that was asked for: it may have been closed, or another clerk has come */
  const still = (step: PrintSlice['step'], cases: readonly string[]): boolean =>
    get().step === step && get().cases === cases;

  async function readChoices(caseId: string): Promise<void> {
    const { cases } = get();
    const answer = await call('print.choices', { case: caseId });
    if (!still('choosing', cases)) return;
    if (answer.ok) set({ choices: answer.value.forms });
    else set({ failure: answer.failure });
  }

  return {
    ...atStart,
    choose: async (caseId) => {
      if (get().step !== 'closed') return;
      set({ ...atStart, leftCount: get().leftCount, step: 'choosing', cases: [caseId], choices: [] });
      await readChoices(caseId);
    },
    look: async (form, cases) => {
      if (get().step === 'loading' || get().step === 'sending') return;
      set({ step: 'loading', cases, form, preview: null, failure: null, printed: null, requestId: null });
      const answer = await call('print.preview', { form, cases: [...cases] });
      if (!still('loading', cases)) return;
      if (answer.ok) set({ step: 'looking', preview: answer.value });
      else set({ step: 'looking', failure: answer.failure });
    },
    run: async (to) => {
      const { step, form, cases, preview } = get();
      if (step !== 'looking' || form === null || preview === null) return;
      const requestId = get().requestId ?? newRequestId();
      set({ step: 'sending', failure: null, printed: null, requestId });
      const answer = await call('print.run', { requestId, form, cases: [...cases], to });
      set({ leftCount: get().leftCount + 1 });
      if (!still('sending', cases)) return;
      if (!answer.ok) {
        const lost = lostAnswers.includes(answer.failure.code);
        set({ step: 'looking', failure: answer.failure, ...(lost ? {} : { requestId: null }) });
        return;
      }
      const { path, copies } = answer.value;
      const copiesNext = copies.map((each) => ({ ...each, copy: each.copy + 1 }));
      set({ step: 'looking', requestId: null, printed: { to, path, copies }, preview: { ...preview, copiesNext } });
    },
    stepBack: () => {
      const { step, choices, cases, leftCount } = get();
      // What is on its way to the printer cannot be called back; its answer is waited for.
      if (step === 'sending') return;
      const [caseId] = cases;
      if (step === 'choosing' || choices === null || caseId === undefined) {
        set({ ...atStart, leftCount });
        return;
      }
      set({ ...atStart, leftCount, step: 'choosing', cases, choices });
      void readChoices(caseId);
    },
  };
});

forgetOnSignOut(() => usePrint.setState(atStart));
