import { Button } from '../../components/button.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Acceptance } from '../../store/issue-slice.ts';
import { acceptanceIds, acceptanceReasonProblem } from './issue-form.ts';

const problemId = 'issue-acceptance-problem';

type Props = {
  readonly value: Acceptance;
  readonly onChange: (change: Partial<Acceptance>) => void;
  /** false until the date was typed again and still differs */
  readonly open: boolean;
  readonly sayProblems: boolean;
  /** what the main process said of the sign-in */
  readonly problem: string | null;
  /** 責任者を待つ: leaves the request for a supervisor at another desk; null once it waits */
  readonly onAsk: (() => void) | null;
  readonly busy: boolean;
};

/** 責任者の受け入れ (V7, B7): a second person signs in for this one act, with a reason; closed until step 1 is done. */
export function AcceptanceFields({ value, onChange, open, sayProblems, problem, onAsk, busy }: Props) {
  const closed = open ? null : '1を終えると入力できます。';
  const reasonProblem = sayProblems && open ? acceptanceReasonProblem(value.reason) : null;
  const signInProblem = problem === null ? null : { message: problem };
  return (
    <fieldset className="hold-step" data-closed={open ? undefined : ''}>
      <legend>
        <span className="hold-step-number">2</span>
        それでも違うとき、責任者が理由を付けて受け入れる
      </legend>
      <div className="hold-fields acceptance-fields">
        <TextField
          id={acceptanceIds.staffNumber}
          label="責任者の職員番号"
          labelled="above"
          width="7"
          inputMode="numeric"
          value={value.staffNumber}
          onChange={(staffNumber) => onChange({ staffNumber })}
          problem={signInProblem}
          problemId={problemId}
          disabledReason={open ? undefined : ''}
        />
        <TextField
          id={acceptanceIds.password}
          label="パスワード"
          labelled="above"
          width="7"
          type="password"
          value={value.password}
          onChange={(password) => onChange({ password })}
          problem={signInProblem}
          problemId={problemId}
          disabledReason={open ? undefined : ''}
        />
        <TextField
          id={acceptanceIds.reason}
          label="理由(10文字以上)"
          labelled="above"
          width="full"
          value={value.reason}
          onChange={(reason) => onChange({ reason })}
          problem={reasonProblem === null ? null : { message: reasonProblem }}
          disabledReason={open ? undefined : ''}
        />
      </div>
      {signInProblem !== null && <FieldProblem id={problemId} problem={signInProblem} />}
      <p className="support">
        {closed !== null && (
          <>
            <b>{closed}</b>{' '}
          </>
        )}
        入力している職員は、自分では受け入れられません。受け入れると、端末の日付を満了日として残します。
      </p>
      {open && (
        <p className="acceptance-ask">
          責任者が席にいないときは、理由を書いて頼めます。
          <Button
            small
            busy={busy}
            onPress={() => onAsk?.()}
            {...(onAsk === null ? { disabledReason: '頼んであります。' } : {})}
          >
            責任者を待つ
          </Button>
        </p>
      )}
    </fieldset>
  );
}
