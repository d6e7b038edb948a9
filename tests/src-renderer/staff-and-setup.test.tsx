import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useTask } from '../../src-renderer/store/task-slice.ts';
import type { ProgramStatus } from '../../src-shared/contract/api/program-api.ts';
import { fakeCounter, Refusal } from './fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from './mount.tsx';
import { administrator } from './samples.ts';

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

describe('職員', () => {
  async function openStaff(fake: ReturnType<typeof fakeCounter>): Promise<void> {
    open(fake);
    await untilText('練習 一郎');
    await userEvent.click(button('職員を加える・見る'));
    await untilText('ミホン カンリ');
  }
  async function fillIn(): Promise<void> {
    await userEvent.click(document.querySelector('input[value="supervisor"]') as Element, { force: true });
    for (const [field, text] of [
      ['staffNumber', '10311'],
      ['name', '見本 責任'],
      ['kana', 'ミホン セキニン'],
      ['password', 'kotoba-desu'],
      ['passwordAgain', 'kotoba-desu'],
    ] as const)
      await type(`staff-${field}`, text);
  }

  test('加えると、欄は空に戻り、だれを加えたかを伝える', async () => {
    const fake = fakeCounter(
      { user: administrator },
      {
        'staff.add': ({ role, staff }) => ({
          staff: [{ staff: 'a'.repeat(32), staffNumber: staff.staffNumber, name: staff.name, kana: staff.kana, role }],
        }),
      },
    );
    await openStaff(fake);
    await fillIn();
    await userEvent.keyboard('{F11}');
    await untilText('見本 責任さんを加えました');
    expect(visibleText()).toContain('ミホン\u{3000}セキニン');
    expect((document.getElementById('staff-password') as HTMLInputElement).value).toBe('');
    expect(document.querySelector('input[name]:checked')).toBeNull();
    await until('焦点', () => document.activeElement?.id === 'staff-role');
  });

  test('最初の欄に焦点があり、Escで戻っても、入力したものは残る', async () => {
    const fake = fakeCounter({ user: administrator });
    await openStaff(fake);
    await until('焦点', () => document.activeElement?.id === 'staff-role');
    await fillIn();
    await userEvent.keyboard('{Escape}');
    await untilText('練習 一郎');
    await userEvent.click(button('職員を加える・見る'));
    await untilText('ミホン カンリ');
    expect((document.getElementById('staff-name') as HTMLInputElement).value).toBe('見本 責任');
  });

  test('二度押しても一度だけ送る', async () => {
    let release = (): void => undefined;
    const fake = fakeCounter(
      { user: administrator },
      {
        'staff.add': () =>
          new Promise((resolve) => {
            release = () => resolve({ staff: [] });
          }),
      },
    );
    await openStaff(fake);
    await fillIn();
    await userEvent.keyboard('{F11}{F11}');
    await userEvent.keyboard('{F11}');
    expect(fake.count('staff.add')).toBe(1);
    release();
    await untilText('見本 責任さんを加えました');
  });

  test('返事が失われたあとの押し直しは、同じ依頼の番号を使う', async () => {
    const fake = fakeCounter({ user: administrator }, { 'staff.add': () => ({ staff: [] }) });
    let deaf = true;
    await openStaff({
      ...fake,
      invoke: async (method, json) => {
        const answer = await fake.invoke(method, json);
        return method === 'staff.add' && deaf ? Promise.reject(new Error('lost')) : answer;
      },
    });
    await fillIn();
    await userEvent.keyboard('{F11}');
    await untilText('記録できたかどうか分かりません。');
    deaf = false;
    await userEvent.keyboard('{F11}');
    await untilText('見本 責任さんを加えました');
    const numbers = fake.calls
      .filter((each) => each.method === 'staff.add')
      .map((each) => (each.input as { requestId: string }).requestId);
    expect(numbers).toHaveLength(2);
    expect(new Set(numbers).size).toBe(1);
  });

  test('登録済みの職員番号は、その欄で伝える', async () => {
    await openStaff(
      fakeCounter(
        { user: administrator },
        {
          'staff.add': () => {
            throw new Refusal('staffNumberTaken');
          },
        },
      ),
    );
    await fillIn();
    await userEvent.keyboard('{F11}');
    await until('欄', () => document.getElementById('staff-staffNumber')?.getAttribute('aria-invalid') === 'true');
    expect(document.getElementById('staff-staffNumber-problem')?.textContent).toContain('登録済み');
    expect(await violations()).toEqual([]);
  });

  test('管理者でなければ、だれがするかを伝える', async () => {
    const fake = fakeCounter();
    open(fake);
    await untilText('練習 一郎');
    useTask.getState().go({ kind: 'staff' });
    await untilText('職員は管理者が加えます');
    expect(fake.count('staff.list')).toBe(0);
    expect(await violations()).toEqual([]);
  });
});
