import type { ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../src-renderer/components/button.tsx';
import { Dialog } from '../../src-renderer/components/dialog.tsx';
import { Shown } from '../../src-renderer/components/shown.ts';
import { SubstituteChooser } from '../../src-renderer/components/substitute-chooser.tsx';
import { pressFunctionKey, useFunctionKeys } from '../../src-renderer/keyboard/function-keys.ts';
import { button, compose, confirmComposition, show, until, untilText, violations } from './mount.tsx';
import { PartsPage } from './parts/parts-page.tsx';

function ScreenBelow({ act, children }: { readonly act: () => void; readonly children: ReactNode }) {
  useFunctionKeys({ F11: { label: '受け付ける', main: true, act } });
  return children;
}

describe('部品', () => {
  test.each([
    ['ふつうの幅', 1366, 768],
    ['一列', 683, 384],
  ])('%sで、どの部品のどの状態にも axe の指摘がない', async (_, width, height) => {
    await page.viewport(width, height);
    show(<PartsPage />);
    await untilText('順番の柱');
    await document.fonts.ready;
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });

  test('直すところの一覧が焦点を取り、Enterで最初の欄へ行く', async () => {
    show(<PartsPage />);
    await until('焦点', () => document.activeElement?.classList.contains('error-summary') === true);
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.id).toBe('wrong');
  });

  test('日付は打ったまま残り、直す申し出を押すと読み返しに変わる', async () => {
    show(<PartsPage />);
    await untilText('昭和64年は1月7日までです。');
    const field = document.getElementById('wrong') as HTMLInputElement;
    expect(field.value).toBe('S64.1.8');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await userEvent.click(button('平成元年1月8日にする'));
    expect(field.value).toBe('平成元年1月8日');
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  test('書類は、かなで打って探せ、使えないものは選べない', async () => {
    const chosen = vi.fn();
    show(<PartsPage onDocument={chosen} />);
    await untilText('順番の柱');
    await userEvent.fill(document.getElementById('documents') as Element, 'しかく');
    await untilText('顔写真なし・使えません');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen).not.toHaveBeenCalled();
    await userEvent.fill(document.getElementById('documents') as Element, 'ウンテンメンキョ');
    await until('候補', () => document.querySelectorAll('[role="option"]').length === 1);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(chosen).toHaveBeenCalledWith('driversLicence');
  });

  test('変換中のEnterでは、書類を選ばない', async () => {
    const chosen = vi.fn();
    show(<PartsPage onDocument={chosen} />);
    await untilText('順番の柱');
    (document.getElementById('documents') as HTMLElement).focus();
    await compose('うんてんめんきょ');
    await userEvent.keyboard('{ArrowDown}');
    await compose('うんてんめんきょ');
    await confirmComposition('うんてんめんきょ');
    expect(chosen).not.toHaveBeenCalled();
  });
});

describe('代替文字を選ぶ', () => {
  const props = {
    id: 'choose',
    original: '\u{9AD9}',
    before: '',
    after: '橋',
    candidates: [{ text: '高', setLabel: '第1水準' }],
    kana: 'タカ',
    checkOther: (text: string) => (text === '孝' ? null : 'この文字は使えません。'),
  };

  test('1で候補、2でかな、3で別の文字を選べる', async () => {
    const chosen = vi.fn();
    show(<SubstituteChooser {...props} onChoose={chosen} onClose={() => undefined} />);
    await untilText('代替文字を本人が選びます');
    document.getElementById('choose-first')?.focus();
    await userEvent.keyboard('1');
    await userEvent.keyboard('2');
    expect(chosen.mock.calls).toEqual([['高'], ['タカ']]);
    await userEvent.keyboard('3');
    await userEvent.fill(document.getElementById('choose-other') as Element, '\u{9AD9}');
    await userEvent.keyboard('{Enter}');
    await untilText('この文字は使えません。');
    expect(chosen).toHaveBeenCalledTimes(2);
    await userEvent.fill(document.getElementById('choose-other') as Element, '孝');
    await userEvent.keyboard('{Enter}');
    expect(chosen).toHaveBeenLastCalledWith('孝');
  });

  test('変換中の数字やEnterでは決まらない', async () => {
    const chosen = vi.fn();
    show(<SubstituteChooser {...props} onChoose={chosen} onClose={() => undefined} />);
    await untilText('代替文字を本人が選びます');
    document.getElementById('choose-first')?.focus();
    await userEvent.keyboard('3');
    (document.getElementById('choose-other') as HTMLElement).focus();
    // The conversion already shows a character that may be used: only the confirming Enter must not take it.
    await compose('孝');
    await confirmComposition('孝');
    expect(chosen).not.toHaveBeenCalled();
    expect((document.getElementById('choose-other') as HTMLInputElement).value).toBe('孝');
    await userEvent.keyboard('{Enter}');
    expect(chosen).toHaveBeenCalledWith('孝');
  });

  test('Escで閉じる', async () => {
    const closed = vi.fn();
    show(<SubstituteChooser {...props} onChoose={() => undefined} onClose={closed} />);
    await untilText('代替文字を本人が選びます');
    document.getElementById('choose-first')?.focus();
    await userEvent.keyboard('{Escape}');
    expect(closed).toHaveBeenCalledOnce();
  });
});

describe('たしかめる', () => {
  const dialog = (onStepBack: () => void) => (
    <main>
      <h1>下の画面</h1>
      <Dialog
        headline="署名用を失効します。もとに戻せません"
        onStepBack={onStepBack}
        actions={
          <>
            <Button kind="danger" onPress={() => undefined}>
              失効する
            </Button>
            <Button kind="main" shortcut="Esc" focusFirst onPress={onStepBack}>
              やめる
            </Button>
          </>
        }
      >
        <p>失効すると、再び使うには新しい発行が要ります。</p>
      </Dialog>
    </main>
  );

  test('安全なほうに焦点があり、Escで戻る', async () => {
    const back = vi.fn();
    show(dialog(back));
    await until('焦点', () => document.activeElement?.textContent?.includes('やめる') === true);
    await userEvent.keyboard('{Escape}');
    expect(back).toHaveBeenCalled();
    expect(await violations()).toEqual([]);
  });

  test('開いている間は、下の画面のキーが帯から消える', async () => {
    const acted = vi.fn();
    show(<ScreenBelow act={acted}>{dialog(() => undefined)}</ScreenBelow>);
    await until('焦点', () => document.activeElement?.textContent?.includes('やめる') === true);
    pressFunctionKey('F11');
    expect(acted).not.toHaveBeenCalled();
  });

  test('ロックの後ろでは閉じている', async () => {
    show(<Shown.Provider value={false}>{dialog(() => undefined)}</Shown.Provider>);
    await untilText('下の画面');
    expect(document.querySelector('dialog')?.open).toBe(false);
  });
});
