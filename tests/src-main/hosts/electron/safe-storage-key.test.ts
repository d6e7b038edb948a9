import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SealingStorage } from '../../../../src-main/hosts/electron/electron-api.ts';
import { keyStoreFor } from '../../../../src-main/hosts/electron/safe-storage-key.ts';
import { KeyFileRefused, keyFile } from '../../../../src-main/store/key-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sealedFile = (): string => join(folder, 'ledger.key.sealed');

/** seals by turning every bit, with the owner's name in front: another owner cannot open it */
function storage(changed: Partial<SealingStorage> = {}, owner = 'owner', turned = false): SealingStorage {
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (plain) => Promise.resolve(Buffer.concat([Buffer.from(`${owner}:`), turn(Buffer.from(plain))])),
    decryptStringAsync: (sealed) => {
      const head = Buffer.from(`${owner}:`);
      if (!sealed.subarray(0, head.length).equals(head)) return Promise.reject(new Error('cannot decrypt'));
      return Promise.resolve({ result: turn(sealed.subarray(head.length)).toString(), shouldReEncrypt: turned });
    },
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...changed,
  };
}

test('作った鍵は封をして置き、次の起動で同じ鍵が読める', async () => {
  const first = await keyStoreFor(storage(), folder, 'linux');
  expect(first.protection).toBe('operatingSystem');
  expect(first.read(folder)).toBeNull();
  expect(existsSync(sealedFile())).toBe(false);
  const key = first.create(folder);
  expect(key).toHaveLength(32);
  expect(first.read(folder)).toEqual(key);
  const second = await keyStoreFor(storage(), folder, 'linux');
  expect(second.read(folder)).toEqual(key);
  expect(readFileSync(sealedFile()).includes(Buffer.from(key).toString('hex'))).toBe(false);
  expect(statSync(sealedFile()).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(['ledger.key.sealed']);
});

test('鍵は台帳ごとに違う', async () => {
  const first = (await keyStoreFor(storage(), folder, 'linux')).create(folder);
  rmSync(sealedFile());
  expect((await keyStoreFor(storage(), folder, 'linux')).create(folder)).not.toEqual(first);
});

test('ある鍵を作り直さない', async () => {
  const store = await keyStoreFor(storage(), folder, 'linux');
  const key = store.create(folder);
  expect(() => store.create(folder)).toThrow(KeyFileRefused);
  const later = await keyStoreFor(storage(), folder, 'linux');
  expect(() => later.create(folder)).toThrow(KeyFileRefused);
  expect(later.read(folder)).toEqual(key);
});

test.each<[string, NodeJS.Platform, Partial<SealingStorage>]>([
  ['Linuxのbasic_text', 'linux', { getSelectedStorageBackend: () => 'basic_text' }],
  ['まだ分からない置き場所', 'linux', { getSelectedStorageBackend: () => 'unknown' }],
  ['使えない置き場所', 'win32', { isAsyncEncryptionAvailable: () => Promise.resolve(false) }],
])('%sはないものとして、持ち主だけが読める鍵ファイルを使う', async (_name, platform, changed) => {
  const store = await keyStoreFor(storage(changed), folder, platform);
  expect(store.protection).toBe('ownerOnlyFile');
  const key = store.create(folder);
  expect(keyFile({ whenTooWide: 'refuse' }).read(folder)).toEqual(key);
  expect(existsSync(sealedFile())).toBe(false);
});

test('Linuxのほかでは置き場所の名を尋ねない', async () => {
  const asked = storage({
    getSelectedStorageBackend: () => {
      throw new Error('only on Linux');
    },
  });
  expect((await keyStoreFor(asked, folder, 'win32')).protection).toBe('operatingSystem');
});

test('鍵ファイルで始めた台帳は、OSの置き場所が使えても鍵ファイルで開く', async () => {
  const key = keyFile({ whenTooWide: 'refuse' }).create(folder);
  const store = await keyStoreFor(storage(), folder, 'linux');
  expect(store.protection).toBe('ownerOnlyFile');
  expect(store.read(folder)).toEqual(key);
});

test.each<[string, () => SealingStorage]>([
  ['別の人の封', () => storage({}, 'somebody else')],
  ['いま使えない置き場所', () => storage({ isAsyncEncryptionAvailable: () => Promise.resolve(false) })],
  [
    '鍵でない中身',
    () => storage({ decryptStringAsync: () => Promise.resolve({ result: 'x', shouldReEncrypt: false }) }),
  ],
])('%sは断り、鍵を作り直しも消しもしない', async (_name, other) => {
  (await keyStoreFor(storage(), folder, 'linux')).create(folder);
  const before = readFileSync(sealedFile());
  const store = await keyStoreFor(other(), folder, 'linux');
  expect(() => store.read(folder)).toThrow(KeyFileRefused);
  expect(() => store.create(folder)).toThrow(KeyFileRefused);
  expect(readFileSync(sealedFile())).toEqual(before);
  expect(readdirSync(folder)).toEqual(['ledger.key.sealed']);
});

test('封の付け直しを求められたら、同じ鍵に新しい封をする', async () => {
  const key = (await keyStoreFor(storage(), folder, 'linux')).create(folder);
  const before = readFileSync(sealedFile());
  const longer = (plain: string): Promise<Buffer> =>
    storage()
      .encryptStringAsync(plain)
      .then((sealed) => spaced(sealed));
  const renewed = storage({ encryptStringAsync: longer, decryptStringAsync: openSpaced }, 'owner', true);
  expect((await keyStoreFor(renewed, folder, 'linux')).read(folder)).toEqual(key);
  expect(readFileSync(sealedFile())).toEqual(spaced(before));
  expect(readdirSync(folder)).toEqual(['ledger.key.sealed']);
});

const spaced = (sealed: Buffer): Buffer => Buffer.concat([sealed, Buffer.from(' ')]);
const openSpaced: SealingStorage['decryptStringAsync'] = async (sealed) => {
  const end = sealed.at(-1) === 0x20 ? sealed.length - 1 : sealed.length;
  const { result } = await storage().decryptStringAsync(sealed.subarray(0, end));
  return { result, shouldReEncrypt: true };
};

test('付け直した封が開かなければ、もとの封のまま使う', async () => {
  const key = (await keyStoreFor(storage(), folder, 'linux')).create(folder);
  const before = readFileSync(sealedFile());
  const broken = storage({ encryptStringAsync: () => Promise.resolve(Buffer.from('owner:broken')) }, 'owner', true);
  expect((await keyStoreFor(broken, folder, 'linux')).read(folder)).toEqual(key);
  expect(readFileSync(sealedFile())).toEqual(before);
});

test.each<[string, SealingStorage['encryptStringAsync']]>([
  ['開け直せない封', () => Promise.resolve(Buffer.from('owner:broken'))],
  ['できない封', () => Promise.reject(new Error('locked'))],
])('%sには頼らず、鍵ファイルを使う', async (_name, encryptStringAsync) => {
  const store = await keyStoreFor(storage({ encryptStringAsync }), folder, 'linux');
  expect(store.protection).toBe('ownerOnlyFile');
});

test('使えない鍵ファイルがあれば、新しい鍵を作らずにそれを断る', async () => {
  writeFileSync(join(folder, 'ledger.key'), 'damaged', { mode: 0o600 });
  const store = await keyStoreFor(storage(), folder, 'linux');
  expect(() => store.read(folder)).toThrow(KeyFileRefused);
  expect(() => store.create(folder)).toThrow(KeyFileRefused);
});
