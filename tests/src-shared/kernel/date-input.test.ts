import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDateInput } from '../../../src-shared/kernel/date-input.ts';
import { addDays, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { formatWareki, formatWestern } from '../../../src-shared/kernel/wareki.ts';

function read(typed: string): string | null {
  const result = parseDateInput(typed);
  return result.ok ? result.value : null;
}

function refused(typed: string): { readonly message: string; readonly suggestion: string | null } | null {
  const result = parseDateInput(typed);
  return result.ok ? null : { message: result.failure.message, suggestion: result.failure.suggestion };
}

describe('日付の読み取り', () => {
  test.each([
    'S63.4.1',
    's630401',
    '昭和63年4月1日',
    '昭63/4/1',
    '19880401',
    '1988-04-01',
    '1988/4/1',
    '1988年4月1日',
    'Ｓ６３．４．１',
    '１９８８－０４－０１',
    'ｼｮｳﾜ63年4月1日',
    'S63・4・1',
    'S63。4。1',
    ' S63 4 1 ',
    '昭和 63年 4月 1日',
    '㍼63.4.1',
    'S63ー4ー1',
  ])('「%s」は昭和63年4月1日と読む', (typed) => {
    expect(read(typed)).toBe('1988-04-01');
  });

  test('明治・大正・昭和・平成・令和の頭文字を読む', () => {
    expect(read('M45.7.29')).toBe('1912-07-29');
    expect(read('T1.7.30')).toBe('1912-07-30');
    expect(read('H2.5.10')).toBe('1990-05-10');
    expect(read('r1.5.1')).toBe('2019-05-01');
    expect(read('令和元年5月1日')).toBe('2019-05-01');
    expect(read('R元.5.1')).toBe('2019-05-01');
  });

  test('元号の終わりの日は読み、その次の日は次の元号ではないかと尋ねる', () => {
    expect(read('S64.1.7')).toBe('1989-01-07');
    expect(refused('S64.1.8')).toEqual({
      message: '昭和64年は1月7日までです。平成元年1月8日ではありませんか。',
      suggestion: '1989-01-08',
    });
    expect(read('H31.4.30')).toBe('2019-04-30');
    expect(refused('H31.5.1')).toEqual({
      message: '平成31年は4月30日までです。令和元年5月1日ではありませんか。',
      suggestion: '2019-05-01',
    });
    expect(refused('H35.1.1')?.suggestion).toBe('2023-01-01');
  });

  test('元号の始まりより前は、前の元号ではないかと尋ねる', () => {
    expect(read('H1.1.8')).toBe('1989-01-08');
    expect(refused('H1.1.7')).toEqual({
      message: '平成元年は1月8日からです。昭和64年1月7日ではありませんか。',
      suggestion: '1989-01-07',
    });
  });

  test('ない日は、その月の終わりの日ではないかと尋ねる', () => {
    expect(refused('S63.2.30')?.suggestion).toBe('1988-02-29');
    expect(refused('2026-02-30')).toEqual({
      message: '2026年2月は28日までです。2月28日ではありませんか。',
      suggestion: '2026-02-28',
    });
    expect(refused('2026.13.1')?.suggestion).toBeNull();
    expect(refused('S0.1.1')?.suggestion).toBeNull();
  });

  test('旧暦のころの元号の日付は読まない', () => {
    expect(read('M6.1.1')).toBe('1873-01-01');
    expect(refused('M5.12.2')?.suggestion).toBeNull();
  });

  test.each(['', '　', 'あした', '2/30', '880401', 'S6341', '0988-01-01', '1988-04', '1988-04-01x'])(
    '「%s」は読めないことを伝える',
    (typed) => {
      const { message } = refused(typed) ?? { message: '' };
      expect(message).toMatch(/ください。$/);
      expect(message).not.toMatch(/エラー|不正|無効/);
    },
  );

  test('示した形はどれも、元の日に読み戻せる', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
        const date = addDays(plainDate('1873-01-01'), days);
        expect(read(formatWareki(date))).toBe(date);
        expect(read(formatWestern(date))).toBe(date);
        expect(read(date.replaceAll('-', ''))).toBe(date);
      }),
    );
  });

  test('どんな文字列でも、答えるか、日本語で伝えるかのどちらか', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const result = parseDateInput(typed);
        expect(result.ok || result.failure.message.length > 0).toBe(true);
      }),
    );
  });
});
