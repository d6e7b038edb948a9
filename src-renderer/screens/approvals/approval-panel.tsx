import type { ApprovalRow } from '../../../src-shared/contract/api/approval-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { Button } from '../../components/button.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { Icon } from '../../components/icon.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTask } from '../../store/task-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { dayOf, monthDayWeekday, timeWord } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';
import { approvalActs, noteRule } from './approval-words.ts';

export const approvalNoteId = 'approval-note';

type Props = {
  readonly row: ApprovalRow;
  readonly note: string;
  /** declining was tried: its reason is needed */
  readonly needsNote: boolean;
  readonly whyNot: string | null;
  readonly busy: boolean;
  readonly onWrite: (note: string) => void;
  readonly onApprove: () => void;
  readonly onDecline: () => void;
};

/** 手もとの依頼: what would be recorded, who asks and why; the answer with its note. */
export function ApprovalPanel({ row, note, needsNote, whyNot, busy, onWrite, onApprove, onDecline }: Props) {
  const go = useTask((tasks) => tasks.go);
  const { words, code } = approvalActs[row.act];
  const checked = checkFreeText('note', note, noteRule(needsNote));
  return (
    <>
      <header className="letter-panel-head">
        <h2>{row.name ?? erasedName}</h2>
        <span className="support">{row.receipt}</span>
        <p className="support">
          {officeNames[row.office]}・{monthDayWeekday(dayOf(row.askedAt))}
          {timeWord(row.askedAt)}・{row.asked ?? '—'}さんの依頼
        </p>
      </header>
      <section className="panel-section">
        <SectionHeading end={<CodeChip code={code} />}>{words}</SectionHeading>
        <p className="support">承認すると、次のとおり記録します。</p>
        <ul className="approval-words">
          {row.words.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section className="panel-section">
        <SectionHeading>頼んだ理由</SectionHeading>
        <p>{row.reason}</p>
      </section>
      <section className="panel-section">
        <SectionHeading end={<CodeChip code="B7" />}>答え</SectionHeading>
        {whyNot !== null && (
          <p className="approval-why-not">
            <Icon name="infoDisc" />
            {whyNot}
          </p>
        )}
        <CounterForm label="依頼への答え" className="approval-answer">
          <TextField
            id={approvalNoteId}
            label="メモ(承認しないときは理由)"
            labelled="above"
            width="full"
            value={note}
            onChange={onWrite}
            marks={findMyNumbers(note)}
            maskMarks
            problem={checked.ok ? null : { message: checked.failure.message }}
          />
        </CounterForm>
        <div className="letter-acts approval-buttons">
          <Button kind="main" shortcut="F11" busy={busy} disabledReason={whyNot ?? undefined} onPress={onApprove}>
            承認する
          </Button>
          <Button kind="danger" shortcut="F8" busy={busy} disabledReason={whyNot ?? undefined} onPress={onDecline}>
            承認しない
          </Button>
        </div>
        <div className="letter-acts">
          <Button small onPress={() => go({ kind: 'issueRecord', caseId: row.case })}>
            受付を開く
          </Button>
        </div>
      </section>
    </>
  );
}
