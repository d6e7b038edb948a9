import { type FormatChoice, FormatDialog } from './format-dialog.tsx';

type Format = 'xlsx' | 'csv' | 'file';

const formats: readonly FormatChoice<Format>[] = [
  { format: 'xlsx', name: 'Excelで書き出す', words: '人が見るため' },
  { format: 'csv', name: 'CSVで書き出す', words: 'ほかの仕組みに渡すため' },
  { format: 'file', name: 'PDFにする', words: '紙と同じ形で残すため' },
];

type Props = {
  readonly title: string;
  readonly onChoose: (format: Format) => void;
  readonly onClose: () => void;
};

/** 絞った一覧の形を選ぶ: what is written out is recorded first. */
export function ListFormatDialog({ title, onChoose, onClose }: Props) {
  return (
    <FormatDialog
      formats={formats}
      headline={`${title}を書き出します`}
      lead="いま絞ってあるものを書き出します。だれが書き出したかは、先に台帳に残ります。"
      onChoose={onChoose}
      onClose={onClose}
    />
  );
}
