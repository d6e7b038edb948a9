import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';

import { button, until, untilText, visibleText } from '../mount.tsx';
import { choose, f11, field, fill, fillHolder, openReceive, recorded, stamp, takahashi } from './form-page.ts';

const myNumber = '123456789018';

describe('代替文字', () => {
  test('使えない「髙」は、1のキーで「高」になり、両方の表記が見える', async () => {
    const fake = await openReceive();
    await fillHolder({ name: takahashi });
    await choose('めんきょ');
    await until('G2', () => f11() === 'F11 受け付ける あと1つ');
    expect(stamp()).toBe('即日');
    await userEvent.click(field('holder-name'));
    await userEvent.keyboard('{Enter}');
    await until('候補', () => document.activeElement?.id === 'receive-holder-name-chooser-first');
    await userEvent.keyboard('1');
    await until('次の欄', () => document.activeElement === field('holder-kana'));
    expect(field('holder-name').value).toBe(takahashi);
    expect(visibleText()).toContain('「高橋 例子」');
    await userEvent.keyboard('{F11}');
    await until('記録', () => recorded(fake).length === 1);
    expect(recorded(fake)[0]?.facts.substitutions.name).toEqual([{ index: 0, original: '\u{9AD9}', substitute: '高' }]);
    expect(recorded(fake)[0]?.facts.holder.name).toBe(takahashi);
  });

  test('F11は足りない代替文字の候補へ行き、そう言う', async () => {
    await openReceive();
    await fillHolder({ name: takahashi });
    await choose('めんきょ');
    await userEvent.keyboard('{F11}');
    await until('候補', () => document.activeElement?.id === 'receive-holder-name-chooser-first');
    expect(visibleText()).toContain('の代替文字を本人が選ぶ');
  });

  test('別の文字には、使える文字しか選べない', async () => {
    await openReceive();
    await fill('holder-name', takahashi);
    await userEvent.keyboard('{Enter}');
    await until('候補', () => document.activeElement?.id === 'receive-holder-name-chooser-first');
    await userEvent.keyboard('3');
    const other = await waitFor('receive-holder-name-chooser-other');
    await userEvent.fill(other, '\u{20BB7}');
    await userEvent.keyboard('{Enter}');
    await untilText('電子証明書に使えない文字です。');
    await userEvent.fill(other, 'タカ');
    await userEvent.keyboard('{Enter}');
    await untilText('「タカ橋 例子」');
  });

  test('署名用を頼まなければ、代替文字は要らない', async () => {
    await openReceive();
    await fill('holder-name', takahashi);
    expect(document.querySelector('.chooser')).not.toBeNull();
    await userEvent.click(document.querySelector<HTMLInputElement>('.receive-kinds input') ?? document.body);
    await until('閉じる', () => document.querySelector('.chooser') === null);
  });
});

describe('欄の直し', () => {
  test('昭和64年1月8日は、平成元年1月8日にする申し出で直る', async () => {
    await openReceive();
    await fill('holder-bornOn', 'S64.1.8');
    expect(visibleText()).toContain('昭和64年は1月7日までです。');
    await userEvent.click(button('平成元年1月8日にする'));
    expect(field('holder-bornOn').value).toBe('平成元年1月8日');
    await untilText('平成元年1月8日(1989年)・満37歳');
  });

  test('打ちかけの日付は、欄を離れるまで責めない', async () => {
    await openReceive();
    await fill('holder-bornOn', 'S63.');
    expect(visibleText()).not.toContain('日付として読めません');
    await userEvent.keyboard('{Tab}');
    await untilText('日付として読めません');
  });

  test('F11は直すところの一覧に焦点を移し、Enterで最初の欄へ行く', async () => {
    await openReceive();
    await fillHolder({ bornOn: 'R9.1.1' });
    await choose('めんきょ');
    await userEvent.keyboard('{F11}');
    await until('一覧', () => document.activeElement?.classList.contains('error-summary') === true);
    expect(visibleText()).toContain('直すところが1つあります');
    expect(visibleText()).toContain('生年月日が今日より後です');
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('holder-bornOn'));
  });

  test('300文字の氏名と絵文字は受け付けず、長さを言う', async () => {
    await openReceive();
    await fill('holder-name', '練'.repeat(300));
    await untilText('氏名は100文字までです。いま300文字です。');
    await fill('holder-name', '練習 花子🙂');
    await untilText('氏名に絵文字は使えません。');
  });

  test('半角カナのフリガナは、欄を離れると全角になる', async () => {
    await openReceive();
    await fill('holder-kana', 'ﾚﾝｼｭｳ ﾊﾅｺﾞ');
    await userEvent.keyboard('{Tab}');
    await until('全角', () => field('holder-kana').value === 'レンシュウ\u{3000}ハナゴ');
  });

  test('個人番号はすぐに伏せられ、消すまでF11は送らない', async () => {
    const fake = await openReceive();
    await fillHolder();
    await choose('めんきょ');
    await fill('holder-address', `愛知県稲沢市見本町 ${myNumber}`);
    await untilText('12桁の個人番号と思われる数字があります。消してください。');
    expect(document.querySelector('.field-marks[data-masked] mark')?.textContent).toBe('●'.repeat(12));
    await userEvent.keyboard('{F11}');
    await until('一覧', () => document.activeElement?.classList.contains('error-summary') === true);
    expect(document.querySelector('.error-summary')?.textContent).not.toContain(myNumber);
    expect(recorded(fake)).toHaveLength(0);
    await fill('holder-address', '愛知県稲沢市見本町');
    await userEvent.keyboard('{F11}');
    await until('記録', () => recorded(fake).length === 1);
  });
});

async function waitFor(elementId: string): Promise<Element> {
  await until(elementId, () => document.getElementById(elementId) !== null);
  return document.getElementById(elementId) ?? document.body;
}
