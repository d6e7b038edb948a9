import { useState } from 'react';
import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { CONTACT_NAMES } from '../../../src-shared/contract/names-ja.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { Segments } from '../../components/segments.tsx';
import { TextField } from '../../components/text-field.tsx';
import { monthDayWeekday } from '../../words/day-words.ts';
import { erasedName } from '../home/home-rows.ts';

type Common = {
  readonly row: LetterRow;
  readonly busy: boolean;
  /** why the act was not recorded; the dialog stays, with all that was typed */
  readonly trouble: string | null;
  readonly onStay: () => void;
};

type How = keyof typeof CONTACT_NAMES;
const ways = (['telephone', 'visit', 'letter', 'other'] as const).map((value) => ({
  value,
  label: CONTACT_NAMES[value],
}));
const noteId = 'letter-note';

function Note({ note, onChange }: { readonly note: string; readonly onChange: (note: string) => void }) {
  const checked = checkFreeText('note', note, { optional: true });
  return (
    <TextField
      id={noteId}
      label="メモ(任意)"
      labelled="above"
      width="full"
      value={note}
      onChange={onChange}
      marks={findMyNumbers(note)}
      maskMarks
      problem={checked.ok ? null : { message: checked.failure.message }}
    />
  );
}

function Trouble({ message }: { readonly message: string | null }) {
  return <div role="alert">{message !== null && <FieldProblem id="letter-trouble" problem={{ message }} />}</div>;
}

type ContactProps = Common & {
  readonly onRecord: (contact: { readonly how: How; readonly reached: boolean; readonly note: string }) => void;
};

/** 連絡を記録 (F8, D6): how the holder was tried, and whether they were reached; also after the letter has lapsed. */
export function ContactDialog({ row, busy, trouble, onStay, onRecord }: ContactProps) {
  const [how, setHow] = useState<How>('telephone');
  const [reached, setReached] = useState<boolean | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const checked = checkFreeText('note', note, { optional: true });
  return (
    <Dialog
      headline={`${row.summary.name ?? erasedName}さんへの連絡を記録します`}
      onStepBack={onStay}
      actions={
        <>
          <Button onPress={onStay} shortcut="Esc">
            やめる
          </Button>
          <Button
            kind="main"
            busy={busy}
            onPress={() => {
              setTried(true);
              if (reached === null) goToField('letter-reached');
              else if (checked.ok) onRecord({ how, reached, note: note.trim() });
              else goToField(noteId);
            }}
          >
            連絡を記録
          </Button>
        </>
      }
    >
      <div className="letter-dialog-fields">
        <Segments legend="連絡の方法" id="letter-how" options={ways} value={how} onChange={setHow} />
        {tried && reached === null && (
          <FieldProblem id="letter-reached-problem" problem={{ message: '本人に伝えたかどうかを選んでください。' }} />
        )}
        <Segments
          legend="本人に伝えたか"
          id="letter-reached"
          options={[
            { value: 'reached', label: '本人に伝えた' },
            { value: 'not', label: '不在・伝えられず' },
          ]}
          value={reached === null ? null : reached ? 'reached' : 'not'}
          onChange={(chosen) => setReached(chosen === 'reached')}
          problemId={tried && reached === null ? 'letter-reached-problem' : undefined}
        />
        <Note note={note} onChange={setNote} />
      </div>
      <Trouble message={trouble} />
    </Dialog>
  );
}

/** 宛所不明を記録 (D6): the case stops until the letter is posted again. */
export function ReturnedDialog({
  row,
  busy,
  trouble,
  onStay,
  onRecord,
}: Common & { readonly onRecord: (note: string) => void }) {
  const [note, setNote] = useState('');
  const checked = checkFreeText('note', note, { optional: true });
  return (
    <Dialog
      headline={`${row.summary.name ?? erasedName}さんの照会書が宛所不明で戻りました`}
      onStepBack={onStay}
      actions={
        <>
          <Button kind="danger" busy={busy} onPress={() => (checked.ok ? onRecord(note.trim()) : goToField(noteId))}>
            宛所不明を記録
          </Button>
          <Button kind="main" focusFirst shortcut="Esc" onPress={onStay}>
            やめる
          </Button>
        </>
      }
    >
      <p>記録すると、この受付は止まります。もう一度投函すると、新しく期限を数えます。</p>
      <Note note={note} onChange={setNote} />
      <Trouble message={trouble} />
    </Dialog>
  );
}

/** もう一度投函 (D6): a new letter starts its days anew, and the earlier one no longer counts. */
export function PostAgainDialog({
  row,
  busy,
  trouble,
  onStay,
  dueOn,
  onPost,
}: Common & { readonly dueOn: string; readonly onPost: () => void }) {
  return (
    <Dialog
      headline={`${row.summary.name ?? erasedName}さんの照会書をもう一度投函します`}
      onStepBack={onStay}
      actions={
        <>
          <Button kind="danger" busy={busy} onPress={onPost}>
            投函を記録
          </Button>
          <Button kind="main" focusFirst shortcut="Esc" onPress={onStay}>
            やめる
          </Button>
        </>
      }
    >
      <p>登録の住所へ、転送不要で送ります。新しい期限は{monthDayWeekday(dueOn)}です。もとに戻せません。</p>
      <Trouble message={trouble} />
    </Dialog>
  );
}
