import { describe, expect, test } from 'vitest';
import { passwordProblem } from '../../../src-shared/domain/password.ts';

const owner = { staffNumber: '10482', name: '見本 窓口', kana: 'ミホン マドグチ' };
const problem = (password: string) => passwordProblem(password, owner);

describe('パスワードの決まり', () => {
  test('長さは12文字から128文字まで、読む人の数え方で数える', () => {
    expect(problem('ねこと雨の日のさんぽ道へ'.slice(0, 11))).toContain('12文字以上');
    expect(problem('ねこと雨の日のさんぽ道へ'.slice(0, 12))).toBeNull();
    const long = 'ねこと雨の日の散歩'.repeat(20);
    expect(problem(long.slice(0, 128))).toBeNull();
    expect(problem(long.slice(0, 129))).toContain('128文字まで');
    // A kana with its mark is one character, however it was typed.
    expect(problem('か\u{3099}'.repeat(11))).toContain('12文字以上');
  });

  test.each([
    '雨 の 日 は ね こ と',
    'correct horse battery staple',
    'ひみつの合言葉 その三号',
    'ALLUPPERCASEWORDS',
    '829174650183',
  ])('文字の種類は問わない: %s', (password) => {
    expect(problem(password)).toBeNull();
  });

  test.each(['himitsu-10482-desu', 'himitsu-１０４８２-desu', 'himitsu 10 482 desu'])(
    '職員番号を含むものは使えない: %s',
    (password) => {
      expect(problem(password)).toContain('職員番号');
    },
  );

  test.each([
    '見本はいつも元気です',
    '雨の日もまどぐちは元気だ',
    '雨の日もマドグチは元気だ',
    '雨の日もﾏﾄﾞｸﾞﾁは元気だ',
    '雨の日も見本窓口は元気だ',
  ])('自分の氏名やフリガナを含むものは使えない: %s', (password) => {
    expect(problem(`${password}よ、きっと`)).toContain('氏名やフリガナ');
  });

  test.each(['aaaaaaaaaaaa', 'あああああああああああああ', 'abababababab', '雨雨雨雨雨雨雨雨雨雨雨雨', 'xyzwxyzwxyzw'])(
    'くり返しは使えない: %s',
    (password) => {
      expect(problem(password)).toContain('くり返し');
    },
  );

  test.each([
    '123456789012',
    '210987654321',
    'abcdefghijklm',
    'qwertyuiopasd',
    'あいうえおかきくけこさし',
    'アイウエオカキクケコサシ',
    'いろはにほへとちりぬるを',
  ])('順に並んだ文字は使えない: %s', (password) => {
    expect(problem(password)).toContain('順に並んだ文字');
  });

  test.each([
    'inazawa-2026-11',
    'INAZAWA20261124',
    '稲沢市役所市民課1234',
    'password12345',
    'P@ssw0rd12345!',
    'いなざわ市役所2026年',
  ])('よく使われる言葉と数字だけのものは使えない: %s', (password) => {
    expect(problem(password)).toContain('よく使われる言葉');
  });

  test('よく使われる言葉のほかに4文字あれば使え、3文字では使えない', () => {
    expect(problem('inazawa2026neko')).toBeNull();
    expect(problem('inazawa20261cat')).toContain('よく使われる言葉');
  });

  test('氏名が1文字ずつでも、どの言葉も断られることはない', () => {
    const short = { staffNumber: '321', name: '森 光', kana: 'モリ ヒカル' };
    expect(passwordProblem('光る森を歩く朝のねこたち', short)).toBeNull();
    expect(passwordProblem('森光を歩く朝のねこたちよ', short)).toContain('氏名');
  });
});
