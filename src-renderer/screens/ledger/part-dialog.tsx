import { useState } from 'react';
import type { PersonPage } from '../../../src-shared/contract/api/person-api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { useLedger } from '../../store/ledger-slice.ts';
import { JoinReason, joinReasonId, joinReasonProblem } from './join-reason.tsx';

type Props = { readonly join: PersonPage['joined'][number]; readonly onClose: () => void };

/** もとに戻す: the joined records are two again; that they were one stays readable. */
export function PartDialog({ join, onClose }: Props) {
  const { part, sending, joinFailure, putAway } = useLedger();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const close = (): void => {
    putAway();
    onClose();
  };
  const decide = async (): Promise<void> => {
    setTried(true);
    if (joinReasonProblem(reason) !== null) goToField(joinReasonId);
    else if (await part(join.join, reason)) onClose();
  };
  return (
    <Dialog
      headline={`${join.person.name}さんの記録をもとに戻します`}
      onStepBack={close}
      actions={
        <>
          <Button onPress={() => void decide()} busy={sending}>
            もとに戻す
          </Button>
          <Button kind="main" focusFirst shortcut="Esc" onPress={close}>
            やめる
          </Button>
        </>
      }
    >
      <p>別々の記録に戻ります。まとめたことと、その理由「{join.reason}」は、経過に残ります。</p>
      <JoinReason label="もとに戻す理由(10文字以上)" value={reason} onChange={setReason} tried={tried} />
      <div role="alert">
        {joinFailure !== null && (
          <FieldProblem
            id="part-trouble"
            problem={{ message: joinFailure.fields[0]?.message ?? joinFailure.message }}
          />
        )}
      </div>
    </Dialog>
  );
}
