import { gapWords, isExplained } from '../../../src-shared/contract/day-log-words.ts';
import { Icon } from '../../components/icon.tsx';
import type { ClosePreview } from '../../store/close-slice.ts';
import { erasedName } from '../home/home-rows.ts';

/** 締める前の確認: numbers that are missing, corrections of the day, and who is carried over by name. */
export function CloseChecks({ preview }: { readonly preview: ClosePreview }) {
  const { receiptGaps, corrections, carriedOver } = preview;
  return (
    <ul className="close-checks">
      <li>
        <Icon name={receiptGaps.every(isExplained) ? 'checkCircle' : 'warning'} />
        <div>
          受付番号の欠番 <b>{receiptGaps.length}件</b>
          {receiptGaps.length > 0 && (
            <ul className="close-carried">
              {receiptGaps.map((gap) => (
                <li key={gap.receipt}>
                  {gap.number} {gapWords(gap)}
                </li>
              ))}
            </ul>
          )}
        </div>
      </li>
      <li>
        <Icon name={corrections === 0 ? 'checkCircle' : 'pen'} />
        <span>
          この日の訂正 <b>{corrections}件</b>
        </span>
      </li>
      <li>
        <Icon name={carriedOver.length === 0 ? 'checkCircle' : 'arrowRight'} />
        <div>
          次の日へ繰り越す受付 <b>{carriedOver.length}件</b>
          {carriedOver.length > 0 && (
            <ul className="close-carried">
              {carriedOver.map(({ case: caseId, shortReceipt, name, state }) => (
                <li key={caseId}>
                  {shortReceipt} {name ?? erasedName}・{state}
                </li>
              ))}
            </ul>
          )}
        </div>
      </li>
    </ul>
  );
}
