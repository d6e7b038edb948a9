import type { CaseSummary } from '../../src-shared/contract/api/case-shapes.ts';
import type { IconName } from './icon.tsx';

/** 状態の見え方: word, icon and tone of each; the fill tells the group (outline: ours to do; tinted: settled or waiting outside; solid: now). */
export const stateFaces = {
  draft: { word: '入力中', icon: 'pen', tone: 'grey' },
  received: { word: '受付', icon: 'tray', tone: 'grey' },
  verified: { word: '確認済', icon: 'card', tone: 'blue' },
  letterPosted: { word: '照会中', icon: 'envelope', tone: 'cyan' },
  replyAccepted: { word: '回答受領', icon: 'openEnvelope', tone: 'cyan-solid' },
  issued: { word: '発行済', icon: 'checkDisc', tone: 'green' },
  revoked: { word: '失効済', icon: 'slash', tone: 'quiet' },
  withdrawn: { word: '取下げ', icon: 'returnArrow', tone: 'quiet' },
  refused: { word: '受付不可', icon: 'crossDisc', tone: 'red' },
  lapsed: { word: '期限切れ', icon: 'hourglass', tone: 'orange' },
  letterReturned: { word: '宛所不明', icon: 'returnedEnvelope', tone: 'orange' },
  held: { word: '停止中', icon: 'stopDisc', tone: 'red-solid' },
} as const satisfies Readonly<
  Record<string, { readonly word: string; readonly icon: IconName; readonly tone: string }>
>;

export type CaseStateName = keyof typeof stateFaces;

/** 受付の状態: which chip a case of the list bears. */
export function stateOfCase(summary: Pick<CaseSummary, 'step' | 'held' | 'lines' | 'lapsed'>): CaseStateName {
  if (summary.lapsed) return 'lapsed';
  if (summary.held !== null) return 'held';
  if (summary.step !== 'finished') return summary.step;
  const served = summary.lines.some((line) => line.outcome === 'issued' || line.outcome === 'renewed');
  return served ? 'issued' : 'revoked';
}
