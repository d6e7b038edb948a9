import { describe, expect, test } from 'vitest';
import { typeVisit } from '../support/counter-steps.ts';
import type { CounterWindow } from '../support/counter-window.ts';
import { administrator, supervisor } from '../support/made-up.ts';
import { counterMorning, expectAccessible, expectFocus, type Journey } from './journey.ts';

const widths = [
  { name: '1366×768', viewport: { width: 1366, height: 768 }, scale: 1 },
  { name: '1366×650', viewport: { width: 1366, height: 650 }, scale: 1 },
  { name: '1920×1080', viewport: { width: 1920, height: 1080 }, scale: 1 },
  { name: '拡大125%', viewport: { width: 1093, height: 614 }, scale: 1.25 },
  { name: '拡大200%', viewport: { width: 683, height: 384 }, scale: 2 },
] as const;

/** 収まっているか: the page itself never scrolls, no key meets its neighbour, nothing stands beyond the edge. */
function outOfPlace(window: CounterWindow): Promise<readonly string[]> {
  return window.page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const found: string[] = [];
    if (scrollWidth > innerWidth || scrollHeight > innerHeight)
      found.push(`the page is ${scrollWidth}×${scrollHeight}`);
    const keys = Array.from(document.querySelectorAll('.function-key, .key-cap-unused'))
      .map((key) => ({ words: key.textContent, box: key.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
      .toSorted((one, other) => one.box.left - other.box.left);
    for (const [index, { words, box }] of keys.entries()) {
      const next = keys[index + 1];
      if (next !== undefined && box.right > next.box.left + 0.5) found.push(`${words} meets ${next.words}`);
      if (box.right > innerWidth) found.push(`${words} is cut`);
    }
    for (const key of document.querySelectorAll('.function-key'))
      if (key.scrollWidth > key.clientWidth + 1) found.push(`${key.textContent} does not fit`);
    return found;
  });
}

async function expectInPlace(window: Journey, screen: string): Promise<void> {
  expect(await outOfPlace(window), screen).toEqual([]);
  await expectFocus(window, screen);
  await expectAccessible(window, screen);
}

describe.each(widths)('$name で、どの画面も収まり、焦点があり、axeに反しない', ({ viewport, scale }) => {
  test('入口から日報まで', async () => {
    const window = await counterMorning({ viewport, scale });
    try {
      await expectInPlace(window, '今日の窓口(空)');
      await window.press('F3');
      await window.page.getByRole('heading', { name: '受付' }).first().waitFor();
      await typeVisit(window);
      await window.reach('来庁者', 'Shift+Tab');
      await window.press('ArrowRight', 'ArrowRight');
      await expectInPlace(window, '受付(照会、代理人の氏名がまだ)');
      await window.press('ArrowLeft', 'ArrowLeft', 'F11');
      await window.see(/受け付けました/);
      await window.press('Escape');
      await expectInPlace(window, '発行の記録');
      if (viewport.width === 1366) {
        const title = await window.page.locator('.task-title-row').boundingBox();
        expect(title?.height).toBeLessThan(50);
      }
      await window.press('F12');
      await window.see('ロック中です');
      await expectInPlace(window, 'ロック');
      await window.press('F8');
      await window.see('サインイン');
      await expectInPlace(window, 'サインイン');
      await signInAs(window, supervisor);
      await expectInPlace(window, '今日の窓口');
      await window.press('2');
      await expectInPlace(window, '今日の窓口(要対応)');
      await window.press('3');
      await expectInPlace(window, '今日の窓口(投函待ちなし)');
      await window.press('F7');
      await window.see('件数');
      await expectInPlace(window, '日報');
      await window.press('F8');
      await window.see('内訳');
      await expectInPlace(window, '日報の内訳');
      await window.press('F1');
      await window.see('この画面のキー');
      await expectInPlace(window, 'ヘルプ');
      await window.press('Escape', 'F12');
      await window.see('ロック中です');
      await window.press('F8');
      await window.see('サインイン');
      await signInAs(window, administrator);
      await window.reach(/^職員を加える/);
      await window.press('Enter');
      await window.page.getByRole('heading', { name: '職員', exact: true }).first().waitFor();
      await expectInPlace(window, '職員の一覧');
      await window.press('F8');
      await window.see('渡すパスワード');
      await window.reach('もう一度');
      await expectInPlace(window, '職員を加える');
      await window.page.waitForFunction(() => {
        const bar = document.querySelector('.function-bar')?.getBoundingClientRect().top ?? 0;
        return (document.activeElement?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY) <= bar;
      });
    } finally {
      await window.end();
    }
  });
});

async function signInAs(window: Journey, person: typeof supervisor | typeof administrator): Promise<void> {
  await window.reach('職員番号');
  await window.type(person.staffNumber);
  await window.press('Enter');
  await window.type(person.password);
  await window.press('Enter');
  await window.page.getByRole('heading', { name: '今日の窓口' }).first().waitFor();
}
