import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTask } from '../../src-renderer/store/task-slice.ts';
import { fakeCounter, Refusal } from './fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from './mount.tsx';
import { administrator, id, quietHome, sampleCases, sampleStatus } from './samples.ts';

function someDone() {
  return { ...quietHome(), cases: sampleCases.filter((each) => each.step === 'finished') };
}

describe('今日の窓口', () => {
  test('組ごとの件数が見出しになり、数字のキーで選べる', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    const counts = [...document.querySelectorAll('[role="tab"] b')].map((each) => each.textContent);
    expect(counts).toEqual(['13', '3', '2', '8']);
    await userEvent.keyboard('3');
    expect(visibleText()).toContain('練習 和字');
    expect(visibleText()).not.toContain('練習 一郎');
    await userEvent.keyboard('1');
    expect(visibleText()).toContain('練習 一郎');
  });

  test('一行目に焦点があり、↓で次の行、Enterでその受付を開く', async () => {
    open(fakeCounter());
    await until('焦点', () => document.activeElement?.textContent === '\u{9AD9}橋 例子');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(useTask.getState().task).toEqual({ kind: 'issueRecord', caseId: id(0x100d) });
  });

  test('入力中の行は、受付の続きを開く', async () => {
    open(fakeCounter());
    await until('焦点', () => document.activeElement?.textContent === '\u{9AD9}橋 例子');
    await userEvent.keyboard('{Enter}');
    expect(useTask.getState().task).toEqual({ kind: 'receive', draft: id(0x900) });
  });

  test('何もない日は、次にすることを示す', async () => {
    open(fakeCounter({}, { 'home.today': quietHome }));
    await untilText('今日の受付はまだありません。');
    expect(visibleText()).toContain('で最初の受付を始めます。');
    await until('焦点', () => document.activeElement?.id === 'home-tab-all');
  });

  test('数字のキーで分け方を替えても、焦点はその一行目か見出しにある', async () => {
    open(fakeCounter({}, { 'home.today': someDone }));
    await until('焦点', () => document.activeElement?.classList.contains('row-open') === true);
    await userEvent.keyboard('3');
    expect(document.activeElement?.id).toBe('home-tab-toPost');
    await userEvent.keyboard('4');
    expect(document.activeElement?.classList.contains('row-open')).toBe(true);
  });

  test('一覧が読めないときは、そう言う', async () => {
    open(
      fakeCounter(
        {},
        {
          'home.today': () => {
            throw new Refusal('ledgerBusy');
          },
        },
      ),
    );
    await untilText('一覧を読めませんでした');
    expect(visibleText()).not.toContain('すべて済んでいます');
    await until('焦点', () => document.activeElement?.id === 'home-tab-all');
  });

  test('一覧は自分では並び替わらず、F2で読み直す', async () => {
    const fake = fakeCounter();
    open(fake);
    await untilText('練習 一郎');
    expect(fake.count('home.today')).toBe(1);
    window.dispatchEvent(new Event('focus'));
    await until('様子', () => fake.count('program.status') >= 2);
    expect(fake.count('home.today')).toBe(1);
    await userEvent.keyboard('{F2}');
    await until('読み直し', () => fake.count('home.today') === 2);
  });

  test('職員の入口は管理者にだけある', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    expect(() => button('職員を加える・見る')).toThrow();
  });

  test('職員の入口から職員の画面へ行く', async () => {
    open(fakeCounter({ user: administrator }));
    await untilText('練習 一郎');
    await userEvent.click(button('職員を加える・見る'));
    await untilText('この台帳でサインインできる人');
  });

  test('読み取り専用では、理由とすることを示し、F3を止め、F8で検証し直す', async () => {
    const { ledger } = sampleStatus();
    if (ledger === null) throw new Error('the sample has a ledger');
    const fake = fakeCounter({ ledger: { ...ledger, state: 'readOnly', why: 'damaged' } });
    open(fake);
    await untilText('台帳の一部が壊れています。新しい記録は止めました。');
    await userEvent.keyboard('{F3}');
    await untilText('台帳が読み取り専用のため、受け付けられません。');
    expect(useTask.getState().task.kind).toBe('home');
    await userEvent.keyboard('{F8}');
    await untilText('12,482件目でつながりが合いません。前の記録とのつながりが切れています。');
    expect(await violations()).toEqual([]);
  });

  test('練習の帯は、練習の台帳でだけ出る', async () => {
    open(fakeCounter({ practice: true }));
    await untilText('本番の台帳に残りません');
    expect(await violations()).toEqual([]);
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['1093の幅', 1093, 614],
    ['一列', 683, 384],
  ])('%sで、axe の指摘がなく、横にあふれない', async (_, width, height) => {
    await page.viewport(width, height);
    open(fakeCounter());
    await untilText('練習 一郎');
    expect(await violations()).toEqual([]);
    const list = document.getElementById('home-list') as HTMLElement;
    expect(list.scrollWidth).toBeLessThanOrEqual(list.clientWidth);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const word of ['練習 一郎', '更新', '本人', '即日', '確認済', '発行を記録', '見本', '10:24', 'S01 0013'])
      expect(visibleText()).toContain(word);
  });
});
