import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Passwords } from '../app/ports.ts';

type Parameters = { readonly N: number; readonly r: number; readonly p: number };

const today: Parameters = { N: 2 ** 16, r: 8, p: 1 };
const keyLength = 32;

function derive(password: string, salt: Buffer, parameters: Parameters): Promise<Buffer> {
  const options: ScryptOptions = { ...parameters, maxmem: 256 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function read(stored: string): { parameters: Parameters; salt: Buffer; key: Buffer } | null {
  const parts = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([0-9a-f]{32})\$([0-9a-f]{64})$/.exec(stored);
  if (parts === null) return null;
  const [, N, r, p, salt = '', key = ''] = parts;
  return {
    parameters: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'hex'),
    key: Buffer.from(key, 'hex'),
  };
}

/**
 * パスワードの照合: scrypt (RFC 7914), stored as `scrypt$N$r$p$salt$key` with its own parameters. Where nobody has that
 * number the same work is done, so that the time does not tell.
 */
export const scryptPasswords: Passwords = {
  hash: async (password) => {
    const salt = randomBytes(16);
    const key = await derive(password, salt, today);
    return `scrypt$${today.N}$${today.r}$${today.p}$${salt.toString('hex')}$${key.toString('hex')}`;
  },
  matches: async (password, stored) => {
    const known = read(stored);
    const { parameters, salt, key } = known ?? {
      parameters: today,
      salt: Buffer.alloc(16),
      key: Buffer.alloc(keyLength),
    };
    const derived = await derive(password, salt, parameters);
    return timingSafeEqual(derived, key) && known !== null;
  },
  isOutdated: (stored) => {
    const known = read(stored);
    return (
      known !== null && (Object.keys(today) as (keyof Parameters)[]).some((key) => known.parameters[key] < today[key])
    );
  },
};
