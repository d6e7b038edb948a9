import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { draftContent, emptyForm } from '../../../src-renderer/screens/receive/typed.ts';
import { useReceive } from '../../../src-renderer/store/receive-slice.ts';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { Refusal } from '../fake-counter.ts';
import { button, until, untilText, visibleText } from '../mount.tsx';
import { id } from '../samples.ts';
import { draftsSaved, field, fill, openReceive } from './form-page.ts';

const myNumber = '123456789018';

describe('入力中', () => {
  test('手を止めると、打ったものが入力中として残る', async () => {
    const fake = await openReceive();
    await fill('holder-name', '練習 花子');
    expect(draftsSaved(fake)).toHaveLength(0);
    await until('控え', () => draftsSaved(fake).length === 1);
    const [saved] = draftsSaved(fake);
    expect(saved).toMatchObject({ version: 0, title: '練習 花子' });
    expect(JSON.parse(saved?.content ?? '')).toMatchObject({ name: '練習 花子' });
  });

  test('開いただけの様式は残らない', async () => {
    const fake = await openReceive();
    await userEvent.keyboard('{F2}');
    await untilText('今日の受付はまだありません。');
    expect(draftsSaved(fake)).toHaveLength(0);
  });

  test('ほかの画面へ移るときにもすぐ残り、F3で続きから始まる', async () => {
    const fake = await openReceive();
    await fill('holder-name', '練習 花子');
    await userEvent.keyboard('{F2}');
    await until('控え', () => draftsSaved(fake).length === 1);
    await userEvent.keyboard('{F3}');
    await until('続き', () => document.getElementById('receive-holder-name') !== null);
    expect(field('holder-name').value).toBe('練習 花子');
  });

  test('個人番号は、どの欄にあっても入力中に残らない', async () => {
    const fake = await openReceive();
    await fill('holder-name', `練習 ${myNumber}`);
    await fill('note', `控え ${myNumber.slice(0, 4)}-${myNumber.slice(4, 8)}-${myNumber.slice(8)}`);
    await until('控え', () => draftsSaved(fake).length === 1);
    const written = JSON.stringify(draftsSaved(fake));
    expect(written).not.toContain(myNumber);
    expect(written).not.toContain(myNumber.slice(4, 8));
    expect(written).toContain('控え');
  });

  test('ロックの前に残り、解くと打ったままの様式に戻る', async () => {
    const fake = await openReceive();
    await fill('holder-name', '練習 花子');
    await userEvent.keyboard('{F12}');
    await until('ロック', () => fake.count('session.lock') === 1);
    expect(draftsSaved(fake)).toHaveLength(1);
    await until('ロックの画面', () => document.querySelector('input[type="password"]') !== null);
    await userEvent.keyboard('correct{Enter}');
    await until('解けた', () => fake.status.phase === 'open');
    await until('様式', () => field('holder-name').checkVisibility());
    expect(field('holder-name').value).toBe('練習 花子');
  });

  test('引き継いだ入力中が様式に戻り、続きは次の版として残る', async () => {
    const fake = await openReceive({
      'draft.open': () => ({
        draft: {
          draft: id(0x900),
          version: 4,
          task: 'receive',
          title: '練習 花子',
          owner: '見本 窓口',
          ownedByMe: true,
          savedAt: '2026-11-24T10:31:00.000+09:00',
        },
        content: draftContent({ ...emptyForm, name: '練習 花子', bornOn: 'S63.4.1', documents: ['passport'] }),
      }),
    });
    useTask.getState().go({ kind: 'receive', draft: id(0x900) });
    await until('続き', () => field('holder-name').value === '練習 花子');
    expect(visibleText()).toContain('パスポート');
    await fill('holder-kana', 'レンシュウ ハナコ');
    await until('控え', () => draftsSaved(fake).length === 1);
    expect(draftsSaved(fake)[0]).toMatchObject({ draft: id(0x900), version: 4 });
  });

  test('ほかの職員が引き継いだときは、そう言い、もう書き込まない', async () => {
    const fake = await openReceive({
      'draft.save': () => {
        throw new Refusal('staleDraft');
      },
    });
    await fill('holder-name', '練習 花子');
    await untilText('この入力中のものは、ほかの職員が引き継ぎました');
    await fill('holder-kana', 'レンシュウ');
    await new Promise((resolve) => setTimeout(resolve, 1700));
    expect(draftsSaved(fake)).toHaveLength(1);
    expect(field('holder-name').value).toBe('練習 花子');
  });
});

describe('Escで離れる', () => {
  test('何も打っていなければ、今日の窓口へ戻る', async () => {
    await openReceive();
    await userEvent.keyboard('{Escape}');
    expect(useTask.getState().task).toEqual({ kind: 'home' });
  });

  test('打っていれば尋ね、もう一度Escで様式に戻る', async () => {
    await openReceive();
    await fill('holder-name', '練習 花子');
    await userEvent.keyboard('{Escape}');
    await untilText('入力の途中です');
    await userEvent.keyboard('{Escape}');
    await until('閉じた', () => document.querySelector('dialog[open]') === null);
    expect(field('holder-name').value).toBe('練習 花子');
  });

  test('残すと今日の窓口へ戻り、次のF3は新しい様式になる', async () => {
    const fake = await openReceive();
    await fill('holder-name', '練習 花子');
    await userEvent.keyboard('{Escape}');
    await untilText('入力の途中です');
    await userEvent.keyboard('{Enter}');
    await until('窓口', () => useTask.getState().task.kind === 'home');
    expect(draftsSaved(fake)).toHaveLength(1);
    expect(useReceive.getState().typed).toEqual(emptyForm);
  });

  test('消すと、残っていた入力中も取り消される', async () => {
    const fake = await openReceive();
    await fill('holder-name', '練習 花子');
    await until('控え', () => draftsSaved(fake).length === 1);
    await userEvent.keyboard('{Escape}');
    await untilText('入力の途中です');
    await userEvent.click(button('消す'));
    await until('取り消し', () => fake.count('draft.discard') === 1);
    expect(useTask.getState().task).toEqual({ kind: 'home' });
  });
});
