import { type ScryptOptions, scryptSync } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { scryptPasswords } from '../../../src-main/system/passwords.ts';

const worked: { N: unknown; r: unknown; p: unknown; salt: number; length: number }[] = [];

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  return {
    ...crypto,
    scrypt: (
      password: string,
      salt: Buffer,
      length: number,
      options: ScryptOptions,
      done: (error: Error | null, key: Buffer) => void,
    ) => {
      worked.push({ N: options.N, r: options.r, p: options.p, salt: salt.length, length });
      crypto.scrypt(password, salt, length, options, done);
    },
  };
});

const password = 'ひみつの合言葉 三号';
const work = { N: 65_536, r: 8, p: 1, salt: 16, length: 32 };

describe('パスワードの控え', () => {
  beforeEach(() => {
    worked.length = 0;
  });

  test('控えは、計り方・塩・鍵を一緒に持ち、パスワードそのものは持たない', async () => {
    const stored = await scryptPasswords.hash(password);
    const [, name, N, r, p, salt = '', key = ''] =
      /^(scrypt)\$(\d+)\$(\d+)\$(\d+)\$([0-9a-f]{32})\$([0-9a-f]{64})$/.exec(stored) ?? [];
    expect([name, N, r, p]).toEqual(['scrypt', '65536', '8', '1']);
    const options = { N: 65_536, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
    expect(scryptSync(password, Buffer.from(salt, 'hex'), 32, options).toString('hex')).toBe(key);
    expect(stored).not.toContain('合言葉');
  });

  test('同じパスワードでも、控えは毎回違う', async () => {
    expect(await scryptPasswords.hash(password)).not.toBe(await scryptPasswords.hash(password));
  });

  test('合うパスワードだけが通り、全角と半角の違いは問わない', async () => {
    const stored = await scryptPasswords.hash('madoguchi 2026');
    expect(await scryptPasswords.matches('madoguchi 2026', stored)).toBe(true);
    expect(await scryptPasswords.matches('ｍａｄｏｇｕｃｈｉ\u{3000}２０２６', stored)).toBe(true);
    expect(await scryptPasswords.matches('madoguchi 2027', stored)).toBe(false);
    expect(await scryptPasswords.matches('', stored)).toBe(false);
  });

  test('控えのない番号でも、違うパスワードと同じだけの手間をかける', async () => {
    const stored = await scryptPasswords.hash(password);
    worked.length = 0;
    expect(await scryptPasswords.matches('ちがう合言葉です', stored)).toBe(false);
    expect(await scryptPasswords.matches('ちがう合言葉です', '')).toBe(false);
    expect(worked).toEqual([work, work]);
  });

  test('何が入っていても、控えの形でなければ通らない', async () => {
    for (const stored of ['', 'x', 'scrypt$65536$8$1$00$00', `plain$${password}`]) {
      expect(await scryptPasswords.matches(password, stored), stored).toBe(false);
      expect(await scryptPasswords.matches('', stored), stored).toBe(false);
    }
  });

  test('昔の計り方の控えも、その計り方で照らし合わせる', async () => {
    const key = scryptSync(password, Buffer.alloc(16, 7), 32, { N: 1024, r: 8, p: 1 }).toString('hex');
    const old = `scrypt$1024$8$1$${'07'.repeat(16)}$${key}`;
    expect(await scryptPasswords.matches(password, old)).toBe(true);
    expect(worked).toEqual([{ ...work, N: 1024 }]);
  });

  test('いまより軽い計り方の控えだけを、古いと言う', async () => {
    const rest = `${'0'.repeat(32)}$${'0'.repeat(64)}`;
    expect(scryptPasswords.isOutdated(await scryptPasswords.hash(password))).toBe(false);
    expect(scryptPasswords.isOutdated(`scrypt$32768$8$1$${rest}`)).toBe(true);
    expect(scryptPasswords.isOutdated(`scrypt$65536$4$1$${rest}`)).toBe(true);
    expect(scryptPasswords.isOutdated(`scrypt$131072$8$1$${rest}`)).toBe(false);
    expect(scryptPasswords.isOutdated('読めない控え')).toBe(false);
  });
});
