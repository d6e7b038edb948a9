import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { useLetters } from '../../store/letters-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { dayOf, monthDayWeekday, shortMonthDay, timeWord } from '../../words/day-words.ts';
import { isOnlyRevocation, type Standing } from './case-standing.ts';

type Props = { readonly detail: CaseDetail; readonly standing: Standing };

/** 待っているわけ: for the post, for the reply, for the system or for a second person, and where it goes on. */
export function WaitingNotice({ detail, standing }: Props) {
  const { summary, waiting } = detail;
  const { letter } = summary;
  const what = isOnlyRevocation(detail) ? '失効' : '発行';
  return (
    <>
      {waiting.length > 0 && <SecondPersonNotice waiting={waiting} />}
      {standing === 'toPost' && (
        <Banner tone="info" headline="照会の受付です。照会書の投函を待っています" announced={false}>
          <p>照会の一覧で投函を記録すると、期限を数え始めます。</p>
          <ToLetters caseId={summary.case} words="照会の一覧で開く" />
        </Banner>
      )}
      {standing === 'posted' && letter !== null && (
        <Banner
          tone="info"
          headline={`照会中です。回答の期限は${monthDayWeekday(letter.acceptedUntil)}です`}
          announced={false}
        >
          <p>
            {monthDayWeekday(letter.postedOn)}に投函しました。
            {letter.acceptedUntil !== letter.dueOn &&
              `印字の期限は${monthDayWeekday(letter.dueOn)}ですが、休日が続くため延びています。`}
          </p>
          <ToLetters caseId={summary.case} words="回答を受け付ける・連絡を記録" />
        </Banner>
      )}
      {standing === 'returned' && (
        <Banner tone="warning" headline="照会書が宛所不明で戻りました" announced={false}>
          <p>
            本人に連絡し、登録の住所を確かめてから、もう一度投函してください。 <CodeChip code="D6" />
          </p>
          <ToLetters caseId={summary.case} words="照会の一覧で開く" />
        </Banner>
      )}
      {standing === 'lapsed' && (
        <Banner tone="warning" icon="hourglass" headline="期限切れです。新しい申請が要ります" announced={false}>
          <p>
            {letter !== null && `${monthDayWeekday(letter.acceptedUntil)}までに回答がありませんでした。`}この受付では
            {what}できません。F3で新しく受け付けてください。 <CodeChip code="D5" />
          </p>
          <ToLetters caseId={summary.case} words="連絡を記録" />
        </Banner>
      )}
      {standing === 'systemStopped' && (
        <Banner tone="warning" headline={`全国のシステムが止まっているため、${what}を待っています`} announced={false}>
          <p>
            停止が終わったら、この受付を開いて{what}を記録してください。 <CodeChip code="L3" />
          </p>
        </Banner>
      )}
    </>
  );
}

const asked: Readonly<Record<string, string>> = {
  terminalDate: '端末の満了日を受け入れる',
  backEntry: '紙で受け付けたものを記録する',
  recordedWrongly: '記録誤りで失効する',
  correction: '訂正する',
};

function SecondPersonNotice({ waiting }: { readonly waiting: CaseDetail['waiting'] }) {
  const go = useTask((tasks) => tasks.go);
  return (
    <Banner tone="info" headline="責任者を待っています" announced={false}>
      {waiting.map(({ request, act, asked: who, at }) => (
        <p key={request}>
          {shortMonthDay(dayOf(at))} {timeWord(at)} {who ?? '—'}さんの依頼: {asked[act] ?? act} <CodeChip code="B7" />
        </p>
      ))}
      <p>
        <Button small onPress={() => go({ kind: 'approvals' })}>
          承認待ちを開く
        </Button>
      </p>
    </Banner>
  );
}

function ToLetters({ caseId, words }: { readonly caseId: string; readonly words: string }) {
  const go = useTask((tasks) => tasks.go);
  return (
    <p>
      <Button
        small
        onPress={() => {
          go({ kind: 'letters' });
          void useLetters.getState().openCase(caseId);
        }}
      >
        {words}
      </Button>
    </p>
  );
}
