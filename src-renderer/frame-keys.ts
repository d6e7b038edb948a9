import type { ProgramStatus } from '../src-shared/contract/api/program-api.ts';
import { useFunctionKeys } from './keyboard/function-keys.ts';
import { useHome } from './store/home-slice.ts';
import { useProgram } from './store/program-slice.ts';
import { useTask } from './store/task-slice.ts';

const nothing = (): void => undefined;

/** 枠のキー: the same on every screen; a screen lays its own F8, F9, F10 and F11 over them. */
export function useFrameKeys(status: ProgramStatus): void {
  const task = useTask((tasks) => tasks.task);
  const go = useTask((tasks) => tasks.go);
  const setHelp = useTask((tasks) => tasks.setHelp);
  const lock = useProgram((program) => program.lock);
  const load = useHome((home) => home.load);
  const readOnly = status.ledger?.state === 'readOnly';
  const whenReadOnly = (words: string): string | undefined =>
    readOnly ? `台帳が読み取り専用のため、${words}。` : undefined;
  useFunctionKeys(
    {
      F1: { label: 'ヘルプ', act: () => setHelp(true) },
      F2: {
        label: '今日の窓口',
        current: task.kind === 'home',
        act: () => {
          // On the list itself only the list is read again: a notice that is being read out stays.
          if (task.kind === 'home') void load();
          else go({ kind: 'home' });
        },
      },
      F3: {
        label: '受付',
        current: task.kind === 'receive' || task.kind === 'issueRecord',
        disabledReason: whenReadOnly('受け付けられません'),
        act: () => go({ kind: 'receive', draft: null }),
      },
      F4: {
        label: '照会',
        current: task.kind === 'letters',
        disabledReason: whenReadOnly('照会を扱えません'),
        act: () => go({ kind: 'letters' }),
      },
      F5: {
        label: '失効',
        current: task.kind === 'revoke',
        disabledReason: whenReadOnly('失効を記録できません'),
        act: () => go({ kind: 'revoke', draft: null, holder: null }),
      },
      F6: { label: '台帳', current: task.kind === 'ledger', act: () => go({ kind: 'ledger', caseId: null }) },
      F7: { label: '日報', current: task.kind === 'dayLog', act: () => go({ kind: 'dayLog' }) },
      F9: { label: '印刷', act: nothing, disabledReason: 'この画面には、印刷するものがありません。' },
      F12: { label: 'ロック', act: () => void lock('key') },
    },
    { level: 'frame', ...(task.kind === 'home' ? { narrow: ['F1', 'F3', 'F4', 'F6', 'F7', 'F12'] as const } : {}) },
  );
}
