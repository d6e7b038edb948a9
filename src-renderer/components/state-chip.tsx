import { type CaseStateName, stateFaces } from './case-state.ts';
import { Icon } from './icon.tsx';

type Props = { readonly state: CaseStateName; readonly plain?: boolean };

/** 状態の札: always icon and word; `plain` is without a frame, for the rail. */
export function StateChip({ state, plain = false }: Props) {
  const face = stateFaces[state];
  return (
    <span className={`${plain ? 'state-plain' : 'state-chip keeps-colour'} tone-${face.tone}`}>
      <Icon name={face.icon} />
      {face.word}
    </span>
  );
}
