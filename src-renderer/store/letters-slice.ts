import { create } from 'zustand';
import type { CaseDetail } from '../../src-shared/contract/api/case-shapes.ts';
import type { LetterRow } from '../../src-shared/contract/api/letters-api.ts';
import type { Input, Method, Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { type Answer, call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import { useHome } from './home-slice.ts';
import { rowOfDetail } from './letter-of-case.ts';
import { freshReply, type ReplyTyped } from './reply-typed.ts';
import { forgetOnSignOut } from './session-end.ts';
import { useTask } from './task-slice.ts';

export type Posted = Output<'letters.post'>['posted'];
type ReplyRest = Omit<Input<'reply.accept'>, 'requestId' | 'case' | 'version'>;
type ContactRest = Omit<Input<'letters.contact'>, 'requestId' | 'case'>;
type ActMethod = Extract<Method, 'letters.post' | 'letters.returned' | 'letters.contact' | 'reply.accept'>;

/** 照会: the letters' list, the one in hand, what was looked at for its reply, and the one act that is on its way. */
export type LettersSlice = {
  readonly step: 'idle' | 'loading' | 'sending';
  readonly everywhere: boolean;
  readonly day: string | null;
  readonly rows: readonly LetterRow[];
  readonly failure: Failure | null;
  /** the answer was lost; the same act is asked again under the same number */
  readonly doubtful: boolean;
  /** which act that was: only this one is asked again under its number */
  readonly inDoubt: { readonly act: string; readonly requestId: string } | null;
  readonly searched: string;
  /** the row that the clerk stands on */
  readonly current: string | null;
  readonly opened: string | null;
  /** a case in hand that the list does not hold, e.g. of another office */
  readonly beyondList: LetterRow | null;
  /** of those to be posted, the ones that stay behind */
  readonly heldBack: readonly string[];
  readonly replies: Readonly<Record<string, ReplyTyped>>;
  /** 別のかたの照会書: its number, scanned while a reply is in hand */
  readonly foreign: string | null;
  /** what was posted last, until it is put away */
  readonly posted: Posted | null;
  readonly load: () => Promise<void>;
  readonly showEverywhere: (everywhere: boolean) => Promise<void>;
  readonly search: (searched: string) => void;
  readonly stand: (row: string) => void;
  readonly open: (row: LetterRow) => void;
  readonly close: () => void;
  readonly choose: (row: string, chosen: boolean) => void;
  /** a number from the scanner or the field */
  readonly scan: (receipt: string) => Promise<void>;
  readonly openCase: (caseId: string) => Promise<void>;
  readonly check: (row: LetterRow, change: Partial<ReplyTyped>) => void;
  readonly post: (rows: readonly LetterRow[]) => Promise<boolean>;
  readonly accept: (row: LetterRow, rest: ReplyRest) => Promise<CaseDetail | null>;
  readonly comeBack: (row: LetterRow, note: string) => Promise<boolean>;
  readonly contact: (row: LetterRow, rest: ContactRest) => Promise<boolean>;
  readonly putAway: () => void;
  readonly forgetForeign: () => void;
  readonly forgetPosted: () => void;
};

const atStart = {
  step: 'idle',
  everywhere: false,
  day: null,
  rows: [],
  failure: null,
  doubtful: false,
  inDoubt: null,
  searched: '',
  current: null,
  opened: null,
  beyondList: null,
  heldBack: [],
  replies: {},
  foreign: null,
  posted: null,
} as const;

/** What a colleague or the day did meanwhile: the list is read again, what was typed stays. */
const overtaken: readonly Failure['code'][] = ['staleVersion', 'wrongStep', 'caseEnded', 'caseLapsed'];

export const useLetters = create<LettersSlice>()((set, get) => {
  let newestLoad = 0;

  async function read(): Promise<void> {
    newestLoad += 1;
    const mine = newestLoad;
    const answer = get().everywhere ? await call('letters.everywhere', {}) : await call('letters.list', {});
    if (mine !== newestLoad) return;
    if (answer.ok) {
      const { day, letters: rows } = answer.value;
      // What was looked at yesterday is looked at again.
      set({ day, rows, ...(get().day === day ? {} : { replies: {} }) });
    } else set({ failure: answer.failure });
  }

  async function act<Name extends ActMethod>(
    method: Name,
    about: string,
    inputOf: (requestId: string) => Input<Name>,
  ): Promise<Output<Name> | null> {
    if (get().step === 'sending') return null;
    const key = `${method} ${about}`;
    const { inDoubt } = get();
    const requestId = inDoubt?.act === key ? inDoubt.requestId : newRequestId();
    set({ step: 'sending', failure: null, doubtful: false });
    try {
      const answer: Answer<Name> = await call(method, inputOf(requestId));
      set({ inDoubt: null });
      if (answer.ok) {
        void useHome.getState().load();
        await read();
        return answer.value;
      }
      const doubtful = lostAnswers.includes(answer.failure.code);
      set({ failure: answer.failure, doubtful, inDoubt: doubtful ? { act: key, requestId } : null });
      if (overtaken.includes(answer.failure.code)) await read();
      return null;
    } finally {
      if (get().step === 'sending') set({ step: 'idle' });
    }
  }

  const touched = ({ summary }: LetterRow, requestId: string) => ({
    requestId,
    case: summary.case,
    version: summary.version,
  });

  return {
    ...atStart,
    load: async () => {
      if (get().step === 'sending') return;
      set({ step: 'loading', failure: null, doubtful: false });
      try {
        await read();
      } finally {
        if (get().step === 'loading') set({ step: 'idle' });
      }
    },
    showEverywhere: async (everywhere) => {
      set({ everywhere, rows: [], day: null, opened: null, beyondList: null, foreign: null });
      await get().load();
    },
    search: (searched) => set({ searched }),
    stand: (current) => set({ current }),
    open: (row) =>
      set({ opened: row.summary.case, current: row.summary.case, beyondList: null, foreign: null, failure: null }),
    close: () => set({ opened: null, beyondList: null, foreign: null, failure: null }),
    choose: (row, chosen) => {
      const others = get().heldBack.filter((each) => each !== row);
      set({ heldBack: chosen ? others : [...others, row] });
    },
    scan: async (receipt) => {
      const { rows, open, check } = get();
      const inHand = openedRow(get());
      if (inHand?.state === 'open') {
        check(inHand, { scanned: receipt });
        set({ foreign: inHand.summary.receipt === receipt ? null : receipt, searched: '' });
        return;
      }
      const row = rows.find((each) => each.summary.receipt === receipt);
      if (row !== undefined && row.state !== 'replied') {
        open(row);
        set({ searched: '' });
        if (row.state === 'open') check(row, { scanned: receipt });
        return;
      }
      const found = await call('case.find', { receipt });
      if (!found.ok) {
        const headline = `${receipt} を開けませんでした`;
        useTask.getState().tell({ tone: 'warning', headline, text: found.failure.message });
        return;
      }
      await get().openCase(found.value.case);
      const now = openedRow(get());
      if (now?.state === 'open' && now.summary.receipt === receipt) get().check(now, { scanned: receipt });
    },
    openCase: async (caseId) => {
      const { day, rows, open } = get();
      const row = rows.find((each) => each.summary.case === caseId);
      if (row !== undefined && row.state !== 'replied') {
        open(row);
        return;
      }
      const answer = await call('case.open', { case: caseId });
      const beyondList = answer.ok ? rowOfDetail(answer.value, day ?? useHome.getState().day) : null;
      // A case without a letter in the post is at home on its own screen, which also says why it cannot be opened.
      if (beyondList === null) useTask.getState().go({ kind: 'issueRecord', caseId });
      else set({ opened: caseId, beyondList, foreign: null, failure: null, searched: '' });
    },
    check: (row, change) => {
      const { replies, step } = get();
      if (step === 'sending') return;
      const id = row.summary.case;
      set({ replies: { ...replies, [id]: { ...(replies[id] ?? freshReply(row)), ...change } } });
    },
    post: async (rows) => {
      const cases = rows.map(({ summary }) => ({ case: summary.case, version: summary.version }));
      const about = cases.map((each) => each.case).join();
      const done = await act('letters.post', about, (requestId) => ({ requestId, cases }));
      if (done === null) return false;
      set({ posted: done.posted, heldBack: [], opened: null, beyondList: null });
      return true;
    },
    accept: async (row, rest) => {
      const id = row.summary.case;
      const detail = await act('reply.accept', id, (requestId) => ({ ...touched(row, requestId), ...rest }));
      if (detail === null) return null;
      const { [id]: _, ...replies } = get().replies;
      set({ replies, opened: null, beyondList: null, foreign: null });
      return detail;
    },
    comeBack: async (row, note) => {
      const about = row.summary.case;
      const done = await act('letters.returned', about, (requestId) => ({ ...touched(row, requestId), note }));
      return takeIn(done);
    },
    contact: async (row, rest) => {
      const about = row.summary.case;
      const done = await act('letters.contact', about, (requestId) => ({ requestId, case: about, ...rest }));
      return takeIn(done);
    },
    putAway: () => set({ failure: null, doubtful: false }),
    forgetForeign: () => set({ foreign: null }),
    forgetPosted: () => set({ posted: null }),
  };

  /** A case beyond the list is not read again with it. */
  function takeIn(detail: CaseDetail | null): boolean {
    const { beyondList, opened, day } = get();
    if (detail !== null && beyondList !== null && opened === detail.summary.case)
      set({ beyondList: rowOfDetail(detail, day) ?? beyondList });
    return detail !== null;
  }
});

/** 手もとの照会: the row that is open, in the list or beyond it. */
export function openedRow({
  rows,
  opened,
  beyondList,
}: Pick<LettersSlice, 'rows' | 'opened' | 'beyondList'>): LetterRow | null {
  if (opened === null) return null;
  return rows.find(({ summary }) => summary.case === opened) ?? beyondList;
}

forgetOnSignOut(() => useLetters.setState(atStart));
