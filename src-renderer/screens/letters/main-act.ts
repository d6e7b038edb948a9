import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import type { ReplyReading } from './reply-form.ts';

type Standing = {
  readonly row: LetterRow | null;
  readonly reading: ReplyReading | null;
  /** letters of this office that wait to be posted, and how many of them are chosen */
  readonly toPost: number;
  readonly batch: number;
  readonly everywhere: boolean;
  readonly sending: boolean;
};

/** 照会のF11: the one act that writes, by what is in hand. */
export type MainAct = {
  readonly kind: 'reply' | 'post' | 'postAgain' | 'none';
  readonly label: string;
  readonly remaining?: number | undefined;
  readonly waitingWord?: string | undefined;
  readonly disabledReason?: string | undefined;
};

export function mainActOf({ row, reading, toPost, batch, everywhere, sending }: Standing): MainAct {
  const waitingWord = sending ? '記録しています' : undefined;
  const reply = { kind: 'reply', label: '回答を受付', waitingWord } as const;
  if (row?.state === 'returned') return { kind: 'postAgain', label: 'もう一度投函', waitingWord };
  if (reading !== null && row !== null) {
    if (reading.closed !== null)
      return { ...reply, kind: 'none', disabledReason: reading.closed.refusal ?? reading.closed.text };
    return { ...reply, remaining: reading.left.length };
  }
  if (row?.state === 'toPost' && row.summary.held !== null)
    return {
      kind: 'none',
      label: '投函を記録',
      disabledReason: '責任者の承認を待っています。承認されてから投函します。',
    };
  if (row?.state === 'toPost' || toPost > 0) {
    if (batch > 0) return { kind: 'post', label: `${batch}通の投函を記録`, waitingWord };
    return { kind: 'none', label: '投函を記録', disabledReason: '投函する照会書を選んでください。Spaceで選びます。' };
  }
  const disabledReason = everywhere
    ? '投函は「この窓口」の一覧から記録します。回答は、コードを読み取って受け付けます。'
    : '先に照会書のコードを読み取ってください。';
  return { ...reply, kind: 'none', disabledReason };
}
