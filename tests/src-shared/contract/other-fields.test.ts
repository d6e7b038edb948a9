import { describe, expect, test } from 'vitest';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { checkIssuance, readSerial } from '../../../src-shared/contract/issue-fields.ts';
import { checkNewStaff, checkPlace } from '../../../src-shared/contract/staff-fields.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { clerk } from '../../support/made-up.ts';
import { hardWords, plainSentence } from './plain-words.ts';

const today = plainDate('2026-11-24');
const personalNumber = '123456789018';

function expectPlain(messages: readonly string[]): void {
  for (const message of messages) {
    expect(message).toMatch(plainSentence);
    expect(message).not.toMatch(hardWords);
  }
}

describe('発行の欄', () => {
  const one = { line: 2, serial: '2A7F-19C2-440B', expiresOn: '2030-04-01' };
  const fieldsOf = (typed: readonly { line: number; serial: string; expiresOn: string }[]) => {
    const checked = checkIssuance(typed, today);
    if (checked.ok) return [];
    expectPlain(checked.failure.map((each) => each.message));
    return checked.failure.map((each) => each.field);
  };

  test('発行番号は、全角・小文字・長音の棒でも読める', () => {
    expect(readSerial('２ａ７ｆ－１９ｃ２ー４４０ｂ')).toBe('2A7F-19C2-440B');
    expect(readSerial(' 2a7f 19c2 440b ')).toBe('2A7F19C2440B');
  });

  test('発行番号は5文字から40文字まで', () => {
    expect(readSerial('A123')).toBeNull();
    expect(readSerial('A1234')).toBe('A1234');
    expect(readSerial('A'.repeat(40))).toBe('A'.repeat(40));
    expect(readSerial('A'.repeat(41))).toBeNull();
    for (const typed of ['', '番号12345', '-12345', '12345-', '12_345', '😀12345'])
      expect(readSerial(typed), typed).toBeNull();
  });

  test('満了日は今日から、読めない日と昨日までの日は直しになる', () => {
    expect(fieldsOf([{ ...one, expiresOn: '2026-11-24' }])).toEqual([]);
    expect(fieldsOf([{ ...one, expiresOn: '2026-11-23' }])).toEqual(['certificates.2.expiresOn']);
    for (const expiresOn of ['', '2030-02-30', '2030.4.1', 'あす']) {
      expect(fieldsOf([{ ...one, expiresOn }]), expiresOn).toEqual(['certificates.2.expiresOn']);
    }
  });

  test('二つの証明書の番号が同じなら、書き方が違っても直しになる', () => {
    expect(fieldsOf([one, { ...one, line: 1, serial: '２a7f-19c2-440b' }])).toEqual(['certificates.1.serial']);
  });

  test('番号も日も読めなければ、両方に言う', () => {
    expect(fieldsOf([{ line: 1, serial: '?', expiresOn: '?' }])).toEqual([
      'certificates.1.serial',
      'certificates.1.expiresOn',
    ]);
  });
});

describe('職員の欄', () => {
  const fieldsOf = (change: Partial<Record<'staffNumber' | 'name' | 'kana' | 'password', string>>) => {
    const { failures } = checkNewStaff({ ...clerk, ...change });
    expectPlain(failures.map((each) => each.message));
    return failures.map((each) => each.field);
  };

  test('職員番号は数字3桁から10桁、全角でもよい', () => {
    expect(fieldsOf({ staffNumber: '12' })).toEqual(['staffNumber']);
    expect(fieldsOf({ staffNumber: '123' })).toEqual([]);
    expect(fieldsOf({ staffNumber: '1234567890' })).toEqual([]);
    expect(fieldsOf({ staffNumber: '12345678901' })).toEqual(['staffNumber']);
    expect(checkNewStaff({ ...clerk, staffNumber: ' １０４８２ ' }).value?.staffNumber).toBe('10482');
    for (const staffNumber of ['', 'A1048', '10-482'])
      expect(fieldsOf({ staffNumber }), staffNumber).toEqual(['staffNumber']);
  });

  test('パスワードの決まりは、パスワードの欄で伝える', () => {
    expect(fieldsOf({ password: 'himitsu-no-kotoba' })).toEqual([]);
    expect(fieldsOf({ password: 'himitsu-１０４８２-desu' })).toEqual(['password']);
    expect(fieldsOf({ password: '' })).toEqual(['password']);
  });

  test('氏名は60文字まで、フリガナはカタカナ', () => {
    expect(fieldsOf({ name: 'あ'.repeat(60) })).toEqual([]);
    expect(fieldsOf({ name: 'あ'.repeat(61) })).toEqual(['name']);
    expect(fieldsOf({ name: '  ' })).toEqual(['name']);
    expect(fieldsOf({ name: '見本😀' })).toEqual(['name']);
    expect(fieldsOf({ name: personalNumber })).toEqual(['name']);
    expect(fieldsOf({ kana: '見本' })).toEqual(['kana']);
    expect(checkNewStaff({ ...clerk, kana: 'ﾐﾎﾝ ﾏﾄﾞｸﾞﾁ' }).value?.kana).toBe('ミホン\u{3000}マドグチ');
  });

  test('端末は1番から99番、名前は30文字まで', () => {
    const placed = (terminal: number, terminalName: string) => {
      const { failures } = checkPlace({ terminal, terminalName });
      expectPlain(failures.map((each) => each.message));
      return failures.map((each) => each.field);
    };
    expect(placed(1, '窓口1番')).toEqual([]);
    expect(placed(99, '窓'.repeat(30))).toEqual([]);
    expect(placed(0, '窓'.repeat(31))).toEqual(['terminal', 'terminalName']);
    expect(placed(100, '')).toEqual(['terminal', 'terminalName']);
    expect(placed(1.5, '窓口')).toEqual(['terminal']);
  });
});

describe('自由に書く欄', () => {
  const said = (typed: string, rule: Parameters<typeof checkFreeText>[2]) => {
    const checked = checkFreeText('reason', typed, rule);
    if (checked.ok) return null;
    expectPlain([checked.failure.message]);
    expect(checked.failure.field).toBe('reason');
    return checked.failure.message;
  };

  test('理由は要り、メモは要らない', () => {
    expect(said('', { optional: true })).toBeNull();
    expect(said('', { optional: false })).toContain('理由');
    expect(said(' \u{3000} ', { optional: false })).toContain('理由');
  });

  test('受け入れの理由は10文字から200文字(前後の空白は数えない)', () => {
    const rule = { optional: false, least: 10 };
    expect(said('二人で確かめました', rule)).toContain('10文字以上');
    expect(said('二人で確かめました\u{3000}\u{3000}', rule)).toContain('10文字以上');
    expect(said('二人で確かめましたよ', rule)).toBeNull();
    expect(said('あ'.repeat(200), rule)).toBeNull();
    expect(said('あ'.repeat(201), rule)).toContain('200文字');
  });

  test('文字数は読む人の数え方で数える(異体字の選び方は数えない)', () => {
    expect(said('辻\u{E0100}'.repeat(9), { optional: false, least: 10 }) ?? '').toContain('10文字以上');
    expect(said('辻\u{E0100}'.repeat(10), { optional: false, least: 10 })).toBeNull();
  });

  test('個人番号・絵文字・見えない文字は書けない', () => {
    for (const typed of [
      personalNumber,
      '１２３４ ５６７８ ９０１８',
      'ありがとう😀',
      '理由\u{0000}',
      '理\u{200B}由',
    ]) {
      expect(said(typed, { optional: false }), typed).not.toBeNull();
    }
  });

  test('電話番号・日付・番地は書ける', () => {
    for (const typed of ['0587-32-1111', '令和8年11月24日', '稲府町1番地1', '受付番号 S01-20261124-0003-0']) {
      expect(said(typed, { optional: false }), typed).toBeNull();
    }
  });
});
