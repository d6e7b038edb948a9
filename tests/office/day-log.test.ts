import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { practiceStaff } from '../../src-main/app/practice-staff.ts';
import { fillPracticeLedger } from '../../src-main/practice/fill.ts';
import { makeCounter } from '../../src-main/system/counter-parts.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { readCsv } from '../src-main/documents/read-csv.ts';
import { readXlsx, type XlsxCell } from '../src-main/documents/read-xlsx.ts';
import { madoguchi } from '../src-main/hosts/cli/command-line.ts';
import { scratchFolder } from '../support/made-up.ts';
import { writeInto, writeIssue } from '../support/made-up-ledger.ts';
import { storyClock } from '../support/story-clock.ts';
import { openInSpreadsheet, type SpreadsheetCell } from './spreadsheet.ts';

const scratch = scratchFolder();
const data = join(scratch.path, 'ledger');
const [from, until] = ['2026-10-26', '2026-11-24'];

afterAll(() => scratch.remove());
beforeAll(async () => {
  await fillPracticeLedger({ folder: data, people: 160, days: 20, seed: 7, until: plainDate(until) });
  writeNamesThatLookLikeFormulas();
});

/** what a spreadsheet would run if it stood at the head of a cell */
const formulaHeads = ['=1+2', '+1+2', '-1+2', '@SUM(1,2)', '＝1+2', '＋1', '－1', '＠SUM(1,2)'] as const;

function writeNamesThatLookLikeFormulas(): void {
  const clock = storyClock(`${until}T17:15`);
  const counter = makeCounter({ folder: data, practice: true, host: 'inProcess', ownsWindow: true, clock });
  const ledger = counter.ledger();
  if (ledger === null) throw new Error('no ledger');
  writeInto(ledger, (writes) => {
    for (const head of formulaHeads) writeIssue(writes, { at: `${until}T16:40`, holder: { name: `${head} 練習` } });
  });
  counter.close();
}

async function writtenOut(format: string, name: string, ...more: readonly string[]): Promise<string> {
  const supervisor = practiceStaff.find(({ role }) => role === 'supervisor');
  if (supervisor === undefined) throw new Error('practice has no supervisor');
  const out = join(scratch.path, name);
  const { exitCode, stderr } = await madoguchi(
    [
      ...['day-log', '--from', from, '--until', until, '--office', 'all', '--format', format, '--out', out],
      ...['--data', data, '--staff', supervisor.staffNumber, ...more],
    ],
    { password: supervisor.password },
  );
  if (exitCode !== 0) throw new Error(stderr);
  return out;
}

/** 和暦での見え方, told by the platform's own calendar and not by the program */
const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });

function expectedOf(cell: XlsxCell): SpreadsheetCell {
  if (typeof cell.value === 'string') return { type: 'string', value: cell.value, shown: cell.value, formula: false };
  if (cell.format === null) {
    return { type: 'float', value: String(cell.value), shown: String(cell.value), formula: false };
  }
  const day = new Date(Date.parse('1899-12-30T00:00:00Z') + cell.value * 86_400_000);
  return { type: 'date', value: day.toISOString().slice(0, 10), shown: era.format(day), formula: false };
}

function upToLast<Item>(cells: readonly (Item | null)[]): readonly (Item | null)[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

describe('三つの窓口の一か月を、LibreOfficeで開く', () => {
  test('Excelは、どの紙のどの升も書いたとおりで、日は和暦に見える本物の日', async () => {
    const file = await writtenOut('xlsx', 'month.xlsx');
    const written = readXlsx(readFileSync(file));
    const opened = openInSpreadsheet(file, scratch.path);
    expect(opened.map(({ name }) => name)).toEqual(written.map(({ name }) => name));
    for (const [index, sheet] of written.entries()) {
      const rows = sheet.rows.map((row) => upToLast(row.map((cell) => (cell === null ? null : expectedOf(cell)))));
      expect(opened[index]?.rows, sheet.name).toEqual(
        rows.slice(0, rows.findLastIndex(({ length }) => length > 0) + 1),
      );
    }
    const cells = opened.flatMap(({ rows }) => rows.flat()).filter((cell) => cell !== null);
    expect(cells.filter(({ type }) => type === 'date').length).toBeGreaterThan(100);
    expect(cells.find(({ value }) => value === until)?.shown).toBe('令和8年11月24日');
  });

  test.each([
    { format: 'csv', encoding: 'utf8', more: [] },
    { format: 'csv-cp932', encoding: 'cp932', more: ['--replace', '〓'] },
  ] as const)('$format は、どの升も書いたとおりの文字', async ({ format, encoding, more }) => {
    const file = await writtenOut(format, `month-${encoding}.csv`, ...more);
    const decoder = new TextDecoder(encoding === 'utf8' ? 'utf-8' : 'shift_jis');
    const records = readCsv(decoder.decode(readFileSync(file)));
    const count = Math.max(...records.map(({ length }) => length));
    const [opened] = openInSpreadsheet(file, scratch.path, { encoding, columns: 'text', count });
    expect(records.length).toBeGreaterThan(1000);
    expect(opened?.rows.map((row) => row.map((cell) => cell?.value ?? ''))).toEqual(
      records.map((record) => record.slice(0, record.findLastIndex((cell) => cell !== '') + 1)),
    );
  });

  test('CSVをそのまま開いても、式になる升はない', async () => {
    const file = await writtenOut('csv', 'month-as-is.csv');
    const count = Math.max(...readCsv(readFileSync(file, 'utf8')).map(({ length }) => length));
    const [opened] = openInSpreadsheet(file, scratch.path, { encoding: 'utf8', columns: 'standard', count });
    const cells = opened?.rows.flat().filter((cell) => cell !== null) ?? [];
    for (const head of formulaHeads) expect(cells.map(({ shown }) => shown)).toContain(`'${head} 練習`);
    expect(cells.filter(({ formula }) => formula)).toEqual([]);
  });

  test('印を付けずに書いたものは式になる(この試験に目があることの確かめ)', () => {
    const file = join(scratch.path, 'unmarked.csv');
    writeFileSync(file, '=1+2,練習\r\n');
    const [opened] = openInSpreadsheet(file, scratch.path, { encoding: 'utf8', columns: 'standard', count: 2 });
    expect(opened?.rows[0]?.[0]).toMatchObject({ type: 'float', value: '3', formula: true });
  });
});
