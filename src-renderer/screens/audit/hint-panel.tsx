import type { AuditHintShown } from '../../../src-shared/contract/api/audit-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { Button } from '../../components/button.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { TextField } from '../../components/text-field.tsx';
import { dayOf, shortMonthDay, timeWord } from '../../words/day-words.ts';

export const hintNoteId = 'audit-hint-note';
export const hintNoteRule = { optional: false, least: 5, label: '確かめたこと' } as const;

type Props = {
  readonly hint: AuditHintShown;
  readonly note: string;
  readonly tried: boolean;
  readonly busy: boolean;
  readonly whyNot: string | undefined;
  readonly onWrite: (note: string) => void;
  readonly onReview: () => void;
};

/** 手もとの気づき: what was found and by which measure, its entries, and what came of asking. */
export function HintPanel({ hint, note, tried, busy, whyNot, onWrite, onReview }: Props) {
  const checked = checkFreeText('note', note, hintNoteRule);
  return (
    <>
      <header className="letter-panel-head">
        <h2>{hint.title}</h2>
        <p className="support">
          見つかった数 {hint.found}・目安 {hint.threshold}
        </p>
      </header>
      <section className="panel-section">
        <p>{hint.words}</p>
        <p className="support">気づきは、確かめるきっかけです。だれかの落ち度と決めるものではありません。</p>
      </section>
      <section className="panel-section">
        <SectionHeading end={`${hint.rows.length}行${hint.more ? '(はじめの分)' : ''}`}>もとの行</SectionHeading>
        <ol className="audit-hint-rows">
          {hint.rows.map(({ place, at, what, of, who }) => (
            <li key={place.arrival}>
              <span className="support">
                {shortMonthDay(dayOf(at))} {timeWord(at)} {who ?? ''}
              </span>
              <span>
                {what} {of}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section className="panel-section">
        <SectionHeading>確かめたこと</SectionHeading>
        <CounterForm label="気づきの始末" className="approval-answer">
          <TextField
            id={hintNoteId}
            label="だれに何を確かめ、どうだったか"
            labelled="above"
            width="full"
            value={note}
            onChange={onWrite}
            marks={findMyNumbers(note)}
            maskMarks
            problem={tried && !checked.ok ? { message: checked.failure.message } : null}
          />
        </CounterForm>
        <div className="letter-acts">
          <Button kind="main" shortcut="F11" busy={busy} disabledReason={whyNot} onPress={onReview}>
            確かめたと記録
          </Button>
        </div>
        <p className="support">記録すると、この気づきは出なくなります。あとで増えれば、また出ます。</p>
      </section>
    </>
  );
}
