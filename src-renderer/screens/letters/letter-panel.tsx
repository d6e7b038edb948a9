import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import type { Calendar } from '../../../src-shared/domain/calendar.ts';
import type { Policy } from '../../../src-shared/domain/policy.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { FindingsSection } from '../../components/reasons/findings-section.tsx';
import { ToldSection } from '../../components/reasons/told-section.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import type { ReplyTyped } from '../../store/reply-typed.ts';
import { useTask } from '../../store/task-slice.ts';
import { kindsWord, proceduresWord } from '../../words/counter-words.ts';
import { monthDayWeekday } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';
import { dueDays, dueSentence } from './due-days.ts';
import { DueStrip } from './due-strip.tsx';
import { bringerWord } from './letter-groups.ts';
import { ContactNotes, PostedNotes } from './letter-notes.tsx';
import { ReplyChecks } from './reply-checks.tsx';
import type { ReplyReading } from './reply-form.ts';

type Props = {
  readonly row: LetterRow;
  readonly today: string;
  readonly calendar: Calendar;
  readonly policy: Policy;
  /** null where no reply can be expected: to be posted, back, lapsed */
  readonly reply: { readonly typed: ReplyTyped; readonly reading: ReplyReading } | null;
  readonly sayProblems: boolean;
  readonly onCheck: (change: Partial<ReplyTyped>) => void;
  readonly onReturned: () => void;
  readonly onPostAgain: () => void;
};

/** 手もとの照会書: until when it counts and why, what is looked at for the reply, and what was tried before. */
export function LetterPanel(props: Props) {
  const { row, today, reply } = props;
  const { summary, letters, contacts } = row;
  const go = useTask((tasks) => tasks.go);
  const closed = reply?.reading.closed ?? null;
  return (
    <>
      <header className="letter-panel-head">
        <h2>{summary.name ?? erasedName}</h2>
        <span className="support">{summary.receipt}</span>
        <p className="support">
          {proceduresWord(summary.lines)}・{kindsWord(summary.lines)}・{visitorPhrase(row)}
          {summary.letter !== null && `・投函 ${monthDayWeekday(summary.letter.postedOn)}`}
        </p>
      </header>
      <Due {...props} today={today} />
      {closed !== null && (
        <section className="panel-section">
          <Banner tone="warning" headline={closed.text} announced={false}>
            <p>
              {closed.refusal} <CodeChip code={closed.code} tone="unmet" />
            </p>
          </Banner>
        </section>
      )}
      {reply !== null && closed === null && (
        <section className="panel-section">
          <SectionHeading end={<CodeChip code="D4" />}>回答を受けるときの確認</SectionHeading>
          <ReplyChecks
            row={row}
            typed={reply.typed}
            reading={reply.reading}
            sayProblems={props.sayProblems}
            onCheck={props.onCheck}
          />
        </section>
      )}
      {reply !== null && closed === null && (
        <div className="reply-told">
          <ToldSection told={reply.reading.told} />
        </div>
      )}
      <section className="panel-section">
        <SectionHeading end={contacts.length === 0 ? undefined : `${contacts.length}回`}>連絡の記録</SectionHeading>
        {contacts.length === 0 && <p className="support">まだ連絡していません。F8で記録します。</p>}
        <ContactNotes contacts={contacts} />
      </section>
      <section className="panel-section">
        <SectionHeading>これまでの照会書</SectionHeading>
        {letters.length === 0 && <p className="support">まだ投函していません。</p>}
        <PostedNotes letters={letters} />
        <div className="letter-acts">
          {row.state === 'open' && (
            <>
              <Button small onPress={props.onReturned}>
                宛所不明を記録
              </Button>
              <Button small onPress={props.onPostAgain}>
                もう一度投函
              </Button>
            </>
          )}
          <Button small onPress={() => go({ kind: 'issueRecord', caseId: summary.case })}>
            受付を開く
          </Button>
        </div>
      </section>
      {reply !== null && <FindingsSection findings={reply.reading.findings} />}
    </>
  );
}

function visitorPhrase(row: LetterRow): string {
  return row.summary.capacity === 'holder' ? '本人の申請' : `代理人は${bringerWord(row)}`;
}

function Due({ row, today, calendar, policy }: Pick<Props, 'row' | 'today' | 'calendar' | 'policy'>) {
  const { letter } = row.summary;
  if (letter === null)
    return (
      <section className="panel-section">
        <SectionHeading end={<CodeChip code="D1" />}>投函待ち</SectionHeading>
        <p>
          {row.summary.held === null
            ? '登録の住所へ、転送不要で送ります。投函を記録した日から期限を数えます。'
            : '責任者の承認を待っています。承認されてから投函します。'}
        </p>
      </section>
    );
  if (row.state === 'returned')
    return (
      <section className="panel-section">
        <SectionHeading end={<CodeChip code="D6" />}>宛所不明</SectionHeading>
        <p>
          照会書が届かずに戻りました。本人に連絡し、登録の住所を確かめてください。もう一度投函すると、新しく
          {policy.settings.replyDays}日を数えます。
        </p>
      </section>
    );
  const { why, until, rest } = dueSentence(letter, today);
  return (
    <section className="panel-section">
      <SectionHeading end={<CodeChip code={row.state === 'lapsed' ? 'D5' : 'D2'} />}>期限</SectionHeading>
      <DueStrip days={dueDays(letter, today, calendar, policy)} />
      <p>
        {why}
        <b>{until}</b>
        {rest}
      </p>
    </section>
  );
}
