import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useSettings } from '../../../src-renderer/store/settings-slice.ts';
import type { Output } from '../../../src-shared/contract/counter-api.ts';
import { Refusal } from '../fake-counter.ts';
import { button, until, untilText, violations, visibleText } from '../mount.tsx';
import { administrator, id } from '../samples.ts';
import { choose, field, focusOn, openSettings, planned, recordOf, sent, stands, toTab, type } from './settings-page.ts';

afterEach(() => {
  useSettings.setState(useSettings.getInitialState(), true);
});

const withPlan: Output<'settings.view'> = {
  ...stands,
  rules: { ...stands.rules, changes: [{ ...planned, settings: { ...planned.settings } }] },
  history: [
    recordOf({
      act: 'policyChanged',
      code: 'D2',
      what: '回答の日数',
      from: '30日',
      to: '20日',
      effectiveFrom: '2027-04-01',
      reason: '要綱の改正',
      who: '見本 管理',
      named: planned.change,
      covers: null,
    }),
  ],
};

async function openRules(handlers: Parameters<typeof openSettings>[0] = {}, view: Output<'settings.view'> = stands) {
  const fake = await openSettings(handlers, { user: administrator }, view);
  await toTab('決まり');
  await untilText('新しい値');
  return fake;
}
const preview = (): string => document.querySelector('.rule-preview')?.textContent ?? '';
const rowOf = (name: string): string =>
  [...document.querySelectorAll('.rule-table tbody tr')].find((row) => row.textContent?.includes(name))?.textContent ??
  '';

describe('決まり (⚙)', () => {
  test('管理者が変えられる決まりが、規則の番号といまの値とともに、手数料のほか12並ぶ', async () => {
    await openRules();
    const rows = [...document.querySelectorAll('.rule-table tbody tr')];
    expect(rows).toHaveLength(12);
    expect(rowOf('回答の日数')).toContain('D230日');
    expect(rowOf('写真のない書類の点数')).toContain('I12点');
    expect(rowOf('保存年数')).toContain('決めていない');
    expect(rowOf('抽出確認の割合')).toContain('5%');
    expect(await violations()).toEqual([]);
  });

  test('新しい値を打つと、いまとこれから、規則の番号、窓口でかわることが出る', async () => {
    await openRules();
    await type('rule-value', '20');
    await until('見本', () => preview().includes('30日 → 20日'));
    expect(preview()).toContain('投函の翌日から20日めまで、回答書を受け付けます。');
    expect(preview()).toContain('D2');
  });

  test('いつからと理由を添えて記録し、キーボードは一覧に戻る', async () => {
    const fake = await openRules({ 'settings.changePolicy': () => withPlan });
    await type('rule-value', '２０');
    await type('rule-day', 'R9.4.1');
    await type('rule-reason', '要綱の改正');
    await userEvent.keyboard('{F11}');
    await untilText('回答の日数の変更を記録しました');
    expect(sent(fake, 'settings.changePolicy')).toMatchObject([
      { effectiveFrom: '2027-04-01', settings: { replyDays: 20 }, reason: '要綱の改正' },
    ]);
    await until('一覧', () => document.activeElement?.textContent === '回答の日数');
    expect(rowOf('回答の日数')).toContain('2027.4.1から 20日');
  });

  test.each([
    ['0日', 'replyDays', '0', '回答の日数は、1日から365日までの数字で入力してください。'],
    ['数字でない', 'replyDays', '二十', '回答の日数は、1日から365日までの数字で入力してください。'],
    ['いまと同じ', 'replyDays', '30', 'その日の決まりと同じです。'],
    ['一覧より多い点数', 'secondListDocumentsNeeded', '10', '写真のない書類の点数は、1点から9点まで'],
  ] as const)('%sときは、その欄で言い、送らない', async (_, key, value, message) => {
    const fake = await openRules();
    useSettings.getState().look({ rule: key });
    await until('開く', () => document.getElementById('settings-rule-value') !== null);
    await type('rule-value', value);
    await type('rule-day', '2027.4.1');
    await type('rule-reason', '要綱の改正');
    await userEvent.keyboard('{F11}');
    await untilText(message);
    expect(field('rule-value').getAttribute('aria-invalid')).toBe('true');
    expect(fake.count('settings.changePolicy')).toBe(0);
    expect(await violations()).toEqual([]);
  });

  test('↑↓で決まりを選び、書類の一覧は矢印と Space で選べ、Tab では一つの止まり', async () => {
    const fake = await openRules({ 'settings.changePolicy': () => stands });
    document.querySelector<HTMLElement>('.rule-table button[tabindex="0"]')?.focus();
    await userEvent.keyboard('{ArrowUp}');
    await untilText('顔写真付きの書類の一覧');
    expect(document.activeElement?.textContent).toBe('顔写真付きの書類の一覧');
    await userEvent.keyboard('{Tab}');
    await focusOn('rule-value');
    await userEvent.keyboard('{ArrowDown}{ArrowDown} ');
    expect(preview()).toContain('25種類 → 24種類・外す: パスポート');
    await userEvent.keyboard('{Home}{End}');
    expect(document.activeElement?.closest('label')?.textContent).toBe('精神障害者保健福祉手帳');
    expect(document.querySelectorAll('.check-list input[tabindex="0"]').length).toBe(1);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Tab}');
    await focusOn('rule-day');
    await type('rule-day', '2027.4.1');
    await type('rule-reason', '国の通知');
    await userEvent.keyboard('{F11}');
    await untilText('顔写真付きの書類の一覧の変更を記録しました');
    const [change] = sent(fake, 'settings.changePolicy');
    expect(change?.settings['photoDocuments']).toHaveLength(24);
    expect(change?.settings['photoDocuments']).not.toContain('passport');
  });

  test('打ちかけは決まりごとに残り、F2 のあとにも残る', async () => {
    await openRules();
    await type('rule-value', '25');
    useSettings.getState().look({ rule: 'idleLockMinutes' });
    await until('別の決まり', () => field('rule-value').value === '5');
    await userEvent.keyboard('{F2}');
    await untilText('設定を開く');
    await userEvent.click(button('設定を開く'));
    await untilText('新しい値');
    useSettings.getState().look({ rule: 'replyDays' });
    await until('もとの決まり', () => field('rule-value').value === '25');
  });

  test('予定の変更は、だれが・なぜとともに並び、理由を添えて取りやめられる', async () => {
    const fake = await openRules({ 'settings.withdrawChange': () => stands }, withPlan);
    await untilText('令和9年4月1日から 20日');
    await untilText('要綱の改正・見本 管理 11/20');
    await userEvent.click(button('取りやめる'));
    await untilText('令和9年4月1日からの変更を取りやめます');
    expect(await violations()).toEqual([]);
    await type('drop-reason', '改正が延期になったため');
    await userEvent.click(button('取りやめを記録'));
    await untilText('予定の変更を取りやめました');
    expect(sent(fake, 'settings.withdrawChange')).toMatchObject([
      { change: planned.change, reason: '改正が延期になったため' },
    ]);
  });

  test('本体に断られた取りやめは、その訳を箱の中で言い、箱は開いたまま', async () => {
    const words = 'この変更はもう効いています。';
    await openRules(
      {
        'settings.withdrawChange': () => {
          throw new Refusal('badFields', [{ field: 'change', message: words, suggestion: null }]);
        },
      },
      withPlan,
    );
    await userEvent.click(button('取りやめる'));
    await type('drop-reason', '誤りのため');
    await userEvent.click(button('取りやめを記録'));
    await untilText(words);
    expect(document.querySelector('dialog[open]')).not.toBeNull();
  });

  test('保存年数は、決めないことを選べる', async () => {
    const fake = await openRules(
      { 'settings.changePolicy': () => stands },
      {
        ...stands,
        rules: {
          ...stands.rules,
          changes: [{ change: id(0x811), effectiveFrom: '2026-10-01', settings: { retentionYears: 15 } }],
        },
      },
    );
    useSettings.getState().look({ rule: 'retentionYears' });
    await until('15年', () => field('rule-value').value === '15');
    await userEvent.click(document.querySelector('.settings-right .checkbox input') as Element, { force: true });
    await until('見本', () => preview().includes('15年 → 決めていない'));
    await type('rule-day', '2026.12.1');
    await type('rule-reason', '市の決まりを作り直すため');
    await userEvent.keyboard('{F11}');
    await until('送る', () => fake.count('settings.changePolicy') === 1);
    expect(sent(fake, 'settings.changePolicy')[0]?.settings).toEqual({ retentionYears: null });
  });

  test('封をした全国様式の即日は、まだ効かないことを言う', async () => {
    await openRules();
    useSettings.getState().look({ rule: 'sameDayForSealedNationalForm' });
    await untilText('まだ効きません。');
  });

  test('責任者には見せるだけで、F11はない', async () => {
    await openSettings();
    await toTab('決まり');
    await untilText('決まりは管理者が変えます。');
    expect(document.getElementById('settings-rule-value')).toBeNull();
    expect(visibleText()).not.toContain('変更を記録');
  });
});

describe('手数料 (F1)', () => {
  async function openFees(handlers: Parameters<typeof openSettings>[0] = {}, view = stands) {
    const fake = await openSettings(handlers, { user: administrator }, view);
    await toTab('手数料');
    await untilText('手数料を変える');
    return fake;
  }
  const inForce = {
    ...stands,
    rules: {
      ...stands.rules,
      changes: [
        {
          change: id(0x821),
          effectiveFrom: '2026-10-01',
          settings: { fees: [{ reason: 'カードの再交付', yen: 200 }] },
        },
      ],
    },
  };

  test('責任者には見せるだけで、管理者だけが変える', async () => {
    await openSettings({}, {}, inForce);
    await toTab('手数料');
    await untilText('カードの再交付 200円');
    expect(visibleText()).toContain('管理者が変えます');
    expect(document.getElementById('settings-fee-day')).toBeNull();
  });

  test('管理者は、行を足して、いつからと理由を記録する', async () => {
    const after = {
      ...inForce,
      rules: {
        ...inForce.rules,
        changes: [
          ...inForce.rules.changes,
          {
            change: id(0x822),
            effectiveFrom: '2026-12-01',
            settings: { fees: [{ reason: '紛失による再交付', yen: 300 }] },
          },
        ],
      },
    };
    const fake = await openFees({ 'settings.changeFees': () => after }, inForce);
    expect(field('fee-reason-0').value).toBe('カードの再交付');
    await type('fee-reason-1', '紛失による再交付');
    await type('fee-yen-1', '３００円');
    expect(document.getElementById('settings-fee-reason-2')).not.toBeNull();
    await userEvent.keyboard('{F11}');
    await untilText('直すところが2つあります');
    expect(await violations()).toEqual([]);
    await type('fee-day', 'R8.12.1');
    await type('fee-reason', '条例の改正');
    await userEvent.keyboard('{F11}');
    await untilText('手数料の変更を記録しました');
    expect(sent(fake, 'settings.changeFees')).toMatchObject([
      {
        effectiveFrom: '2026-12-01',
        fees: [
          { reason: 'カードの再交付', yen: 200 },
          { reason: '紛失による再交付', yen: 300 },
        ],
        reason: '条例の改正',
      },
    ]);
    await untilText('令和8年12月1日から 紛失による再交付 300円');
  });

  test.each([
    ['金額が数字でない', 'fee-yen-0', '二百', '金額は「200」のように数字で入力してください。'],
    ['今日より前の日', 'fee-day', '2026.11.23', '今日より前からは変えられません。'],
    ['個人番号らしい数字', 'fee-reason-0', '1234-5678-9018', '12桁の番号は入力しません。'],
  ])('%sときは、その欄で言い、送らない', async (_, name, text, message) => {
    const fake = await openFees();
    await type('fee-day', '2026.12.1');
    await type('fee-reason', '条例の改正');
    await type(name, text);
    await userEvent.keyboard('{F11}');
    await untilText(message);
    expect(field(name).getAttribute('aria-invalid')).toBe('true');
    expect(fake.count('settings.changeFees')).toBe(0);
  });
});

test('選んだ値は、二つから選ぶ決まりでも記録できる', async () => {
  const fake = await openRules({ 'settings.changePolicy': () => stands });
  useSettings.getState().look({ rule: 'leapBirthday' });
  await until('開く', () => document.querySelector('input[value="mar01"]') !== null);
  await choose('mar01');
  await until('見本', () => preview().includes('平年は2月28日 → 平年は3月1日'));
  await type('rule-day', '2026.12.1');
  await type('rule-reason', '端末の数え方に合わせるため');
  await userEvent.keyboard('{F11}');
  await until('送る', () => fake.count('settings.changePolicy') === 1);
  expect(sent(fake, 'settings.changePolicy')[0]?.settings).toEqual({ leapBirthday: 'mar01' });
});
