import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { Icon } from '../../components/icon.tsx';
import { dayOf, monthDayWeekday, timeWord } from '../../words/day-words.ts';
import { EntranceFact } from './entrance.tsx';

/** この端末の台帳: its health, how many records it holds and when the last was written. */
export function LedgerFact({ ledger, now }: { readonly ledger: ProgramStatus['ledger']; readonly now: string }) {
  if (ledger === null) return null;
  const last =
    ledger.lastRecordedAt === null
      ? 'まだ記録はありません'
      : `最後の記録 ${dayOf(ledger.lastRecordedAt) === dayOf(now) ? '' : monthDayWeekday(dayOf(ledger.lastRecordedAt))}${timeWord(ledger.lastRecordedAt)}`;
  return (
    <EntranceFact
      name="この端末の台帳"
      note={
        <>
          {ledger.events.toLocaleString('ja-JP')}件・{last}
          {ledger.keyProtection === 'ownerOnlyFile' && (
            <div>台帳の鍵はファイルにあり、台帳の写しと控えを守ります。この端末そのものは守りません。</div>
          )}
        </>
      }
    >
      {ledger.state === 'normal' ? (
        <span className="fact-good">
          <Icon name="checkCircle" />
          正常
        </span>
      ) : (
        <span className="fact-stop">
          <Icon name="stopDisc" />
          読み取り専用。新しい記録は止めています
        </span>
      )}
    </EntranceFact>
  );
}
