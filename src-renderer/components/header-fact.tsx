import type { ProgramStatus } from '../../src-shared/contract/api/program-api.ts';
import { Icon } from './icon.tsx';

type Props = {
  readonly ledger: ProgramStatus['ledger'];
  readonly outOfTouch: boolean;
  /** inside the name's menu, where it never folds away */
  readonly always?: boolean;
};

/** 台帳の具合: normal, read-only in red, or unknown while the main process does not answer. */
export function HeaderFact({ ledger, outOfTouch, always = false }: Props) {
  const folding = always ? '' : 'header-fact-foldable';
  if (outOfTouch)
    return (
      <span className={`${folding} header-fact`} data-tone="stop">
        <Icon name="stopDisc" />
        本体から返事がありません
      </span>
    );
  if (ledger === null) return null;
  if (ledger.state === 'readOnly')
    return (
      <span className={`${folding} header-fact`} data-tone="stop">
        <Icon name="stopDisc" />
        読み取り専用
      </span>
    );
  return (
    <span className={`${folding} header-fact`}>
      <Icon name="checkCircle" />
      台帳は正常
    </span>
  );
}
