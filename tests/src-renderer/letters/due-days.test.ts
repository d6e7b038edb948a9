import { describe, expect, test } from 'vitest';
import { printRuns } from '../../../src-renderer/screens/letters/after-posting.ts';
import { dueDays, dueSentence } from '../../../src-renderer/screens/letters/due-days.ts';
import { leftFace, letterGroups } from '../../../src-renderer/screens/letters/letter-groups.ts';
import { DEFAULT_CALENDAR } from '../../../src-shared/domain/calendar.ts';
import { policyOn } from '../../../src-shared/domain/policy.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { id } from '../samples.ts';
import { sampleLetters } from './letters-page.ts';

const policy = policyOn(plainDate('2026-12-01'));

describe('期限の日々 (D2)', () => {
  test('12月31日の期限は、年末年始のあとの1月4日まで延びる', () => {
    const due = { postedOn: '2026-12-01', dueOn: '2026-12-31', acceptedUntil: '2027-01-04' };
    const days = dueDays(due, '2026-12-28', DEFAULT_CALENDAR, policy);
    expect(days.map(({ day }) => day)).toEqual([
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
      '2027-01-05',
    ]);
    expect(days.map(({ closed }) => closed)).toEqual([true, true, true, true, false, false]);
    expect(days.map(({ part }) => part)).toEqual(['due', 'before', 'before', 'before', 'last', 'after']);
    expect(days[0]?.notes).toEqual(['30日目']);
  });

  test('12月29日の期限では、延びる日をすべて示す', () => {
    const due = { postedOn: '2026-11-29', dueOn: '2026-12-29', acceptedUntil: '2027-01-04' };
    const days = dueDays(due, '2026-12-28', DEFAULT_CALENDAR, policy);
    expect(days[0]?.day).toBe('2026-12-29');
    expect(days.at(-1)?.day).toBe('2027-01-05');
    expect(days.filter(({ part }) => part === 'last').map(({ day }) => day)).toEqual(['2027-01-04']);
  });

  test('延びない期限は、30日目がそのまま最終日になる', () => {
    const due = { postedOn: '2026-11-04', dueOn: '2026-12-04', acceptedUntil: '2026-12-04' };
    const last = dueDays(due, '2026-11-24', DEFAULT_CALENDAR, policy).find(({ part }) => part === 'last');
    expect(last).toMatchObject({ day: '2026-12-04', closed: false, notes: ['30日目', '最終日'] });
  });

  test.each([
    ['最終日の当日', '2026-11-24', '今日11月24日(火)まで', '受け付けます。'],
    ['最終日の前日', '2026-11-23', '11月24日(火)まで', '受け付けます。'],
    ['最終日の翌日', '2026-11-25', '11月24日(火)で期限が切れました。', '発行できません。新しい申請が要ります。'],
  ])('%sの説明', (_, today, until, rest) => {
    const due = { postedOn: '2026-10-23', dueOn: '2026-11-22', acceptedUntil: '2026-11-24' };
    expect(dueSentence(due, today)).toMatchObject({ until, rest });
  });
});

describe('残りの言葉と組', () => {
  test.each([
    ['open', 0, '今日まで'],
    ['open', 1, 'あと1日'],
    ['open', 3, 'あと3日'],
    ['open', 4, 'あと4日'],
    ['lapsed', -1, '1日過ぎ'],
    ['returned', null, '宛所不明'],
    ['toPost', null, '投函待ち'],
    ['replied', null, '回答受領'],
  ] as const)('%s・%sは「%s」', (state, daysLeft, words) => {
    expect(leftFace({ state, daysLeft, held: null }).words).toBe(words);
  });

  test('3日は3日以内、4日は4日以上に入る', () => {
    const titleOf = (daysLeft: number): string | undefined => {
      const [row] = sampleLetters.filter(({ state }) => state === 'open');
      return row === undefined ? undefined : letterGroups([{ ...row, daysLeft }], '')[0]?.title;
    };
    expect(titleOf(3)).toBe('3日以内');
    expect(titleOf(4)).toBe('4日以上');
  });

  test.each([
    ['ひらがなで', 'れんしゅう よしこ'],
    ['半角カナで', 'ﾖｼｺ'],
    ['漢字で', '良子'],
    ['受付番号で', '0008'],
  ])('%s見つかる', (_, searched) => {
    const found = letterGroups(sampleLetters, searched).flatMap(({ rows }) => rows.map(({ summary }) => summary.name));
    expect(found).toEqual(['練習 良子']);
  });
});

describe('投函したあとの印刷', () => {
  test.each([
    [1, [1]],
    [60, [60]],
    [61, [60, 1]],
    [121, [60, 60, 1]],
  ])('%d通は、60通ずつに分ける', (count, runs) => {
    const letter = {
      number: 1,
      postedOn: '2026-11-24',
      dueOn: '2026-12-24',
      acceptedUntil: '2026-12-24',
      returned: false,
    };
    const posted = Array.from({ length: count }, (_, number) => ({ case: id(number), receipt: 'S01', letter }));
    expect(printRuns(posted).map((cases) => cases.length)).toEqual(runs);
    expect(new Set(printRuns(posted).flat()).size).toBe(count);
  });
});
