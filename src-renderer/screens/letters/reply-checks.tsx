import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { CounterForm } from '../../components/counter-form.tsx';
import { Icon } from '../../components/icon.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { ReplyTyped } from '../../store/reply-typed.ts';
import { noteProblem, type ReplyReading } from './reply-form.ts';
import { replyIds } from './reply-ids.ts';
import { ReplyVisitor } from './reply-visitor.tsx';

type Props = {
  readonly row: LetterRow;
  readonly typed: ReplyTyped;
  readonly reading: ReplyReading;
  readonly sayProblems: boolean;
  readonly onCheck: (change: Partial<ReplyTyped>) => void;
};

/** 回答を受けるときの確認 (D4): number, completeness, hand, card, and who brings it; each is looked at, none is taken for granted. */
export function ReplyChecks({ row, typed, reading, sayProblems, onCheck }: Props) {
  const byOthers = row.summary.capacity === 'statutoryRepresentative';
  const note = noteProblem(typed.note);
  return (
    <CounterForm label="回答を受けるときの確認" className="reply-checks">
      <NumberCheck reading={reading} typed={typed} />
      <Check
        id={replyIds.complete}
        legend={row.summary.capacity === 'holder' ? '回答の記入' : '回答・委任状'}
        good="そろう"
        bad="空欄あり"
        value={typed.complete}
        onChange={(complete) => onCheck({ complete })}
      />
      <Check
        id={replyIds.rightHand}
        legend="記入した人"
        good={byOthers ? '本人・法定代理人' : '本人'}
        bad="ほかの人"
        value={typed.rightHand}
        onChange={(rightHand) => onCheck({ rightHand })}
      />
      <Check
        id={replyIds.cardPresent}
        legend="本人のカード"
        good="ある"
        bad="ない"
        value={typed.cardPresent}
        onChange={(cardPresent) => onCheck({ cardPresent })}
      />
      <ReplyVisitor typed={typed} holder={row.summary.name} sayProblems={sayProblems} onCheck={onCheck} />
      {reading.asksQuestions && (
        <Check
          id={replyIds.questions}
          legend="質問の答え"
          good="本人と確認"
          bad="できない"
          value={typed.questionsAnswered}
          onChange={(questionsAnswered) => onCheck({ questionsAnswered })}
        />
      )}
      <TextField
        id={replyIds.note}
        label="メモ(任意)"
        labelled="above"
        width="full"
        value={typed.note}
        onChange={(changed) => onCheck({ note: changed })}
        marks={findMyNumbers(typed.note)}
        maskMarks
        problem={note === null ? null : { message: note }}
      />
    </CounterForm>
  );
}

function NumberCheck({ reading, typed }: Pick<Props, 'reading' | 'typed'>) {
  const { numberMatches } = reading;
  const face =
    numberMatches === null
      ? ({ icon: 'dashedCircle', words: 'まだ読み取っていません', tone: 'open' } as const)
      : numberMatches
        ? ({ icon: 'checkCircle', words: '一致', tone: 'good' } as const)
        : ({ icon: 'crossCircle', words: `違う番号 ${typed.scanned}`, tone: 'stop' } as const);
  return (
    <p className="reply-check">
      <span className="reply-check-legend">照会書の番号</span>
      <span className="reply-number" data-tone={face.tone}>
        <Icon name={face.icon} />
        {face.words}
      </span>
      <small className="support">自動</small>
    </p>
  );
}

type CheckProps = {
  readonly id: string;
  readonly legend: string;
  readonly good: string;
  readonly bad: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean) => void;
};

function Check({ id, legend, good, bad, value, onChange }: CheckProps) {
  return (
    <div className="reply-check">
      <span className="reply-check-legend" aria-hidden="true">
        {legend}
      </span>
      <Segments
        id={id}
        legend={legend}
        options={[
          { value: 'good', label: good },
          { value: 'bad', label: bad },
        ]}
        value={value === null ? null : value ? 'good' : 'bad'}
        onChange={(chosen) => onChange(chosen === 'good')}
      />
    </div>
  );
}
