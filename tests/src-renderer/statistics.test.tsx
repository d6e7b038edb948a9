import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useStatistics } from '../../src-renderer/store/statistics-slice.ts';
import type { StatisticsView } from '../../src-shared/contract/statistics-view.ts';
import { sampleForecast, sampleOfAllOffices, sampleStatistics } from '../support/sample-statistics.ts';
import { type FakeCounter, fakeCounter, Refusal } from './fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from './mount.tsx';
import { clerk, supervisor } from './samples.ts';

beforeEach(() => useStatistics.setState(useStatistics.getInitialState(), true));

const path = 'D:\\madoguchi\\書き出し\\月計-全窓口-202611.xlsx';

function counter(user: typeof clerk = supervisor): FakeCounter {
  return fakeCounter(
    { user },
    {
      'statistics.view': ({ period, office }) =>
        office === 'all' ? sampleOfAllOffices({ period }) : sampleStatistics({ period, office }),
      'statistics.forecast': ({ office }) => sampleForecast(office),
      'statistics.export': () => ({ path, rows: 152 }),
      'statistics.print': ({ to }) => ({ path: to === 'file' ? path : null, rows: 152 }),
    },
  );
}

/** 今日の窓口の脇から統計を開く */
async function openStatistics(fake = counter()): Promise<FakeCounter> {
  open(fake);
  await untilText('月計・年度計・更新の見込みを開く');
  button('月計・年度計・更新の見込みを開く').focus();
  await userEvent.keyboard('{Enter}');
  await untilText('月ごとの受付(人)');
  return fake;
}

/** the cells of a line, by its name */
function cellsOf(label: string): readonly (string | null)[] {
  const row = [...document.querySelectorAll('.statistics-table tr')].find(
    (each) => each.querySelector('th[scope="row"]')?.firstChild?.textContent === label,
  );
  return [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
}

const asked = (fake: FakeCounter, method: string) =>
  fake.calls.filter((each) => each.method === method).map(({ input }) => input as Record<string, unknown>);

describe('統計の画面', () => {
  test('今日の窓口の脇から、すべての窓口のこの月が開き、途中だと言い、同じ日までと比べる', async () => {
    const fake = await openStatistics();
    expect(asked(fake, 'statistics.view')).toEqual([{ period: { kind: 'month', month: '2026-11' }, office: 'all' }]);
    await untilText('令和8年11月は途中(11月24日まで)です。');
    expect(visibleText()).toContain('10月1日–24日');
    expect(cellsOf('受付 計')).toEqual(['468', '623', '−155', '75.1%', '421', '+47', '111.2%']);
    expect(cellsOf('平和支所')).toEqual(['記録なし', '記録なし', '記録なし', '記録なし']);
    expect(visibleText()).not.toContain('NaN');
  });

  test('日報の題の脇からも開ける', async () => {
    open(counter());
    await untilText('練習 一郎');
    await userEvent.keyboard('{F7}');
    await untilText('受付した52件のいま');
    button('月計・年度計').focus();
    await userEvent.keyboard('{Enter}');
    await untilText('月ごとの受付(人)');
  });

  test('窓口の職員の今日の窓口には道がなく、日報の道から来ても、呼び出さない', async () => {
    const fake = counter(clerk);
    open(fake);
    await untilText('練習 一郎');
    expect(visibleText()).not.toContain('月計・年度計・更新の見込みを開く');
    await userEvent.keyboard('{F7}');
    await untilText('日報は責任者と管理者が見ます');
    expect(fake.count('statistics.view')).toBe(0);
  });

  test('←で前の月、→で次の月へめくり、この月より先へは行かない', async () => {
    const fake = await openStatistics();
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.keyboard('{ArrowLeft}');
    await untilText('令和8年10月');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await untilText('令和8年8月');
    await userEvent.keyboard('{ArrowRight}');
    await untilText('令和8年9月');
    const months = asked(fake, 'statistics.view').map(({ period }) => (period as { month: string }).month);
    expect(months).toEqual(['2026-11', '2026-10', '2026-09', '2026-08', '2026-09']);
  });

  test('1月の前は前の年の12月', async () => {
    await openStatistics();
    for (let turns = 0; turns < 11; turns += 1) await userEvent.keyboard('{ArrowLeft}');
    await untilText('令和7年12月');
  });

  test('年度計は4月からの12か月で、めくると前の年度。先の月は空け、途中の月は途中と言う', async () => {
    const fake = await openStatistics();
    await userEvent.click(document.querySelector('input[value="fiscalYear"]') as Element);
    await untilText('令和8年度');
    await until('年度計', () => document.querySelector('.statistics-year') !== null);
    const heads = [...document.querySelectorAll('.statistics-year thead th')].map((head) => head.textContent);
    expect(heads.slice(0, 14)).toEqual([
      ...['項目', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月途中', '12月', '1月', '2月', '3月', '計'],
    ]);
    expect(cellsOf('受付 計').slice(6, 10)).toEqual(['623', '468', 'まだ', 'まだ']);
    document.querySelector<HTMLElement>('[aria-label="前の年度"]')?.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await untilText('令和7年度');
    expect(asked(fake, 'statistics.view').at(-1)).toEqual({
      period: { kind: 'fiscalYear', year: 2025 },
      office: 'all',
    });
  });

  test('種類や窓口を選ぶ←→は、めくらない', async () => {
    const fake = await openStatistics();
    document.querySelector<HTMLElement>('input[value="all"]')?.focus();
    await userEvent.keyboard('{ArrowRight}');
    await until('市民課', () => asked(fake, 'statistics.view').at(-1)?.['office'] === 'shiminka');
    expect(asked(fake, 'statistics.view').at(-1)).toEqual({
      period: { kind: 'month', month: '2026-11' },
      office: 'shiminka',
    });
  });

  test('記録のない月は、0ではなく記録なしと言い、比べない', async () => {
    const fake = counter();
    const nothing = (view: StatisticsView): StatisticsView => ({
      ...view,
      coverage: 'none',
      progress: 'over',
      since: '2026-11-24',
      bases: view.bases.map((base) => ({ ...base, coverage: 'none' })),
      lines: view.lines.map((line) => ({
        ...line,
        value: null,
        compared: line.compared.map(() => ({ base: null, difference: null, ratio: null })),
      })),
    });
    fake.answer({ 'statistics.view': ({ period }) => nothing(sampleStatistics({ period, office: 'all' })) });
    await openStatistics(fake);
    await untilText('令和8年11月は記録なしです。台帳の初日より前のため、0とは限りません。');
    expect(cellsOf('受付 計')).toEqual(['記録なし', '記録なし', '—', '—', '記録なし', '—', '—']);
  });

  test('早くめくったとき、遅れて来た前の月の答えは、あとの月を上書きしない', async () => {
    const fake = counter();
    const waiting: (() => void)[] = [];
    fake.answer({
      'statistics.view': async ({ period }) => {
        const month = period.kind === 'month' ? period.month : '';
        if (month === '2026-10') await new Promise<void>((resolve) => waiting.push(resolve));
        return sampleStatistics({ period }, { received: { value: Number(month.slice(5)), bases: [1, 1] } });
      },
    });
    await openStatistics(fake);
    await userEvent.keyboard('{ArrowLeft}');
    await until('10月を待つ', () => waiting.length === 1);
    await userEvent.keyboard('{ArrowLeft}');
    await until('9月', () => cellsOf('受付 計')[0] === '9');
    waiting[0]?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(cellsOf('受付 計')[0]).toBe('9');
    expect(visibleText()).toContain('令和8年9月');
  });

  test('読めないときは、何が起きたかを言い、前の数を残さない', async () => {
    const fake = await openStatistics();
    fake.answer({
      'statistics.view': () => {
        throw new Refusal('ledgerDamaged');
      },
    });
    await userEvent.keyboard('{ArrowLeft}');
    await untilText('統計を読めませんでした');
    expect(document.querySelector('.statistics-table')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test('月ごとの図は、今年度と前年度の柱を持ち、同じ数を言葉と表でも言う', async () => {
    await openStatistics();
    const plot = document.querySelector('svg[aria-label^="受付 計の月ごとの数"]');
    expect(plot?.getAttribute('aria-label')).toContain('4月812人、5月641人');
    expect(plot?.getAttribute('aria-label')).toContain('11月468人(途中)');
    expect(plot?.querySelectorAll('.months-now')).toHaveLength(8);
    expect(plot?.querySelectorAll('.months-before')).toHaveLength(12);
    const cells = [...(plot?.parentElement?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(cells[0]).toEqual(['令和8年4月', '812', '731']);
    expect(cells[8]?.slice(0, 2)).toEqual(['令和8年12月', 'まだ']);
  });

  test('更新の見込みは、窓口ごとの模様の柱と、週ごとの表を持つ', async () => {
    const fake = await openStatistics();
    await userEvent.click(document.querySelector('input[value="forecast"]') as Element);
    await untilText('更新できるようになる週');
    await untilText('いま更新できるもの 445枚');
    const bars = (office: string) => document.querySelectorAll(`.weeks-plot:first-of-type .weeks-${office}`).length;
    expect(bars('shiminka')).toBeGreaterThan(53);
    expect(bars('shiminka')).toBe(bars('sobue'));
    const [week] = sampleForecast().weeks;
    expect(cellsOf('11/23–29')).toEqual([
      ...[week?.opening.signature, week?.opening.userAuthentication].map(String),
      ...[week?.ending.signature, week?.ending.userAuthentication].map(String),
    ]);
    expect(document.querySelector('[aria-label="前の月"]')).toBeNull();
    await userEvent.keyboard('{ArrowLeft}');
    expect(fake.count('statistics.forecast')).toBe(1);
    expect(await violations()).toEqual([]);
  });

  test.each([
    ['CSV', '', 'csv'],
    ['Excel', '{ArrowDown}', 'xlsx'],
    ['PDF', '{ArrowUp}', 'pdf'],
  ])('F10で形を選び(%s)、書き出し、置き場所を伝える', async (_, keys, format) => {
    const fake = await openStatistics();
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
    expect(fake.count('statistics.export')).toBe(0);
    await userEvent.keyboard(`${keys}{Enter}`);
    await untilText('令和8年11月の月計を書き出しました(152行)');
    await untilText(path);
    expect(asked(fake, 'statistics.export')).toMatchObject([
      { report: { kind: 'month', month: '2026-11' }, office: 'all', format },
    ]);
  });

  test('F9で印刷し、刷れなければPDFを勧め、同じ期間をPDFにできる', async () => {
    const fake = await openStatistics();
    fake.answer({
      'statistics.print': ({ to }) => {
        if (to === 'printer') throw new Refusal('printerMissing');
        return { path, rows: 152 };
      },
    });
    await userEvent.keyboard('{F9}');
    await untilText('使えるプリンターがありません');
    button('PDFに保存').focus();
    await userEvent.keyboard('{Enter}');
    await untilText('令和8年11月の月計をPDFにしました');
    expect(asked(fake, 'statistics.print').map(({ to }) => to)).toEqual(['printer', 'file']);
  });

  test('返事が失われた書き出しは、同じ依頼をもう一度送る', async () => {
    const fake = await openStatistics();
    fake.answer({
      'statistics.export': () => {
        throw new Refusal('resultUnknown');
      },
    });
    const writeOut = async (times: number) => {
      await userEvent.keyboard('{F10}');
      await untilText('書き出す形を選びます');
      await userEvent.keyboard('{Enter}');
      await until('送った', () => fake.count('statistics.export') === times);
      await until('済んだ', () => useStatistics.getState().sending === null);
    };
    await writeOut(1);
    await writeOut(2);
    const [first, second] = asked(fake, 'statistics.export');
    expect(second?.['requestId']).toBe(first?.['requestId']);
  });

  test('Escで今日の窓口へ戻り、開き直すと見ていた月が出る', async () => {
    await openStatistics();
    await userEvent.keyboard('{ArrowLeft}');
    await untilText('令和8年10月');
    await userEvent.keyboard('{Escape}');
    await untilText('月計・年度計・更新の見込みを開く');
    button('月計・年度計・更新の見込みを開く').focus();
    await userEvent.keyboard('{Enter}');
    await untilText('令和8年10月');
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['200%にあたる幅', 683, 384],
  ])('%sで、どの統計にも axe の指摘がない', async (_, width, height) => {
    await page.viewport(width, height);
    await openStatistics();
    for (const kind of ['month', 'fiscalYear', 'forecast']) {
      await userEvent.click(document.querySelector(`input[value="${kind}"]`) as Element);
      await until(
        '読み終わる',
        () => useStatistics.getState().step === 'idle' && useStatistics.getState().kind === kind,
      );
      await until('出る', () => document.querySelector('.statistics-table') !== null);
      expect(await violations(), kind).toEqual([]);
    }
  });
});
