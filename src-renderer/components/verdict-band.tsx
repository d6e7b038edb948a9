import type { ReactNode } from 'react';
import { type StampName, VerdictStamp } from './verdict-stamp.tsx';

const tones: Readonly<Record<StampName, string>> = {
  sameDay: 'green',
  inquiry: 'cyan',
  refused: 'red',
  stopped: 'red',
  revoked: 'black',
  withdrawn: 'grey',
  undecided: 'grey',
};

type Props = { readonly verdict: StampName; readonly headline: string; readonly children: ReactNode };

/** 判定の帯: stamp, what it means, and why (with the rule's code) in one line. */
export function VerdictBand({ verdict, headline, children }: Props) {
  return (
    <div className="verdict-band" data-verdict={verdict}>
      <VerdictStamp verdict={verdict} />
      <div>
        <p className={`verdict-${tones[verdict]}`}>{headline}</p>
        <p>{children}</p>
      </div>
    </div>
  );
}
