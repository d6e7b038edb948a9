import { useEffect, useState } from 'react';
import { Banner } from '../../components/banner.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { ErrorSummary, goToField } from '../../components/error-summary.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Segments } from '../../components/segments.tsx';
import { TaskTitle } from '../../components/task-title.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { officeLetters, officeNames } from '../../words/counter-words.ts';
import { NewStaffRows } from './new-staff-rows.tsx';
import {
  emptySetup,
  readSetup,
  type SetupField,
  type SetupProblem,
  type SetupTyped,
  setupLabels,
  setupProblems,
} from './setup-form.ts';

const offices = (['shiminka', 'sobue', 'heiwa'] as const).map((value) => ({ value, label: officeNames[value] }));

/** 最初の設定: which office and terminal this is, and its first administrator; asked once in a ledger's life. */
export function SetupScreen() {
  const [typed, setTyped] = useState<SetupTyped>(emptySetup);
  const [problems, setProblems] = useState<readonly SetupProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { step, failure, setUp } = useProgram();
  const { tell, setHelp } = useTask();
  useEffect(() => goToField('setup-office'), []);

  const show = (found: readonly SetupProblem[]): void => {
    setProblems(found);
    setAttempt((count) => count + 1);
  };
  const decide = async (): Promise<void> => {
    if (step === 'sending') return;
    const read = readSetup(typed);
    if (!read.ok) {
      show(read.problems);
      return;
    }
    setProblems([]);
    if (await setUp(read.input)) {
      tell({
        tone: 'success',
        headline: '設定が済みました',
        text: '次に、窓口の職員と責任者を加えてください。今日の窓口(F2)の「職員を加える」から始めます。',
      });
      return;
    }
    const { failure: refusal } = useProgram.getState();
    if (refusal !== null) show(setupProblems(refusal));
  };
  useFunctionKeys({
    F1: { label: 'ヘルプ', act: () => setHelp(true) },
    F11: {
      label: '台帳を始める',
      main: true,
      disabledReason: step === 'sending' ? '記録しています。' : undefined,
      act: () => void decide(),
    },
  });

  const rowProblems = (field: SetupField) =>
    problems
      .filter((problem) => problem.field === field)
      .map(({ message }) => ({ id: `setup-${field}-problem`, problem: { message } }));
  const problemOf = (field: SetupField) => rowProblems(field)[0]?.problem ?? null;
  return (
    <main className="setup frame-task">
      <div className="setup-inner">
        <TaskTitle title="最初の設定">
          <span className="support">この端末で一度だけ行います</span>
        </TaskTitle>
        {problems.length > 0 && (
          <ErrorSummary
            attempt={attempt}
            lines={problems.map(({ field, message }) => ({
              fieldId: `setup-${field}`,
              label: setupLabels[field],
              message,
            }))}
          />
        )}
        {failure !== null && problems.length === 0 && (
          <Banner tone="stop" headline="設定できませんでした">
            <p>{failure.message}</p>
          </Banner>
        )}
        <CounterForm label="最初の設定">
          <SectionHeading>この端末</SectionHeading>
          <div className="form-sheet mt-2 mb-6">
            <FormRow label="窓口" problems={rowProblems('office')}>
              <Segments
                id="setup-office"
                legend="窓口"
                options={offices}
                value={typed.office}
                onChange={(office) => setTyped({ ...typed, office })}
              />
            </FormRow>
            <FormRow label="端末の番号" htmlFor="setup-terminal" problems={rowProblems('terminal')}>
              <TextField
                id="setup-terminal"
                label="端末の番号"
                width="3"
                inputMode="numeric"
                value={typed.terminal}
                onChange={(terminal) => setTyped({ ...typed, terminal })}
                problem={problemOf('terminal')}
                problemId={problemOf('terminal') === null ? undefined : 'setup-terminal-problem'}
                hint={receiptHint(typed)}
              />
            </FormRow>
            <FormRow label="端末の名前" htmlFor="setup-terminalName" problems={rowProblems('terminalName')} subjectEnd>
              <TextField
                id="setup-terminalName"
                label="端末の名前"
                width="12"
                value={typed.terminalName}
                onChange={(terminalName) => setTyped({ ...typed, terminalName })}
                problem={problemOf('terminalName')}
                problemId={problemOf('terminalName') === null ? undefined : 'setup-terminalName-problem'}
                hint="例:市民課 1番窓口"
              />
            </FormRow>
          </div>
          <SectionHeading end="職員を加え、役割を決めます">最初の管理者</SectionHeading>
          <div className="form-sheet mt-2">
            <NewStaffRows
              idPrefix="setup"
              typed={typed.administrator}
              onChange={(administrator) => setTyped({ ...typed, administrator })}
              problems={problems}
            />
          </div>
        </CounterForm>
      </div>
    </main>
  );
}

function receiptHint(typed: SetupTyped): string {
  const terminal = typed.terminal.normalize('NFKC').trim();
  if (typed.office === null || !/^[1-9]\d?$/.test(terminal)) return '1から99まで。受付番号の頭に付きます';
  return `受付番号は ${officeLetters[typed.office]}${terminal.padStart(2, '0')}- で始まります`;
}
