import { useContext, useEffect, useState } from 'react';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys, useKeyBar } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useApprovals } from '../../store/approvals-slice.ts';
import { useProgram } from '../../store/program-slice.ts';
import { failureWords } from '../../words/failure-words.ts';
import { ApprovalPanel, approvalNoteId } from './approval-panel.tsx';
import { noteRule } from './approval-words.ts';
import { ApprovalsList } from './approvals-list.tsx';

/** 承認待ち (B7): what waits for a second person; a supervisor approves or declines, never one's own request. */
export function ApprovalsScreen() {
  const slice = useApprovals();
  const { waiting, ready, failure, doubtful, answered, notes, step } = slice;
  const role = useProgram((program) => program.status?.user?.role ?? 'clerk');
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const shown = useContext(Shown);
  const [declining, setDeclining] = useState(false);
  useEffect(() => {
    if (shown) void useApprovals.getState().load();
  }, [shown]);

  const row = waiting.find(({ request }) => request === slice.opened) ?? null;
  const note = row === null ? '' : (notes[row.request] ?? '');
  const request = row?.request ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another request is in hand; nothing is missing from it yet.
  useEffect(() => setDeclining(false), [request]);

  const why = whyNot(role, readOnly, row);
  const answer = (approve: boolean): void => {
    if (row === null || step !== 'idle') return;
    const checked = checkFreeText('note', note, noteRule(!approve));
    setDeclining(!approve);
    if (!checked.ok) {
      goToField(approvalNoteId);
      useKeyBar.getState().say(checked.failure.message);
      return;
    }
    void slice.answer(row, approve);
  };
  useFunctionKeys({
    F8: { label: '承認しない', act: () => answer(false), disabledReason: why },
    F11: {
      label: '承認する',
      main: true,
      act: () => answer(true),
      waitingWord: step === 'sending' ? '記録しています' : undefined,
      disabledReason: why,
    },
  });
  useStepBack(() => {
    if ((failure !== null && !doubtful) || answered !== null) slice.putAway();
    else if (row !== null) slice.close();
    else goHome();
  });

  return (
    <div className="letters" data-opened={row === null ? undefined : ''}>
      <main className="letters-main">
        <TaskTitle title="承認待ち">{ready && <span className="home-counts">{waiting.length}件</span>}</TaskTitle>
        <div className="case-notices">
          {failure !== null && (
            <Banner
              tone="stop"
              headline={ready ? failureWords(failure).headline : '承認待ちを読めませんでした'}
              {...(doubtful ? {} : { onClose: slice.putAway })}
            >
              <p>{ready ? failureWords(failure).text : failure.message}</p>
              {failure.fields.map(({ field, message }) => (
                <p key={`${field} ${message}`}>{message}</p>
              ))}
              {doubtful && (
                <p>
                  <Button small onPress={() => answer(!declining)}>
                    もう一度確かめる
                  </Button>
                </p>
              )}
            </Banner>
          )}
          {answered !== null && (
            <Banner
              tone={answered.approved ? 'success' : 'info'}
              headline={`${answered.approved ? '承認しました' : '承認しませんでした'} ${answered.receipt}`}
              onClose={slice.putAway}
            >
              <p>台帳に記録しました。頼んだ職員には、受付の画面に出ます。</p>
            </Banner>
          )}
        </div>
        {ready && waiting.length === 0 && (
          <EmptyBox headline="承認を待っている依頼はありません。">F2で今日の窓口へ戻ります。</EmptyBox>
        )}
        {waiting.length > 0 && (
          <ApprovalsList waiting={waiting} opened={request} onOpen={slice.open} busy={step === 'loading'} />
        )}
      </main>
      <aside className="letters-panel" aria-label="手もとの依頼">
        {row === null ? (
          <section className="panel-section">
            <EmptyBox headline="依頼を開いていません。">
              行を選んでEnterを押すと、ここに記録される内容が出ます。
            </EmptyBox>
          </section>
        ) : (
          <ApprovalPanel
            row={row}
            note={note}
            needsNote={declining}
            whyNot={why ?? null}
            onWrite={(changed) => slice.write(row.request, changed)}
            onApprove={() => answer(true)}
            onDecline={() => answer(false)}
            busy={step === 'sending'}
          />
        )}
      </aside>
    </div>
  );
}

function whyNot(role: string, readOnly: boolean, row: { readonly askedByMe: boolean } | null): string | undefined {
  if (readOnly) return '台帳が読み取り専用のため、記録できません。';
  if (role === 'clerk') return '承認は責任者か管理者が行います。';
  if (row === null) return '先に依頼を開いてください。';
  return row.askedByMe ? '自分の依頼は承認できません。別の責任者に頼んでください(B7)。' : undefined;
}
