import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { Refusal } from '../fake-counter.ts';
import { compose, confirmComposition, until, untilText, violations, visibleText } from '../mount.tsx';
import { id } from '../samples.ts';
import { found, hamada, openHamada, openLedger, twin } from './made-up-page.ts';

const focused = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset['row'];
const quiet = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('台帳を探す', () => {
  test('F6で開き、欄に焦点があり、まだ何も探していない', async () => {
    const fake = await openLedger();
    expect(fake.count('person.search')).toBe(0);
    expect(visibleText()).toContain('まだ探していません。');
    expect(document.querySelector('[aria-current="page"]')?.textContent).toContain('台帳');
  });

  test('Enterで探し、↑↓で選び、Enterで開く', async () => {
    const fake = await openLedger();
    await userEvent.keyboard('はまだ{Enter}');
    await untilText('5人');
    expect(fake.count('person.search')).toBe(1);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe(hamada.case);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe(twin.case);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement?.id).toBe('ledger-search');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await untilText('経過');
    expect(fake.calls.filter(({ method }) => method === 'person.open').map(({ input }) => input)).toEqual([
      { case: hamada.case },
    ]);
  });

  test('一人だけ見つかったときは、Enterだけでその人が開く', async () => {
    const fake = await openLedger({ 'person.search': () => ({ ...found, persons: [hamada] }) });
    await userEvent.keyboard('はまだ{Enter}');
    await untilText('証明書の氏名');
    expect(fake.count('person.open')).toBe(1);
  });

  test('打ち終わって間があくと、一度だけ探す。打つたびには探さない (B5)', async () => {
    const fake = await openLedger();
    await userEvent.keyboard('はまだ');
    expect(fake.count('person.search')).toBe(0);
    await untilText('5人');
    await quiet(700);
    expect(fake.count('person.search')).toBe(1);
    expect(fake.count('person.open')).toBe(0);
  });

  test('一文字だけでは、間があいても探さない', async () => {
    const fake = await openLedger();
    await userEvent.keyboard('は');
    await quiet(800);
    expect(fake.count('person.search')).toBe(0);
  });

  test('変換のEnterでは探さない。変換の途中では間があいても探さない', async () => {
    const fake = await openLedger();
    await compose('はまだ');
    await quiet(800);
    expect(fake.count('person.search')).toBe(0);
    await confirmComposition('濱田');
    expect(fake.count('person.search')).toBe(0);
    await userEvent.keyboard('{Enter}');
    await until('探す', () => fake.count('person.search') === 1);
    expect(fake.calls.find(({ method }) => method === 'person.search')?.input).toEqual({ typed: '濱田' });
  });

  test('受付番号は、その受付をすぐ開く', async () => {
    await openLedger({
      'person.search': () => ({ case: id(0x1005), persons: [], by: 'receipt', more: false }),
    });
    await userEvent.fill(document.getElementById('ledger-search') as HTMLElement, 'S01-20261124-0005-9');
    await userEvent.keyboard('{Enter}');
    await until('受付', () => useTask.getState().task.kind === 'issueRecord');
    expect(useTask.getState().task).toEqual({ kind: 'issueRecord', caseId: id(0x1005) });
  });

  test('個人番号と思われる数字は伏せて、探さない', async () => {
    const fake = await openLedger();
    await userEvent.keyboard('123456789018{Enter}');
    await untilText('個人番号と思われる数字では探せません。');
    await quiet(700);
    expect(fake.count('person.search')).toBe(0);
  });

  test('ない日付は、思い当たる日を押すだけで探し直せる', async () => {
    const fake = await openLedger({
      'person.search': ({ typed }) => {
        if (typed !== 'S64.1.8') return { ...found, persons: [hamada], by: 'bornOn' };
        const message = '昭和64年は1月7日までです。平成元年1月8日ではありませんか。';
        throw new Refusal('badFields', [{ field: 'typed', message, suggestion: '平成元年1月8日' }]);
      },
    });
    await userEvent.keyboard('S64.1.8{Enter}');
    await untilText('平成元年1月8日で探す');
    await userEvent.click(document.querySelector('.ledger-finder .field button') as HTMLElement);
    await untilText('証明書の氏名');
    expect(fake.calls.findLast(({ method }) => method === 'person.search')?.input).toEqual({ typed: '平成元年1月8日' });
  });

  test.each([
    ['name', 'この台帳には見つかりません。'],
    ['bornOn', 'この生年月日の人は、この台帳にいません。'],
    ['receipt', 'この受付番号の受付は、この台帳にありません。'],
  ] as const)('だれもいないときは、次にできることを言う(%s)', async (by, words) => {
    await openLedger({ 'person.search': () => ({ case: null, persons: [], by, more: false }) });
    await userEvent.keyboard('れい{Enter}');
    await untilText(words);
    expect(await violations()).toEqual([]);
  });

  test('続きがあるときは、くわしく入力するように言う', async () => {
    await openLedger({ 'person.search': () => ({ ...found, more: true }) });
    await userEvent.keyboard('はまだ{Enter}');
    await untilText('続きがあります。くわしく入力してください。');
  });

  test('Ctrl+↑↓で、見つかった人を次々に開く', async () => {
    await openHamada();
    await userEvent.keyboard('{Control>}{ArrowDown}{/Control}');
    await until('次の人', () => document.querySelector('.person-head h2')?.textContent === twin.name);
    await userEvent.keyboard('{Control>}{ArrowUp}{/Control}');
    await until('前の人', () => document.querySelector('.person-head h2')?.textContent === hamada.name);
  });

  test('Escは欄に戻り、もう一度で今日の窓口へ戻る', async () => {
    await openHamada();
    await userEvent.keyboard('{ArrowDown}{Escape}');
    expect(document.activeElement?.id).toBe('ledger-search');
    await userEvent.keyboard('{Escape}');
    expect(useTask.getState().task.kind).toBe('home');
  });

  test('サインアウトすると、探したものも開いた人も残らない', async () => {
    const fake = await openHamada();
    fake.status = { ...fake.status, phase: 'signIn', user: null };
    window.dispatchEvent(new Event('focus'));
    await until('サインイン', () => document.querySelector('.ledger') === null);
    const { useLedger } = await import('../../../src-renderer/store/ledger-slice.ts');
    expect([useLedger.getState().found, useLedger.getState().page, useLedger.getState().typed]).toEqual([
      null,
      null,
      '',
    ]);
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['1093の幅', 1093, 614],
    ['一列', 683, 700],
  ])('人を開いた%sで、axe の指摘がなく、横にあふれない', async (_, width, height) => {
    await openHamada();
    await page.viewport(width, height);
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const box = document.querySelector('.ledger') as HTMLElement;
    expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
  });
});
