import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCounter } from '../../../../../src-main/system/counter-parts.ts';
import { callerOf } from '../../../../support/caller.ts';
import { administrator, clerk, place, scratchFolder, supervisor } from '../../../../support/made-up.ts';
import { writeInto, writeIssue } from '../../../../support/made-up-ledger.ts';
import { addToStaff } from '../../../../support/staff-of-story.ts';
import { storyClock } from '../../../../support/story-clock.ts';
import { readCsv } from '../../../documents/read-csv.ts';
import { readXlsx, serialOf } from '../../../documents/read-xlsx.ts';
import { madoguchi, type Said } from '../command-line.ts';

describe('statistics・forecast: 統計と見込みの書き出し', () => {
  const scratch = scratchFolder();
  const data = join(scratch.path, 'ledger');

  beforeAll(async () => {
    // A story of years ago: the command line has the machine's own clock, which must be later.
    const clock = storyClock('2024-10-01T08:41');
    const program = makeCounter({ folder: data, clock, practice: false, host: 'inProcess', ownsWindow: true });
    const { call } = callerOf(program.invoke);
    await call('setup.complete', { ...place, administrator });
    await call('session.signIn', { staffNumber: administrator.staffNumber, password: administrator.password });
    await addToStaff({ call }, 'clerk', clerk);
    await addToStaff({ call }, 'supervisor', supervisor);
    const ledger = program.ledger();
    if (ledger === null) throw new Error('the ledger was just made');
    for (const [day, count] of [
      ['2024-10-15', 2],
      ['2024-11-19', 3],
      ['2025-03-31', 4],
      ['2025-04-01', 5],
    ] as const) {
      clock.set(`${day}T10:12`);
      writeInto(ledger, (writes) => {
        for (let each = 0; each < count; each += 1) writeIssue(writes, { at: `${day}T10:12`, expiresOn: '2090-04-01' });
        return null;
      });
    }
    program.close();
  });
  afterAll(() => scratch.remove());

  const run = (args: readonly string[], who: { staffNumber: string; password: string } = supervisor): Promise<Said> =>
    madoguchi([...args, '--data', data, '--staff', who.staffNumber], { password: who.password });
  const to = (name: string, format = 'csv') => ['--format', format, '--out', join(scratch.path, name)];
  const records = (name: string) => readCsv(readFileSync(join(scratch.path, name), 'utf8').slice(1));

  test('--month は、月計を指した場所へ書き、場所と行数をJSONで答える', async () => {
    const answer = await run(['statistics', '--month', '2024-11', '--office', 'shiminka', ...to('月.csv')]);
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    const [heading, ...rows] = records('月.csv');
    expect(JSON.parse(answer.stdout)).toEqual({ path: join(scratch.path, '月.csv'), rows: rows.length });
    const received = rows.find((row) => row[4] === '受付 計');
    const cell = (name: string) => received?.[heading?.indexOf(name) ?? -1];
    expect([cell('始まり'), cell('終わり'), cell('窓口'), cell('数')]).toEqual([
      '2024-11-01',
      '2024-11-30',
      '市民課',
      '3',
    ]);
    expect([cell('前月'), cell('前月との差'), cell('前月比(%)'), cell('前年同月')]).toEqual([
      '2',
      '1',
      '150',
      '記録なし',
    ]);
  });

  test('--fiscal-year は、年度計をExcelに書き、--office がなければすべての窓口とそれぞれ', async () => {
    const answer = await run(['statistics', '--fiscal-year', '2024', ...to('年度.xlsx', 'xlsx')]);
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    const [sheet] = readXlsx(readFileSync(join(scratch.path, '年度.xlsx')));
    const [heading, first] = (sheet?.rows ?? []).map((row) => row.map((cell) => cell?.value ?? null));
    const cell = (name: string) => first?.[heading?.indexOf(name) ?? -1];
    expect([cell('始まり'), cell('終わり')]).toEqual([serialOf('2024-04-01'), serialOf('2025-03-31')]);
    expect([cell('窓口'), cell('数'), cell('10月'), cell('11月'), cell('3月'), cell('9月')]).toEqual([
      ...['すべての窓口', 9, 2, 3, 4, '記録なし'],
    ]);
    const offices = new Set(sheet?.rows.slice(1).map((row) => row[2]?.value));
    expect([...offices]).toEqual(['すべての窓口', '市民課', '祖父江支所', '平和支所']);
  });

  test('forecast は、53週の見込みを書く', async () => {
    const answer = await run(['forecast', '--office', 'shiminka', ...to('見込み.csv')]);
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    expect(records('見込み.csv')).toHaveLength(1 + 53 * 2);
  });

  test('職員には書かせず、ファイルを残さない', async () => {
    const answer = await run(['statistics', '--month', '2024-11', ...to('職員.csv')], clerk);
    expect(answer.exitCode).toBe(1);
    expect(JSON.parse(answer.stdout)).toMatchObject({ error: { code: 'notAllowed' } });
    expect(existsSync(join(scratch.path, '職員.csv'))).toBe(false);
  });

  test('まだ始まっていない年度は断り、半分のファイルも残さない', async () => {
    const answer = await run(['statistics', '--fiscal-year', '2900', ...to('先.csv')]);
    expect(answer.exitCode).toBe(1);
    expect(JSON.parse(answer.stdout)).toMatchObject({ error: { code: 'periodAhead' } });
    expect(answer.stderr).toContain('まだ始まっていない');
    expect(readdirSync(scratch.path).filter((name) => name.startsWith('先'))).toEqual([]);
  });

  test.each([
    [['statistics', '--month', '2024-13'], '--month は'],
    [['statistics', '--month', '2024-11-01'], '--month は'],
    [['statistics', '--fiscal-year', '令和6'], '--fiscal-year は'],
    [['statistics'], '--month か --fiscal-year'],
    [['statistics', '--month', '2024-11', '--fiscal-year', '2024'], '--month か --fiscal-year'],
    [['forecast', '--office', '市役所'], '--office は'],
  ])('%j は、何を直すかを言って 2 で終わる', async (args, words) => {
    const answer = await run([...args, ...to('x.csv')]);
    expect(answer).toMatchObject({ exitCode: 2, stdout: '' });
    expect(answer.stderr).toContain(words);
  });

  test('知らない形は、どれがあるかを言う', async () => {
    const answer = await run(['forecast', ...to('x.json', 'json')]);
    expect(answer.exitCode).toBe(2);
    expect(answer.stderr).toContain('csv、xlsx、pdf');
  });
});
