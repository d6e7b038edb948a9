import { useContext, useEffect, useState } from 'react';
import { Banner } from '../../components/banner.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { ErrorSummary, goToField } from '../../components/error-summary.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Segments } from '../../components/segments.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useProgram } from '../../store/program-slice.ts';
import { type StaffMember, useStaff } from '../../store/staff-slice.ts';
import { roleNames } from '../../words/counter-words.ts';
import { checkNewStaff, toNewStaff } from './new-staff-form.ts';
import { NewStaffRows } from './new-staff-rows.tsx';

type StaffProblem = { readonly field: string; readonly message: string };

const roles = (['clerk', 'supervisor', 'administrator'] as const).map((value) => ({ value, label: roleNames[value] }));
const labels: Readonly<Record<string, string>> = {
  role: '役割',
  staffNumber: '職員番号',
  name: '氏名',
  kana: 'フリガナ',
  password: 'パスワード',
  passwordAgain: 'もう一度',
};

/** 職員: who may work at this terminal; an administrator adds clerks, supervisors and administrators. */
export function StaffScreen() {
  const isAdministrator = useProgram((program) => program.status?.user?.role === 'administrator');
  useStepBack(goHome);
  if (!isAdministrator)
    return (
      <main className="task-main">
        <TaskTitle title="職員" />
        <Banner tone="info" headline="職員は管理者が加えます" announced={false}>
          <p>F12でロックし、F8「別の職員に替わる」で管理者に替わってください。</p>
        </Banner>
      </main>
    );
  return <StaffForAdministrators />;
}

function StaffForAdministrators() {
  const { staff, step, failure, added, role, typed, load, type, add } = useStaff();
  const [problems, setProblems] = useState<readonly StaffProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const shown = useContext(Shown);
  useEffect(() => {
    if (shown) void load();
  }, [shown, load]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the screen opens, and again once somebody was added, the first field is where it begins.
  useEffect(() => {
    goToField('staff-role');
  }, [staff.length]);

  const show = (found: readonly StaffProblem[]): void => {
    setProblems(found);
    setAttempt((count) => count + 1);
  };
  const decide = async (): Promise<void> => {
    if (step === 'sending') return;
    const found: StaffProblem[] = [
      ...(role === null ? [{ field: 'role', message: '役割を選んでください。' }] : []),
      ...checkNewStaff(typed),
    ];
    if (role === null || found.length > 0) {
      show(found);
      return;
    }
    setProblems([]);
    if (await add({ role, staff: toNewStaff(typed) })) return;
    const refusal = useStaff.getState().failure;
    if (refusal === null) return;
    if (refusal.code === 'staffNumberTaken') show([{ field: 'staffNumber', message: refusal.message }]);
    else show(refusal.fields.map(({ field, message }) => ({ field: field.split('.').at(-1) ?? field, message })));
  };
  useFunctionKeys({
    F11: {
      label: '職員を加える',
      main: true,
      disabledReason: step === 'sending' ? '記録しています。' : undefined,
      act: () => void decide(),
    },
  });

  const roleProblem = problems.find((problem) => problem.field === 'role');
  return (
    <main className="task-main">
      <div className="task-main-inner">
        <TaskTitle title="職員">
          <span className="support">この台帳でサインインできる人</span>
        </TaskTitle>
        {failure !== null && problems.length === 0 && (
          <Banner tone="stop" headline="加えられませんでした">
            <p>{failure.message}</p>
          </Banner>
        )}
        {problems.length > 0 && (
          <ErrorSummary
            attempt={attempt}
            lines={problems.map(({ field, message }) => ({
              fieldId: `staff-${field}`,
              label: labels[field] ?? field,
              message,
            }))}
          />
        )}
        <div className="mt-3 mb-6">
          <SectionHeading end={`${staff.length}人`}>いまの職員</SectionHeading>
          {staff.length === 0 ? <EmptyBox headline="職員を読んでいます。" /> : <StaffTable staff={staff} />}
        </div>
        <SectionHeading>職員を加える</SectionHeading>
        {added !== null && problems.length === 0 && (
          <div className="mt-2">
            <Banner tone="success" headline={`${added}さんを加えました`}>
              <p>いまから、この端末でサインインできます。続けて加えるときは、役割から入力してください。</p>
            </Banner>
          </div>
        )}
        <CounterForm label="職員を加える" className="form-sheet mt-2">
          <FormRow
            label="役割"
            problems={roleProblem === undefined ? [] : [{ id: 'staff-role-problem', problem: roleProblem }]}
          >
            <Segments
              id="staff-role"
              legend="役割"
              options={roles}
              value={role}
              onChange={(chosen) => type({ role: chosen })}
            />
            <span className="form-row-aside">責任者は日報と承認、管理者は職員も扱います</span>
          </FormRow>
          <NewStaffRows
            idPrefix="staff"
            typed={typed}
            onChange={(change) => type({ typed: change })}
            problems={problems}
          />
        </CounterForm>
      </div>
    </main>
  );
}

function StaffTable({ staff }: { readonly staff: readonly StaffMember[] }) {
  return (
    <table className="ledger-table mt-2">
      <caption className="visually-hidden">いまの職員</caption>
      <thead>
        <tr>
          <th scope="col" className="number-column">
            職員番号
          </th>
          <th scope="col">氏名</th>
          <th scope="col">フリガナ</th>
          <th scope="col">役割</th>
        </tr>
      </thead>
      <tbody>
        {staff.map((member) => (
          <tr key={member.staff}>
            <td className="number-column">{member.staffNumber}</td>
            <th scope="row">
              <b>{member.name}</b>
            </th>
            <td>{member.kana}</td>
            <td>{roleNames[member.role]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
