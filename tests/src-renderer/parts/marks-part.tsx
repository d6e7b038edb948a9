import { type CaseStateName, stateFaces } from '../../../src-renderer/components/case-state.ts';
import { CodeChip } from '../../../src-renderer/components/code-chip.tsx';
import { ComparedDates } from '../../../src-renderer/components/compared-dates.tsx';
import { ExpiryBar } from '../../../src-renderer/components/expiry-bar.tsx';
import { RuleLine } from '../../../src-renderer/components/rule-line.tsx';
import { StateChip } from '../../../src-renderer/components/state-chip.tsx';
import { VerdictBand } from '../../../src-renderer/components/verdict-band.tsx';
import { VerdictStamp } from '../../../src-renderer/components/verdict-stamp.tsx';
import { Part } from './part.tsx';

const states = Object.keys(stateFaces) as CaseStateName[];
const verdicts = ['sameDay', 'inquiry', 'refused', 'stopped', 'revoked', 'undecided'] as const;

/** 印の見本。 */
export function MarksPart() {
  return (
    <div>
      <Part title="状態">
        <div className="part-line">
          {states.map((state) => (
            <StateChip key={state} state={state} />
          ))}
        </div>
        <div className="part-line">
          {states.map((state) => (
            <StateChip key={state} state={state} plain />
          ))}
        </div>
      </Part>
      <Part title="判定の印">
        <div className="part-line">
          {verdicts.map((verdict) => (
            <VerdictStamp key={verdict} verdict={verdict} />
          ))}
          <VerdictStamp verdict="sameDay" strip />
        </div>
        <VerdictBand verdict="sameDay" headline="即日で発行できます">
          本人の来庁・書類で本人確認 <CodeChip code="I1" />
        </VerdictBand>
        <VerdictBand verdict="inquiry" headline="照会書を本人に郵送します">
          代理人による申請のため <CodeChip code="I3" />
        </VerdictBand>
        <VerdictBand verdict="stopped" headline="まだ渡せません">
          確認が終わるまで、カードを渡しません
        </VerdictBand>
      </Part>
      <Part title="規則と結果">
        <RuleLine status="met" code="E1" text="住基台帳に記録(満たす)" />
        <RuleLine status="pending" code="G2" text="代替文字をまだ選んでいない(未了)" />
        <RuleLine status="unmet" code="E2" text="署名用は15歳以上(満たさない)" />
        <RuleLine status="unknown" code="W1" text="更新できる期間(未定・まだ入力がない)" />
        <CodeChip code="V3" tone="decided" />
      </Part>
      <Part title="満了日">
        <ExpiryBar
          today="2026-11-24"
          decided={{ code: 'V3', words: 'カードの期限', on: '2030-04-01' }}
          alsoSameDay={['V4']}
          others={[{ code: 'V1', words: '5回目の誕生日', on: '2031-04-01' }]}
        />
        <ComparedDates
          title="1 利用者証明用"
          serial="2A7F-19C2-440B"
          ours="2029-09-12"
          oursNote="令和11年"
          theirs="2029-09-12"
          theirsNote="10:30 読取り"
        />
        <ComparedDates
          title="2 署名用"
          serial={null}
          ours="2029-09-12"
          oursNote="令和11年"
          theirs="2029-09-21"
          theirsNote="10:31 手入力"
        />
      </Part>
    </div>
  );
}
