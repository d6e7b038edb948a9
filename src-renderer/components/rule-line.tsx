import { CodeChip } from './code-chip.tsx';
import { Icon } from './icon.tsx';

const faces = {
  met: { icon: 'checkCircle', chip: 'plain', word: '満たす' },
  pending: { icon: 'warning', chip: 'pending', word: '未了' },
  unmet: { icon: 'crossCircle', chip: 'unmet', word: '満たさない' },
  unknown: { icon: 'dashedCircle', chip: 'plain', word: '未定' },
} as const;

type Props = { readonly status: keyof typeof faces; readonly code: string; readonly text: string };

/** 根拠の一行: how the rule stands, its code and its words. */
export function RuleLine({ status, code, text }: Props) {
  const face = faces[status];
  return (
    <span className="rule-line" data-status={status}>
      <Icon name={face.icon} />
      <span className="visually-hidden">{face.word}</span>
      <CodeChip code={code} tone={face.chip} />
      <span className="rule-line-words">{text}</span>
    </span>
  );
}
