import { Checkbox } from '../../components/checkbox.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Segments } from '../../components/segments.tsx';
import { fieldId } from './fields.ts';
import type { FormHandle } from './form-handle.ts';

const procedures = [
  { value: 'issue', label: '新規発行' },
  { value: 'renew', label: '更新' },
] as const;

const capacities = [
  { value: 'holder', label: '本人' },
  { value: 'statutoryRepresentative', label: '法定代理人' },
  { value: 'agent', label: '任意代理人' },
] as const;

/** 手続と来庁者: what is asked for, and who stands at the counter. */
export function ProcedureRows({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  return (
    <>
      <FormRow label="手続">
        <Segments
          legend="手続"
          id={fieldId('lines')}
          options={[...procedures, { value: 'each', label: '種類ごと' }]}
          value={typed.procedure}
          onChange={(procedure) => change({ procedure })}
        />
        <span className="receive-kinds">
          <Checkbox label="署名用" checked={typed.signature} onChange={(signature) => change({ signature })} />
          <Checkbox
            label="利用者証明用"
            checked={typed.userAuthentication}
            onChange={(userAuthentication) => change({ userAuthentication })}
          />
        </span>
        {typed.procedure === 'each' && typed.signature && (
          <Segments
            legend="署名用"
            legendShown="beside"
            options={procedures}
            value={typed.signatureProcedure}
            onChange={(signatureProcedure) => change({ signatureProcedure })}
          />
        )}
        {typed.procedure === 'each' && typed.userAuthentication && (
          <Segments
            legend="利用者証明用"
            legendShown="beside"
            options={procedures}
            value={typed.userAuthenticationProcedure}
            onChange={(userAuthenticationProcedure) => change({ userAuthenticationProcedure })}
          />
        )}
      </FormRow>
      <FormRow label="来庁者" subjectEnd>
        <Segments
          legend="来庁者"
          id={fieldId('visitor.capacity')}
          options={capacities}
          value={typed.capacity}
          onChange={(capacity) => change({ capacity })}
        />
      </FormRow>
    </>
  );
}
