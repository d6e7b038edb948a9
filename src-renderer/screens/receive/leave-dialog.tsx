import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';

type Props = {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly onStay: () => void;
};

/** 入力の途中で離れる: kept as 入力中 unless the clerk says that it may go. */
export function LeaveDialog({ onKeep, onDiscard, onStay }: Props) {
  return (
    <Dialog
      headline="入力の途中です"
      onStepBack={onStay}
      actions={
        <>
          <Button kind="danger" onPress={onDiscard}>
            消す
          </Button>
          <Button onPress={onStay} shortcut="Esc">
            戻る
          </Button>
          <Button kind="main" focusFirst onPress={onKeep}>
            入力中のまま残す
          </Button>
        </>
      }
    >
      <p>残すと、今日の窓口の「入力中」から続きを入力できます。消すと、もとに戻せません。</p>
    </Dialog>
  );
}
