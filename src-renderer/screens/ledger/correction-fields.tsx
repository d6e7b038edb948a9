import { correctedWords } from '../../../src-shared/contract/corrected-words.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { Icon } from '../../components/icon.tsx';
import { SecondPerson } from '../../components/second-person.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useProgram } from '../../store/program-slice.ts';
import {
  type CorrectableEntry,
  type CorrectableField,
  type CorrectionProblem,
  type CorrectionTyped,
  correctionIds,
  isChanged,
  isDay,
  newWords,
} from './correction-form.ts';

type Props = {
  readonly entry: CorrectableEntry;
  readonly typed: CorrectionTyped;
  readonly problems: readonly CorrectionProblem[];
  readonly onChange: (part: Partial<CorrectionTyped>) => void;
};

/** 訂正の欄: what stands there, struck through once something else is typed beside it; then why, and who approves. */
export function CorrectionFields({ entry, typed, problems, onChange }: Props) {
  const user = useProgram((program) => program.status?.user ?? null);
  const problemOf = (field: string) => {
    const found = problems.find((each) => each.field === field);
    return found === undefined ? null : { message: found.message };
  };
  const signInProblem = problems.find(({ field }) => field.startsWith('acceptance.'));
  const put = (field: string, value: string): void => onChange({ values: { ...typed.values, [field]: value } });
  return (
    <>
      <div className="correction-part">
        <h3>訂正する欄</h3>
        <p className="support">直す欄だけに入力します。空けた欄は変わりません。</p>
        <div className="correction-rows">
          {entry.correctable.map((field) => (
            <Row
              key={field.field}
              field={field}
              typed={typed.values[field.field] ?? ''}
              problem={problemOf(field.field)}
              onChange={(value) => put(field.field, value)}
            />
          ))}
        </div>
      </div>
      <div className="correction-part">
        <TextField
          id={correctionIds.reason}
          label="訂正の理由(10文字以上)"
          labelled="above"
          width="full"
          value={typed.reason}
          onChange={(reason) => onChange({ reason })}
          marks={findMyNumbers(typed.reason)}
          maskMarks
          problem={problemOf('reason')}
        />
      </div>
      <div className="correction-part">
        <h3>責任者の承認</h3>
        <Segments
          legend="責任者の承認"
          options={[
            { value: 'here', label: 'この画面で承認する' },
            { value: 'wait', label: '責任者を待つ' },
          ]}
          value={typed.way}
          onChange={(way) => onChange({ way })}
        />
        {typed.way === 'here' ? (
          <SecondPerson
            idPrefix={correctionIds.acceptance}
            value={typed.supervisor}
            onChange={(supervisor) => onChange({ supervisor })}
            requestedBy={user?.name ?? null}
            problem={signInProblem === undefined ? null : { message: signInProblem.message }}
          >
            上の訂正と理由を確かめて、承認してください(B1)。
          </SecondPerson>
        ) : (
          <p className="support">責任者が「承認待ち」で答えるまで、記録はもとのままです。</p>
        )}
      </div>
    </>
  );
}

type RowProps = {
  readonly field: CorrectableField;
  readonly typed: string;
  readonly problem: { readonly message: string } | null;
  readonly onChange: (value: string) => void;
};

const sexes = [
  { value: 'female', label: '女' },
  { value: 'male', label: '男' },
] as const;

function Row({ field, typed, problem, onChange }: RowProps) {
  const { field: name, label, value } = field;
  const changed = isChanged(field, typed);
  const standing = correctedWords(name, value);
  const id = correctionIds.field(name);
  return (
    <div className="correction-row" data-changed={changed ? '' : undefined}>
      <span className="correction-label" aria-hidden="true">
        {label}
      </span>
      <span className="correction-standing">
        <span className="visually-hidden">いまの記録: </span>
        {changed ? <s>{standing}</s> : standing}
      </span>
      <Icon name="arrowRight" />
      <span className="correction-new">
        {name === 'sex' ? (
          <Segments
            id={id}
            legend={`正しい${label}`}
            options={sexes}
            value={typed === 'female' || typed === 'male' ? typed : null}
            onChange={onChange}
          />
        ) : (
          <TextField
            id={id}
            label={`正しい${label}`}
            labelled="hidden"
            width="full"
            value={typed}
            onChange={onChange}
            marks={findMyNumbers(typed)}
            maskMarks
            problem={problem}
          />
        )}
        {changed && isDay(name) && <b className="correction-read">{newWords(name, typed)}</b>}
      </span>
    </div>
  );
}
