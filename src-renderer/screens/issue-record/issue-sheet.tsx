import { useState } from 'react';
import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { Button } from '../../components/button.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { Icon } from '../../components/icon.tsx';
import { goHome } from '../../keyboard/step-back.ts';
import { useHome } from '../../store/home-slice.ts';
import { useIssue } from '../../store/issue-slice.ts';
import { useProgram } from '../../store/program-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { ParkDialog, RefuseDialog, WithdrawDialog } from './case-dialogs.tsx';
import { isDateHeld, isOnlyRevocation, isOver, type Standing } from './case-standing.ts';
import { HoldBox } from './hold-box.tsx';
import { type Certificate, type IssueReading, type LineReading, lineName } from './issue-form.ts';
import { IssueLine } from './issue-line.tsx';
import { LineNotes } from './line-notes.tsx';
import { RevokeLine } from './revoke-line.tsx';
import { SettledLine } from './settled-line.tsx';

type Props = {
  readonly detail: CaseDetail;
  readonly standing: Standing;
  readonly reading: IssueReading;
  readonly sayProblems: boolean;
  /** 責任者を待つ (B7): for the line that a differing date holds */
  readonly onAsk: (held: LineReading) => void;
};

type Asking =
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'park' }
  | { readonly kind: 'refuse'; readonly certificate: Certificate };

/** 発行の記録の紙: every certificate in issue order, the stop where dates differ, and the other acts on this case. */
export function IssueSheet({ detail, standing, reading, sayProblems, onAsk }: Props) {
  const { type, accept, acceptance, failure, step, park, withdraw, refuseLine, takeUp, clearFailure } = useIssue();
  const onlyRevocation = isOnlyRevocation(detail);
  const me = useProgram((program) => program.status?.user?.name ?? null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = (): void => setAsking(null);
  const ask = (wanted: Asking): void => {
    clearFailure();
    setAsking(wanted);
  };
  const trouble = failure?.message ?? null;
  const busy = step === 'sending';
  const held = reading.lines.find(({ certificate }) => isDateHeld(certificate));
  const signInProblem = failure?.fields.find(({ field }) => field === 'acceptance.staffNumber')?.message ?? null;
  return (
    <>
      <CounterForm label={onlyRevocation ? '失効の記録' : '発行の記録'} className="issue-sheet">
        {!onlyRevocation && (
          <div className="issue-head" aria-hidden="true">
            <span>証明書</span>
            <span>台帳の計算</span>
            <span>統合端末の表示</span>
          </div>
        )}
        {detail.certificates.map((certificate, index) => {
          const own = reading.lines.find((each) => each.certificate.line === certificate.line);
          const outcome = detail.summary.lines.find(({ line }) => line === certificate.line)?.outcome ?? 'open';
          const recordable = standing === 'toRecord' && certificate.verdict === 'accept';
          const notes = <LineNotes certificate={certificate} findings={detail.findings} open={outcome === 'open'} />;
          if (own !== undefined && recordable) {
            return (
              <div key={certificate.line} className="issue-line-box">
                {notes}
                <IssueLine
                  number={index + 1}
                  reading={own}
                  sayProblems={sayProblems}
                  onType={(change) => type(certificate.line, change)}
                />
              </div>
            );
          }
          if (outcome === 'open' && certificate.verdict === 'refuse') {
            return (
              <RefusedLine
                key={certificate.line}
                number={index + 1}
                certificate={certificate}
                onRefuse={() => ask({ kind: 'refuse', certificate })}
              />
            );
          }
          const Row = certificate.procedure === 'revoke' ? RevokeLine : SettledLine;
          return (
            <div key={certificate.line} className="issue-line-box">
              {notes}
              <Row number={index + 1} certificate={certificate} outcome={outcome} standing={standing} />
            </div>
          );
        })}
        {held !== undefined && (
          <HoldBox
            reading={held}
            acceptance={acceptance}
            acceptanceOpen={reading.acceptanceOpen}
            sayProblems={sayProblems}
            problem={signInProblem}
            onType={(change) => type(held.certificate.line, change)}
            onAccept={accept}
            onAsk={detail.waiting.length > 0 ? null : () => onAsk(held)}
            busy={busy}
          />
        )}
      </CounterForm>
      {!isOver(standing) && (
        <div className="case-acts">
          <Button small onPress={() => ask({ kind: 'park' })}>
            預かりにする
          </Button>
          {detail.summary.handler !== me && !detail.summary.parked && (
            <Button small onPress={() => void takeUp()}>
              引き継ぐ
            </Button>
          )}
          <Button small kind="danger" onPress={() => ask({ kind: 'withdraw' })}>
            取り下げる
          </Button>
        </div>
      )}
      {asking?.kind === 'withdraw' && (
        <WithdrawDialog
          detail={detail}
          busy={busy}
          trouble={trouble}
          onStay={close}
          onWithdraw={(lines, reason) => void withdraw(lines, reason).then((done) => done && close())}
        />
      )}
      {asking?.kind === 'park' && (
        <ParkDialog
          busy={busy}
          trouble={trouble}
          onStay={close}
          onPark={(note) => void park(note).then((done) => done && goOnAfterParking(detail))}
        />
      )}
      {asking?.kind === 'refuse' && (
        <RefuseDialog
          certificate={asking.certificate}
          busy={busy}
          trouble={trouble}
          onStay={close}
          onRefuse={() => void refuseLine(asking.certificate.line).then((done) => done && close())}
        />
      )}
    </>
  );
}

/** 預かったあと: back to its row, since the next visitor is waiting. */
function goOnAfterParking({ summary }: CaseDetail): void {
  useHome.getState().standOnNew(summary.case);
  goHome();
  useTask.getState().tell({
    tone: 'success',
    headline: `預かりにしました ${summary.receipt}`,
    text: '今日の窓口に残ります。どの職員でも、開いて引き継げます。',
  });
}

type RefusedProps = { readonly number: number; readonly certificate: Certificate; readonly onRefuse: () => void };

/** 今日は発行できない行: what changed since the visit, and the act that settles it. */
function RefusedLine({ number, certificate, onRefuse }: RefusedProps) {
  return (
    <div className="compared-dates issue-settled">
      <b>
        {number} {lineName(certificate)}
      </b>
      <div className="issue-settled-words">
        <p className="field-problem">
          <Icon name="crossCircle" />
          {certificate.refusal ?? '今日の判定では発行できません。'}
        </p>
        <Button small kind="danger" onPress={onRefuse}>
          受付不可を記録
        </Button>
      </div>
    </div>
  );
}
