import { useContext, useEffect, useState } from 'react';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { call } from '../../bridge/client.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { ListFormatDialog } from '../../components/list-format-dialog.tsx';
import { Segments } from '../../components/segments.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys, useKeyBar } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useAudit } from '../../store/audit-slice.ts';
import { type ListToPut, useListPutter } from '../../store/list-output.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useNow } from '../../store/use-now.ts';
import { dayOf } from '../../words/day-words.ts';
import { failureWords } from '../../words/failure-words.ts';
import { AuditEntryPanel } from './audit-entry-panel.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { HintPanel, hintNoteId, hintNoteRule } from './hint-panel.tsx';
import { HintsList } from './hints-list.tsx';

/** 監査 (B5): who saw, printed, wrote out or changed what; and what is worth asking about. For supervisors and administrators. */
export function AuditScreen({ person }: { readonly person: string | null }) {
  const role = useProgram((program) => program.status?.user?.role ?? 'clerk');
  if (role === 'clerk') return <NotForClerks />;
  return <AuditForSupervisors person={person} />;
}

function NotForClerks() {
  useStepBack(goHome);
  return (
    <main className="task-main">
      <TaskTitle title="監査" />
      <Banner tone="info" headline="監査は責任者と管理者が見ます" announced={false}>
        <p>責任者に替わるには、F12でロックし、F8「別の職員に替わる」を押してください。</p>
      </Banner>
    </main>
  );
}

/** 出すもの: what is listed, as it was chosen. */
function listToPut(chosen: ReturnType<typeof useAudit.getState>['chosen']): ListToPut | null {
  if (chosen === null) return null;
  return {
    key: `audit ${JSON.stringify(chosen)}`,
    title: '監査の一覧',
    ask: (way, requestId) =>
      way === 'csv' || way === 'xlsx'
        ? call('audit.export', { ...chosen, requestId, format: way })
        : call('audit.print', { ...chosen, requestId, to: way }),
  };
}

function AuditForSupervisors({ person }: { readonly person: string | null }) {
  const slice = useAudit();
  const { step, view, typed, rows, more, opened, hints, openedHint, failure, notes } = slice;
  const readOnly = useProgram((program) => program.status?.ledger?.state === 'readOnly');
  const today = dayOf(useNow());
  const shown = useContext(Shown);
  const [tried, setTried] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const { put, busy } = useListPutter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: read when the screen opens for a person, or the lock is lifted; the day that turns meanwhile is the clerk's to choose.
  useEffect(() => {
    if (shown) void useAudit.getState().begin(today, person);
  }, [shown, person]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hint is in hand; nothing is missing from it yet.
  useEffect(() => setTried(false), [openedHint]);

  const row = rows.find(({ place }) => place.arrival === opened) ?? null;
  const hint = hints?.hints.find((each) => each.hint === openedHint) ?? null;
  const why = readOnly
    ? '台帳が読み取り専用のため、記録できません。'
    : hint === null
      ? '先に気づきを開いてください。'
      : undefined;
  const review = (): void => {
    if (hint === null || step !== 'idle') return;
    setTried(true);
    const checked = checkFreeText('note', notes[hint.hint] ?? '', hintNoteRule);
    if (checked.ok) void slice.review(hint);
    else {
      goToField(hintNoteId);
      useKeyBar.getState().say(checked.failure.message);
    }
  };
  const toPut = listToPut(slice.chosen);
  const cannotPut = busy ?? (toPut === null ? 'まだ読んでいません。' : undefined);
  const inHints = view === 'hints';
  useFunctionKeys({
    F8: { label: inHints ? '一覧を見る' : '気づきを見る', act: () => slice.show(inHints ? 'rows' : 'hints') },
    F9: { label: '印刷', act: () => toPut !== null && put(toPut, 'printer'), disabledReason: cannotPut },
    F10: { label: '書き出し', act: () => setChoosing(true), disabledReason: cannotPut },
    F11: inHints
      ? {
          label: '確かめたと記録',
          main: true,
          act: review,
          waitingWord: step === 'sending' ? '記録しています' : undefined,
          disabledReason: why,
        }
      : undefined,
  });
  useStepBack(() => {
    if (failure !== null || slice.reviewed !== null) slice.putAway();
    else if (inHints && hint !== null) slice.openHint(null);
    else if (inHints) slice.show('rows');
    else if (row !== null) slice.open(null);
    else goHome();
  });

  const found = hints?.hints.length ?? 0;
  return (
    <div className="letters" data-opened={(inHints ? hint : row) === null ? undefined : ''}>
      <main className="letters-main">
        <TaskTitle
          title="監査"
          end={
            step === 'loading' && (
              <span className="support" role="status">
                読んでいます
              </span>
            )
          }
        >
          <Segments
            legend="監査の見方"
            options={[
              { value: 'rows', label: '一覧' },
              { value: 'hints', label: `気づき ${found}件` },
            ]}
            value={view}
            onChange={slice.show}
          />
        </TaskTitle>
        {typed !== null && <AuditFilters typed={typed} staff={slice.staff} person={slice.person} daysAlone={inHints} />}
        <div className="case-notices">
          {failure !== null && (
            <Banner tone="stop" headline={failureWords(failure).headline} onClose={slice.putAway}>
              <p>{failureWords(failure).text}</p>
              {failure.fields.map(({ field, message }) => (
                <p key={field}>{message}</p>
              ))}
              {slice.doubtful && (
                <p>
                  <Button small onPress={review}>
                    もう一度確かめる
                  </Button>
                </p>
              )}
            </Banner>
          )}
          {slice.reviewed !== null && (
            <Banner tone="success" headline={`確かめたと記録しました(${slice.reviewed})`} onClose={slice.putAway}>
              <p>この気づきは出なくなります。</p>
            </Banner>
          )}
          {inHints && hints !== null && hints.mine > 0 && (
            <Banner tone="info" headline={`あなたに関わる気づきが${hints.mine}件あります`} announced={false}>
              <p>内容は、別の責任者が確かめます(B7)。</p>
            </Banner>
          )}
        </div>
        {!inHints && slice.chosen !== null && rows.length === 0 && step === 'idle' && (
          <EmptyBox headline="この絞り込みに当てはまるものはありません。">日の範囲や職員を変えてください。</EmptyBox>
        )}
        {!inHints && rows.length > 0 && (
          <AuditList
            rows={rows}
            more={more}
            opened={opened}
            busy={step === 'loading'}
            onOpen={slice.open}
            onMore={() => void slice.readOn()}
          />
        )}
        {inHints && hints !== null && found === 0 && (
          <EmptyBox headline="確かめる気づきはありません。">{`${hints.from}から${hints.until}までを見ました。`}</EmptyBox>
        )}
        {inHints && hints !== null && found > 0 && (
          <HintsList hints={hints.hints} opened={openedHint} onOpen={slice.openHint} />
        )}
      </main>
      <aside className="letters-panel" aria-label={inHints ? '手もとの気づき' : '手もとの一行'}>
        {!inHints && row !== null && <AuditEntryPanel row={row} staff={slice.staff} />}
        {inHints && hint !== null && (
          <HintPanel
            hint={hint}
            note={notes[hint.hint] ?? ''}
            tried={tried}
            busy={step === 'sending'}
            whyNot={readOnly ? why : undefined}
            onWrite={(note) => slice.write(hint.hint, note)}
            onReview={review}
          />
        )}
        {(inHints ? hint : row) === null && (
          <section className="panel-section">
            <EmptyBox headline={inHints ? '気づきを開いていません。' : '行を開いていません。'}>
              {inHints
                ? '選んでEnterを押すと、もとの行と、確かめたことを書く欄が出ます。'
                : '選んでEnterを押すと、くわしい内容が出ます。'}
            </EmptyBox>
          </section>
        )}
      </aside>
      {choosing && toPut !== null && (
        <ListFormatDialog
          title="監査の一覧"
          onClose={() => setChoosing(false)}
          onChoose={(format) => {
            setChoosing(false);
            put(toPut, format);
          }}
        />
      )}
    </div>
  );
}
