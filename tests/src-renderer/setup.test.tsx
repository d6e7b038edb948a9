import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ProgramStatus } from '../../src-shared/contract/api/program-api.ts';
import { fakeCounter, Refusal } from './fake-counter.ts';
import { open, until, untilText, violations, visibleText } from './mount.tsx';

async function type(fieldId: string, text: string): Promise<void> {
  await userEvent.fill(document.getElementById(fieldId) as Element, text);
}

const fresh: Partial<ProgramStatus> = {
  phase: 'setUp',
  user: null,
  place: null,
  ledger: null,
  counterHours: null,
  notices: [],
};

describe('最初の設定', () => {
  test('空のままF11を押すと、直すところの一覧が焦点を取り、Enterで最初の欄へ行く', async () => {
    const fake = fakeCounter(fresh);
    open(fake);
    await untilText('最初の設定');
    await userEvent.keyboard('{F11}');
    await untilText('直すところが7つあります');
    expect(document.activeElement?.classList.contains('error-summary')).toBe(true);
    expect(fake.count('setup.complete')).toBe(0);
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.id).toBe('setup-office');
  });

  test('打ったものを、台帳に渡す形にそろえて送り、職員を加えるよう伝える', async () => {
    const fake = fakeCounter(fresh);
    open(fake);
    await untilText('最初の設定');
    await userEvent.click(document.querySelector('input[value="sobue"]') as Element, { force: true });
    await type('setup-terminal', '３');
    await untilText('受付番号は B03- で始まります');
    await type('setup-terminalName', '支所窓口');
    await type('setup-staffNumber', '１０００５');
    await type('setup-name', '見本 管理');
    await type('setup-kana', 'ｺﾝﾄﾞｳ ｼｮｳ');
    await type('setup-password', 'himitsu-no-kotoba');
    await type('setup-passwordAgain', 'himitsu-no-kotoba');
    await userEvent.keyboard('{F11}');
    await until('送る', () => fake.count('setup.complete') === 1);
    expect(fake.calls.find((each) => each.method === 'setup.complete')?.input).toEqual({
      office: 'sobue',
      terminal: 3,
      terminalName: '支所窓口',
      administrator: {
        staffNumber: '10005',
        name: '見本 管理',
        kana: 'コンドウ\u{3000}ショウ',
        password: 'himitsu-no-kotoba',
      },
    });
    await untilText('設定が済みました');
    expect(visibleText()).toContain('職員と責任者を加えてください');
  });

  test('本体の指摘は、その欄に出る', async () => {
    const message = 'このパスワードは使えません。';
    const fake = fakeCounter(fresh, {
      'setup.complete': () => {
        throw new Refusal('badFields', [{ field: 'administrator.password', message, suggestion: null }]);
      },
    });
    open(fake);
    await untilText('最初の設定');
    await userEvent.click(document.querySelector('input[value="shiminka"]') as Element, { force: true });
    for (const [field, text] of [
      ['terminal', '1'],
      ['terminalName', '1番'],
      ['staffNumber', '10005'],
      ['name', '見本'],
      ['kana', 'コンドウ'],
      ['password', 'nagai-kotoba'],
      ['passwordAgain', 'nagai-kotoba'],
    ] as const)
      await type(`setup-${field}`, text);
    await userEvent.keyboard('{F11}');
    await untilText('直すところが1つあります');
    expect(document.getElementById('setup-password')?.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById('setup-password-problem')?.textContent).toBe(message);
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['一列', 683, 384],
  ])('%sで、指摘が出ていても axe の指摘がない', async (_, width, height) => {
    await page.viewport(width, height);
    open(fakeCounter(fresh));
    await untilText('最初の設定');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{F11}');
    await untilText('直すところが7つあります');
    expect(await violations()).toEqual([]);
  });
});
