import { PROOF_NAMES } from '../../../src-shared/contract/names-ja.ts';
import { DocumentCode, documentName } from '../../../src-shared/domain/documents.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { ChoiceCombobox } from '../../components/choice-combobox.tsx';
import { ChosenItem } from '../../components/chosen-item.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Segments } from '../../components/segments.tsx';
import { documentChoices, photoWord } from './document-choices.ts';
import { fieldId } from './fields.ts';
import { type FormHandle, rowProblems } from './form-handle.ts';
import { FreeField, FreeRow } from './free-row.tsx';

/** 来庁者の行: what was shown, and for somebody else than the holder who it is and why. */
export function VisitorRows({ form }: { readonly form: FormHandle }) {
  const { capacity } = form.typed;
  const represented = capacity !== 'holder';
  return (
    <>
      {represented && <RepresentativeRows form={form} />}
      <DocumentsRow form={form} represented={represented} />
      {capacity === 'statutoryRepresentative' && <ProofRow form={form} />}
      {represented && <ReasonRow form={form} />}
    </>
  );
}

/** メモの行: at the end of the form. */
export function NoteRow({ form }: { readonly form: FormHandle }) {
  return (
    <FreeRow
      form={form}
      field="note"
      label="メモ"
      optional
      width="full"
      value={form.typed.note}
      onChange={(note) => form.change({ note })}
    />
  );
}

function RepresentativeRows({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  return (
    <>
      <FormRow label="代理人の氏名" problems={rowProblems(form, ['visitor.name', 'visitor.relation'])}>
        <FreeField
          form={form}
          field="visitor.name"
          label="代理人の氏名"
          labelled="hidden"
          width="9"
          value={typed.visitorName}
          onChange={(visitorName) => change({ visitorName })}
        />
        <FreeField
          form={form}
          field="visitor.relation"
          label="続柄(任意)"
          labelled="beside"
          width="3"
          value={typed.relation}
          onChange={(relation) => change({ relation })}
        />
        <Checkbox
          label="住所は本人と同じ"
          checked={typed.sameAddress}
          onChange={(sameAddress) => change({ sameAddress })}
        />
      </FormRow>
      {!typed.sameAddress && (
        <FreeRow
          form={form}
          field="visitor.address"
          label="代理人の住所"
          optional
          width="full"
          value={typed.visitorAddress}
          onChange={(visitorAddress) => change({ visitorAddress })}
        />
      )}
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

/** I8: recorded by kind, never by number. */
function ProofRow({ form }: { readonly form: FormHandle }) {
  return (
    <FormRow label="資格の書類">
      <Segments
        legend="法定代理人の資格を示した書類"
        id={fieldId('visitor.proof')}
        options={[
          { value: 'familyRegister', label: PROOF_NAMES.familyRegister },
          { value: 'registrationCertificate', label: PROOF_NAMES.registrationCertificate },
          { value: 'sameHousehold', label: PROOF_NAMES.sameHousehold },
        ]}
        value={form.typed.proof}
        onChange={(proof) => form.change({ proof })}
      />
    </FormRow>
  );
}

/** I6: asked of an agent; that none was given is said, not supposed. */
function ReasonRow({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  const agent = typed.capacity === 'agent';
  return (
    <FreeRow
      form={form}
      field="visitor.reason"
      label="代理の理由"
      optional={!agent}
      width="full"
      value={typed.reason}
      onChange={(reason) => change(reason.trim() === '' ? { reason } : { reason, noReason: false })}
    >
      {agent && <NoReason form={form} />}
    </FreeRow>
  );
}

function NoReason({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  if (typed.reason.trim() !== '') return null;
  return (
    <Checkbox label="聞いたが、理由がない" checked={typed.noReason} onChange={(noReason) => change({ noReason })} />
  );
}
