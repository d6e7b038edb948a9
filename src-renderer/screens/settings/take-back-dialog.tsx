import { type ReactNode, useState } from 'react';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useSettings } from '../../store/settings-slice.ts';

type Props = {
  readonly headline: string;
  readonly children: ReactNode;
  readonly verb: string;
  readonly reasonLabel: string;
  readonly onClose: () => void;
  /** true once it is recorded */
  readonly onTakeBack: (reason: string) => Promise<boolean>;
};

const reasonId = 'settings-drop-reason';

/** 取り消す・取りやめる: with the reason; what was recorded before stays in the ledger. */
export function TakeBackDialog({ headline, children, verb, reasonLabel, onClose, onTakeBack }: Props) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const failure = useSettings((settings) => settings.failure);
  const busy = useSettings((settings) => settings.step === 'sending');
  const checked = checkFreeText('reason', reason, { optional: false, least: 2 });
  const leave = (): void => {
    useSettings.getState().putAway();
    onClose();
  };
  return (
    <Dialog
      headline={headline}
      onStepBack={leave}
      actions={
        <>
          <Button
            kind="danger"
            busy={busy}
            onPress={async () => {
              setTried(true);
              if (!checked.ok) goToField(reasonId);
              else if (await onTakeBack(checked.value)) onClose();
            }}
          >
            {verb}
          </Button>
          <Button kind="main" shortcut="Esc" onPress={leave}>
            やめる
          </Button>
        </>
      }
    >
      {children}
      <TextField
        id={reasonId}
        label={reasonLabel}
        labelled="above"
        width="full"
        focusFirst
        value={reason}
        onChange={setReason}
        problem={!checked.ok && tried ? { message: checked.failure.message } : null}
      />
      <div role="alert">
        {failure !== null && (
          <FieldProblem
            id="settings-drop-trouble"
            problem={{ message: failure.fields[0]?.message ?? failure.message }}
          />
        )}
      </div>
    </Dialog>
  );
}
