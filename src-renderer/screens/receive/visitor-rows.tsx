import { DocumentCode, documentName } from '../../../src-shared/domain/documents.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { ChoiceCombobox } from '../../components/choice-combobox.tsx';
import { ChosenItem } from '../../components/chosen-item.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { type FieldWidth, TextField } from '../../components/text-field.tsx';
import { documentChoices, photoWord } from './document-choices.ts';
import { type Field, fieldId, problemId } from './fields.ts';
import { type FormHandle, problemAt, rowProblems } from './form-handle.ts';

/** 来庁者の行: what was shown, and for somebody else than the holder who it is and why. */
export function VisitorRows({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  const represented = typed.capacity !== 'holder';
  return (
    <>
      {represented && (
        <FreeRow
          form={form}
          field="visitor.name"
          label="代理人の氏名"
          width="9"
          value={typed.visitorName}
          onChange={(visitorName) => change({ visitorName })}
        />
      )}
      <DocumentsRow form={form} represented={represented} />
      {represented && (
        <FreeRow
          form={form}
          field="visitor.reason"
          label="代理の理由"
          optional={typed.capacity === 'statutoryRepresentative'}
          width="full"
          value={typed.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
      <FreeRow
        form={form}
        field="note"
        label="メモ"
        optional
        width="full"
        hint={typed.capacity === 'statutoryRepresentative' ? '資格を確かめた書類(戸籍など)を書きます' : undefined}
        value={typed.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}

function DocumentsRow({ form, represented }: { readonly form: FormHandle; readonly represented: boolean }) {
  const { typed, change } = form;
  return (
    <FormRow label={represented ? '写真付き書類' : '確認書類'}>
      {typed.documents.map((code) => (
        <ChosenItem
          key={code}
          label={documentName(code)}
          note={represented ? `公の機関・${photoWord(code)}` : photoWord(code)}
          onRemove={() => change({ documents: typed.documents.filter((each) => each !== code) })}
        />
      ))}
      {!typed.noDocuments && (
        <ChoiceCombobox
          // A new list for the next document: the old one would open again by itself once its text is emptied.
          key={typed.documents.length}
          id={fieldId('visitor.documents')}
          label="書類を追加"
          choices={documentChoices(represented, typed.documents)}
          onChoose={(code) => {
            change({ documents: [...typed.documents, DocumentCode.parse(code)] });
            requestAnimationFrame(() => goToField(fieldId('visitor.documents')));
          }}
        />
      )}
      {typed.documents.length === 0 && (
        <Checkbox
          label="書類を持っていない"
          checked={typed.noDocuments}
          onChange={(noDocuments) => change({ noDocuments })}
        />
      )}
    </FormRow>
  );
}

type FreeRowProps = {
  readonly form: FormHandle;
  readonly field: Field;
  readonly label: string;
  readonly width: FieldWidth;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly optional?: boolean;
  readonly hint?: string | undefined;
};

function FreeRow({ form, field, label, width, value, onChange, optional = false, hint }: FreeRowProps) {
  return (
    <FormRow label={label} htmlFor={fieldId(field)} optional={optional} problems={rowProblems(form, [field])}>
      <TextField
        id={fieldId(field)}
        label={label}
        width={width}
        value={value}
        onChange={onChange}
        onBlur={() => form.leave(field)}
        problem={problemAt(form, field)}
        problemId={problemId(field)}
        marks={findMyNumbers(value)}
        maskMarks
        hint={hint}
      />
    </FormRow>
  );
}
