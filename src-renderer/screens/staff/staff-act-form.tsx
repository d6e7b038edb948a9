import type { ReactNode } from 'react';
import type { OpenWork, StaffRow } from '../../../src-shared/contract/api/staff-api.ts';
import { passwordLength } from '../../../src-shared/domain/password.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { SecondPerson } from '../../components/second-person.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import { officeNames, roleNames } from '../../words/counter-words.ts';
import { HandOverFields } from './hand-over-fields.tsx';
import type { StaffProblem, StaffReading } from './staff-reading.ts';
import { everyOffice, type StaffActKind, type StaffTyped } from './staff-typed.ts';
import { staffActs } from './staff-words.ts';

type Props = {
  readonly kind: StaffActKind;
  readonly member: StaffRow | null;
  readonly typed: StaffTyped;
  readonly reading: StaffReading;
  /** problems that are shown: none before F11 was pressed */
  readonly problems: readonly StaffProblem[];
  readonly work: OpenWork | null;
  readonly me: string | null;
  readonly busy: boolean;
  readonly onType: (change: Partial<StaffTyped>) => void;
  readonly onRecord: () => void;
  readonly onStop: () => void;
};

/** 欄の番号. */
export function staffFieldId(field: string): string {
  return field === 'second' || field === 'successor' ? `staff-${field}-staffNumber` : `staff-${field}`;
}

const roles = (['clerk', 'supervisor', 'administrator'] as const).map((value) => ({ value, label: roleNames[value] }));
const textLabels = { staffNumber: '職員番号', name: '氏名', kana: 'フリガナ' } as const;

const told: Readonly<Record<StaffActKind, string>> = {
  add: '渡したパスワードは、本人がはじめてサインインしたときに、自分のものに変えます。',
  rename: '前の氏名と番号も、台帳で読めるままです。',
  reassign: '記録したときから、この役割と窓口になります。',
  suspend: '記録したときから、サインインも承認もできません。席にいれば、次の操作で断ります。記録と氏名は残ります。',
  reinstate: 'もとの役割と窓口で、また使えるようになります。',
  resetPassword: '本人が次にサインインしたときに、自分のものに変えます。この端末の休止も終わります。',
  handOver: '後任がこの画面でサインインして確かめます(B7)。残っているものは後任に移ります。',
};

/** 職員の様式: what the chosen act needs, in the panel; F11 records it. */
export function StaffActForm(props: Props) {
  const { kind, member, typed, reading, problems, work, busy, onType, onRecord, onStop } = props;
  const problemOf = (field: string) => {
    const message = problems.find((problem) => problem.field === field)?.message;
    return message === undefined ? null : { message };
  };
  const text = (field: 'staffNumber' | 'name' | 'kana'): ReactNode => (
    <TextField
      id={staffFieldId(field)}
      label={textLabels[field]}
      labelled="above"
      width="full"
      inputMode={field === 'staffNumber' ? 'numeric' : undefined}
      value={typed[field]}
      onChange={(value) => onType({ [field]: value })}
      problem={problemOf(field)}
    />
  );
  const standing = kind === 'add' || kind === 'reassign';
  const names = kind === 'add' || kind === 'rename';
  const password = kind === 'add' || kind === 'resetPassword';
  return (
    <>
      <header className="letter-panel-head">
        <h2>{staffActs[kind].label}</h2>
        {member !== null && <span className="support">{member.name}</span>}
        <p className="support">{told[kind]}</p>
      </header>
      <section className="panel-section">
        {reading.refusal !== null && (
          <Banner tone="stop" headline="できません" announced={false}>
            <p>{reading.refusal}</p>
          </Banner>
        )}
        <CounterForm label={staffActs[kind].label} className="staff-form">
          {standing && <StandingFields typed={typed} onType={onType} problemOf={problemOf} />}
          {names && (
            <>
              {text('staffNumber')}
              {text('name')}
              {text('kana')}
            </>
          )}
          {password && <PasswordFields typed={typed} onType={onType} problemOf={problemOf} />}
          {kind === 'handOver' && (
            <HandOverFields
              typed={typed}
              onType={onType}
              problemOf={problemOf}
              work={work}
              administrator={member?.role === 'administrator'}
            />
          )}
          <TextField
            id={staffFieldId('reason')}
            label={kind === 'add' ? '理由(任意)' : '理由'}
            labelled="above"
            width="full"
            value={typed.reason}
            onChange={(reason) => onType({ reason })}
            problem={problemOf('reason')}
          />
          {reading.second && (
            <SecondPerson
              idPrefix="staff-second"
              who="もう一人の管理者"
              value={typed.second}
              onChange={(second) => onType({ second })}
              requestedBy={props.me}
              problem={problemOf('second')}
            >
              管理者に関わる変更のため、もう一人の管理者がここで確認します(B7)。
            </SecondPerson>
          )}
          {kind === 'handOver' && (
            <SecondPerson
              idPrefix="staff-successor"
              who="後任"
              value={typed.successor}
              onChange={(successor) => onType({ successor })}
              requestedBy={props.me}
              problem={problemOf('successor')}
            >
              後任が自分の職員番号とパスワードを入力し、責任者を引き受けます(B7)。
            </SecondPerson>
          )}
        </CounterForm>
        {reading.notes.map(({ rule, refusal }) => (
          <Banner key={rule} tone="warning" headline={noteHeadlines[rule] ?? '確かめてください'} announced={false}>
            <p>{refusal}</p>
          </Banner>
        ))}
        <div className="letter-acts">
          <Button kind="main" shortcut="F11" busy={busy} onPress={onRecord}>
            {staffActs[kind].main}
          </Button>
          <Button shortcut="Esc" onPress={onStop}>
            やめる
          </Button>
        </div>
      </section>
    </>
  );
}

const noteHeadlines: Readonly<Record<string, string>> = {
  secondAdministrator: '確認できる管理者がほかにいません',
  supervisorLeft: '責任者のいない窓口ができます',
  sameName: '同じ氏名の職員がいます',
};

type PartProps = {
  readonly typed: StaffTyped;
  readonly onType: (change: Partial<StaffTyped>) => void;
  readonly problemOf: (field: string) => { readonly message: string } | null;
};

function StandingFields({ typed, onType, problemOf }: PartProps) {
  const role = problemOf('role');
  const offices = problemOf('offices');
  return (
    <>
      <fieldset className="staff-choice">
        <legend>役割</legend>
        {role !== null && <FieldProblem id="staff-role-problem" problem={role} />}
        <Segments
          id={staffFieldId('role')}
          legend="役割"
          options={roles}
          value={typed.role}
          onChange={(chosen) => onType({ role: chosen })}
          problemId={role === null ? undefined : 'staff-role-problem'}
        />
      </fieldset>
      <fieldset className="staff-choice">
        <legend>窓口</legend>
        {offices !== null && <FieldProblem id="staff-offices-problem" problem={offices} />}
        {everyOffice.map((office, place) => (
          <Checkbox
            key={office}
            {...(place === 0 ? { id: staffFieldId('offices') } : {})}
            label={officeNames[office]}
            checked={typed.offices.includes(office)}
            onChange={(chosen) =>
              onType({
                offices: everyOffice.filter((each) => (each === office ? chosen : typed.offices.includes(each))),
              })
            }
            problemId={offices === null ? undefined : 'staff-offices-problem'}
          />
        ))}
      </fieldset>
    </>
  );
}

function PasswordFields({ typed, onType, problemOf }: PartProps) {
  return (
    <>
      <TextField
        id={staffFieldId('password')}
        label="渡すパスワード"
        labelled="above"
        width="full"
        type="password"
        value={typed.password}
        onChange={(password) => onType({ password })}
        problem={problemOf('password')}
        hint={`${passwordLength.least}文字以上。文字の種類は問いません`}
      />
      <TextField
        id={staffFieldId('passwordAgain')}
        label="もう一度"
        labelled="above"
        width="full"
        type="password"
        value={typed.passwordAgain}
        onChange={(passwordAgain) => onType({ passwordAgain })}
        problem={problemOf('passwordAgain')}
      />
    </>
  );
}
