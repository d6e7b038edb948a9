import { accessSync, closeSync, constants, fsyncSync, openSync, statfsSync, statSync } from 'node:fs';

/** Network file systems by their Linux magic number: NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P, NCP, Coda, Lustre, GPFS. */
const networkFileSystems: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997, 0x564c, 0x73757245, 0x0bd00bd0,
  0x47504653,
]);

/** 手元のディスクか: false on a network share. A drive letter mapped to a share cannot be told apart here. */
export function isLocalDisk(folder: string): boolean {
  if (/^[\\/]{2}[^?.\\/]/.test(folder)) return false;
  return isLocalFileSystem(statfsSync(folder).type);
}

/** ファイルシステムの種別による判定 */
export function isLocalFileSystem(type: number): boolean {
  return !networkFileSystems.has(type >>> 0);
}

/** 空き容量 in bytes for an ordinary user. */
export function freeBytes(folder: string): number {
  const space = statfsSync(folder);
  return space.bavail * space.bsize;
}

/** 書き込めるか: by the file's own attribute, which also binds an administrator, and by the system's word. */
export function isWritable(path: string): boolean {
  return (statSync(path).mode & 0o222) !== 0 && isWritableForUs(path);
}

/** システムが書かせるか: false by owner or permission, and on a disk that is mounted read-only. */
export function isWritableForUs(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** フォルダーの同期: makes a created or renamed name last through a power cut; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
