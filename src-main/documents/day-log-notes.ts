import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';

type Note = { readonly label: string; readonly words: string };

const mostNamed = 4;

/** some by name, the rest by number: the sheet has room for the first, the exports hold them all */
function named(items: readonly string[], unit: string): string {
  if (items.length === 0) return 'なし';
  const rest = items.length - mostNamed;
  const more = rest > 0 ? `、ほか${rest}${unit}(書き出しの表にあります)` : '';
  return `${items.length}${unit} ${items.slice(0, mostNamed).join('、')}${more}`;
}

/** 特記: what a superior has to know of the day besides its counts; by receipt number, never by name. */
export function dayLogNotes({ total, cases, corrections, receiptGaps }: DayLogView): readonly Note[] {
  const codes = new Map<string, number>();
  for (const code of cases.filter(({ result }) => result === '受付不可').flatMap((each) => each.codes)) {
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const open = cases.filter(({ result }) => result === '確認済' || result === '停止中');
  const by = [...codes].map(([code, count]) => `${code} ${count}件`).join('、');
  return [
    {
      label: '翌日への繰越し',
      words: named(
        open.map(({ shortReceipt, procedure, result }) => `${shortReceipt} ${procedure}(${result})`),
        '件',
      ),
    },
    { label: '受付不可', words: total.refused === 0 ? 'なし' : `${total.refused}件${by === '' ? '' : `(${by})`}` },
    {
      label: '訂正',
      words: named(
        corrections.map(
          ({ receipt, fields, approver }) => `${receipt} ${fields}${approver === null ? '' : `(承認 ${approver})`}`,
        ),
        '件',
      ),
    },
    { label: '欠番', words: named(receiptGaps, '番') },
  ];
}
