import { ArrowList } from './arrow-list.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';

/** 書き出しの形: its name, and what it is for. */
export type FormatChoice<Format extends string> = {
  readonly format: Format;
  readonly name: string;
  readonly words: string;
};

type Props<Format extends string> = {
  readonly formats: readonly FormatChoice<Format>[];
  readonly headline?: string;
  /** what will be in it, and who is told */
  readonly lead?: string;
  readonly onChoose: (format: Format) => void;
  readonly onClose: () => void;
};

/** 書き出しの形を選ぶ: what each is for; nothing leaves before one is chosen. */
export function FormatDialog<Format extends string>(props: Props<Format>) {
  const { formats, headline = '書き出す形を選びます', lead, onChoose, onClose } = props;
  return (
    <Dialog
      headline={headline}
      onStepBack={onClose}
      actions={
        <Button shortcut="Esc" onPress={onClose}>
          やめる
        </Button>
      }
    >
      {lead !== undefined && <p>{lead}</p>}
      <ArrowList>
        {formats.map(({ format, name, words }, index) => (
          <li key={format}>
            <button type="button" data-focus-first={index === 0 ? '' : undefined} onClick={() => onChoose(format)}>
              <Icon name="exportTray" />
              <b>{name}</b>
              <span>{words}</span>
            </button>
          </li>
        ))}
      </ArrowList>
    </Dialog>
  );
}
