import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useSettings } from '../../../src-renderer/store/settings-slice.ts';
import { Refusal } from '../fake-counter.ts';
import { button, until, untilText, violations, visibleText } from '../mount.tsx';
import { id } from '../samples.ts';
import {
  choose,
  dayCell,
  field,
  focusOn,
  openSettings,
  pastClosure,
  recordOf,
  sent,
  stands,
  stop,
  type,
} from './settings-page.ts';

afterEach(() => {
  useSettings.setState(useSettings.getInitialState(), true);
});

/** as it is heard: what is drawn in the cell is not read out besides */
const nameOf = (cell: Element | null): string => cell?.querySelector('.visually-hidden')?.textContent ?? '';
const monthTitle = (): string => document.querySelector('.month-title')?.textContent ?? '';
const standing = (): string => nameOf(document.activeElement);

describe('月の暦 (L2、L3)', () => {
  test('開く日は時刻、休む日は訳、停止は時刻を、目でも耳でも言う', async () => {
    await openSettings();
    expect(monthTitle()).toBe('令和8年11月(2026年)');
    expect(nameOf(dayCell(24))).toBe('11月24日(火) 受付 9:00–17:00');
    expect(dayCell(24).getAttribute('aria-current')).toBe('date');
    expect(nameOf(dayCell(23))).toBe('11月23日(月) 休み(勤労感謝の日)');
    expect(dayCell(23).textContent).toContain('勤労感謝の日');
    expect(nameOf(dayCell(28))).toBe('11月28日(土) 休み(土曜日)');
    expect(dayCell(26).textContent).toContain('停止 12:00–13:00');
    expect(dayCell(26).closest('td')?.hasAttribute('data-closed')).toBe(false);
    expect(dayCell(28).closest('td')?.hasAttribute('data-closed')).toBe(true);
  });

  test('矢印で日と週、Home と End で週の端、PageUp と PageDown で月を動き、月をまたぐ', async () => {
    await openSettings();
    await userEvent.keyboard('{F8}');
    expect(standing()).toContain('11月24日');
    const walk: readonly (readonly [string, string])[] = [
      ['{ArrowRight}', '11月25日'],
      ['{ArrowDown}', '12月2日'],
      ['{ArrowUp}', '11月25日'],
      ['{Home}', '11月22日'],
      ['{End}', '11月28日'],
      ['{PageDown}', '12月28日'],
      ['{PageDown}', '1月28日'],
      ['{ArrowLeft}', '1月27日'],
      ['{PageUp}', '12月27日'],
    ];
    for (const [key, day] of walk) {
      await userEvent.keyboard(key);
      expect(standing()).toContain(day);
    }
    expect(monthTitle()).toBe('令和8年12月(2026年)');
    expect(document.querySelectorAll('.month-day[tabindex="0"]').length).toBe(1);
  });

  test('31日から2月へは、その月の最後の日に移る', async () => {
    await openSettings();
    useSettings.getState().look({ day: '2027-01-31', month: { year: 2027, month: 1 } });
    await until('1月', () => monthTitle().startsWith('令和9年1月'));
    await userEvent.keyboard('{F8}{PageDown}');
    expect(standing()).toContain('2月28日');
  });

  test('窓口ごとに見え、選んだ日の書き込みに、だれが・なぜがある', async () => {
    await openSettings();
    expect(dayCell(2).textContent).not.toContain('臨時閉庁');
    await choose('sobue');
    await until('祖父江', () => dayCell(2).textContent?.includes('臨時閉庁 庁舎の停電') === true);
    await userEvent.keyboard('{F8}{ArrowRight}{ArrowRight}');
    await untilText('見本 責任 11/20 14:05');
    expect(visibleText()).toContain('計画停止');
  });

  test('確かめていない年の祝日は、言葉と点線で見込みと分かる', async () => {
    await openSettings();
    useSettings.getState().look({ day: '2028-01-10', month: { year: 2028, month: 1 } });
    await untilText('2028年の祝日は見込みです。');
    expect(nameOf(dayCell(10))).toBe('1月10日(月) 休み(成人の日・見込み)');
    expect(dayCell(10).textContent).toContain('見込み');
    expect(dayCell(10).closest('td')?.hasAttribute('data-expected')).toBe(true);
    expect(dayCell(11).closest('td')?.hasAttribute('data-expected')).toBe(false);
    expect(await violations()).toEqual([]);
  });

  test('取り消した書き込みも、その日を選べば、書いた人と取り消した人が読める', async () => {
    const gone = recordOf({
      named: id(0x709),
      what: '臨時開庁 令和8年11月29日(日)9:00–12:00 すべての窓口',
      covers: { from: '2026-11-29', until: '2026-11-29' },
      takenBack: { at: '2026-11-23T09:00:00.000+09:00', who: '見本 管理', reason: '職員がそろわないため' },
    });
    await openSettings({}, {}, { ...stands, history: [gone] });
    await userEvent.keyboard('{F8}{End}{ArrowRight}');
    await untilText('取消し: 職員がそろわないため・見本 管理 11/23 9:00');
  });
});

describe('暦に加える', () => {
  test('日を選んで Enter を押すと、その日の欄ができ、停止は和暦の日と時刻で日をまたげる', async () => {
    const fake = await openSettings({ 'settings.addCalendarEntry': () => stands });
    await userEvent.keyboard('{F8}{ArrowRight}{Enter}');
    await focusOn('entry-kind');
    expect(field('entry-day').value).toBe('2026.11.25');
    await choose('systemStop');
    await type('entry-day', 'R8.12.5');
    await untilText('2026年12月5日');
    await type('entry-from', '22:00');
    await type('entry-lastDay', '2026.12.6');
    await type('entry-until', '６時３０分');
    await type('entry-reason', '全国の計画停止');
    await userEvent.keyboard('{F11}');
    await untilText('システム停止を暦に加えました');
    expect(sent(fake, 'settings.addCalendarEntry')).toMatchObject([
      {
        kind: 'systemStop',
        from: '2026-12-05T22:00',
        until: '2026-12-06T06:30',
        offices: null,
        reason: '全国の計画停止',
      },
    ]);
    expect(field('entry-reason').value).toBe('');
    await focusOn('entry-kind');
  });

  test('臨時開庁は窓口を選び、臨時閉庁は何日でも一度に書き込め、時刻を聞かない', async () => {
    const fake = await openSettings({ 'settings.addCalendarEntry': () => stands });
    await choose('specialOpening');
    await type('entry-day', '令和8年12月6日');
    await type('entry-from', '900');
    await type('entry-until', '12:00');
    await userEvent.click(field('entry-offices'), { force: true });
    await type('entry-reason', '日曜窓口');
    await userEvent.keyboard('{F11}');
    await untilText('臨時開庁を暦に加えました');
    await choose('specialClosure');
    expect(document.getElementById('settings-entry-from')).toBeNull();
    await type('entry-day', '2026.12.7');
    await type('entry-lastDay', '2026.12.9');
    await type('entry-reason', '庁舎の停電');
    await userEvent.keyboard('{F11}');
    await until('二つめ', () => fake.count('settings.addCalendarEntry') === 2);
    expect(sent(fake, 'settings.addCalendarEntry')).toMatchObject([
      { kind: 'specialOpening', from: '2026-12-06T09:00', until: '2026-12-06T12:00', offices: ['sobue', 'heiwa'] },
      { kind: 'specialClosure', from: '2026-12-07T00:00', until: '2026-12-09T23:59', offices: null },
    ]);
  });

  test('過ぎた日や食いちがう日は、気がかりを言い、確かめるまで送らない', async () => {
    const fake = await openSettings({ 'settings.addCalendarEntry': () => stands });
    await choose('specialClosure');
    await type('entry-day', '2026.11.20');
    await type('entry-reason', '庁舎の停電');
    await untilText('過ぎた日を含みます。その日にもう判定した受付は、そのまま残ります。');
    await userEvent.keyboard('{F11}');
    await untilText('直すところが1つあります');
    expect(fake.count('settings.addCalendarEntry')).toBe(0);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await focusOn('entry-acknowledged');
    await userEvent.keyboard(' {F11}');
    await untilText('臨時閉庁を暦に加えました');
    expect(sent(fake, 'settings.addCalendarEntry')).toMatchObject([{ acknowledged: ['past'] }]);
  });

  test('確かめたあとで日を変えると、もう一度確かめる', async () => {
    await openSettings();
    await choose('specialClosure');
    await type('entry-day', '2026.11.20');
    await type('entry-reason', '庁舎の停電');
    await untilText('過ぎた日を含みます');
    await userEvent.click(field('entry-acknowledged'), { force: true });
    expect(field('entry-acknowledged').checked).toBe(true);
    await type('entry-day', '2026.11.19');
    await until('外れる', () => !field('entry-acknowledged').checked);
  });

  test('直すところは欄ごとに言い、何も送らず、入力したものは F2 のあとにも残る', async () => {
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
    await userEvent.keyboard('{F2}');
    await untilText('設定を開く');
    await userEvent.click(button('設定を開く'));
    await untilText('暦に加える');
    expect(field('entry-from').value).toBe('13:00');
    expect(fake.count('settings.addCalendarEntry')).toBe(0);
  });

  test('取消しは理由を聞き、やめれば何も送らない', async () => {
    const fake = await openSettings({
      'settings.dropCalendarEntry': () => ({ ...stands, rules: { ...stands.rules, calendar: [pastClosure] } }),
    });
    await userEvent.keyboard('{F8}{ArrowRight}{ArrowRight}');
    await userEvent.click(button('取り消す'));
    await untilText('システム停止を取り消します');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await until('閉じる', () => document.querySelector('dialog') === null);
    expect(fake.count('settings.dropCalendarEntry')).toBe(0);
    await userEvent.click(button('取り消す'));
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
    await untilText('臨時閉庁を暦に加えました');
    const numbers = sent(fake, 'settings.addCalendarEntry').map(({ requestId }) => requestId);
    expect(numbers).toHaveLength(2);
    expect(new Set(numbers).size).toBe(1);
  });
});
