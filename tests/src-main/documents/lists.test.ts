import { describe, expect, test } from 'vitest';
import { fittingSize, linesOf, widthInEm } from '../../../src-main/documents/fit-text.ts';
import { listCsv, listFileName } from '../../../src-main/documents/list-csv.ts';
import { listSheet } from '../../../src-main/documents/list-sheet.ts';
import { PrintableList } from '../../../src-shared/contract/print-view.ts';
import { listOf } from '../../support/printables.ts';
import { readCsv } from './read-csv.ts';

const decode = (file: Uint8Array) => new TextDecoder('utf-8').decode(file);

describe('一覧の紙', () => {
  test('どの行も一度だけ、順のとおりに載る', () => {
    const numbers = [...listSheet(listOf(70)).matchAll(/S01-20261124-\d{4}-0/g)].map(([number]) => number);
    expect(numbers).toEqual(listOf(70).rows.map(([number]) => number));
  });

  test('一件もない一覧は、一枚でそう言う', () => {
    const html = listSheet(listOf(0));
    expect(html.match(/<section/g)?.length).toBe(1);
    expect(html).toContain('この一覧には、1件もありません。');
    expect(html).toContain('1 / 1');
  });

  test('打たれた文字は印にならない', () => {
    const html = listSheet(listOf(0, { title: '<i>', rows: [['<script>', '&', '"', "'", '練習']], notes: ['<b>'] }));
    expect(html).not.toMatch(/<script|<b>|<i>/);
    expect(html).toContain('&lt;script&gt;');
  });

  test('練習の一覧は枠の中にそう書く', () => {
    expect(listSheet(listOf(1, { practice: true }))).toContain('practice-frame');
    expect(listSheet(listOf(1)).replace(/<style>.*<\/style>/s, '')).not.toContain('practice-frame');
  });

  test('一覧の形は契約のとおり', () => {
    expect(PrintableList.parse(listOf(3))).toEqual(listOf(3));
  });
});

describe('一覧のCSV', () => {
  test('見出しと、刷るのと同じ行', () => {
    const [heading, ...rows] = readCsv(decode(listCsv(listOf(3))).replace(/^\u{feff}/u, ''));
    expect(heading).toEqual(['受付番号', '本人', '住所', '期限', '残り(日)']);
    expect(rows).toEqual(listOf(3).rows);
  });

  test('練習の一覧は、名前とはじめの行でそう言う', () => {
    const practice = listOf(1, { practice: true });
    expect(readCsv(decode(listCsv(practice)).replace(/^\u{feff}/u, ''))[0]?.[0]).toBe('練習(本番の記録ではありません)');
    expect(listFileName(practice, 'csv')).toBe('練習-照会中の受付-市民課-20261124.csv');
    expect(listFileName(listOf(1), 'pdf')).toBe('照会中の受付-市民課-20261124.pdf');
  });

  test('名前に使えない文字は置き換える', () => {
    expect(listFileName(listOf(1, { title: 'a/b:c' }), 'csv')).toBe('a_b_c-市民課-20261124.csv');
  });
});

describe('入る大きさ', () => {
  test('全角は1、半角はその半分あまり、重なる符号は0と数える', () => {
    expect(widthInEm('練習')).toBe(2);
    expect(widthInEm('ab')).toBeCloseTo(1.2);
    expect(widthInEm('辻\u{e0100}')).toBe(1);
    expect(widthInEm('\u{20bb7}')).toBe(1);
  });

  test('入るうちはいちばん大きく、長くなるほど小さく、足りなければいちばん小さい字', () => {
    const room = { widthMm: 65, heightMm: 11 };
    const sizes = [11, 9, 7, 5] as const;
    const of = (length: number) => fittingSize('字'.repeat(length), room, [...sizes]);
    expect(of(5)).toBe(11);
    const steps = Array.from({ length: 300 }, (_, index) => of(index + 1));
    expect(steps.toSorted((left, right) => right - left)).toEqual(steps);
    expect(new Set(steps)).toEqual(new Set(sizes));
    expect(linesOf('', 65, 10)).toBe(1);
    expect(linesOf('一\n二', 65, 10)).toBe(2);
  });
});
