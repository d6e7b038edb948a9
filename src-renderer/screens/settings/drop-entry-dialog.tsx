import { useState } from 'react';
import type { CalendarEntry } from '../../../src-shared/contract/api/settings-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { TextField } from '../../components/text-field.tsx';
import { entryNames } from './calendar-form.ts';
import { whenWords, whereWords } from './entry-words.ts';

type Props = {
  readonly entry: CalendarEntry;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onStay: () => void;
  readonly onDrop: (reason: string) => void;
};

const reasonId = 'settings-drop-reason';

/** 暦の書き込みを取り消す: with the reason; the entry itself stays in the ledger. */
export function DropEntryDialog({ entry, busy, failure, onStay, onDrop }: Props) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const checked = checkFreeText('reason', reason, { optional: false, least: 2 });
  return (
    <Dialog
      headline={`${entryNames[entry.kind]}を取り消します`}
      onStepBack={onStay}
      actions={
        <>
          <Button
            kind="danger"
            busy={busy}
            onPress={() => {
              setTried(true);
              if (checked.ok) onDrop(checked.value);
              else goToField(reasonId);
            }}
          >
            取消しを記録
          </Button>
          <Button kind="main" shortcut="Esc" onPress={onStay}>
            やめる
          </Button>
        </>
      }
    >
      <p>
        {whenWords(entry)}・{whereWords(entry)}({entry.reason}
        )。書き込んだことと取り消したことは、どちらも台帳に残ります。
      </p>
      <TextField
        id={reasonId}
        label="取り消す理由"
        labelled="above"
        width="full"
        focusFirst
        value={reason}
        onChange={setReason}
        problem={!checked.ok && tried ? { message: checked.failure.message } : null}
      />
      <div role="alert">
        {failure !== null && <FieldProblem id="settings-drop-trouble" problem={{ message: failure.message }} />}
      </div>
    </Dialog>
  );
}
