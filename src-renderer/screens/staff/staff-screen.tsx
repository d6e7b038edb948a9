import { useContext, useEffect, useState } from 'react';
import type { StaffRow } from '../../../src-shared/contract/api/staff-api.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys, useKeyBar } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useStaff } from '../../store/staff-slice.ts';
import { useNow } from '../../store/use-now.ts';
import { dayOf } from '../../words/day-words.ts';
import { failureWords } from '../../words/failure-words.ts';
import { StaffActForm, staffFieldId } from './staff-act-form.tsx';
import { StaffDoneBanner } from './staff-done.tsx';
import { StaffList } from './staff-list.tsx';
import { StaffPanel } from './staff-panel.tsx';
import { readStaffForm, type StaffProblem } from './staff-reading.ts';
import type { StaffActKind } from './staff-typed.ts';
import { staffActs } from './staff-words.ts';

/** 職員: who may work where; administrators change accounts, supervisors see their office's and hand over. */
export function StaffScreen() {
  const role = useProgram((program) => program.status?.user?.role ?? 'clerk');
  const slice = useStaff();
  if (role === 'clerk' && slice.done === null) return <ForOthers />;
  return <StaffForSupervisors administrator={role === 'administrator'} supervises={role !== 'clerk'} />;
}

function ForOthers() {
  useStepBack(goHome);
  return (
    <main className="task-main">
      <TaskTitle title="職員" />
      <Banner tone="info" headline="職員は責任者か管理者が見ます" announced={false}>
        <p>F12でロックし、F8「別の職員に替わる」で責任者に替わってください。</p>
      </Banner>
    </main>
  );
}

function StaffForSupervisors({
  administrator,
  supervises,
}: {
  readonly administrator: boolean;
  readonly supervises: boolean;
}) {
  const slice = useStaff();
  const { staff, ready, step, act, typed, failure, doubtful, done } = slice;
  const status = useProgram((program) => program.status);
  const now = useNow();
  const shown = useContext(Shown);
  const [tried, setTried] = useState(false);
  const [answered, setAnswered] = useState<readonly StaffProblem[]>([]);
  const readOnly = status?.ledger?.state === 'readOnly';
  useEffect(() => {
    if (shown && supervises) void useStaff.getState().load();
  }, [shown, supervises]);

  const opened = staff.find((each) => each.staff === slice.opened) ?? null;
  const member = act === 'add' ? null : opened;
  const me = staff.find((each) => each.staff === status?.user?.staff) ?? null;
  const office = status?.place?.office ?? 'shiminka';
  const reading =
    act === null ? null : readStaffForm(typed, { kind: act, member, me, staff, office, today: plainDate(dayOf(now)) });
  // Another act is open: nothing was tried of it yet, and its first field is where it begins.
  useEffect(() => {
    setTried(false);
    setAnswered([]);
    if (act !== null) goToField(staffFieldId(firstField[act]));
  }, [act]);

  const record = async (): Promise<void> => {
    if (reading === null || step !== 'idle') return;
    setTried(true);
    setAnswered([]);
    const [first] = reading.problems;
    if (reading.refusal !== null) return useKeyBar.getState().say(reading.refusal);
    if (first !== undefined) {
      goToField(staffFieldId(first.field));
      return;
    }
    if (await slice.record()) return;
    const problems = problemsOf(useStaff.getState().failure);
    setAnswered(problems);
    const [wrong] = problems;
    if (wrong !== undefined) goToField(staffFieldId(wrong.field));
  };
  const begin = (kind: StaffActKind): void => void slice.begin(kind);
  useFunctionKeys({
    F8: administrator
      ? { label: '職員を加える', act: () => begin('add'), disabledReason: readOnly ? readOnlyWords : undefined }
      : undefined,
    F11: {
      label: act === null ? '記録' : staffActs[act].main,
      main: true,
      act: () => void record(),
      remaining: tried ? reading?.problems.length || undefined : undefined,
      waitingWord: step === 'sending' ? '記録しています' : undefined,
      disabledReason: readOnly
        ? readOnlyWords
        : act === null
          ? '先に職員を開き、することを選んでください。'
          : (reading?.refusal ?? undefined),
    },
  });
  useStepBack(() => {
    if ((failure !== null && !doubtful && act === null) || done !== null) slice.putAway();
    else if (act !== null) slice.stop();
    else if (opened !== null) slice.close();
    else goHome();
  });

  const problems = [...answered, ...(tried ? (reading?.problems ?? []) : [])];
  const fieldless = failure !== null && problemsOf(failure).length === 0;
  return (
    <div className="letters staff" data-opened={opened === null && act === null ? undefined : ''}>
      <main className="letters-main staff-main">
        <TaskTitle title="職員">
          {ready && <span className="home-counts">{staff.length}人</span>}
          <span className="support">{administrator ? 'この台帳でサインインできる人' : 'この窓口の職員'}</span>
        </TaskTitle>
        <div className="case-notices">
          {fieldless && failure !== null && (
            <Banner
              tone="stop"
              headline={failureWords(failure).headline}
              {...(doubtful ? {} : { onClose: slice.putAway })}
            >
              <p>{failureWords(failure).text}</p>
              {doubtful && (
                <p>
                  <Button small onPress={() => void record()}>
                    もう一度確かめる
                  </Button>
                </p>
              )}
            </Banner>
          )}
          {done !== null && <StaffDoneBanner done={done} onClose={slice.putAway} />}
        </div>
        {!ready && supervises && failure === null && <EmptyBox headline="職員を読んでいます。" />}
        {supervises && ready && (
          <StaffList
            staff={staff}
            opened={slice.opened}
            busy={step === 'loading'}
            onOpen={(chosen) => void slice.open(chosen)}
          />
        )}
      </main>
      <aside className="letters-panel" aria-label="手もとの職員">
        {act !== null && reading !== null ? (
          <StaffActForm
            kind={act}
            member={member}
            typed={typed}
            reading={reading}
            problems={problems}
            work={slice.work}
            me={me?.name ?? null}
            busy={step === 'sending'}
            onType={(change) => {
              setAnswered([]);
              slice.type(change);
            }}
            onRecord={() => void record()}
            onStop={slice.stop}
          />
        ) : opened === null ? (
          <section className="panel-section">
            <EmptyBox headline="職員を開いていません。">
              行を選んでEnterを押すと、できることと経過がここに出ます。
            </EmptyBox>
          </section>
        ) : (
          <StaffPanel
            member={opened}
            history={slice.history}
            acts={actsFor(opened, me, administrator)}
            whyNone={whyNone(opened, me, administrator)}
            onBegin={begin}
          />
        )}
      </aside>
    </div>
  );
}

const readOnlyWords = '台帳が読み取り専用のため、記録できません。';

const firstField: Readonly<Record<StaffActKind, string>> = {
  add: 'role',
  rename: 'staffNumber',
  reassign: 'role',
  suspend: 'reason',
  reinstate: 'reason',
  resetPassword: 'password',
  handOver: 'predecessor',
};

function actsFor(member: StaffRow, me: StaffRow | null, administrator: boolean): readonly StaffActKind[] {
  const self = member.staff === me?.staff;
  const relieved: readonly StaffActKind[] =
    member.role !== 'clerk' && !member.suspended && (administrator || self) ? ['handOver'] : [];
  if (!administrator) return relieved;
  if (self) return ['rename', ...relieved];
  return [
    'rename',
    'reassign',
    member.suspended ? 'reinstate' : 'suspend',
    ...(member.suspended ? [] : (['resetPassword'] as const)),
    ...relieved,
  ];
}

function whyNone(member: StaffRow, me: StaffRow | null, administrator: boolean): string | null {
  const self = member.staff === me?.staff;
  if (administrator) return self ? '自分の役割・窓口・停止は、別の管理者に頼みます。' : null;
  return self && member.role !== 'clerk' ? null : '変更は管理者が行います。';
}

/** 本体からの指摘を欄に当てる. */
function problemsOf(failure: { readonly fields: readonly StaffProblem[] } | null): readonly StaffProblem[] {
  return (failure?.fields ?? []).map(({ field, message }) => ({ field: fieldOf(field), message }));
}

function fieldOf(field: string): string {
  if (field.startsWith('acceptance.')) return 'second';
  if (field.startsWith('successor.')) return 'successor';
  return field.split('.').at(-1) ?? field;
}
