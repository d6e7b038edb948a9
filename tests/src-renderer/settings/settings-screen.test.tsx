import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useSettings } from '../../../src-renderer/store/settings-slice.ts';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import { DEFAULT_CALENDAR } from '../../../src-shared/domain/calendar.ts';
import { fakeCounter } from '../fake-counter.ts';
import { button, open, until, untilText, violations, visibleText } from '../mount.tsx';
import { administrator, quietHome } from '../samples.ts';
import { field, focusOn, openSettings, recordOf, sent, stands, toTab, type } from './settings-page.ts';

afterEach(() => {
  useSettings.setState(useSettings.getInitialState(), true);
});

const seededOf = (year: number) =>
  Object.entries(DEFAULT_CALENDAR.holidays)
    .filter(([day]) => day.startsWith(`${year}-`))
    .map(([on, name]) => ({ on, name }));

describe('祝日 (L2)', () => {
  test('いまの一覧のまま確かめると、その年の全部の日を送る', async () => {
    const fake = await openSettings({ 'settings.confirmHolidays': () => stands });
    await toTab('祝日');
    await untilText('令和9年(2027年)の祝日');
    await untilText('17日 → 17日(ちがいはありません)');
    await userEvent.keyboard('{F11}');
    await untilText('照らしたものを入力してください');
    expect(fake.count('settings.confirmHolidays')).toBe(0);
    expect(await violations()).toEqual([]);
    await type('holiday-reason', '令和8年2月の官報');
    await userEvent.keyboard('{F11}');
    await untilText('2027年の祝日を確かめました');
    expect(sent(fake, 'settings.confirmHolidays')).toMatchObject([
      { year: 2027, days: seededOf(2027), reason: '令和8年2月の官報' },
    ]);
  });

  test('一覧にない日を外し、ある日を加え、ちがいを見てから確かめる', async () => {
    const fake = await openSettings({ 'settings.confirmHolidays': () => stands });
    await toTab('祝日');
    await untilText('成人の日');
    field('holiday-kept').focus();
    await userEvent.keyboard('{ArrowDown} ');
    await type('holiday-day-0', 'R9.1.18');
    await type('holiday-name-0', '成人の日');
    await untilText('1月11日(月) 成人の日 外す');
    await untilText('1月18日(月) 成人の日 加える');
    expect(document.getElementById('settings-holiday-day-1')).not.toBeNull();
    await type('holiday-reason', '令和8年2月の官報');
    await userEvent.keyboard('{F11}');
    await until('送る', () => fake.count('settings.confirmHolidays') === 1);
    const days = sent(fake, 'settings.confirmHolidays')[0]?.days ?? [];
    expect(days).toHaveLength(17);
    expect(days.map(({ on }) => on)).toContain('2027-01-18');
    expect(days.map(({ on }) => on)).not.toContain('2027-01-11');
  });

  test.each([
    ['ほかの年の日', '2028.1.18', '成人の日', '2027年の日を入力してください。'],
    ['もうある日', '2027.1.1', '元日', '同じ日の行が、上にもあります。'],
    ['名前がない', '2027.1.18', '', '祝日の名前を入力してください。'],
    ['個人番号らしい数字', '2027.1.18', '123456789018', '12桁の番号は入力しません。'],
  ])('加える日が%sときは、その欄で言い、送らない', async (_, day, name, message) => {
    const fake = await openSettings();
    await toTab('祝日');
    await untilText('成人の日');
    await type('holiday-day-0', day);
    await type('holiday-name-0', name);
    await type('holiday-reason', '官報');
    await userEvent.keyboard('{F11}');
    await untilText(message);
    expect(fake.count('settings.confirmHolidays')).toBe(0);
  });

  test('過ぎた日を外すことはできない', async () => {
    const fake = await openSettings();
    await toTab('祝日');
    await untilText('令和9年(2027年)の祝日');
    await userEvent.click(document.querySelector('input[value="2026"]') as Element, { force: true });
    await untilText('令和8年(2026年)の祝日');
    field('holiday-kept').focus();
    await userEvent.keyboard(' ');
    await type('holiday-reason', '官報');
    await userEvent.keyboard('{F11}');
    await untilText('2026-01-01は過ぎた日です。');
    expect(fake.count('settings.confirmHolidays')).toBe(0);
  });
});

describe('変更の記録', () => {
  const history = [
    recordOf({
      act: 'policyChanged',
      code: 'D2',
      what: '回答の日数',
      from: '30日',
      to: '20日',
      effectiveFrom: '2027-04-01',
      reason: '要綱の改正',
      who: '見本 管理',
      covers: null,
      takenBack: { at: '2026-11-22T09:00:00.000+09:00', who: '見本 管理', reason: '改正が延期になったため' },
    }),
    recordOf({}),
  ];

  test('いつ・だれが・何を・いつから・なぜが並び、取り消したことも読める', async () => {
    await openSettings({}, {}, { ...stands, history });
    await toTab('変更の記録');
    await untilText('30日 → 20日');
    const [first] = document.querySelectorAll('.history-table tbody tr');
    expect(first?.textContent).toContain('2026.11.20 14:05見本 管理決まりを変えた回答の日数 D2');
    expect(first?.textContent).toContain('令和9年4月1日要綱の改正');
    await untilText('2026.11.22に見本 管理が取り消し(改正が延期になったため)');
    expect(await violations()).toEqual([]);
  });

  test('F9で印刷、F10で書き出せる', async () => {
    const fake = await openSettings(
      {
        'list.print': () => ({ path: null, rows: 2 }),
        'list.export': () => ({ path: 'D:\\書き出し\\設定の変更の記録.csv', rows: 2 }),
      },
      {},
      { ...stands, history },
    );
    await toTab('変更の記録');
    await untilText('30日 → 20日');
    await userEvent.keyboard('{F9}');
    await untilText('設定の変更の記録を印刷しました(2行)');
    await userEvent.keyboard('{F10}');
    await untilText('書き出す形を選びます');
    await userEvent.keyboard('{Enter}');
    await untilText('設定の変更の記録を書き出しました(2行)');
    expect(sent(fake, 'list.export')).toMatchObject([{ list: 'settings', format: 'csv' }]);
  });

  test('何も変えていないときは、何が残るかを言う', async () => {
    await openSettings({}, {}, { ...stands, history: [] });
    await toTab('変更の記録');
    await untilText('まだ何も変えていません。');
  });
});

describe('封筒の窓 (D1)', () => {
  test('管理者は、宛名の位置をミリで動かして F11 で記録する', async () => {
    const fake = await openSettings(
      { 'print.offsets': () => ({ xMm: 0, yMm: 0 }), 'print.setOffsets': ({ xMm, yMm }) => ({ xMm, yMm }) },
      { user: administrator },
    );
    await toTab('封筒の窓');
    const place = (side: string) => document.getElementById(`letter-place-${side}`) as HTMLInputElement;
    await until('欄', () => place('x')?.value === '0');
    await userEvent.fill(place('x'), '２．５');
    await userEvent.keyboard('{F11}');
    await untilText('宛名の位置を記録しました');
    expect(sent(fake, 'print.setOffsets')).toMatchObject([{ xMm: 2.5, yMm: 0 }]);
    await userEvent.fill(place('x'), '100');
    await userEvent.keyboard('{F11}');
    await until('断る', () => place('x').getAttribute('aria-invalid') === 'true');
    expect(fake.count('print.setOffsets')).toBe(1);
    expect(await violations()).toEqual([]);
  });

  test('責任者には、管理者が変えることを伝える', async () => {
    await openSettings();
    await toTab('封筒の窓');
    await untilText('管理者が変えます');
    expect(document.getElementById('letter-place-x')).toBeNull();
  });
});

describe('設定の節', () => {
  test('開くと暦に立ち、数字と矢印で節を選べ、欄の中の数字は節を選ばない', async () => {
    await openSettings();
    await until('焦点', () => document.activeElement?.id === 'settings-tab-calendar');
    await userEvent.keyboard('3');
    await untilText('回答の日数');
    await until('焦点', () => document.activeElement?.id === 'settings-tab-rules');
    await userEvent.keyboard('{ArrowRight}');
    await untilText('手数料を変える');
    await userEvent.keyboard('1');
    await untilText('暦に加える');
    field('entry-reason').focus();
    await userEvent.keyboard('3');
    expect(field('entry-reason').value).toBe('3');
    expect(useSettings.getState().section).toBe('calendar');
    await focusOn('entry-reason');
  });

  test('職員の今日の窓口には出ず、開いてもだれがするかを伝える', async () => {
    const fake = fakeCounter();
    fake.answer({ 'home.today': quietHome });
    open(fake);
    await untilText('お知らせ');
    expect(visibleText()).not.toContain('設定を開く');
    useTask.getState().go({ kind: 'settings' });
    await untilText('設定は責任者か管理者が変えます');
    expect(fake.count('settings.view')).toBe(0);
    expect(await violations()).toEqual([]);
  });

  const sections = ['暦', '祝日', '決まり', '手数料', '封筒の窓', '変更の記録'] as const;
  test.each([
    ['ふつうの幅', 1366, 768],
    ['125%', 1093, 614],
    ['一列', 683, 384],
  ])('%sで、どの節にも axe の指摘がなく、横にはみ出さない', async (_, width, height) => {
    await page.viewport(width, height);
    await openSettings({ 'print.offsets': () => ({ xMm: 0, yMm: 0 }) }, { user: administrator });
    for (const section of sections) {
      await userEvent.click(button(section));
      expect(await violations(), section).toEqual([]);
      expect(document.documentElement.scrollWidth, section).toBeLessThanOrEqual(width);
      const main = document.querySelector('.task-main');
      expect(main?.scrollWidth, section).toBeLessThanOrEqual(main?.clientWidth ?? 0);
    }
  });
});
