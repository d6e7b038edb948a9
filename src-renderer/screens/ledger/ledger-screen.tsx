import { useContext, useEffect, useRef, useState } from 'react';
import { Banner } from '../../components/banner.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { Shown } from '../../components/shown.ts';
import { useFunctionKeys } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useLedger } from '../../store/ledger-slice.ts';
import { useListOutput } from '../../store/list-output.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { dayOf } from '../../words/day-words.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { EndingSoon } from './ending-soon.tsx';
import { PersonFinder, searchFieldId } from './person-finder.tsx';
import { PersonPanel } from './person-panel.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { useNeighbourKeys } from './use-neighbour-keys.ts';

/** 台帳 (F6): the finder, the person, and what could be done for them today; or what ends soon, by month. */
export function LedgerScreen({ caseId }: { readonly caseId: string | null }) {
  const { view, page, pageFailure, opening, open, show } = useLedger();
  const status = useProgram((program) => program.status);
  const shown = useContext(Shown);
  const [correcting, setCorrecting] = useState(false);
  const sheet = useRef<HTMLElement>(null);
  const today = status === null ? null : dayOf(status.now);
  const readOnly = status?.ledger?.state === 'readOnly';

  useEffect(() => {
    if (caseId !== null) void open(caseId);
  }, [caseId, open]);
  // Read again when the screen opens and when the lock is lifted: what is shown is recorded anew (B5).
  useEffect(() => {
    if (shown && useLedger.getState().view === 'endingSoon') void show('endingSoon');
  }, [shown, show]);
  useNeighbourKeys();
  const opened = page?.person.case ?? null;
  // In one column the person lies below the list.
  useEffect(() => {
    if (opened !== null) sheet.current?.scrollIntoView({ block: 'nearest' });
  }, [opened]);

  const personKeys = useListOutput('person', opened);
  const endingKeys = useListOutput('endingSoon');
  const nobody = view === 'search' && page === null ? '先に人を開いてください。' : undefined;
  const keys = view === 'endingSoon' ? endingKeys : personKeys;
  const go = useTask((tasks) => tasks.go);
  useFunctionKeys({
    // The same 失効 as everywhere; with a person open, it begins with this holder.
    ...(view === 'search' && opened !== null && !readOnly
      ? { F5: { label: '失効', act: () => go({ kind: 'revoke', draft: null, holder: opened }) } }
      : {}),
    F8: {
      label: '訂正を申請',
      act: () => setCorrecting(true),
      disabledReason: readOnly
        ? '台帳が読み取り専用のため、訂正を申請できません。'
        : view === 'endingSoon'
          ? '人を開くと、訂正を申請できます。'
          : nobody,
    },
    F9: { ...keys.F9, disabledReason: nobody ?? keys.F9.disabledReason },
    F10: { ...keys.F10, disabledReason: nobody ?? keys.F10.disabledReason },
  });
  useStepBack(() => {
    const field = document.getElementById(searchFieldId);
    if (document.activeElement === field || field === null) goHome();
    else field.focus();
  });

  return (
    <main className="ledger" data-view={view}>
      <h1 className="visually-hidden" tabIndex={-1}>
        台帳
      </h1>
      <PersonFinder />
      {view === 'endingSoon' ? (
        <EndingSoon />
      ) : (
        <div className="ledger-open">
          <section ref={sheet} className="ledger-person" aria-label="人" aria-busy={opening !== null}>
            {pageFailure !== null && (
              <Banner tone="stop" headline="この人の記録を開けませんでした">
                <p>{pageFailure.message}</p>
              </Banner>
            )}
            {page === null && pageFailure === null && opening === null && (
              <EmptyBox headline="人を選ぶと、証明書・受付・経過がここに出ます。">
                左の欄で探し、↑↓ で選び、Enter で開きます。
              </EmptyBox>
            )}
            {page === null && opening !== null && <p role="status">開いています。</p>}
            {page !== null && today !== null && <PersonSheet page={page} today={today} />}
          </section>
          <section className="ledger-panel" aria-label="この人についてできること">
            {page !== null && today !== null && <PersonPanel page={page} today={today} />}
          </section>
        </div>
      )}
      {correcting && page !== null && (
        <CorrectionDialog
          cases={page.cases.map(({ case: id, receipt, receivedAt, lines }) => ({
            case: id,
            receipt,
            receivedAt,
            lines,
          }))}
          onClose={() => setCorrecting(false)}
          onRecorded={() => void open(page.person.case)}
        />
      )}
    </main>
  );
}
