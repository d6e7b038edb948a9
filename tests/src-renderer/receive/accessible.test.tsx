import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { until, violations } from '../mount.tsx';
import { fill, fillHolder, noDocuments, openReceive, pick, takahashi } from './form-page.ts';

const myNumber = '123456789018';

describe('だれにでも使える', () => {
  async function look(): Promise<void> {
    for (const [width, height] of [
      [1366, 768],
      [683, 700],
    ] as const) {
      await page.viewport(width, height);
      expect(await violations(), `${width}px`).toEqual([]);
    }
  }

  test('空の様式と、代替文字を選ぶ様式に、指摘がない', async () => {
    await openReceive();
    await look();
    await page.viewport(1366, 768);
    await fill('holder-name', takahashi);
    await look();
  });

  test('直すところの一覧のある様式に、指摘がない', async () => {
    await openReceive();
    await fillHolder({ bornOn: 'S64.1.8', card: '2026.10.31' });
    await fill('holder-address', myNumber);
    await userEvent.keyboard('{F11}');
    await until('一覧', () => document.querySelector('.error-summary') !== null);
    await look();
  });

  test('照会の判定と、更新の様式に、指摘がない', async () => {
    await openReceive();
    await fillHolder();
    await noDocuments();
    await look();
    await page.viewport(1366, 768);
    await pick('手続', '更新');
    await pick('いまの証明書', 'あり');
    await look();
  });

  test('一列では、F8で判定が開き、もう一度で様式に戻る', async () => {
    await openReceive();
    await page.viewport(683, 700);
    expect(document.querySelector('.task-panel')?.checkVisibility()).toBe(false);
    await userEvent.keyboard('{F8}');
    await until('判定', () => document.activeElement?.id === 'reasons-top');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{F8}');
    await until('様式', () => document.activeElement?.id === 'receive-lines');
  });
});
