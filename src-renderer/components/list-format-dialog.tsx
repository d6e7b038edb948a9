import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type Format = 'xlsx' | 'csv' | 'file';

const formats: readonly { readonly value: Format; readonly label: string; readonly for: string }[] = [
  { value: 'xlsx', label: 'Excelで書き出す', for: '人が見るため' },
  { value: 'csv', label: 'CSVで書き出す', for: 'ほかの仕組みに渡すため' },
  { value: 'file', label: 'PDFにする', for: '紙と同じ形で残すため' },
];

/** 一覧の形を選ぶ: what is written out is recorded first. */
export function ListFormatDialog({
  title,
  onChoose,
  onClose,
}: {
  readonly title: string;
  readonly onChoose: (format: Format) => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      headline={`${title}を書き出します`}
      onStepBack={onClose}
      actions={
        <Button kind="main" shortcut="Esc" onPress={onClose}>
          やめる
        </Button>
      }
    >
      <p>いま絞ってあるものを書き出します。だれが書き出したかは、先に台帳に残ります。</p>
      <ul className="list-formats">
        {formats.map(({ value, label, for: purpose }) => (
          <li key={value}>
            <Button focusFirst={value === 'xlsx'} onPress={() => onChoose(value)}>
              {label}
            </Button>
            <span className="support">{purpose}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
