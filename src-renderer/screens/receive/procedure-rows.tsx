import { type CertificateKind, KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Segments } from '../../components/segments.tsx';
import { fieldId } from './fields.ts';
import type { FormHandle } from './form-handle.ts';
import { type KindProcedure, procedureOf, withProcedures } from './lines-of-form.ts';

const capacities = [
  { value: 'holder', label: '本人' },
  { value: 'statutoryRepresentative', label: '法定代理人' },
  { value: 'agent', label: '任意代理人' },
] as const;

/** 手続の行: one answer for both kinds in the ordinary case, or each kind its own. */
export function ProcedureRow({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  const each = typed.procedure === 'each';
  return (
    <FormRow label="手続">
      <Segments
        legend="手続"
        id={fieldId('lines')}
        options={[
          { value: 'issue', label: '新規発行' },
          { value: 'renew', label: '更新' },
          { value: 'each', label: '種類ごと' },
        ]}
        value={typed.procedure === 'revoke' ? null : typed.procedure}
        onChange={(procedure) =>
          // 種類ごと begins with what stood there for both.
          change(procedure === 'each' ? withProcedures(typed, {}) : { procedure })
        }
      />
      {!each && (
        <span className="receive-kinds">
          <Checkbox label="署名用" checked={typed.signature} onChange={(signature) => change({ signature })} />
          <Checkbox
            label="利用者証明用"
            checked={typed.userAuthentication}
            onChange={(userAuthentication) => change({ userAuthentication })}
          />
        </span>
      )}
      {each && <KindChoice form={form} kind="signature" />}
      {each && <KindChoice form={form} kind="userAuthentication" />}
    </FormRow>
  );
}

const kindProcedures: readonly { readonly value: KindProcedure; readonly label: string }[] = [
  { value: 'none', label: 'しない' },
  { value: 'issue', label: '新規発行' },
  { value: 'renew', label: '更新' },
  { value: 'reissue', label: '失効して新規' },
];

function KindChoice({ form, kind }: { readonly form: FormHandle; readonly kind: CertificateKind }) {
  return (
    <span className="receive-kind-choice">
      <Segments
        legend={KIND_NAMES[kind]}
        legendShown="beside"
        options={kindProcedures}
        value={procedureOf(form.typed, kind)}
        onChange={(procedure) => form.change(withProcedures(form.typed, { [kind]: procedure }))}
      />
    </span>
  );
}

/** 来庁者の行: who stands at the counter. */
export function CapacityRow({ form }: { readonly form: FormHandle }) {
  return (
    <FormRow label="来庁者" subjectEnd>
      <Segments
        legend="来庁者"
        id={fieldId('visitor.capacity')}
        options={capacities}
        value={form.typed.capacity}
        onChange={(capacity) => form.change({ capacity })}
      />
    </FormRow>
  );
}
