import type { FeeRow as Fee } from '../../../src-shared/domain/policy.ts';
import { type CertificateKind, KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { dateOf } from '../../../src-shared/kernel/plain-date-time.ts';
import { FormRow } from '../../components/form-row.tsx';
import { Segments } from '../../components/segments.tsx';
import { fieldId } from './fields.ts';
import { type FormHandle, rowProblems } from './form-handle.ts';

const free = '';

/** 手数料の行 (F1): a reason for each certificate and what it comes to; nothing while the table is empty. */
export function FeeRow({ form }: { readonly form: FormHandle }) {
  const { typed, change, reading, rules } = form;
  const { fees } = rules.policyOf(dateOf(reading.visit.at)).settings;
  const kinds = reading.visit.lines.filter(({ procedure }) => procedure !== 'revoke').map(({ kind }) => kind);
  if (fees.length === 0 || kinds.length === 0) return null;
  const chosen = { signature: typed.signatureFee, userAuthentication: typed.userAuthenticationFee };
  const total = kinds.reduce((sum, kind) => sum + yenOf(chosen[kind], fees), 0);
  return (
    <FormRow label="手数料" problems={rowProblems(form, ['fee'])}>
      {kinds.map((kind, place) => (
        <Segments
          key={kind}
          legend={KIND_NAMES[kind]}
          legendShown="beside"
          {...(place === 0 ? { id: fieldId('fee') } : {})}
          options={[
            { value: free, label: '無料' },
            ...fees.map(({ reason, yen }) => ({ value: reason, label: `${reason} ${yen}円` })),
          ]}
          value={reasonIn(chosen[kind], fees) ?? free}
          onChange={(reason) => change(feeChange(kind, reason === free ? null : reason))}
        />
      ))}
      <span className="receive-total">
        合計 <b>{total.toLocaleString('ja-JP')}円</b>
      </span>
    </FormRow>
  );
}

function feeChange(kind: CertificateKind, reason: string | null): Parameters<FormHandle['change']>[0] {
  return kind === 'signature' ? { signatureFee: reason } : { userAuthenticationFee: reason };
}

function reasonIn(reason: string | null, fees: readonly Fee[]): string | null {
  return fees.some((fee) => fee.reason === reason) ? reason : null;
}

function yenOf(reason: string | null, fees: readonly Fee[]): number {
  return fees.find((fee) => fee.reason === reason)?.yen ?? 0;
}
