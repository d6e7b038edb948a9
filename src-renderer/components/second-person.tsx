import { type ReactNode, useId } from 'react';
import type { Problem } from './field-problem.tsx';
import { Icon } from './icon.tsx';
import { TextField } from './text-field.tsx';

export type SecondPersonSignIn = { readonly staffNumber: string; readonly password: string };

type Props = {
  /** ids of the fields begin with this, e.g. `acceptance` → `acceptance-staffNumber` */
  readonly idPrefix: string;
  readonly value: SecondPersonSignIn;
  readonly onChange: (value: SecondPersonSignIn) => void;
  /** what is asked of the second person, with the rule's code */
  readonly children: ReactNode;
  /** who cannot approve, since the request is theirs */
  readonly requestedBy: string | null;
  /** who is meant; a supervisor where nothing else is said */
  readonly who?: string;
  readonly problem?: Problem | null | undefined;
  readonly disabledReason?: string | undefined;
};

/** 責任者の承認: a second person signs in on this screen for this one act (B7). */
export function SecondPerson(props: Props) {
  const { idPrefix, value, onChange, requestedBy, problem = null, disabledReason, who = '責任者' } = props;
  const problemId = useId();
  return (
    <fieldset className="second-person">
      <legend className="visually-hidden">{who}の承認</legend>
      <p className="second-person-heading">
        <Icon name="key" />
        {who}が入力してください
      </p>
      <p>{props.children}</p>
      {problem !== null && (
        <p className="field-problem" id={problemId}>
          <Icon name="crossCircle" />
          {problem.message}
        </p>
      )}
      <div className="second-person-fields">
        <TextField
          id={`${idPrefix}-staffNumber`}
          label={`${who}の職員番号`}
          labelled="above"
          width="full"
          inputMode="numeric"
          value={value.staffNumber}
          onChange={(staffNumber) => onChange({ ...value, staffNumber })}
          problem={problem}
          problemId={problemId}
          disabledReason={disabledReason}
        />
        <TextField
          id={`${idPrefix}-password`}
          label="パスワード"
          labelled="above"
          width="full"
          type="password"
          value={value.password}
          onChange={(password) => onChange({ ...value, password })}
          problem={problem}
          problemId={problemId}
          disabledReason={disabledReason}
        />
      </div>
      {requestedBy !== null && <p className="second-person-note">申し出た本人({requestedBy})は承認できません。</p>}
    </fieldset>
  );
}
