import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { ageOn } from '../../../src-shared/kernel/plain-date.ts';
import { stateOfCase } from '../../components/case-state.ts';
import { StateChip } from '../../components/state-chip.tsx';
import { TaskSteps, TaskTitle } from '../../components/task-title.tsx';
import { type Rules, useRules } from '../../store/rules.ts';
import { kindsWord, proceduresWord, visitorWord } from '../../words/counter-words.ts';
import { eraDay } from '../../words/day-words.ts';
import { isOnlyRevocation, type Standing } from './case-standing.ts';
import { dayOfContract } from './issue-form.ts';

type Props = { readonly detail: CaseDetail; readonly standing: Standing; readonly today: string };

/** 受付の頭: number, state and way (none where it ended on it), then whose it is; both spellings of a name stay in view (G3). */
export function CaseHead({ detail, standing, today }: Props) {
  const { summary, holder } = detail;
  const rules = useRules();
  const inquiry = summary.route === 'inquiry';
  const current = standing === 'done' ? 3 : inquiry && summary.step !== 'replyAccepted' ? 1 : 2;
  const record = isOnlyRevocation(detail) ? '失効の記録' : '発行の記録';
  const fee = summary.lines.reduce((sum, line) => sum + line.fee, 0);
  return (
    <>
      <TaskTitle
        title={record}
        end={
          standing === 'refused' || standing === 'withdrawn' ? undefined : (
            <TaskSteps
              steps={['受付', inquiry ? '照会・回答' : isOnlyRevocation(detail) ? '確認' : '端末で発行', record]}
              current={current}
            />
          )
        }
      >
        <span className="receive-number">{summary.receipt}</span>
        <StateChip state={stateOfCase(summary)} />
      </TaskTitle>
      <p className="case-person">
        <b>{holder?.name ?? '(消去済み)'}</b>
        {holder !== null && (
          <>
            <span>{holder.kana}</span>
            <span>
              {eraDay(holder.bornOn)}生・{ageToday(holder.bornOn, today, rules)}歳
            </span>
          </>
        )}
        <span>
          {proceduresWord(summary.lines)}・{kindsWord(summary.lines)}・{visitorWord(summary.capacity)}
          {visitorNote(detail)}
        </span>
        {fee > 0 && <span>手数料 {fee.toLocaleString('ja-JP')}円</span>}
        {detail.basis !== null && <span>通知: {detail.basis}</span>}
        {holder !== null && holder.certificateName !== holder.name && (
          <span>
            証明書では<b>「{holder.certificateName}」</b>
          </span>
        )}
      </p>
    </>
  );
}

/** 代理人の氏名と続柄, as they were given at the counter. */
function visitorNote({ visitor }: CaseDetail): string {
  const parts = [visitor.name, visitor.relation === null ? null : `(${visitor.relation})`].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? '' : ` ${parts.join('')}`;
}

function ageToday(bornOn: string, today: string, rules: Rules): number {
  const day = dayOfContract(today);
  return ageOn(dayOfContract(bornOn), day, rules.policyOf(day).settings.leapBirthday);
}
