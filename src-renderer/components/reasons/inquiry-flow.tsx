import { isOpenDay } from '../../../src-shared/domain/calendar.ts';
import { isExpectedDue, replyDue } from '../../../src-shared/domain/inquiry-letter.ts';
import { OFFICE_NAMES } from '../../../src-shared/domain/visit.ts';
import { addDays, type PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { formatMonthDay } from '../../../src-shared/kernel/wareki.ts';
import type { Rules } from '../../store/rules.ts';
import { CodeChip } from '../code-chip.tsx';
import { Icon } from '../icon.tsx';
import { SectionHeading } from '../section-heading.tsx';

type Props = {
  readonly today: PlainDate;
  readonly rules: Rules;
  readonly represented: boolean;
  /** false where the reply only ends certificates */
  readonly issues: boolean;
};

/** これからの流れ: the letter's way, reckoned as if it were posted today; the day of posting fixes it (D2). */
export function InquiryFlow({ today, rules, represented, issues }: Props) {
  const policy = rules.policyOf(today);
  const { dueOn, acceptedUntil } = replyDue(today, policy, rules.calendar);
  const { replyDays, replyOffices } = policy.settings;
  const offices = replyOffices.map((office) => OFFICE_NAMES[office]).join('・');
  const days = Array.from({ length: replyDays }, (_, index) => addDays(today, index + 1));
  return (
    <section className="panel-section">
      <SectionHeading end="今日投函したとき">これからの流れ</SectionHeading>
      <ol className="flow">
        <li data-step="done">
          <FlowMark done />
          <b>今日</b>
          <span>{represented ? '受付・代理人の確認' : '受付'}</span>
        </li>
        <li data-step="now">
          <FlowMark />
          <b>投函の日</b>
          <span>
            照会書を投函
            <small>
              登録の住所へ・転送不要 <CodeChip code="D1" />
            </small>
          </span>
        </li>
        <li>
          <FlowMark />
          <b>{formatMonthDay(dueOn)}</b>
          <span>
            までに、回答書を{offices}へ
            <small>
              {replyDays}日以内 <CodeChip code="D2" /> ほかの窓口は不可 <CodeChip code="D3" />
            </small>
            {acceptedUntil !== dueOn && (
              <small>期限の日が休みのため、{formatMonthDay(acceptedUntil)}まで受け付けます</small>
            )}
            {isExpectedDue({ dueOn, acceptedUntil }, policy, rules.calendar) && (
              <small>{acceptedUntil.slice(0, 4)}年の祝日を確かめていないため、見込みです</small>
            )}
            <DayRuler
              days={days}
              open={days.map((day) => isOpenDay(day, replyOffices[0] ?? 'shiminka', rules.calendar))}
            />
          </span>
        </li>
        <li>
          <FlowMark />
          <b>その日</b>
          <span>
            来庁者を確認して{issues ? '発行' : '失効'} <CodeChip code="D4" />
          </span>
        </li>
      </ol>
    </section>
  );
}

function FlowMark({ done = false }: { readonly done?: boolean }) {
  return <span className="flow-mark">{done && <Icon name="check" />}</span>;
}

const cell = 8;

/** 30日のものさし: a cell a day, hatched where the counter is closed; the last one is the due day. */
function DayRuler({ days, open }: { readonly days: readonly PlainDate[]; readonly open: readonly boolean[] }) {
  const closed = open.filter((each) => !each).length;
  return (
    <>
      <svg
        className="flow-ruler"
        viewBox={`0 0 ${days.length * cell} 18`}
        role="img"
        aria-label={`期限まで${days.length}日。そのうち窓口の休みは${closed}日。`}
      >
        {days.map((day, index) => (
          <g
            key={day}
            data-open={open[index] === true ? '' : undefined}
            data-last={index === days.length - 1 ? '' : undefined}
          >
            <rect x={index * cell + 0.5} y="0.5" width={cell - 1} height="17" />
            {open[index] !== true && <path d={`M${index * cell + 1} 17l6-8M${index * cell + 1} 9l6-8`} />}
          </g>
        ))}
      </svg>
      <small className="flow-ruler-ends" aria-hidden="true">
        <span>1日目</span>
        <b>{days.length}日目</b>
      </small>
    </>
  );
}
