import type { OpenedSample } from '../../../src-shared/contract/api/sampling-api.ts';
import {
  FINDING_FOLLOW_NAMES,
  FINDING_SEVERITY_NAMES,
  SAMPLE_QUESTION_NAMES,
  type SampleQuestion,
} from '../../../src-shared/domain/sampling.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { Button } from '../../components/button.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { Icon } from '../../components/icon.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import {
  type AnswerTyped,
  answerOf,
  type ReviewField,
  type ReviewProblem,
  type ReviewTyped,
  reviewFieldId,
} from './review-form.ts';

type Props = {
  readonly opened: OpenedSample;
  readonly typed: ReviewTyped;
  readonly problems: readonly ReviewProblem[];
  readonly busy: boolean;
  readonly whyNot: string | undefined;
  readonly onAnswer: (question: SampleQuestion, change: Partial<AnswerTyped>) => void;
  readonly onRecord: () => void;
};

const options = <Value extends string>(names: Readonly<Record<Value, string>>) =>
  // The keys of the record are its values and no others.
  (Object.entries(names) as [Value, string][]).map(([value, label]) => ({ value, label }));
const verdicts = options({ fine: '問題なし', finding: '気づきあり' });
const severities = options(FINDING_SEVERITY_NAMES);
const follows = options(FINDING_FOLLOW_NAMES);

/** 確かめる欄: a short list of questions; a finding says what, how grave, and what follows. */
export function ReviewPanel({ opened, typed, problems, busy, whyNot, onAnswer, onRecord }: Props) {
  return (
    <section className="panel-section">
      <SectionHeading end={`${opened.questions.length}問`}>確かめること</SectionHeading>
      {opened.sample.mine && (
        <p className="approval-why-not">
          <Icon name="infoDisc" />
          あなたが関わった受付です。別の責任者が確かめます(B7)。
        </p>
      )}
      <CounterForm label="抽出確認" className="sample-questions">
        {opened.questions.map((question) => (
          <Question
            key={question}
            question={question}
            answer={answerOf(typed, question)}
            problems={problems.filter((each) => each.question === question)}
            onChange={(change) => onAnswer(question, change)}
          />
        ))}
      </CounterForm>
      <div className="letter-acts">
        <Button kind="main" shortcut="F11" busy={busy} disabledReason={whyNot} onPress={onRecord}>
          抽出確認を記録
        </Button>
      </div>
      <p className="support">受付そのものは変わりません。気づきは、済ませるまで残ります。</p>
    </section>
  );
}

type QuestionProps = {
  readonly question: SampleQuestion;
  readonly answer: AnswerTyped;
  readonly problems: readonly ReviewProblem[];
  readonly onChange: (change: Partial<AnswerTyped>) => void;
};

function Question({ question, answer, problems, onChange }: QuestionProps) {
  const id = (field: ReviewField): string => reviewFieldId(question, field);
  const problemOf = (field: ReviewField) => {
    const found = problems.find((each) => each.field === field);
    return found === undefined ? null : { message: found.message };
  };
  const name = SAMPLE_QUESTION_NAMES[question];
  const chosen = (field: 'verdict' | 'severity' | 'follow') => {
    const problem = problemOf(field);
    return problem === null ? null : <FieldProblem id={`${id(field)}-problem`} problem={problem} />;
  };
  const described = (field: 'verdict' | 'severity' | 'follow') =>
    problemOf(field) === null ? {} : { problemId: `${id(field)}-problem` };
  return (
    <fieldset className="sample-question" data-finding={answer.verdict === 'finding' ? '' : undefined}>
      <legend>{name}</legend>
      {chosen('verdict')}
      <Segments
        legend={name}
        id={id('verdict')}
        options={verdicts}
        value={answer.verdict}
        onChange={(verdict) => onChange({ verdict })}
        {...described('verdict')}
      />
      {answer.verdict === 'finding' && (
        <div className="sample-finding-fields">
          <TextField
            id={id('note')}
            label="気づいたこと"
            labelled="above"
            width="full"
            value={answer.note}
            onChange={(note) => onChange({ note })}
            marks={findMyNumbers(answer.note)}
            maskMarks
            problem={problemOf('note')}
          />
          {chosen('severity')}
          <Segments
            legend="重さ"
            legendShown="beside"
            id={id('severity')}
            options={severities}
            value={answer.severity}
            onChange={(severity) => onChange({ severity })}
            {...described('severity')}
          />
          {chosen('follow')}
          <Segments
            legend="このあと"
            id={id('follow')}
            options={follows}
            value={answer.follow}
            onChange={(follow) => onChange({ follow })}
            {...described('follow')}
          />
          <TextField
            id={id('rule')}
            label="関わる規則(任意)"
            labelled="beside"
            width="3"
            value={answer.rule}
            onChange={(rule) => onChange({ rule })}
            problem={problemOf('rule')}
          />
        </div>
      )}
    </fieldset>
  );
}
