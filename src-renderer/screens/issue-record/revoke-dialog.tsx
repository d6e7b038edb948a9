import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FieldProblem } from '../../components/field-problem.tsx';
import type { Certificate } from './issue-form.ts';
import { endedWords } from './line-notes.tsx';

type Props = {
  readonly detail: CaseDetail;
  readonly lines: readonly Certificate[];
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly onStay: () => void;
  readonly onRevoke: () => void;
};

/** 失効をたしかめる: what ends, and that it cannot be taken back. */
export function RevokeDialog({ detail, lines, busy, trouble, onStay, onRevoke }: Props) {
  const kinds = lines.map(({ kind }) => KIND_NAMES[kind]).join('と');
  return (
    <Dialog
      headline={`${kinds}を失効します。もとに戻せません`}
      onStepBack={onStay}
      actions={
        <>
          <Button kind="danger" busy={busy} onPress={onRevoke}>
            失効する
          </Button>
          <Button kind="main" focusFirst shortcut="Esc" onPress={onStay}>
            やめる
          </Button>
        </>
      }
    >
      {lines.map(({ line, kind, ends }) => (
        <p key={line}>
          {detail.holder?.name ?? ''}さんの{KIND_NAMES[kind]}
          {ends === null ? '' : endedWords(ends)}。
        </p>
      ))}
      <p>失効すると、もう一度使うには新しい発行が要ります。</p>
      <div role="alert">{trouble !== null && <FieldProblem id="revoke-trouble" problem={{ message: trouble }} />}</div>
    </Dialog>
  );
}
