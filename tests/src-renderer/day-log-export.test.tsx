import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type FakeCounter, fakeCounter, Refusal } from './fake-counter.ts';
import { open, until, untilText, violations, visibleText } from './mount.tsx';
import { supervisor } from './samples.ts';

async function dialogOpened(fake: FakeCounter = fakeCounter({ user: supervisor })): Promise<FakeCounter> {
  open(fake);
  await untilText('練習 一郎');
  await userEvent.keyboard('{F7}');
  await untilText('受付した52件のいま');
  await userEvent.keyboard('{F10}');
  await untilText('書き出す形を選びます');
  await until('焦点', () => document.activeElement === firstForm());
  return fake;
}

const field = (legend: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`dialog [role="radiogroup"][aria-label="${legend}"] input:checked`);
  if (found === null) throw new Error(`no field ${legend}`);
  return found;
};
const asked = (fake: FakeCounter) => fake.calls.find((each) => each.method === 'dayLog.export')?.input;
const chosenWords = () => document.querySelector('.export-chosen')?.textContent ?? '';
const firstForm = () => document.querySelector<HTMLElement>('.print-forms button');

describe('書き出すものを選ぶ', () => {
  test('初めは、画面の日と窓口で、すべての手続', async () => {
    await dialogOpened();
    expect(chosenWords()).toBe('11月24日(火)・市民課・すべての手続');
    expect(document.activeElement).toBe(firstForm());
    expect(await violations()).toEqual([]);
  });

  test('キーボードだけで、月・すべての窓口・更新を選んで書き出せる', async () => {
    const fake = await dialogOpened();
    field('期間').focus();
    await userEvent.keyboard('{ArrowRight}');
    await until('月', () => chosenWords().startsWith('令和8年11月の30日'));
    field('窓口').focus();
    await userEvent.keyboard('{ArrowLeft}');
    field('手続').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await until('選んだもの', () => chosenWords() === '令和8年11月の30日・すべての窓口・更新');
    firstForm()?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await untilText('日報を書き出しました');
    expect(asked(fake)).toMatchObject({
      ...{ day: '2026-11-01', until: '2026-11-30', office: 'all', procedure: 'renew', format: 'xlsx' },
    });
  });

  test('年度は4月1日から3月31日までで、前の年度へ送れ、来年度へは送れない', async () => {
    const fake = await dialogOpened();
    field('期間').focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await until('年度', () => chosenWords().startsWith('令和8年度の365日'));
    const next = document.querySelector<HTMLElement>('[aria-label="次の年度"]');
    expect(next?.getAttribute('aria-disabled')).toBe('true');
    document.querySelector<HTMLElement>('[aria-label="前の年度"]')?.focus();
    await userEvent.keyboard('{Enter}');
    await until('前の年度', () => chosenWords().startsWith('令和7年度の365日'));
    firstForm()?.focus();
    await userEvent.keyboard('{Enter}');
    await untilText('日報を書き出しました');
    expect(asked(fake)).toMatchObject({ day: '2025-04-01', until: '2026-03-31' });
  });

  test('日から日までは打って決め、逆さなら、その欄で言い、書き出さない', async () => {
    const fake = await dialogOpened();
    field('期間').focus();
    await userEvent.keyboard('{ArrowLeft}');
    await until('範囲', () => document.querySelector('#export-from') !== null);
    await userEvent.fill(document.querySelector('#export-until') as Element, '2026-11-20');
    await untilText('終わりの日は、始まりの日かその後にしてください。');
    firstForm()?.focus();
    await userEvent.keyboard('{Enter}');
    expect(fake.count('dayLog.export')).toBe(0);
    expect(document.activeElement?.id).toBe('export-until');
    expect(await violations()).toEqual([]);
    await userEvent.fill(document.querySelector('#export-from') as Element, 'R8.11.2');
    await until('直る', () => chosenWords().startsWith('11月2日(月)から11月20日(金)までの19日'));
    firstForm()?.focus();
    await userEvent.keyboard('{Enter}');
    await untilText('日報を書き出しました');
    expect(asked(fake)).toMatchObject({ day: '2026-11-02', until: '2026-11-20' });
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['一列', 683, 384],
  ])('%sで、範囲を選ぶ間も axe の指摘がない', async (_, width, height) => {
    await page.viewport(width, height);
    await dialogOpened();
    field('期間').focus();
    await userEvent.keyboard('{ArrowLeft}');
    await until('範囲', () => document.querySelector('#export-from') !== null);
    expect(await violations()).toEqual([]);
  });
});

describe('書き出しの間', () => {
  /** an export that goes on until the test lets it end */
  function slowExport() {
    const { promise, resolve, reject } = Promise.withResolvers<{ path: string; rows: number }>();
    const fake = fakeCounter(
      { user: supervisor },
      {
        'dayLog.export': () => promise,
        'dayLog.exportProgress': () => ({ days: 120, total: 365 }),
        'dayLog.exportCancel': () => {
          reject(new Refusal('exportCancelled'));
          return { stopped: true };
        },
      },
    );
    return { fake, finish: () => resolve({ path: '日報.csv', rows: 9 }) };
  }

  test('進みと、窓口が続けられることと、やめるを見せ、終われば置き場所を伝える', async () => {
    const { fake, finish } = slowExport();
    await dialogOpened(fake);
    await userEvent.keyboard('{Enter}');
    await untilText('日報を書き出しています');
    await untilText('120 / 365');
    expect(visibleText()).toContain('窓口の仕事は続けられます');
    expect(await violations()).toEqual([]);
    // Another screen can be used meanwhile, and coming back shows the same export.
    await userEvent.keyboard('{F2}');
    await userEvent.keyboard('{F7}');
    await untilText('120 / 365');
    finish();
    await untilText('日報を書き出しました(9行)');
    expect(fake.count('dayLog.export')).toBe(1);
  });

  test('やめると、その仕事を止め、やめたと伝え、もう一度書き出せる', async () => {
    const { fake } = slowExport();
    await dialogOpened(fake);
    await userEvent.keyboard('{Enter}');
    await untilText('120 / 365');
    const job = (asked(fake) as { job: string }).job;
    await userEvent.click(
      [...document.querySelectorAll('button')].find((each) => each.textContent === 'やめる') as Element,
    );
    await untilText('書き出しをやめました');
    expect(visibleText()).toContain('ファイルは残していません');
    expect(fake.calls.find(({ method }) => method === 'dayLog.exportCancel')?.input).toEqual({ job });
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
  });
});
