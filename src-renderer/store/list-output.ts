import { create } from 'zustand';
import type { ListFormat, ListName } from '../../src-shared/contract/api/list-api.ts';
import type { Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { call } from '../bridge/client.ts';
import { newRequestId } from '../bridge/request-id.ts';
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
};

type Way = 'printer' | 'file' | ListFormat;
type Wanted = { readonly list: ListName; readonly caseId: string | null; readonly way: Way };

/** 一覧を出す: one at a time; the same request number until its answer is known. */
type ListOutput = {
  readonly sending: Way | null;
  readonly asked: (Wanted & { readonly requestId: string }) | null;
  /** the list whose form is being chosen (F10) */
  readonly choosing: Omit<Wanted, 'way'> | null;
  readonly choose: (list: Omit<Wanted, 'way'> | null) => void;
  readonly put: (wanted: Wanted) => Promise<void>;
};

const atStart = { sending: null, asked: null, choosing: null } as const;

const lostAnswers: readonly Failure['code'][] = ['connectionLost', 'unreadableAnswer', 'resultUnknown', 'defect'];

export const useOutput = create<ListOutput>()((set, get) => ({
  ...atStart,
  choose: (choosing) => set({ choosing }),
  put: async (wanted) => {
    if (get().sending !== null) return;
    const { asked } = get();
    const again =
      asked !== null && asked.list === wanted.list && asked.caseId === wanted.caseId && asked.way === wanted.way;
    const requestId = again ? asked.requestId : newRequestId();
    set({ sending: wanted.way, choosing: null, asked: { ...wanted, requestId } });
    try {
      const answer = await put(wanted, requestId);
      const title = titles[wanted.list];
      if (!answer.ok) {
        const { headline, text } = failureWords(answer.failure);
        const lost = lostAnswers.includes(answer.failure.code);
        const paper = wanted.way === 'printer' && !lost;
        const toFile = { label: 'PDFに保存', press: () => void get().put({ ...wanted, way: 'file' }) };
        useTask.getState().tell({ tone: 'warning', headline, text, ...(paper ? { act: toFile } : {}) });
        if (lost) return;
      } else useTask.getState().tell(doneWords(title, wanted.way, answer.value));
      set({ asked: null });
    } finally {
      set({ sending: null });
    }
  },
}));

function put({ list, caseId, way }: Wanted, requestId: string) {
  const chosen = { requestId, list, case: caseId };
  return way === 'printer' || way === 'file'
    ? call('list.print', { ...chosen, to: way })
    : call('list.export', { ...chosen, format: way });
}

function doneWords(title: string, way: Way, { path, rows }: Output<'list.print'>) {
  const count = `${rows.toLocaleString('ja-JP')}行`;
  const where = path === null ? 'プリンターから紙を取ってください。' : `置き場所: ${path}`;
  const what = way === 'printer' ? '印刷しました' : way === 'file' ? 'PDFにしました' : '書き出しました';
  return { tone: 'success', headline: `${title}を${what}(${count})`, text: where } as const;
}

/** 一覧の印刷と書き出し: the keys F9 and F10 of a screen that shows a list; the notice says where the file lies, and offers a PDF where paper fails. */
export function useListOutput(
  list: ListName,
  caseId: string | null = null,
): { readonly F9: FunctionKey; readonly F10: FunctionKey } {
  const sending = useOutput((output) => output.sending);
  const start = useOutput((output) => output.put);
  const choose = useOutput((output) => output.choose);
  const prints = sending === 'printer' || sending === 'file';
  const busy = sending === null ? undefined : prints ? '印刷しています。' : '書き出しています。';
  return {
    F9: { label: '印刷', act: () => void start({ list, caseId, way: 'printer' }), disabledReason: busy },
    F10: { label: '書き出し', act: () => choose({ list, caseId }), disabledReason: busy },
  };
}

forgetOnSignOut(() => useOutput.setState(atStart));
