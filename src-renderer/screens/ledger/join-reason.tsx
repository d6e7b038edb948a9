import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { findMyNumbers } from '../../../src-shared/kernel/my-number.ts';
import { TextField } from '../../components/text-field.tsx';

export const joinReasonId = 'join-reason';

/** 理由の指摘: why the reason does not do yet; null where it does. */
export function joinReasonProblem(reason: string): string | null {
  const checked = checkFreeText('reason', reason, { optional: false, least: 10 });
  return checked.ok ? null : checked.failure.message;
}

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly tried: boolean;
};

/** まとめる・もとに戻す理由: recorded with the act. */
export function JoinReason({ label, value, onChange, tried }: Props) {
  const problem = joinReasonProblem(value);
  return (
    <TextField
      id={joinReasonId}
      label={label}
      labelled="above"
      width="full"
      value={value}
      onChange={onChange}
      marks={findMyNumbers(value)}
      maskMarks
      problem={problem !== null && (tried || findMyNumbers(value).length > 0) ? { message: problem } : null}
    />
  );
}
