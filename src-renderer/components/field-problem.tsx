import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** 欄の指摘: what happened and what to do; `mend` is what was probably meant, taken over by one press. */
export type Problem = {
  readonly message: string;
  readonly mend?: { readonly label: string; readonly act: () => void } | undefined;
};

/** 指摘の一行: stands above the field that it is about; the field names it with `aria-describedby`. */
export function FieldProblem({ id, problem }: { readonly id: string; readonly problem: Problem }) {
  return (
    <p className="field-problem" id={id}>
      <Icon name="crossCircle" />
      {problem.message}
    </p>
  );
}

/** 直す申し出: the button with the value that was probably meant, beside the field. */
export function MendButton({ problem }: { readonly problem: Problem | null | undefined }) {
  if (problem?.mend === undefined) return null;
  return (
    <Button small onPress={problem.mend.act}>
      {problem.mend.label}
    </Button>
  );
}
