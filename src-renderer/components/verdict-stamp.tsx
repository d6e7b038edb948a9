import { Icon } from './icon.tsx';

const faces = {
  sameDay: { word: '即日', icon: 'check', tone: 'green' },
  inquiry: { word: '照会', icon: 'envelope', tone: 'cyan' },
  refused: { word: '不可', icon: 'crossCircle', tone: 'red' },
  stopped: { word: '停止', icon: 'octagon', tone: 'red' },
  revoked: { word: '失効', icon: 'slash', tone: 'black' },
  withdrawn: { word: '取下', icon: 'returnArrow', tone: 'grey' },
  undecided: { word: '未定', icon: 'dashedCircle', tone: 'grey' },
} as const;

export type StampName = keyof typeof faces;

/** 判定の印: square, so that nobody takes it for a seal of 決裁. `strip` lies flat in one column. */
export function VerdictStamp({ verdict, strip = false }: { readonly verdict: StampName; readonly strip?: boolean }) {
  const face = faces[verdict];
  return (
    <span className={`verdict-stamp verdict-${face.tone} ${strip ? 'verdict-stamp-strip' : ''}`}>
      <Icon name={face.icon} />
      {face.word}
    </span>
  );
}
