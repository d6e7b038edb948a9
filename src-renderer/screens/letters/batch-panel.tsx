import type { Calendar } from '../../../src-shared/domain/calendar.ts';
import { isExpectedDue, replyDue } from '../../../src-shared/domain/inquiry-letter.ts';
import type { Policy } from '../../../src-shared/domain/policy.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { monthDayWeekday } from '../../words/day-words.ts';
import { dueDays } from './due-days.ts';
import { DueStrip } from './due-strip.tsx';

type Props = {
  readonly waiting: number;
  readonly chosen: number;
  readonly today: PlainDate;
  readonly calendar: Calendar;
  readonly policy: Policy;
};

/** 手もとに何もないとき: what posting today would mean (D2), and how a letter is opened. */
export function BatchPanel({ waiting, chosen, today, calendar, policy }: Props) {
  const due = { postedOn: today, ...replyDue(today, policy, calendar) };
  return (
    <>
      {waiting > 0 && (
        <section className="panel-section">
          <SectionHeading end={<CodeChip code="D2" />}>今日の投函</SectionHeading>
          <p>
            <b>{chosen}通</b>を投函します。F11で記録し、それから照会書を印刷します。
          </p>
          <DueStrip days={dueDays(due, today, calendar, policy)} />
          <p>
            印字の期限は<b>{monthDayWeekday(due.dueOn)}</b>
            {due.acceptedUntil === due.dueOn
              ? 'です。'
              : `。休日が続くため、${monthDayWeekday(due.acceptedUntil)}まで受け付けます。`}
          </p>
          {isExpectedDue(due, policy, calendar) && (
            <p className="support">
              {due.acceptedUntil.slice(0, 4)}年の祝日は見込みです。確かめてから投函してください。
            </p>
          )}
        </section>
      )}
      <section className="panel-section">
        <EmptyBox headline="照会書を開いていません。">
          回答書のコードを読み取るか、行を選んでEnterを押すと、ここに期限と確認が出ます。
        </EmptyBox>
      </section>
    </>
  );
}
