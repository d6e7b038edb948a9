import { useState } from 'react';
import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type Certificate, lineName, openLines } from './issue-form.ts';

type Common = {
  readonly onStay: () => void;
  readonly busy: boolean;
  /** why the act was not recorded; the dialog stays, with all that was typed */
  readonly trouble: string | null;
};

function Trouble({ message }: { readonly message: string | null }) {
  return <div role="alert">{message !== null && <FieldProblem id="case-dialog-trouble" problem={{ message }} />}</div>;
}

/** 取り下げる: what the visitor no longer wants, with the reason; it cannot be taken back. */
export function WithdrawDialog({
  detail,
  onStay,
  busy,
  trouble,
  onWithdraw,
}: Common & { readonly detail: CaseDetail; readonly onWithdraw: (lines: readonly number[], reason: string) => void }) {
  const open = openLines(detail);
  const [lines, setLines] = useState<readonly number[]>(open.map(({ line }) => line));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const checked = checkFreeText('reason', reason, { optional: false });
  const problem = checked.ok ? null : checked.failure.message;
  return (
    <Dialog
      headline="取下げを記録します。もとに戻せません"
      onStepBack={onStay}
      actions={
        <>
          <Button
            kind="danger"
            busy={busy}
            disabledReason={lines.length === 0 ? '取り下げる証明書を選びます' : undefined}
            onPress={() => {
              setTried(true);
              if (problem === null) onWithdraw(lines, reason);
              else goToField('case-withdraw-reason');
            }}
          >
            取り下げる
          </Button>
          <Button kind="main" shortcut="Esc" onPress={onStay}>
            やめる
          </Button>
        </>
      }
    >
      {open.length > 1 && (
        <fieldset className="case-dialog-lines">
          <legend className="support">取り下げる証明書</legend>
          {open.map(({ line, kind, procedure }) => (
            <Checkbox
              key={line}
              label={lineName({ kind, procedure })}
              checked={lines.includes(line)}
              onChange={(chosen) => setLines(chosen ? [...lines, line] : lines.filter((each) => each !== line))}
            />
          ))}
        </fieldset>
      )}
      <TextField
        id="case-withdraw-reason"
        label="取下げの理由"
        labelled="above"
        width="full"
        focusFirst
        value={reason}
        onChange={setReason}
        marks={findMyNumbers(reason)}
        maskMarks
        problem={problem !== null && (tried || findMyNumbers(reason).length > 0) ? { message: problem } : null}
      />
      <Trouble message={trouble} />
    </Dialog>
  );
}

/** 預かる: the case waits, with a note for whoever takes it up. */
export function ParkDialog({ onStay, busy, trouble, onPark }: Common & { readonly onPark: (note: string) => void }) {
  const [note, setNote] = useState('');
  const checked = checkFreeText('note', note, { optional: true });
  return (
    <Dialog
      headline="この受付を預かりにします"
      onStepBack={onStay}
      actions={
        <>
          <Button onPress={onStay} shortcut="Esc">
            やめる
          </Button>
          <Button kind="main" busy={busy} onPress={() => (checked.ok ? onPark(note) : goToField('case-park-note'))}>
            預かりにする
          </Button>
        </>
      }
    >
      <p>今日の窓口に残り、どの職員でも引き継げます。</p>
      <TextField
        id="case-park-note"
        label="引き継ぐ人へのメモ(任意)"
        labelled="above"
        width="full"
        focusFirst
        value={note}
        onChange={setNote}
        marks={findMyNumbers(note)}
        maskMarks
        problem={checked.ok ? null : { message: checked.failure.message }}
      />
      <Trouble message={trouble} />
    </Dialog>
  );
}

/** 受付不可にする: only where today's judgement refuses the line. */
export function RefuseDialog({
  certificate,
  onStay,
  busy,
  trouble,
  onRefuse,
}: Common & { readonly certificate: Certificate; readonly onRefuse: () => void }) {
  return (
    <Dialog
      headline={`${lineName(certificate)}を受付不可にします。もとに戻せません`}
      onStepBack={onStay}
      actions={
        <>
          <Button kind="danger" busy={busy} onPress={onRefuse}>
            受付不可を記録
          </Button>
          <Button kind="main" focusFirst shortcut="Esc" onPress={onStay}>
            やめる
          </Button>
        </>
      }
    >
      <p>{certificate.refusal}</p>
      <Trouble message={trouble} />
    </Dialog>
  );
}
