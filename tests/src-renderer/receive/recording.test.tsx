import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { Refusal } from '../fake-counter.ts';
import { button, compose, confirmComposition, until, untilText } from '../mount.tsx';
import { id } from '../samples.ts';
import {
  choose,
  f11,
  field,
  fillHolder,
  openReceive,
  pressEnterWhileComposing,
  pressTwiceAtOnce,
  recorded,
} from './form-page.ts';

describe('記録する', () => {
  test('鍵盤だけで、はじめから受付まで進み、発行の記録へ続く', async () => {
    const fake = await openReceive();
    // 手続, 署名用, 利用者証明用, 来庁者
    await userEvent.keyboard('{Enter}{Enter}{Enter}{Enter}');
    await userEvent.keyboard(
      '練習 花子{Enter}レンシュウ ハナコ{Enter} {Enter}S63.4.1{Enter}愛知県稲沢市見本町1番地{Enter}',
    );
    // 住民基本台帳, 成年被後見人, カード
    await userEvent.keyboard('{Enter}{Enter}{Enter}2030.4.1{Enter} {Enter}');
    expect(document.activeElement).toBe(field('visitor-documents'));
    await choose('めんきょ');
    await userEvent.keyboard('{F11}');
    await untilText('受け付けました S01-20261124-0006-6');
    expect(useTask.getState().task).toEqual({ kind: 'issueRecord', caseId: id(0x2001) });
    expect(recorded(fake)[0]?.facts).toMatchObject({
      lines: [
        { kind: 'userAuthentication', procedure: 'issue', cause: null },
        { kind: 'signature', procedure: 'issue', cause: null },
      ],
      holder: { name: '練習 花子', bornOn: '1988-04-01', sex: 'female', inRegister: true, adultWard: false },
      card: { medium: 'myNumberCard', expiresOn: '2030-04-01' },
      visitor: { capacity: 'holder', documents: ['driversLicence'], name: null, reason: null },
    });
  });

  test('続けて二度F11を押しても、送るのは一度だけ', async () => {
    let answer: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const fake = await openReceive({
      'receive.record': async ({ shown }) => {
        await waiting;
        return {
          case: id(0x2001),
          version: 2,
          receipt: 'S01-20261124-0006-6',
          ...shown,
          told: [],
          revoked: 0,
          held: null,
        };
      },
    });
    await fillHolder();
    await choose('めんきょ');
    pressTwiceAtOnce();
    await until('送信', () => recorded(fake).length >= 1);
    expect(f11()).toContain('記録しています');
    await userEvent.keyboard('{F11}');
    answer();
    await untilText('受け付けました');
    expect(recorded(fake)).toHaveLength(1);
  });

  test('変換中のEnterは次の欄へ行かず、F11も送らない', async () => {
    const fake = await openReceive();
    await fillHolder();
    await choose('めんきょ');
    await userEvent.click(field('holder-address'));
    await compose('へんかん');
    await userEvent.keyboard('{F11}');
    pressEnterWhileComposing(field('holder-address'));
    expect(document.activeElement).toBe(field('holder-address'));
    await confirmComposition('変換');
    await until('確定', () => field('holder-address').value.includes('変換'));
    expect(document.activeElement).toBe(field('holder-address'));
    expect(recorded(fake)).toHaveLength(0);
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('holder-inRegister'));
  });

  test('返事が失われたら、同じ番号で尋ね直す', async () => {
    let lost = true;
    const fake = await openReceive({
      'receive.record': ({ shown }) => {
        if (lost) throw new Refusal('resultUnknown');
        return {
          case: id(0x2001),
          version: 2,
          receipt: 'S01-20261124-0006-6',
          ...shown,
          told: [],
          revoked: 0,
          held: null,
        };
      },
    });
    await fillHolder();
    await choose('めんきょ');
    await userEvent.keyboard('{F11}');
    await untilText('記録できたか分かりません');
    await userEvent.type(field('note'), 'あ');
    expect(field('note').value).toBe('');
    lost = false;
    await userEvent.click(button('もう一度確かめる'));
    await untilText('受け付けました');
    const [first, second] = recorded(fake);
    expect(second?.requestId).toBe(first?.requestId);
  });

  test('判定が変わったときは、その言葉が出て、入力は残り、次は新しい番号で送る', async () => {
    const fake = await openReceive({
      'receive.record': () => {
        throw new Refusal('decisionChanged');
      },
    });
    await fillHolder();
    await choose('めんきょ');
    await userEvent.keyboard('{F11}');
    await untilText('入力の間に判定が変わりました');
    expect(field('holder-name').value).toBe('練習 花子');
    await userEvent.keyboard('{F11}');
    await until('二度目', () => recorded(fake).length === 2);
    expect(recorded(fake)[1]?.requestId).not.toBe(recorded(fake)[0]?.requestId);
  });
});
