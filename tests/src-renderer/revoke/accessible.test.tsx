import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { until, violations } from '../mount.tsx';
import { fill, pick, tick } from '../receive/form-page.ts';
import { supervisor } from '../samples.ts';
import { chooseCause, fillHolderOf, openRevoke } from './revoke-page.ts';

describe('失効の画面は、だれにでも使える', () => {
  async function look(): Promise<void> {
    for (const [width, height] of [
      [1366, 768],
      [683, 700],
    ] as const) {
      await page.viewport(width, height);
      expect(await violations(), `${width}px`).toEqual([]);
    }
    await page.viewport(1366, 768);
  }

  test('空の様式と、異動のあとに続けて発行する様式に、指摘がない', async () => {
    await openRevoke();
    await look();
    await fillHolderOf();
    await chooseCause('X3');
    await pick('新しい署名用を続けて発行', '続けて発行');
    await look();
  });

  test('代理人の申請と、責任者の確認の様式に、指摘がない', async () => {
    await openRevoke();
    await fillHolderOf();
    await chooseCause('X1');
    await tick('署名用');
    await pick('来庁者', '法定代理人');
    await fill('visitor-relation', '123456789018');
    await look();
    await chooseCause('X4');
    await pick('責任者の確認', 'ここでサインイン');
    await look();
  });

  test('発行者の署名符号の範囲に、指摘がない', async () => {
    await openRevoke({}, { user: supervisor });
    await chooseCause('X5');
    await until('範囲の様式', () => document.getElementById('issuer-issuedFrom') !== null);
    await look();
    await userEvent.fill(document.getElementById('issuer-issuedFrom') ?? document.body, 'S64.1.8');
    await look();
  });
});
