import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** DER around a raw Ed25519 key (RFC 8410): private PKCS #8 and public SPKI. */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** 端末の公開鍵 (Ed25519, 64 hex digits) of a 32-byte seed. */
export function publicKeyOf(seed: Uint8Array): string {
  const der = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' });
  return der.subarray(publicPrefix.length).toString('hex');
}

/** 端末の署名: 128 hex digits. */
export function signAsTerminal(seed: Uint8Array, message: Uint8Array): string {
  return sign(null, message, privateKeyOf(seed)).toString('hex');
}

/** 署名の検証 */
export function isSignedBy(publicKey: string, message: Uint8Array, signature: string): boolean {
  const key = createPublicKey({
    key: Buffer.concat([publicPrefix, Buffer.from(publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, message, key, Buffer.from(signature, 'hex'));
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
}
