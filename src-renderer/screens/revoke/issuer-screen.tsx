import { useEffect, useState } from 'react';
import type { RevocationCause } from '../../../src-shared/domain/visit.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { Button } from '../../components/button.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { MissingBand, type MissingLine } from '../../components/reasons/missing-band.tsx';
import { PanelTop } from '../../components/reasons/panel-top.tsx';
import { VerdictStrip } from '../../components/reasons/verdict-strip.tsx';
import type { VerdictWords } from '../../components/reasons/verdict-words.ts';
import { TaskColumns } from '../../components/task-columns.tsx';
import { TaskTitle } from '../../components/task-title.tsx';
import { VerdictBand } from '../../components/verdict-band.tsx';
import { useFunctionKeys, useKeyBar } from '../../keyboard/function-keys.ts';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { rangeKey, useIssuer } from '../../store/issuer-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { TodayRail } from '../home/today-rail.tsx';
import { fieldId } from '../receive/fields.ts';
import { ReceiveFailure } from '../receive/receive-failure.tsx';
import { useMinute } from '../receive/use-minute.ts';
import { CoveredCounts, CoveredList } from './covered-list.tsx';
import { type RangeField, readRange } from './issuer-form.ts';
import { IssuerRows, rangeFieldId } from './issuer-rows.tsx';

/** 発行者の署名符号による失効 (X5): a range; what it covers is shown before F11 can record it. */
export function IssuerScreen({ onCause }: { readonly onCause: (cause: RevocationCause) => void }) {
  const today = dateOf(useMinute());
  const issuer = useIssuer();
  const [left, setLeft] = useState<ReadonlySet<RangeField>>(new Set());
  const [asking, setAsking] = useState(false);
  const reading = readRange(issuer.typed, today);
  const { range, basis } = reading;
  const covered = range !== null && issuer.asked === rangeKey(range) ? issuer.covered : null;
  const missing = missingOf(reading, covered !== null);
  const open = missing.length + reading.issues.length;
  const words = wordsOf(covered?.total ?? null);

  useEffect(() => goToField(fieldId('lines')), []);

  const goTo = (field: string): void => goToField(field === 'cover' ? rangeFieldId('issuedUntil') : `issuer-${field}`);
  const problemAt = (field: RangeField) => {
    const issue = reading.issues.find((each) => each.field === field && (!each.half || left.has(field)));
    return issue === undefined ? null : { message: issue.message };
  };
  const cover = (): void => {
    if (range !== null) void issuer.cover(range);
    else goTo(missing[0]?.field ?? reading.issues[0]?.field ?? 'issuedFrom');
  };
  const press = (): void => {
    if (issuer.step !== 'typing') return;
    const [first] = missing;
    if (reading.issues[0] !== undefined) goTo(reading.issues[0].field);
    else if (first !== undefined) {
      goTo(first.field);
      useKeyBar.getState().say(`失効を記録には、あと${missing.length}つ要ります: ${first.text}`);
    } else if (covered !== null && covered.total > 0) setAsking(true);
  };
  const record = async (): Promise<void> => {
    setAsking(false);
    if (range === null || basis === null) return;
    const revoked = await issuer.revoke(range, basis);
    if (revoked === null) return;
    useTask.getState().go({ kind: 'home' });
    useTask.getState().tell({
      tone: 'success',
      headline: `証明書${revoked.total}件の失効を記録しました(X5)`,
      text: '台帳に一つの出来事として記録しました。該当するかたへの案内は、台帳(F6)で確かめて行ってください。',
    });
  };

  useFunctionKeys({
    F8: { label: '範囲を調べる', act: cover },
    F11: {
      label: '失効を記録',
      main: true,
      remaining: covered?.total === 0 ? 1 : open,
      waitingWord: issuer.step === 'sending' ? '記録しています' : covered?.total === 0 ? '対象なし' : undefined,
      act: press,
    },
  });
  useStepBack(() => {
    if (issuer.failure !== null && !issuer.doubtful) issuer.clearFailure();
    else goHome();
  });

  return (
    <>
      <TaskColumns
        rail={<TodayRail current={null} />}
        panelLabel="判定"
        panelOpen={false}
        strip={<VerdictStrip words={words} missing={missing} />}
        panel={
          <>
            <PanelTop>
              <VerdictBand verdict={words.stamp} headline={words.headline}>
                {words.reason}
                <CodeChip code="X5" />
              </VerdictBand>
              <MissingBand missing={missing} onGo={goTo} />
            </PanelTop>
            {covered !== null && <CoveredCounts covered={covered} />}
          </>
        }
      >
        <TaskTitle title="失効">
          <span className="receive-number">範囲を一つの出来事として記録します</span>
        </TaskTitle>
        {issuer.failure !== null && (
          <ReceiveFailure
            failure={issuer.failure}
            doubtful={issuer.doubtful}
            onAskAgain={() => void record()}
            onClose={issuer.clearFailure}
          />
        )}
        <IssuerRows
          onCause={onCause}
          onCover={cover}
          onLeave={(field) => setLeft((before) => new Set([...before, field]))}
          problemAt={problemAt}
        />
        <CoveredList covered={covered} />
      </TaskColumns>
      {asking && covered !== null && (
        <Dialog
          headline={`証明書${covered.total}件を失効させます`}
          onStepBack={() => setAsking(false)}
          actions={
            <>
              <Button kind="danger" onPress={() => void record()}>
                失効を記録
              </Button>
              <Button kind="main" focusFirst onPress={() => setAsking(false)} shortcut="Esc">
                やめる
              </Button>
            </>
          }
        >
          <p>記録すると、もとに戻せません。種類・発行日・数を、通知ともう一度比べてください。</p>
        </Dialog>
      )}
    </>
  );
}

function missingOf({ missing }: ReturnType<typeof readRange>, looked: boolean): readonly MissingLine[] {
  const lines = missing.map(({ field, text }): MissingLine => ({ code: 'X5', field, text }));
  return lines.length > 0 || looked ? lines : [{ code: 'X5', field: 'cover', text: '範囲を調べる(F8)' }];
}

function wordsOf(total: number | null): VerdictWords {
  const reason = '発行者の署名符号の漏えい等のため';
  if (total === null) return { stamp: 'undecided', headline: 'まだ範囲を調べていません', reason, code: 'X5' };
  return total === 0
    ? { stamp: 'undecided', headline: '失効する証明書がありません', reason, code: 'X5' }
    : { stamp: 'revoked', headline: `${total}件が失効します`, reason, code: 'X5' };
}
