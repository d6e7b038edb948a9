import { CodeChip } from '../../components/code-chip.tsx';
import { SecondPerson } from '../../components/second-person.tsx';
import { Segments } from '../../components/segments.tsx';
import type { TypedApproval } from './approval.ts';
import { fieldId } from './fields.ts';

type Props = {
  readonly rule: 'L4' | 'X4';
  readonly value: TypedApproval;
  readonly onChange: (value: TypedApproval) => void;
  readonly problem: string | null;
  /** who asks, and therefore cannot approve */
  readonly requestedBy: string | null;
};

const asks = {
  L4: '紙で受け付けたものの入力には、別の職員(責任者)の確認が要ります。',
  X4: '記録の誤りによる失効には、責任者の承認が要ります。',
} as const;

/** 責任者の確認 (B7): signs in here for this one act, or the case waits for a supervisor at another desk. */
export function ApprovalBox({ rule, value, onChange, problem, requestedBy }: Props) {
  return (
    <section className="approval-box" aria-label="責任者の確認">
      <div className="approval-ask">
        <p>
          {asks[rule]} <CodeChip code={rule} />
        </p>
        <Segments
          legend="責任者の確認"
          id={fieldId('approval')}
          options={[
            { value: 'here', label: 'ここでサインイン' },
            { value: 'wait', label: '責任者を待つ' },
          ]}
          value={value.way}
          onChange={(way) => onChange({ ...value, way })}
        />
      </div>
      {value.way === 'here' && (
        <SecondPerson
          idPrefix={fieldId('approval')}
          value={value}
          onChange={(signIn) => onChange({ ...value, ...signIn })}
          requestedBy={requestedBy}
          problem={problem === null ? null : { message: problem }}
        >
          この一回だけの確認です。画面の職員は替わりません。
        </SecondPerson>
      )}
      {value.way === 'wait' && (
        <p className="support">受け付けて、責任者が承認するまで停止します。承認待ちに並びます。</p>
      )}
    </section>
  );
}
