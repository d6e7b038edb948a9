import { useContext, useEffect, useRef, useState } from 'react';
import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import { replyDue } from '../../../src-shared/domain/inquiry-letter.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { goToField } from '../../components/error-summary.tsx';
import { Segments } from '../../components/segments.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { useFunctionKeys, useKeyBar } from '../../keyboard/function-keys.ts';
import { takeScans } from '../../keyboard/scan-taker.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { openedRow, useLetters } from '../../store/letters-slice.ts';
import { useListOutput } from '../../store/list-output.ts';
import { useProgram } from '../../store/program-slice.ts';
import { freshReply } from '../../store/reply-typed.ts';
import { useRules } from '../../store/rules.ts';
import { officeNames } from '../../words/counter-words.ts';
import { useMinute } from '../receive/use-minute.ts';
import { printLetters, printRuns } from './after-posting.ts';
import { goOnAfterReply } from './after-reply.ts';
import { BatchPanel } from './batch-panel.tsx';
import { type LetterDialog, LetterDialogs } from './letter-dialog.tsx';
import { isPostable } from './letter-groups.ts';
import { LetterPanel } from './letter-panel.tsx';
import { LettersList } from './letters-list.tsx';
import { LettersNotices } from './letters-notices.tsx';
import { mainActOf } from './main-act.ts';
import { readReply } from './reply-form.ts';
import { ScanField } from './scan-field.tsx';

/** 照会 (F4): every letter by the days left; a number scanned opens its letter, and F11 takes the reply or posts the day's batch. */
export function LettersScreen() {
  const slice = useLetters();
  const { rows, day, replies, everywhere, heldBack, step, posted } = slice;
  const at = useMinute();
  const today = dateOf(at);
  const { calendar, policyOf } = useRules();
  const policy = policyOf(today);
  const status = useProgram((program) => program.status);
  const office = status?.place?.office ?? 'shiminka';
  const overseer = status?.user?.role === 'supervisor' || status?.user?.role === 'administrator';
  const shown = useContext(Shown);
  const [dialog, setDialog] = useState<{ readonly kind: LetterDialog; readonly row: LetterRow } | null>(null);
  const asking = useRef(false);
  const [sayProblems, setSayProblems] = useState(false);
  const rowInHand = useRef<HTMLDivElement>(null);

  // Read when the screen opens and when the lock is lifted; never by itself, so that no row moves under the cursor.
  useEffect(() => {
    if (shown) void useLetters.getState().load();
  }, [shown]);
  useEffect(() => {
    if (!shown) return;
    return takeScans((receipt) => {
      // A dialog is about one letter; what was typed there must not fall to another.
      if (asking.current) useKeyBar.getState().say('先に、開いているたしかめを閉じてください。');
      else void useLetters.getState().scan(receipt);
      return true;
    });
  }, [shown]);

  useEffect(() => {
    asking.current = dialog !== null;
  }, [dialog]);
  const row = openedRow(slice);
  const ask = (kind: LetterDialog): void => {
    if (row !== null) setDialog({ kind, row });
  };
  const typed = row === null ? null : (replies[row.summary.case] ?? freshReply(row));
  const expected = row !== null && (row.state === 'open' || row.state === 'lapsed');
  const reading =
    row === null || typed === null || !expected ? null : readReply(row, typed, { at, office, policy, calendar });
  const toPost = everywhere ? [] : rows.filter(isPostable);
  const chosen = toPost.filter(({ summary }) => !heldBack.includes(summary.case));
  const openedId = row?.summary.case ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another letter is in hand; nobody has left anything out of it yet.
  useEffect(() => setSayProblems(false), [openedId]);

  const scanned = typed?.scanned ?? '';
  const firstLeft = reading?.left[0]?.fieldId ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a number that was read just now leads to what is looked at next.
  useEffect(() => {
    if (scanned !== '' && slice.foreign === null && firstLeft !== null) goToField(firstLeft);
  }, [openedId, scanned]);

  const accept = async (): Promise<void> => {
    if (row === null || reading === null) return;
    setSayProblems(true);
    const [first] = reading.left;
    if (first !== undefined) {
      goToField(first.fieldId);
      useKeyBar.getState().say(`回答を受け付けるには、あと${reading.left.length}つ要ります: ${first.text}`);
      return;
    }
    const detail = await slice.accept(row, reading.input);
    if (detail !== null) goOnAfterReply(detail);
  };
  const batch = row !== null && isPostable(row) && !toPost.includes(row) ? [row] : chosen;
  const main = mainActOf({
    row,
    reading,
    toPost: toPost.length,
    batch: batch.length,
    everywhere,
    sending: step === 'sending',
  });
  const press = (): void => {
    if (step !== 'idle') return;
    if (main.kind === 'reply') void accept();
    else if (main.kind === 'postAgain') ask('postAgain');
    else if (main.kind === 'post') void slice.post(batch);
  };
  const output = useListOutput(everywhere ? 'lettersEverywhere' : 'letters');
  const readOnly = status?.ledger?.state === 'readOnly' ? '台帳が読み取り専用のため、記録できません。' : undefined;
  useFunctionKeys({
    F8: {
      label: '連絡を記録',
      act: () => ask('contact'),
      disabledReason: row === null ? '先に照会書を開いてください。' : readOnly,
    },
    ...output,
    ...(posted === null ? {} : { F9: { label: '照会書', act: () => printLetters(printRuns(posted)[0] ?? []) } }),
    F11: {
      label: main.label,
      main: true,
      remaining: main.remaining,
      waitingWord: main.waitingWord,
      disabledReason: readOnly ?? main.disabledReason,
      act: press,
    },
  });

  useStepBack(() => {
    if (slice.foreign !== null) slice.forgetForeign();
    else if (slice.failure !== null && !slice.doubtful) slice.putAway();
    else if (posted !== null) slice.forgetPosted();
    else if (row !== null) {
      slice.close();
      requestAnimationFrame(() => rowInHand.current?.querySelector<HTMLElement>('.row-open[tabindex="0"]')?.focus());
    } else if (slice.searched !== '') slice.search('');
    else goHome();
  });

  return (
    <div className="letters" data-opened={row === null ? undefined : ''}>
      <main className="letters-main" ref={rowInHand}>
        <TaskTitle
          title="照会"
          end={
            overseer && (
              <Segments
                legend="見る窓口"
                options={[
                  { value: 'here', label: 'この窓口' },
                  { value: 'everywhere', label: 'すべての窓口' },
                ]}
                value={everywhere ? 'everywhere' : 'here'}
                onChange={(chosenView) => void slice.showEverywhere(chosenView === 'everywhere')}
              />
            )
          }
        >
          <span className="home-counts" role={day === null ? 'status' : undefined}>
            {day === null ? '読んでいます' : `${everywhere ? 'すべての窓口' : officeNames[office]}・${rows.length}件`}
          </span>
        </TaskTitle>
        <ScanField />
        <LettersNotices onAskAgain={press} quiet={dialog !== null} />
        <LettersList replyDays={policy.settings.replyDays} />
      </main>
      <aside className="letters-panel" aria-label="手もとの照会書">
        {row === null ? (
          <BatchPanel
            waiting={toPost.length}
            chosen={chosen.length}
            today={today}
            calendar={calendar}
            policy={policy}
          />
        ) : (
          <LetterPanel
            row={row}
            today={today}
            calendar={calendar}
            policy={policy}
            reply={typed === null || reading === null ? null : { typed, reading }}
            sayProblems={sayProblems}
            onCheck={(change) => slice.check(row, change)}
            onReturned={() => ask('returned')}
            onPostAgain={() => ask('postAgain')}
          />
        )}
      </aside>
      {dialog !== null && (
        <LetterDialogs
          dialog={dialog.kind}
          row={dialog.row}
          dueOn={replyDue(today, policy, calendar).dueOn}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
