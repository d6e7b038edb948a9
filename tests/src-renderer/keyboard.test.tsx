import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { readReceipt } from '../../src-renderer/keyboard/scanner.ts';
import { useTask } from '../../src-renderer/store/task-slice.ts';
import { fakeCounter, Refusal } from './fake-counter.ts';
import { button, compose, confirmComposition, open, until, untilText, visibleText } from './mount.tsx';
import { administrator, id } from './samples.ts';

function key(name: string): HTMLElement {
  const slot = [...document.querySelectorAll<HTMLElement>('.function-slot')].find(
    (each) => each.querySelector('kbd, .key-cap')?.textContent === name,
  );
  if (slot === undefined) throw new Error(`no ${name} on the bar`);
  return slot;
}

/** 読み取り機: the number at a scanner's pace, as key events of the page. */
function scan(text: string, target: EventTarget = document.activeElement ?? document.body): void {
  for (const character of [...text, 'Enter'])
    target.dispatchEvent(new KeyboardEvent('keydown', { key: character, bubbles: true, cancelable: true }));
}

describe('ファンクションキー', () => {
  test('12個が、どの画面でも同じ場所にある', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    const places = (): readonly number[] =>
      [...document.querySelectorAll('.function-slot')].map((slot) => Math.round(slot.getBoundingClientRect().left));
    const atHome = places();
    expect(atHome).toHaveLength(12);
    await userEvent.keyboard('{F7}');
    await untilText('日報は責任者と管理者が見ます');
    expect(places()).toEqual(atHome);
    await userEvent.keyboard('{F12}');
    await untilText('ロック中です');
    expect(places()).toEqual(atHome);
  });

  test('いまの画面のキーに印が付き、使わないキーは帽子だけになる', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    expect(key('F2').querySelector('[aria-current="page"]')).not.toBeNull();
    expect(key('F11').querySelector('button')).toBeNull();
    expect(key('F11').textContent).toBe('F11');
  });

  test('押せないF9は理由を言い、画面は変わらない', async () => {
    const fake = fakeCounter({ user: administrator });
    open(fake);
    await untilText('練習 一郎');
    useTask.getState().go({ kind: 'staff' });
    await untilText('この台帳でサインインできる人');
    const name = 'F9';
    const face = key(name).querySelector('button') as HTMLButtonElement;
    expect(face.getAttribute('aria-disabled')).toBe('true');
    face.focus();
    expect(document.activeElement).toBe(face);
    const before = fake.calls.length;
    await userEvent.keyboard(`{${name}}`);
    await untilText('この画面には、印刷するものがありません。');
    expect(useTask.getState().task.kind).toBe('staff');
    expect(fake.calls.length).toBe(before);
    await userEvent.keyboard('a');
    expect(visibleText()).not.toContain('印刷するものがありません。');
  });

  test('ブラウザーのキーは、画面の後ろで働かない', async () => {
    open(fakeCounter());
    await untilText('練習 一郎');
    const stopped = (init: KeyboardEventInit): boolean => {
      const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    };
    for (const name of ['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12']) expect(stopped({ key: name })).toBe(true);
    for (const letter of ['r', 'p', 's', 'f', 'R']) expect(stopped({ key: letter, ctrlKey: true })).toBe(true);
    expect(stopped({ key: 'F5', ctrlKey: true })).toBe(true);
    expect(stopped({ key: 'ArrowLeft', altKey: true })).toBe(true);
    expect(stopped({ key: 'F4', altKey: true })).toBe(false);
    for (const letter of ['c', 'v', 'x', 'z', 'a', '+', '-', '0'])
      expect(stopped({ key: letter, ctrlKey: true })).toBe(false);
  });
});

describe('変換中', () => {
  async function atTheNameField(): Promise<HTMLInputElement> {
    open(fakeCounter({ user: administrator }));
    await untilText('練習 一郎');
    await userEvent.click(button('職員を加える・見る'));
    await untilText('ミホン マドグチ');
    await userEvent.keyboard('{F8}');
    await untilText('渡すパスワード');
    const field = document.getElementById('staff-name') as HTMLInputElement;
    field.focus();
    return field;
  }

  test('変換を確定するEnterでは、次の欄へ行かない', async () => {
    const field = await atTheNameField();
    await compose('にわ あゆみ');
    await confirmComposition('見本 支所');
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('見本 支所');
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.id).toBe('staff-kana');
  });

  test('F6からF10は日本語入力に譲り、F11は決めない', async () => {
    const field = await atTheNameField();
    await compose('にわ');
    await untilText('変換中');
    expect(key('F7').querySelector('button')?.getAttribute('aria-disabled')).toBe('true');
    const pressed = new KeyboardEvent('keydown', { key: 'F7', bubbles: true, cancelable: true, isComposing: true });
    field.dispatchEvent(pressed);
    expect(pressed.defaultPrevented).toBe(false);
    expect(useTask.getState().task.kind).toBe('staff');
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'F11', bubbles: true, cancelable: true, isComposing: true }),
    );
    expect(document.querySelector('.error-summary')).toBeNull();
    await confirmComposition('丹羽');
    await until('終わり', () => !visibleText().includes('変換中'));
    await userEvent.keyboard('{F7}');
    expect(useTask.getState().task.kind).toBe('dayLog');
  });
});

describe('読み取り機', () => {
  test('受付番号を読み取ると、その受付が開く', async () => {
    const fake = fakeCounter();
    open(fake);
    await untilText('練習 一郎');
    scan('S01-20261124-0006-6');
    await until('開く', () => useTask.getState().task.kind === 'issueRecord');
    expect(fake.calls.find((each) => each.method === 'case.find')?.input).toEqual({ receipt: 'S01-20261124-0006-6' });
    expect(useTask.getState().task).toEqual({ kind: 'issueRecord', caseId: id(0x100e) });
  });

  test('入力中の欄で読み取っても、欄は元のままで、次の欄へも行かない', async () => {
    open(fakeCounter({ user: administrator }));
    await untilText('練習 一郎');
    await userEvent.click(button('職員を加える・見る'));
    await untilText('ミホン マドグチ');
    await userEvent.keyboard('{F8}');
    await untilText('渡すパスワード');
    const field = document.getElementById('staff-name') as HTMLInputElement;
    await userEvent.fill(field, '丹羽');
    const press = (name: string): void => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    };
    const receipt = 'S01-20261124-0006-6';
    press('S');
    document.execCommand('insertText', false, receipt);
    expect(field.value).toContain('0006');
    for (const name of [...receipt.slice(1), 'Enter']) press(name);
    expect(field.value).toBe('丹羽');
    await until('開く', () => useTask.getState().task.kind === 'issueRecord');
  });

  test('見つからない番号は、台帳の言葉で伝え、Escでしまえる', async () => {
    open(
      fakeCounter(
        {},
        {
          'case.find': () => {
            throw new Refusal('caseNotFound');
          },
        },
      ),
    );
    await untilText('練習 一郎');
    scan('S01-20261124-9999-9');
    await untilText('この受付は見つかりません。受付番号を確かめてください。');
    expect(useTask.getState().task.kind).toBe('home');
    await userEvent.keyboard('{Escape}');
    await until('しまう', () => !visibleText().includes('この受付は見つかりません'));
  });

  test('人の速さで打った番号は、読み取りとみなさない', async () => {
    const fake = fakeCounter();
    open(fake);
    await untilText('練習 一郎');
    for (const character of 'S01-20261124-0006-6') {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: character, bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(fake.count('case.find')).toBe(0);
  });

  test.each([
    ['Ｓ０１－２０２６１１２４－０００６－６', 'S01-20261124-0006-6'],
    ['s012026112400066', 'S01-20261124-0006-6'],
    ['X01-20261124-0006-6', null],
    ['123456789012', null],
  ])('%sを%sと読む', (typed, expected) => {
    expect(readReceipt(typed)).toBe(expected);
  });
});
