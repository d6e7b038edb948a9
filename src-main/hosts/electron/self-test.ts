import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  scryptSync,
  sign,
  verify,
} from 'node:crypto';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** 暗号の部品: what the ledger stands on, each as one function, so that a test can bend it. */
export type Primitives = {
  readonly sha256: (message: Buffer) => Buffer;
  readonly hmacSha256: (key: Buffer, message: Buffer) => Buffer;
  readonly sealGcm: (key: Buffer, nonce: Buffer, plain: Buffer, associated: Buffer) => Buffer;
  /** throws where the tag does not fit */
  readonly openGcm: (key: Buffer, nonce: Buffer, sealed: Buffer, associated: Buffer) => Buffer;
  readonly scrypt: (password: Buffer, salt: Buffer, cost: number, parallel: number) => Buffer;
  readonly signEd25519: (seed: Buffer, message: Buffer) => Buffer;
  readonly verifyEd25519: (publicKey: Buffer, message: Buffer, signature: Buffer) => boolean;
};

const tagLength = 16;
const pkcs8Ed25519 = hex('302e020100300506032b657004220420');
const spkiEd25519 = hex('302a300506032b6570032100');

/** この実行環境の部品: Electron links BoringSSL, Node OpenSSL; the same calls reach either. */
export const nodePrimitives: Primitives = {
  sha256: (message) => createHash('sha256').update(message).digest(),
  hmacSha256: (key, message) => createHmac('sha256', key).update(message).digest(),
  sealGcm: (key, nonce, plain, associated) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  openGcm: (key, nonce, sealed, associated) => {
    const opener = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(associated);
    opener.setAuthTag(sealed.subarray(-tagLength));
    return Buffer.concat([opener.update(sealed.subarray(0, -tagLength)), opener.final()]);
  },
  scrypt: (password, salt, cost, parallel) => scryptSync(password, salt, 64, { N: cost, r: 8, p: parallel }),
  signEd25519: (seed, message) => {
    const key = createPrivateKey({ key: Buffer.concat([pkcs8Ed25519, seed]), format: 'der', type: 'pkcs8' });
    return sign(null, message, key);
  },
  verifyEd25519: (publicKey, message, signature) => {
    const key = createPublicKey({ key: Buffer.concat([spkiEd25519, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  },
};

type Check = { readonly name: string; readonly holds: (primitives: Primitives) => boolean };

const gcm = {
  key: hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
  nonce: hex('cafebabefacedbaddecaf888'),
  associated: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  plain: hex(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  ),
  sealed: hex(
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
      '76fc6ece0f4e1768cddf8853bb2d551b',
  ),
};

const ed25519 = {
  seed: hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
  publicKey: hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
  message: hex('72'),
  signature: hex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
};

/** FIPS 180-4, RFC 4231 case 2, test case 16 of the GCM specification, RFC 7914 §12, RFC 8032 §7.1 test 2. */
const checks: readonly Check[] = [
  {
    name: 'SHA-256',
    holds: ({ sha256 }) =>
      sha256(Buffer.from('abc')).equals(hex('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')),
  },
  {
    name: 'HMAC-SHA-256',
    holds: ({ hmacSha256 }) =>
      hmacSha256(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?')).equals(
        hex('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'),
      ),
  },
  {
    name: 'AES-256-GCM',
    holds: ({ sealGcm, openGcm }) =>
      sealGcm(gcm.key, gcm.nonce, gcm.plain, gcm.associated).equals(gcm.sealed) &&
      openGcm(gcm.key, gcm.nonce, gcm.sealed, gcm.associated).equals(gcm.plain) &&
      refuses(() => openGcm(gcm.key, gcm.nonce, bent(gcm.sealed), gcm.associated)),
  },
  {
    name: 'scrypt',
    holds: ({ scrypt }) =>
      scrypt(Buffer.from('password'), Buffer.from('NaCl'), 1024, 16).equals(
        hex(
          'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162' +
            '2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
        ),
      ),
  },
  {
    name: 'Ed25519',
    holds: ({ signEd25519, verifyEd25519 }) =>
      signEd25519(ed25519.seed, ed25519.message).equals(ed25519.signature) &&
      verifyEd25519(ed25519.publicKey, ed25519.message, ed25519.signature) &&
      !verifyEd25519(ed25519.publicKey, ed25519.message, bent(ed25519.signature)),
  },
];

function bent(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[0] = (copy[0] ?? 0) ^ 1;
  return copy;
}

function refuses(attempt: () => unknown): boolean {
  try {
    attempt();
    return false;
  } catch {
    return true;
  }
}

/** 起動時の自己点検: the names of what does not answer as published; empty where all is well. What throws counts as wrong. */
export function failedSelfTests(primitives: Primitives = nodePrimitives): readonly string[] {
  return checks.filter((check) => refuses(() => assertHolds(check, primitives))).map((check) => check.name);
}

function assertHolds(check: Check, primitives: Primitives): void {
  if (!check.holds(primitives)) throw new Error(`${check.name} does not answer as published`);
}
