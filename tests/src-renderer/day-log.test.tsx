import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { median } from '../../src-renderer/screens/day-log/day-log-words.ts';
import { useTask } from '../../src-renderer/store/task-slice.ts';
import { fakeCounter, Refusal } from './fake-counter.ts';
import { open, until, untilText, violations, visibleText } from './mount.tsx';
import { emptyDayLog, sampleDayLog } from './sample-day-log.ts';
import { id, supervisor } from './samples.ts';

describe('日報', () => {
  test('窓口の職員には、だれが見るものかを伝え、呼び出さない', async () => {
    const fake = fakeCounter();
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('日報は責任者と管理者が見ます');
    await userEvent.keyboard('{F10}{F8}');
    expect(fake.count('dayLog.view')).toBe(0);
    expect(fake.count('dayLog.export')).toBe(0);
    expect(await violations()).toEqual([]);
  });

  test('件数の表は、手続ごとの行と、計の行を持つ', async () => {
    open(fakeCounter({ user: supervisor }));
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    const rows = [...document.querySelectorAll('.counts-table tbody tr, .counts-table tfoot tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['更新', '34', '29', '4', '0', '1', '0', '29', '29'],
      ['新規発行', '15', '10', '2', '2', '1', '0', '9', '7'],
      ['失効', '3', '3', '0', '0', '0', '0', '失効 3', '失効 1'],
      ['照会の回答', '—', '発行 2', '', '2', '2'],
      ['失効後の再発行', '—', '発行 1', '', '1', '0'],
      ['計', '52', '42', '6', '2', '2', '0', '41', '38'],
    ]);
  });

  test('受付の四角は、一つが一人', async () => {
    open(fakeCounter({ user: supervisor }));
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    const plot = document.querySelector('svg[aria-label^="時刻ごとの受付"]');
    expect(plot?.querySelectorAll('.square')).toHaveLength(sampleDayLog().arrivals.length);
    expect(plot?.querySelectorAll('.square circle')).toHaveLength(
      sampleDayLog().arrivals.filter((each) => each.agent).length,
    );
    expect(document.querySelectorAll('.dot')).toHaveLength(39);
  });

  test('F8で内訳を開け閉めし、行から受付を開ける', async () => {
    open(fakeCounter({ user: supervisor }));
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    expect(visibleText()).not.toContain('練習 千字');
    await userEvent.keyboard('{F8}');
    await untilText('練習 千字');
    await userEvent.keyboard('{F8}');
    await until('閉じる', () => !visibleText().includes('練習 千字'));
    await userEvent.keyboard('{F8}');
    await untilText('練習 千字');
    const row = [...document.querySelectorAll<HTMLElement>('.row-open')].find(
      (each) => each.textContent === '練習 千字',
    );
    row?.focus();
    await userEvent.keyboard('{Enter}');
    expect(useTask.getState().task).toEqual({ kind: 'issueRecord', caseId: id(0x100c) });
  });

  test.each([
    ['CSV', '', 'csv'],
    ['CP932のCSV', '{ArrowDown}', 'csvCp932'],
    ['Excel', '{ArrowDown}{ArrowDown}', 'xlsx'],
    ['PDF', '{ArrowUp}{ArrowUp}', 'pdf'],
    ['JSON', '{ArrowUp}', 'json'],
  ])('F10で形を選び(%s)、書き出し、置き場所を伝える', async (_, keys, format) => {
    const fake = fakeCounter({ user: supervisor });
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
    expect(fake.count('dayLog.export')).toBe(0);
    await userEvent.keyboard(`${keys}{Enter}`);
    await untilText('日報-市民課-20261124.csv');
    expect(fake.calls.find((each) => each.method === 'dayLog.export')?.input).toEqual({
      job: expect.stringMatching(/^[0-9a-f]{32}$/),
      day: '2026-11-24',
      office: 'shiminka',
      format,
      until: null,
      procedure: null,
      replacement: null,
    });
  });

  test('3か所を選ぶと、三つの窓口の日報を読み、一覧に窓口の列が出る', async () => {
    const fake = fakeCounter({ user: supervisor });
    fake.answer({ 'dayLog.view': ({ office }) => ({ ...sampleDayLog(), office }) });
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    await userEvent.click(
      [...document.querySelectorAll('.segment')].find((each) => each.textContent === '3か所') as Element,
    );
    await until('三か所', () => JSON.stringify(fake.calls.at(-1)?.input).includes('"all"'));
    await untilText('締めるのは窓口ごとです。窓口を選んでください。');
    await userEvent.keyboard('{F8}');
    await untilText('練習 千字');
    const heads = [...document.querySelectorAll('.day-log-list thead th')].map((each) => each.textContent);
    expect(heads.slice(0, 2)).toEqual(['窓口', '受付番号']);
    await userEvent.keyboard('{F11}');
    expect(fake.count('close.record')).toBe(0);
    expect(await violations()).toEqual([]);
  });

  test('内訳は、一覧、掛け合わせ、時刻と担当、例外・訂正・欠番に分かれ、どれにも axe の指摘がない', async () => {
    const fake = fakeCounter({ user: supervisor });
    fake.answer({
      'dayLog.view': () => ({
        ...sampleDayLog(),
        overrides: [
          {
            ...{ rule: 'V7', at: '2026-11-24T11:23:00.000+09:00', receipt: 'S01-20261124-0005-5' },
            ...{ by: '見本 責任', reason: null },
          },
        ],
        receiptGaps: [{ number: 'S01 0009', receipt: 'S01-20261124-0009-7', cause: 'restored', explained: null }],
      }),
    });
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    await userEvent.keyboard('{F8}');
    await untilText('練習 千字');
    const choose = (label: string) =>
      userEvent.click([...document.querySelectorAll('.segment')].find((each) => each.textContent === label) as Element);
    await choose('掛け合わせ');
    await untilText('本人 即日 即日で済 29');
    expect(await violations()).toEqual([]);
    await choose('時刻・担当');
    await untilText('時刻ごとの受付(人)');
    const clerks = [...document.querySelectorAll('table')].find((each) => each.caption?.textContent === '担当');
    expect([...(clerks?.querySelectorAll('tfoot td') ?? [])].map((cell) => cell.textContent)).toEqual([
      '52',
      '79',
      '4',
    ]);
    expect(await violations()).toEqual([]);
    await choose('例外・訂正・欠番');
    await untilText('端末の満了日の受け入れ');
    await untilText('消去済・認めた人 見本 責任');
    await untilText('控えから戻す前に出した番号');
    expect(await violations()).toEqual([]);
  });

  test('4週間の棒は、開いていた日に一本ずつで、この日だけ塗り、休みと平均を言う', async () => {
    open(fakeCounter({ user: supervisor }));
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    const { recent } = sampleDayLog();
    const plot = document.querySelector('svg[aria-label^="4週間の受付"]');
    const openDays = recent.filter((each) => each.open);
    expect(plot?.querySelectorAll('.bar')).toHaveLength(openDays.length);
    expect(plot?.querySelectorAll('.bar-now')).toHaveLength(1);
    expect([...(plot?.querySelectorAll('text') ?? [])].filter((each) => each.textContent === '休')).toHaveLength(2);
    const before = openDays.filter(({ day }) => day < '2026-11-24').map(({ persons }) => persons);
    const mean = before.reduce((sum, persons) => sum + persons, 0) / before.length;
    expect(plot?.getAttribute('aria-label')).toBe(`4週間の受付: この日52人、その前の平均${mean.toFixed(1)}人`);
  });

  test('書き出せないときは、日報はそのままで、もう一度押せる', async () => {
    const fake = fakeCounter(
      { user: supervisor },
      {
        'dayLog.export': () => {
          throw new Refusal('fileNotWritten');
        },
      },
    );
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
    await userEvent.keyboard('{Enter}');
    await untilText('書き出せませんでした');
    expect(visibleText()).toContain('受付した52件のいま');
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
    await userEvent.keyboard('{Enter}');
    await until('二度目', () => fake.count('dayLog.export') === 2);
  });

  test('CP932にない字は、どこの何の字かを見せ、置き換えて書き出せる', async () => {
    const listed = 'S01-20261124-0006-3 氏名 「𠮷」(U+20BB7)';
    const fake = fakeCounter(
      { user: supervisor },
      {
        'dayLog.export': ({ replacement }) => {
          if (replacement === '〓') return { path: '日報.csv', rows: 52, replaced: 1 };
          throw new Refusal('charactersDoNotFit', [{ field: '氏名', message: listed, suggestion: null }]);
        },
      },
    );
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await untilText(listed);
    expect(await violations()).toEqual([]);
    await userEvent.click(
      [...document.querySelectorAll('button')].find((each) => each.textContent?.includes('〓')) as Element,
    );
    await untilText('CP932にない1字を、〓に置き換えました');
  });

  test('F9で見本を見せ、印刷でき、PDFにも保存できる', async () => {
    const fake = fakeCounter({ user: supervisor });
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    await userEvent.keyboard('{F9}');
    await untilText('印刷 日報 11月24日(火) 市民課');
    await until('見本', () => document.querySelectorAll('.print-pages img').length === 1);
    expect(fake.count('dayLog.print')).toBe(0);
    expect(await violations()).toEqual([]);
    await until('焦点', () => document.activeElement?.textContent === '印刷');
    await userEvent.keyboard('{Enter}');
    await untilText('プリンターに送りました');
    await userEvent.keyboard('{Tab}{Enter}');
    await untilText('PDFに保存しました');
    const [first, second] = fake.calls.filter(({ method }) => method === 'dayLog.print').map(({ input }) => input);
    expect(first).toMatchObject({ day: '2026-11-24', office: 'shiminka', to: 'printer' });
    expect(second).toMatchObject({ to: 'file' });
    await userEvent.keyboard('{Escape}');
    await until('閉じる', () => !visibleText().includes('印刷 日報'));
  });

  test('紙に出せないときは、わけを言い、見本はそのままで、PDFに保存できる', async () => {
    const fake = fakeCounter(
      { user: supervisor },
      {
        'dayLog.print': ({ to }) => {
          if (to === 'printer') throw new Refusal('printerMissing');
          return { path: '日報.pdf' };
        },
      },
    );
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    await userEvent.keyboard('{F9}');
    await until('焦点', () => document.activeElement?.textContent === '印刷');
    await userEvent.keyboard('{Enter}');
    await untilText('使えるプリンターがありません');
    await userEvent.keyboard('{Tab}{Enter}');
    await untilText('PDFに保存しました');
  });

  test('Escで書き出しをやめられ、何も書き出さない', async () => {
    const fake = fakeCounter({ user: supervisor });
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
    await userEvent.keyboard('{Escape}');
    await until('閉じる', () => !visibleText().includes('書き出す形を選びます'));
    expect(visibleText()).toContain('受付した52件のいま');
    expect(fake.count('dayLog.export')).toBe(0);
  });

  test('だれも来なかった日にも、その日にした訂正と照会書の数が出る (B4)', async () => {
    const fake = fakeCounter({ user: supervisor });
    fake.answer({
      'dayLog.view': ({ day }) => ({
        ...emptyDayLog(day),
        letters: { posted: 0, returned: 1, answered: 0, lapsed: 0, open: 4 },
        corrections: [
          {
            at: '2026-11-24T13:10:00.000+09:00',
            receipt: 'S01-20261120-0004-0',
            entryDay: '2026-11-20',
            fields: '住所',
            asked: '見本 窓口',
            approver: '見本 責任',
          },
        ],
      }),
    });
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('13:10 S01-20261120-0004-0(11月20日の受付)の住所 B1');
    await untilText('申請 見本 窓口・承認 見本 責任');
    await untilText('宛所不明 1');
    expect(await violations()).toEqual([]);
  });

  test('前の日に戻れ、今日より先へは行けない', async () => {
    const fake = fakeCounter({ user: supervisor });
    open(fake);
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    await userEvent.click(document.querySelector('[aria-label="次の日"]') as Element, { force: true });
    expect(fake.count('dayLog.view')).toBe(1);
    await userEvent.click(document.querySelector('[aria-label="前の日"]') as Element);
    await untilText('11月23日(月)の受付はありません。');
  });

  test.each([
    [[], null],
    [[5], 5],
    [[30, 10, 20], 20],
    [[10, 20, 30, 40], 20],
  ])('%jの中央は%s', (minutes, expected) => {
    expect(median(minutes)).toBe(expected);
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['一列', 683, 384],
  ])('%sで、内訳を開いても axe の指摘がない', async (_, width, height) => {
    await page.viewport(width, height);
    open(fakeCounter({ user: supervisor }));
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    await userEvent.keyboard('{F8}');
    await untilText('練習 千字');
    expect(await violations()).toEqual([]);
  });
});
