import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import { useLetters } from '../../store/letters-slice.ts';
import { ContactDialog, PostAgainDialog, ReturnedDialog } from './letter-dialogs.tsx';

export type LetterDialog = 'contact' | 'returned' | 'postAgain';

type Props = {
  readonly dialog: LetterDialog;
  readonly row: LetterRow;
  /** what a letter posted today would bear */
  readonly dueOn: string;
  readonly onClose: () => void;
};

/** 照会のたしかめ: which dialog is open; it closes once its act is recorded, and stays with what was typed where it is not. */
export function LetterDialogs({ dialog, row: asked, dueOn, onClose }: Props) {
  const { rows, step, failure, contact, comeBack, post, putAway } = useLetters();
  // Read again after a colleague went on with it: the next press must bear its new version.
  const row = rows.find(({ summary }) => summary.case === asked.summary.case) ?? asked;
  const stay = (): void => {
    putAway();
    onClose();
  };
  const closeOnceDone = (done: boolean): void => {
    if (done) onClose();
  };
  const common = { row, busy: step === 'sending', trouble: failure?.message ?? null, onStay: stay };
  switch (dialog) {
    case 'contact':
      return <ContactDialog {...common} onRecord={(what) => void contact(row, what).then(closeOnceDone)} />;
    case 'returned':
      return <ReturnedDialog {...common} onRecord={(note) => void comeBack(row, note).then(closeOnceDone)} />;
    case 'postAgain':
      return <PostAgainDialog {...common} dueOn={dueOn} onPost={() => void post([row]).then(closeOnceDone)} />;
  }
}
