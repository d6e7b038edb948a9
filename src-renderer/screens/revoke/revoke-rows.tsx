import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { FormRow } from '../../components/form-row.tsx';
import { Segments } from '../../components/segments.tsx';
import { CardRow, EligibilityRow } from '../receive/card-rows.tsx';
import type { FormHandle } from '../receive/form-handle.ts';
import { FreeRow } from '../receive/free-row.tsx';
import { asksForBasis, asksForVisitor, followsAnew } from '../receive/lines-of-form.ts';
import { CapacityRow } from '../receive/procedure-rows.tsx';
import { VisitorRows } from '../receive/visitor-rows.tsx';
import { effectOf } from './cause-words.ts';

/** 失効するものの行: those that the cause can end; 署名用 alone is no choice. */
export function RevokedRow({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  const { cause } = typed;
  if (cause === null) return null;
  const kinds = (['signature', 'userAuthentication'] as const).filter((kind) => effectOf(cause, kind).loses);
  if (kinds.length < 2) return null;
  return (
    <FormRow label="失効するもの">
      {kinds.map((kind) => (
        <Checkbox
          key={kind}
          label={KIND_NAMES[kind]}
          checked={typed[kind]}
          onChange={(checked) =>
            change(kind === 'signature' ? { signature: checked } : { userAuthentication: checked })
          }
        />
      ))}
    </FormRow>
  );
}

/** 通知の内容の行 (X3–X4): what the revocation rests on. */
export function BasisRow({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  if (!asksForBasis(typed)) return null;
  return (
    <FreeRow
      form={form}
      field="basis"
      label="通知の内容"
      width="full"
      value={typed.basis}
      onChange={(basis) => change({ basis })}
    />
  );
}

/** 続けて発行するかの問い (X3): a new 署名用 for a holder who is there. */
export function AnewQuestion({ form }: { readonly form: FormHandle }) {
  const { typed, change } = form;
  if (typed.cause !== 'X3') return null;
  return (
    <div className="anew-question">
      <div>
        <p>
          <b>新しい署名用を、続けて発行しますか</b>
        </p>
        <p className="support">
          {typed.reissue ? '来庁者とカードを確かめます。' : '来庁者がいるときは、同じ受付で発行できます。'}
        </p>
      </div>
      <Segments
        legend="新しい署名用を続けて発行"
        options={[
          { value: 'yes', label: '続けて発行' },
          { value: 'no', label: '今日はしない' },
        ]}
        value={typed.reissue ? 'yes' : 'no'}
        onChange={(answer) => change({ reissue: answer === 'yes' })}
      />
    </div>
  );
}

/** 来庁者とカードの行: where the cause asks for somebody at the counter. */
export function ComerRows({ form }: { readonly form: FormHandle }) {
  const { typed } = form;
  if (!asksForVisitor(typed)) return null;
  return (
    <>
      <CapacityRow form={form} />
      {(typed.cause === 'X1' || followsAnew(typed)) && <EligibilityRow form={form} />}
      <CardRow form={form} />
      <VisitorRows form={form} />
    </>
  );
}
