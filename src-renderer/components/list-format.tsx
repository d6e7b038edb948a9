import type { ListFormat } from '../../src-shared/contract/api/list-api.ts';
import { useOutput } from '../store/list-output.ts';
import { type FormatChoice, FormatDialog } from './format-dialog.tsx';

const formats: readonly FormatChoice<ListFormat>[] = [
  { format: 'csv', name: 'CSV(UTF-8)', words: 'ほかのプログラムに渡す表です。' },
  { format: 'xlsx', name: 'Excel', words: '人が読む表です。日は和暦で見え、文字は文字のまま残ります。' },
];

/** 一覧の形を選ぶ: lies over the screen whose list is written out (F10). */
export function ListFormatOverlay() {
  const { choosing, choose, put } = useOutput();
  if (choosing === null) return null;
  return <FormatDialog formats={formats} onChoose={(way) => void put(choosing, way)} onClose={() => choose(null)} />;
}
