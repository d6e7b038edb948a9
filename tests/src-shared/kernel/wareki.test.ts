import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import {
  formatMonthDay,
  formatWareki,
  formatWarekiWithWestern,
  formatWesternWithWareki,
} from '../../../src-shared/kernel/wareki.ts';

describe('和暦', () => {
  test('改元の日とその前の日', () => {
    expect(formatWareki(plainDate('2019-05-01'))).toBe('令和元年5月1日');
    expect(formatWareki(plainDate('2019-04-30'))).toBe('平成31年4月30日');
    expect(formatWareki(plainDate('1989-01-08'))).toBe('平成元年1月8日');
    expect(formatWareki(plainDate('1989-01-07'))).toBe('昭和64年1月7日');
    expect(formatWareki(plainDate('1926-12-25'))).toBe('昭和元年12月25日');
    expect(formatWareki(plainDate('1926-12-24'))).toBe('大正15年12月24日');
    expect(formatWareki(plainDate('1912-07-30'))).toBe('大正元年7月30日');
    expect(formatWareki(plainDate('1912-07-29'))).toBe('明治45年7月29日');
  });

  test('明治6年より前は西暦で示す', () => {
    expect(formatWareki(plainDate('1873-01-01'))).toBe('明治6年1月1日');
    expect(formatWareki(plainDate('1872-12-31'))).toBe('1872年12月31日');
  });

  test('生年月日は和暦を先に、カードの期限は西暦を先に示す', () => {
    expect(formatWarekiWithWestern(plainDate('1988-04-01'))).toBe('昭和63年4月1日(1988年)');
    expect(formatWesternWithWareki(plainDate('2030-04-01'))).toBe('2030年(令和12年)4月1日');
    expect(formatMonthDay(plainDate('2026-11-25'))).toBe('11月25日(水)');
  });

  test('明治6年から令和まで、毎日が国際規格の和暦と同じ', () => {
    const published = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
    for (let day: PlainDate = plainDate('1873-01-01'); day < '2040-01-01'; day = addDays(day, 1)) {
      if (formatWareki(day) !== published.format(new Date(`${day}T00:00:00Z`))) {
        expect(formatWareki(day)).toBe(published.format(new Date(`${day}T00:00:00Z`)));
      }
    }
  });
});
