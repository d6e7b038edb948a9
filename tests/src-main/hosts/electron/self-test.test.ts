import { expect, test } from 'vitest';
import { failedSelfTests, nodePrimitives, type Primitives } from '../../../../src-main/hosts/electron/self-test.ts';

test('この実行環境は公表された検査値のとおりに答える', () => {
  expect(failedSelfTests()).toEqual([]);
});

const bend = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte, index) => (index === 0 ? byte ^ 1 : byte)));
const broken: readonly (readonly [string, string, Partial<Primitives>])[] = [
  ['SHA-256', '値が違う', { sha256: (message) => bend(nodePrimitives.sha256(message)) }],
  ['HMAC-SHA-256', '値が違う', { hmacSha256: (key, message) => bend(nodePrimitives.hmacSha256(key, message)) }],
  ['AES-256-GCM', '封が違う', { sealGcm: (...given) => bend(nodePrimitives.sealGcm(...given)) }],
  ['AES-256-GCM', '改ざんを見逃す', { openGcm: (_key, _nonce, sealed) => sealed.subarray(0, -16) }],
  [
    'AES-256-GCM',
    '印を確かめない',
    {
      openGcm: (key, nonce, sealed, associated) => {
        try {
          return nodePrimitives.openGcm(key, nonce, sealed, associated);
        } catch {
          return Buffer.alloc(0);
        }
      },
    },
  ],
  ['scrypt', '値が違う', { scrypt: (...given) => bend(nodePrimitives.scrypt(...given)) }],
  ['Ed25519', '署名が違う', { signEd25519: (...given) => bend(nodePrimitives.signEd25519(...given)) }],
  ['Ed25519', '何でも通す', { verifyEd25519: () => true }],
  ['Ed25519', '何も通さない', { verifyEd25519: () => false }],
  [
    'SHA-256',
    '使えない',
    {
      sha256: () => {
        throw new Error('unsupported');
      },
    },
  ],
];

test.each(broken)('%s: %sときは名前を挙げる', (name, _how, bent) => {
  expect(failedSelfTests({ ...nodePrimitives, ...bent })).toEqual([name]);
});
