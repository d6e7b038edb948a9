import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useSettings } from '../../../src-renderer/store/settings-slice.ts';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import type { CalendarEntry } from '../../../src-shared/contract/api/settings-api.ts';
import type { Input, Output } from '../../../src-shared/contract/counter-api.ts';
import { type FakeCounter, fakeCounter, Refusal } from '../fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from '../mount.tsx';
import { administrator, id, quietHome, supervisor } from '../samples.ts';

afterEach(() => {
  useSettings.setState(useSettings.getInitialState(), true);
});

const stop: CalendarEntry = {
  entry: id(0x701),
  kind: 'systemStop',
  from: '2026-11-26T12:00',
  until: '2026-11-26T13:00',
  offices: null,
  reason: '計画停止',
};
const pastClosure: CalendarEntry = {
  entry: id(0x702),
  kind: 'specialClosure',
  from: '2026-11-02T00:00',
  until: '2026-11-02T23:59',
  offices: ['sobue'],
  reason: '庁舎の停電',
};
const stands: Output<'settings.view'> = {
  rules: { calendar: [pastClosure, stop], changes: [], holidays: [] },
  history: [],
  fees: [{ reason: 'カードの再交付', yen: 200 }],
};

async function openSettings(
  handlers: Parameters<FakeCounter['answer']>[0] = {},
  changes: Partial<ProgramStatus> = { user: supervisor },
): Promise<FakeCounter> {
  const fake = fakeCounter(changes);
  fake.answer({ 'home.today': quietHome, 'settings.view': () => stands, ...handlers });
  open(fake);
  await untilText('暦と手数料を開く');
  await userEvent.click(button('暦と手数料を開く'));
  await untilText('計画停止');
  return fake;
}

async function type(field: string, text: string): Promise<void> {
  await userEvent.fill(document.getElementById(`settings-${field}`) as Element, text);
}
async function choose(kind: CalendarEntry['kind']): Promise<void> {
  await userEvent.click(document.querySelector(`input[value="${kind}"]`) as Element, { force: true });
}
function sent<Name extends 'settings.addCalendarEntry' | 'settings.changeFees' | 'settings.dropCalendarEntry'>(
  fake: FakeCounter,
  method: Name,
): readonly Input<Name>[] {
  return fake.calls.filter((each) => each.method === method).map((each) => each.input as Input<Name>);
}

describe('暦 (L2、L3)', () => {
  test('これからの書き込みが先に並び、終わったものは読めるだけで取り消せない', async () => {
    await openSettings();
    const rows = [...document.querySelectorAll('.settings-entry')].map((row) => row.textContent ?? '');
    expect(rows[0]).toContain('システム停止令和8年11月26日(木)12:00–13:00統合端末計画停止');
    expect(rows[1]).toContain('臨時閉庁令和8年11月2日(月)の一日祖父江支所庁舎の停電終わりました');
    expect(document.querySelectorAll('.settings-entry .button').length).toBe(1);
  });

  test('停止は、和暦の日と時刻で加え、日をまたげる', async () => {
    const fake = await openSettings({ 'settings.addCalendarEntry': () => stands });
    await choose('systemStop');
    await type('entry-day', 'R8.12.5');
    await untilText('2026年12月5日');
    await type('entry-from', '22:00');
    await type('entry-lastDay', '2026.12.6');
    await type('entry-until', '６時３０分');
    await type('entry-reason', '全国の計画停止');
    await userEvent.keyboard('{F11}');
    await untilText('暦に加えました');
    expect(sent(fake, 'settings.addCalendarEntry')).toMatchObject([
      {
        kind: 'systemStop',
        from: '2026-12-05T22:00',
        until: '2026-12-06T06:30',
        offices: null,
        reason: '全国の計画停止',
      },
    ]);
    expect((document.getElementById('settings-entry-reason') as HTMLInputElement).value).toBe('');
    await until('焦点', () => document.activeElement?.id === 'settings-entry-kind');
  });

  test('臨時開庁は窓口を選び、臨時閉庁は一日で時刻を聞かない', async () => {
    const fake = await openSettings({ 'settings.addCalendarEntry': () => stands });
    await choose('specialOpening');
    await type('entry-day', '令和8年12月6日');
    await type('entry-from', '900');
    await type('entry-until', '12:00');
    await userEvent.click(document.getElementById('settings-entry-offices') as Element, { force: true });
    await type('entry-reason', '日曜窓口');
    await userEvent.keyboard('{F11}');
    await untilText('暦に加えました');
    await choose('specialClosure');
    expect(document.getElementById('settings-entry-from')).toBeNull();
    await type('entry-day', '2026.12.7');
    await type('entry-reason', '庁舎の停電');
    await userEvent.keyboard('{F11}');
    await until('二つめ', () => fake.count('settings.addCalendarEntry') === 2);
    expect(sent(fake, 'settings.addCalendarEntry')).toMatchObject([
      { kind: 'specialOpening', from: '2026-12-06T09:00', until: '2026-12-06T12:00', offices: ['sobue', 'heiwa'] },
      { kind: 'specialClosure', from: '2026-12-07T00:00', until: '2026-12-07T23:59', offices: null },
    ]);
  });

  test('直すところは欄ごとに言い、何も送らず、入力したものは残る', async () => {
    const fake = await openSettings();
    await userEvent.keyboard('{F11}');
    await untilText('直すところが1つあります');
    await choose('systemStop');
    await type('entry-day', '2026.12.5');
    await type('entry-from', '13:00');
    await type('entry-until', '12:00');
    await type('entry-reason', '停止');
    await userEvent.keyboard('{F11}');
    await untilText('終わりが、始まりより前です。');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await untilText('暦と手数料を開く');
    await userEvent.click(button('暦と手数料を開く'));
    await untilText('計画停止');
    expect((document.getElementById('settings-entry-from') as HTMLInputElement).value).toBe('13:00');
    expect(fake.count('settings.addCalendarEntry')).toBe(0);
  });

  test('取消しは理由を聞き、やめれば何も送らない', async () => {
    const fake = await openSettings({
      'settings.dropCalendarEntry': () => ({
        ...stands,
        rules: { calendar: [pastClosure], changes: [], holidays: [] },
      }),
    });
    await userEvent.click(document.querySelector('.settings-entry .button') as Element);
    await untilText('システム停止を取り消します');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await until('閉じる', () => document.querySelector('dialog') === null);
    expect(fake.count('settings.dropCalendarEntry')).toBe(0);
    await userEvent.click(document.querySelector('.settings-entry .button') as Element);
    await userEvent.click(button('取消しを記録'));
    await untilText('理由を入力してください');
    await type('drop-reason', '停止が延期になったため');
    await userEvent.click(button('取消しを記録'));
    await untilText('暦の書き込みを取り消しました');
    expect(sent(fake, 'settings.dropCalendarEntry')).toMatchObject([
      { entry: stop.entry, reason: '停止が延期になったため' },
    ]);
  });

  test('返事が失われたあとの押し直しは、同じ依頼の番号を使う', async () => {
    let deaf = true;
    const fake = await openSettings({
      'settings.addCalendarEntry': () => {
        if (deaf) throw new Refusal('resultUnknown');
        return stands;
      },
    });
    await choose('specialClosure');
    await type('entry-day', '2026.12.7');
    await type('entry-reason', '庁舎の停電');
    await userEvent.keyboard('{F11}');
    await until('一度め', () => document.querySelector('.banner') !== null);
    deaf = false;
    await userEvent.keyboard('{F11}');
    await untilText('暦に加えました');
    const numbers = sent(fake, 'settings.addCalendarEntry').map(({ requestId }) => requestId);
    expect(numbers).toHaveLength(2);
    expect(new Set(numbers).size).toBe(1);
  });
});

describe('手数料 (F1)', () => {
  test('責任者には見せるだけで、管理者だけが変える', async () => {
    await openSettings();
    expect(visibleText()).toContain('カードの再交付 200円');
    expect(visibleText()).toContain('管理者が変えます');
    expect(document.getElementById('settings-fee-day')).toBeNull();
  });

  test('管理者は、行を足して、いつからと理由を記録する', async () => {
    const planned = {
      ...stands,
      rules: {
        ...stands.rules,
        changes: [
          {
            change: id(0x801),
            effectiveFrom: '2026-12-01',
            settings: { fees: [{ reason: '紛失による再交付', yen: 300 }] },
          },
        ],
      },
    };
    const fake = await openSettings({ 'settings.changeFees': () => planned }, { user: administrator });
    expect((document.getElementById('settings-fee-reason-0') as HTMLInputElement).value).toBe('カードの再交付');
    await type('fee-reason-1', '紛失による再交付');
    await type('fee-yen-1', '３００円');
    expect(document.getElementById('settings-fee-reason-2')).not.toBeNull();
    await userEvent.keyboard('{F8}');
    await untilText('直すところが2つあります');
    expect(await violations()).toEqual([]);
    await type('fee-day', 'R8.12.1');
    await type('fee-reason', '条例の改正');
    await userEvent.keyboard('{F8}');
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
  ])('%sときは、その欄で言い、送らない', async (_, field, text, message) => {
    const fake = await openSettings({}, { user: administrator });
    await type('fee-day', '2026.12.1');
    await type('fee-reason', '条例の改正');
    await type(field, text);
    await userEvent.keyboard('{F8}');
    await untilText(message);
    expect(document.getElementById(`settings-${field}`)?.getAttribute('aria-invalid')).toBe('true');
    expect(fake.count('settings.changeFees')).toBe(0);
  });
});

describe('設定の入口', () => {
  test('職員の今日の窓口には出ず、開いてもだれがするかを伝える', async () => {
    const fake = fakeCounter();
    fake.answer({ 'home.today': quietHome });
    open(fake);
    await untilText('お知らせ');
    expect(visibleText()).not.toContain('暦と手数料を開く');
    useTask.getState().go({ kind: 'settings' });
    await untilText('設定は責任者か管理者が変えます');
    expect(fake.count('settings.view')).toBe(0);
    expect(await violations()).toEqual([]);
  });

  test.each([
    ['ふつうの幅', 1366, 768],
    ['一列', 683, 384],
  ])('%sで、axe の指摘がなく、横にはみ出さない', async (_, width, height) => {
    await page.viewport(width, height);
    const fake = fakeCounter({ user: administrator });
    fake.answer({ 'home.today': quietHome, 'settings.view': () => stands });
    open(fake);
    await untilText('お知らせ');
    useTask.getState().go({ kind: 'settings' });
    await untilText('計画停止');
    await choose('systemStop');
    await untilText('終わりの時刻');
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const main = document.querySelector('.task-main');
    expect(main?.scrollWidth).toBeLessThanOrEqual(main?.clientWidth ?? 0);
  });
});
