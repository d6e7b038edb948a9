import { useRef } from 'react';
import type { DayLogFormat } from '../../../src-shared/contract/day-log-book.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';

const formats: readonly { readonly format: DayLogFormat; readonly name: string; readonly words: string }[] = [
  { format: 'csv', name: 'CSV(UTF-8)', words: 'ほかのプログラムに渡す表です。' },
  {
    format: 'csvCp932',
    name: 'CSV(CP932)',
    words: '古いシステムに渡す表です。入らない字があれば、書き出す前に知らせます。',
  },
  { format: 'xlsx', name: 'Excel', words: '人が読む表です。内容ごとに分かれ、日は和暦で見えます。' },
  { format: 'pdf', name: 'PDF', words: '決裁欄のあるA4の紙です。' },
  { format: 'json', name: 'JSON(証明付き)', words: '書き換えられていないことを、あとから確かめられる表です。' },
];

type Props = { readonly onChoose: (format: DayLogFormat) => void; readonly onClose: () => void };

/** 書き出しの形を選ぶ: what each is for; nothing leaves before one is chosen. */
export function ExportDialog({ onChoose, onClose }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const step = (by: number): void => {
    const buttons = Array.from(list.current?.querySelectorAll('button') ?? []);
    const at = buttons.findIndex((each) => each.matches(':focus'));
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <Dialog
      headline="書き出す形を選びます"
      onStepBack={onClose}
      actions={
        <Button shortcut="Esc" onPress={onClose}>
          やめる
        </Button>
      }
    >
      <ul
        ref={list}
        className="print-forms"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          step(event.key === 'ArrowDown' ? 1 : -1);
        }}
      >
        {formats.map(({ format, name, words }, index) => (
          <li key={format}>
            <button type="button" data-focus-first={index === 0 ? '' : undefined} onClick={() => onChoose(format)}>
              <Icon name="exportTray" />
              <b>{name}</b>
              <span>{words}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
