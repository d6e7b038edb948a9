import { describe, expect, test } from 'vitest';
import { InquiryFlow } from '../../../src-renderer/components/reasons/inquiry-flow.tsx';
import { BatchPanel } from '../../../src-renderer/screens/letters/batch-panel.tsx';
import { dueDays } from '../../../src-renderer/screens/letters/due-days.ts';
import { type Rules, rulesFrom } from '../../../src-renderer/store/rules.ts';
import { holidaysOfYear } from '../../../src-shared/domain/holiday-years.ts';
import { calendarWith } from '../../../src-shared/domain/rules-in-force.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { show, untilText, visibleText } from '../mount.tsx';

const unconfirmed = rulesFrom({ calendar: [], changes: [], holidays: [] });
const days2028 = holidaysOfYear(2028, calendarWith([])).map((day) => ({ ...day }));
const confirmed = rulesFrom({ calendar: [], changes: [], holidays: [{ year: 2028, days: days2028 }] });

/** 投函から30日め: 2028年1月8日(土)。成人の日(1月10日)が見込みのとおりなら、最終日は1月11日 */
const posted = plainDate('2027-12-09');

describe('見込みの言葉 (D2、L2)', () => {
  test.each([
    ['確かめていない年', unconfirmed, true],
    ['確かめた年', confirmed, false],
  ])('これからの流れは、%sにかかる期限で見込みと言う', async (_, rules, expected) => {
    show(<InquiryFlow today={posted} rules={rules} represented issues />);
    await untilText('1月11日(火)まで受け付けます');
    expect(visibleText().includes('2028年の祝日を確かめていないため、見込みです')).toBe(expected);
  });

  test.each([
    ['確かめていない年', unconfirmed, true],
    ['確かめた年', confirmed, false],
  ])('今日の投函は、%sにかかる期限で見込みと言う', async (_, rules: Rules, expected) => {
    show(
      <BatchPanel waiting={1} chosen={1} today={posted} calendar={rules.calendar} policy={rules.policyOf(posted)} />,
    );
    await untilText('1月11日(火)まで受け付けます');
    expect(visibleText().includes('2028年の祝日は見込みです。')).toBe(expected);
  });

  test('投函した照会書の日々では、確かめていない祝日にその言葉が付き、最終日は動かない', () => {
    const due = { postedOn: '2027-12-09', dueOn: '2028-01-08', acceptedUntil: '2028-01-11' };
    const notesOn = (rules: Rules, day: string) =>
      dueDays(due, '2028-01-05', rules.calendar, rules.policyOf(posted)).find((each) => each.day === day)?.notes;
    expect(notesOn(unconfirmed, '2028-01-10')).toEqual(['祝日(見込み)']);
    expect(notesOn(confirmed, '2028-01-10')).toEqual(['祝日']);
    expect(notesOn(unconfirmed, '2028-01-11')).toEqual(['最終日']);
  });
});
