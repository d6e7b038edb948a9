import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import { readerCharacters, spellingOnCertificate } from '../../../src-shared/domain/characters.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { goToField } from '../../components/error-summary.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { SubstituteChooser } from '../../components/substitute-chooser.tsx';
import { type FieldWidth, TextField } from '../../components/text-field.tsx';
import { isComposingKey } from '../../keyboard/composition.ts';
import { CharacterPicker } from './character-picker.tsx';
import { type Field, fieldId, problemId } from './fields.ts';
import { type FormHandle, problemAt, rowProblems } from './form-handle.ts';
import {
  aroundCharacter,
  candidatesOf,
  checkOtherCharacter,
  chooseSubstitute,
  followText,
  kanaOfCharacter,
  type Spellings,
  spansToSubstitute,
} from './spelling.ts';
import { SpellingNote } from './spelling-note.tsx';

type Props = {
  readonly form: FormHandle;
  readonly field: Extract<Field, 'holder.name' | 'holder.address'>;
  readonly label: string;
  readonly width: FieldWidth;
  readonly next: Field;
  readonly text: string;
  readonly spellings: Spellings;
  readonly onChange: (text: string, spellings: Spellings) => void;
  /** what shares the row, after the field */
  readonly beside?: ReactNode;
  readonly besideField?: Field;
};

/** 氏名・住所の行: both spellings in view; what a certificate cannot bear is underlined, and its substitute chosen below (G2). */
export function SpelledRow(props: Props) {
  const { form, field, label, width, next, text, spellings, onChange, beside, besideField } = props;
  const [closed, setClosed] = useState(false);
  const [marking, setMarking] = useState<'pick' | number | null>(null);
  const id = fieldId(field);
  const chooserId = `${id}-chooser`;
  const part = field === 'holder.name' ? 'name' : 'address';
  const asked = form.reading.visit.lines.some(({ kind, procedure }) => kind === 'signature' && procedure !== 'revoke');
  const needed = form.reading.decision.needsSubstitution.includes(part);
  const spans = needed ? spansToSubstitute(text, spellings) : [];
  const numbers = findMyNumbers(text);
  const open = needed && numbers.length === 0 ? indexOfFirst(text, spans) : null;
  const chosenIndex = typeof marking === 'number' ? marking : closed ? null : open;
  const original = chosenIndex === null ? undefined : readerCharacters(text)[chosenIndex];

  // The focus moves before the next key can come: whoever knows the way types Enter and 1 in one breath.
  const toChooser = (): void => {
    flushSync(() => setClosed(false));
    goToField(`${chooserId}-first`);
  };
  const choose = (index: number, substitute: string): void => {
    const chosen = chooseSubstitute(text, spellings, index, substitute);
    flushSync(() => {
      onChange(text, chosen);
      setMarking(null);
    });
    const more = spansToSubstitute(text, chosen).length > 0;
    goToField(more ? `${chooserId}-first` : fieldId(next));
  };

  return (
    <FormRow
      label={label}
      {...(beside === undefined ? { htmlFor: id } : {})}
      problems={rowProblems(form, besideField === undefined ? [field] : [field, besideField])}
    >
      <TextField
        id={id}
        label={label}
        labelled={beside === undefined ? 'row' : 'hidden'}
        width={width}
        value={text}
        onChange={(value) => {
          setClosed(false);
          setMarking(null);
          onChange(value, followText(value, spellings));
        }}
        onBlur={() => form.leave(field)}
        problem={problemAt(form, field)}
        problemId={problemId(field)}
        marks={numbers.length > 0 ? numbers : spans}
        maskMarks={numbers.length > 0}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposingKey(event) || open === null) return;
          event.preventDefault();
          toChooser();
        }}
      />
      {beside}
      {asked && (
        <SpellingNote
          open={spans.length}
          onCertificate={spellings.length === 0 ? null : spellingOnCertificate(text, spellings)}
          onReopen={closed && open !== null ? toChooser : null}
          onClear={() => onChange(text, [])}
          onMark={text.trim() === '' || marking !== null || open !== null ? null : () => setMarking('pick')}
        />
      )}
      {marking === 'pick' && (
        <CharacterPicker
          id={chooserId}
          characters={readerCharacters(text)}
          onPick={(index) => {
            flushSync(() => setMarking(index));
            goToField(`${chooserId}-first`);
          }}
          onClose={() => {
            setMarking(null);
            goToField(id);
          }}
        />
      )}
      {chosenIndex !== null && original !== undefined && (
        <SubstituteChooser
          key={chosenIndex}
          id={chooserId}
          original={original}
          {...aroundCharacter(text, chosenIndex)}
          candidates={candidatesOf(original)}
          kana={part === 'name' ? kanaOfCharacter(text, form.typed.kana, chosenIndex) : null}
          checkOther={checkOtherCharacter}
          onChoose={(substitute) => choose(chosenIndex, substitute)}
          onClose={() => {
            setMarking(null);
            setClosed(true);
            goToField(id);
          }}
          {...(typeof marking === 'number'
            ? { question: `証明書で「${original}」の代わりにする文字を、本人が選びます。` }
            : {})}
        />
      )}
    </FormRow>
  );
}

/** The span's place in UTF-16 back to the place a reader counts. */
function indexOfFirst(text: string, spans: readonly { readonly start: number }[]): number | null {
  const [first] = spans;
  return first === undefined ? null : readerCharacters(text.slice(0, first.start)).length;
}
