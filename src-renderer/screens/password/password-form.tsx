import { type ReactNode, useEffect, useState } from 'react';
import type { FailureCode } from '../../../src-shared/contract/errors.ts';
import { passwordLength, passwordProblem } from '../../../src-shared/domain/password.ts';
import { Banner } from '../../components/banner.tsx';
import { CounterForm } from '../../components/counter-form.tsx';
import { goToField } from '../../components/error-summary.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useProgram } from '../../store/program-slice.ts';

type Field = 'current' | 'next' | 'again';
type Typed = Readonly<Record<Field, string>>;
type Problem = { readonly field: Field; readonly message: string };

const empty: Typed = { current: '', next: '', again: '' };
const id = (field: Field): string => `password-${field}`;
const atField: readonly FailureCode[] = ['badFields', 'wrongPassword'];

/** パスワードの様式: what was typed, and the one act that records it; a password is never kept when the screen is left. */
export function usePasswordForm(onDone: () => void) {
  const [typed, setTyped] = useState<Typed>(empty);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { step, changePassword, clearFailure, failure, status } = useProgram();
  useEffect(() => {
    clearFailure();
    goToField(id('current'));
  }, [clearFailure]);
  const show = (found: readonly Problem[]): void => {
    setProblems(found);
    const [first] = found;
    if (first !== undefined) goToField(id(first.field));
  };
  const decide = async (): Promise<void> => {
    if (step === 'sending') return;
    const owner = status?.user ?? null;
    const found = owner === null ? [] : problemsOf(typed, { ...owner, kana: '' });
    show(found);
    if (found.length > 0) return;
    if (await changePassword(typed.current, typed.next.normalize('NFKC'))) {
      setTyped(empty);
      onDone();
      return;
    }
    const refusal = useProgram.getState().failure;
    if (refusal === null) return;
    setTyped({ ...typed, current: refusal.code === 'wrongPassword' ? '' : typed.current });
    show(refusal.fields.flatMap(({ field, message }) => (field in empty ? [{ field: field as Field, message }] : [])));
  };
  const said = failure !== null && !(atField.includes(failure.code) && problems.length > 0) ? failure.message : null;
  return { typed, setTyped, problems, busy: step === 'sending', said, decide: () => void decide() };
}

function problemsOf(
  typed: Typed,
  owner: { readonly staffNumber: string; readonly name: string; readonly kana: string },
): readonly Problem[] {
  const problem = passwordProblem(typed.next, owner);
  return [
    ...(typed.current === '' ? [{ field: 'current' as const, message: 'いまのパスワードを入力してください。' }] : []),
    ...(problem === null ? [] : [{ field: 'next' as const, message: problem }]),
    ...(problem === null && typed.next !== typed.again
      ? [{ field: 'again' as const, message: '二つのパスワードが違います。もう一度入力してください。' }]
      : []),
  ];
}

type Props = {
  readonly form: ReturnType<typeof usePasswordForm>;
  readonly currentLabel: string;
  readonly className?: string;
  readonly actions?: ReactNode;
};

/** パスワードの三つの欄: the old one, the new one, and the new one again. */
export function PasswordFields({ form, currentLabel, className, actions }: Props) {
  const { typed, setTyped, problems, said, decide } = form;
  const field = (name: Field, label: string, hint?: string): ReactNode => {
    const message = problems.find((problem) => problem.field === name)?.message;
    return (
      <TextField
        id={id(name)}
        label={label}
        labelled="above"
        width="full"
        type="password"
        value={typed[name]}
        onChange={(value) => setTyped({ ...typed, [name]: value })}
        problem={message === undefined ? null : { message }}
        hint={hint}
      />
    );
  };
  return (
    <CounterForm label="パスワードを変える" className={className ?? 'password-form'} onDecide={decide}>
      {said !== null && (
        <Banner tone="stop" headline="変えられませんでした">
          <p>{said}</p>
        </Banner>
      )}
      {field('current', currentLabel)}
      {field('next', '新しいパスワード', `${passwordLength.least}文字以上。日本語も空白も使え、文字の種類は問いません`)}
      {field('again', '新しいパスワード(もう一度)')}
      {actions}
    </CounterForm>
  );
}

/** 決まりの言葉: what makes a good one, and what nobody asks. */
export const passwordAdvice = [
  '覚えやすい言葉をいくつか並べてください。長さがいちばんの守りです。',
  '職員番号、自分の氏名、よくある言葉と数字だけのものは使えません。',
  '決まった時期に変える必要はありません。人に知られたと思ったら、すぐに変えてください。',
] as const;
