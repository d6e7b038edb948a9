import { expect, test } from 'vitest';
import { commitment, eventHash, keepsCommitment, noPredecessor } from '../../../src-main/store/hashing.ts';
import { isSignedBy, publicKeyOf, signAsTerminal } from '../../../src-main/store/terminal-key.ts';

const link = { ledger: '00'.repeat(16), epoch: 1, seq: 1, prev: noPredecessor };

test('HMAC-SHA-256 は RFC 4231 の例2と一致する', () => {
  expect(commitment(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('約束値は、塩か中身が1文字でも違えば合わない', () => {
  const salt = Buffer.alloc(32, 1);
  const promised = commitment(salt, '{"name":"稲沢"}');
  expect(keepsCommitment(salt, '{"name":"稲沢"}', promised)).toBe(true);
  expect(keepsCommitment(salt, '{"name":"稲澤"}', promised)).toBe(false);
  expect(keepsCommitment(Buffer.alloc(32, 2), '{"name":"稲沢"}', promised)).toBe(false);
});

test('ハッシュは、台帳・世代・番号・前のハッシュ・本文のどれが違っても変わる', () => {
  const others = [
    eventHash(link, '{}'),
    eventHash(link, '{ }'),
    eventHash({ ...link, ledger: '01'.repeat(16) }, '{}'),
    eventHash({ ...link, epoch: 2 }, '{}'),
    eventHash({ ...link, seq: 2 }, '{}'),
    eventHash({ ...link, prev: 'f'.repeat(64) }, '{}'),
    eventHash({ ...link, epoch: 256, seq: 0 }, '{}'),
  ];
  expect(new Set(others).size).toBe(others.length);
});

test('Ed25519 は RFC 8032 の試験1と一致する', () => {
  const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
  const publicKey = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
  const signature =
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';
  expect(publicKeyOf(seed)).toBe(publicKey);
  expect(signAsTerminal(seed, new Uint8Array())).toBe(signature);
  expect(isSignedBy(publicKey, new Uint8Array(), signature)).toBe(true);
  expect(isSignedBy(publicKey, Buffer.from('x'), signature)).toBe(false);
});
