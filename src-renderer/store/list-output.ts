import { create } from 'zustand';
import type { ListFormat, ListName } from '../../src-shared/contract/api/list-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { lostAnswers, newRequestId } from '../bridge/request-id.ts';
import type { FunctionKey } from '../keyboard/function-keys.ts';
import { failureWords } from '../words/failure-words.ts';
import { forgetOnSignOut } from './session-end.ts';
import { useTask } from './task-slice.ts';

/** 一覧の名前: as the notice and its file call it. */
const titles: Readonly<Record<ListName, string>> = {
  today: '今日の窓口',
  letters: '照会の一覧',
  lettersEverywhere: '照会の一覧(すべての窓口)',
  endingSoon: 'もうすぐ満了する証明書',
  unfinished: '前日までの未了',
  person: '人の経過',
  settings: '設定の変更の記録',
};

export type Way = 'printer' | 'file' | ListFormat;
type Put = { readonly path: string | null; readonly rows: number };
type Asked = { readonly ok: true; readonly value: Put } | { readonly ok: false; readonly failure: Failure };

/** 出すもの: `key` tells one list from another, so that the same press is asked again under its number. */
export type ListToPut = {
  readonly key: string;
  readonly title: string;
  readonly ask: (way: Way, requestId: string) => Promise<Asked>;
};

/** 一覧を出す: one at a time; the same request number until its answer is known. */
type ListOutput = {
  readonly sending: Way | null;
  readonly asked: { readonly press: string; readonly requestId: string } | null;
  readonly put: (list: ListToPut, way: Way) => Promise<void>;
  /** the list whose form is being chosen (F10) */
  readonly choosing: ListToPut | null;
  readonly choose: (list: ListToPut | null) => void;
};

const atStart = { sending: null, asked: null, choosing: null } as const;

export const useOutput = create<ListOutput>()((set, get) => ({
  ...atStart,
  choose: (choosing) => set({ choosing }),
  put: async (list, way) => {
    if (get().sending !== null) return;
    const { asked } = get();
    const press = `${list.key} ${way}`;
    const requestId = asked?.press === press ? asked.requestId : newRequestId();
    set({ sending: way, choosing: null, asked: { press, requestId } });
    try {
      const answer = await list.ask(way, requestId);
      if (!answer.ok) {
        const { headline, text } = failureWords(answer.failure);
        const lost = lostAnswers.includes(answer.failure.code);
        const paper = way === 'printer' && !lost;
        const toFile = { label: 'PDFに保存', press: () => void get().put(list, 'file') };
        useTask.getState().tell({ tone: 'warning', headline, text, ...(paper ? { act: toFile } : {}) });
        if (lost) return;
      } else useTask.getState().tell(doneWords(list.title, way, answer.value));
      set({ asked: null });
    } finally {
      set({ sending: null });
    }
  },
}));

function doneWords(title: string, way: Way, { path, rows }: Put) {
  const count = `${rows.toLocaleString('ja-JP')}行`;
  const where = path === null ? 'プリンターから紙を取ってください。' : `置き場所: ${path}`;
  const what = way === 'file' ? 'PDFにしました' : way === 'printer' ? '印刷しました' : '書き出しました';
  return { tone: 'success', headline: `${title}を${what}(${count})`, text: where } as const;
}

/** 一覧を出す手: what a screen's own list is put out with, and why it cannot be just now. */
export function useListPutter(): {
  readonly put: (list: ListToPut, way: Way) => void;
  readonly busy: string | undefined;
} {
  const sending = useOutput((output) => output.sending);
  const start = useOutput((output) => output.put);
  const onPaper = sending === 'printer' || sending === 'file';
  const busy = sending === null ? undefined : onPaper ? '印刷しています。' : '書き出しています。';
  return { put: (list, way) => void start(list, way), busy };
}

/** 一覧の印刷と書き出し: the keys F9 and F10 of a screen that shows a list; the notice says where the file lies, and offers a PDF where paper fails. */
export function useListOutput(
  list: ListName,
  caseId: string | null = null,
): { readonly F9: FunctionKey; readonly F10: FunctionKey } {
  const { put, busy } = useListPutter();
  const choose = useOutput((output) => output.choose);
  const toPut: ListToPut = {
    key: `${list} ${caseId}`,
    title: titles[list],
    ask: (way, requestId) => {
      const chosen = { requestId, list, case: caseId };
      return way === 'csv' || way === 'xlsx'
        ? call('list.export', { ...chosen, format: way })
        : call('list.print', { ...chosen, to: way });
    },
  };
  return {
    F9: { label: '印刷', act: () => put(toPut, 'printer'), disabledReason: busy },
    F10: { label: '書き出し', act: () => choose(toPut), disabledReason: busy },
  };
}

forgetOnSignOut(() => useOutput.setState(atStart));
