import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import type { BackupFailure, BackupReport } from '../app/ports-file.ts';
import { type Connect, type Connection, sqliteCode } from './connection.ts';
import { syncFolder } from './disk.ts';
import type { SubstituteMap } from './fold-names.ts';
import { verifyAll } from './verify.ts';

export type BackupOptions = {
  readonly path: string;
  readonly key: Uint8Array;
  readonly connect: Connect;
  readonly substitutes: SubstituteMap;
};

/** 控えを取る: `VACUUM INTO` under another name; opened, checked, chain-verified and counted before it gets its own. Encrypted with the ledger's key. */
export function backUp(connection: Connection, options: BackupOptions): Result<BackupReport, BackupFailure> {
  const { path } = options;
  const unfinished = `${path}.unfinished`;
  if (existsSync(path)) return fail({ code: 'backupNotWritten', detail: 'alreadyExists' });
  const counted = connection.prepare<[], number>('SELECT count(*) FROM event').pluck();
  const atLeast = counted.get() ?? 0;
  try {
    rmSync(unfinished, { force: true });
    connection.prepare<[string]>('VACUUM INTO ?').run(unfinished);
    const copy = options.connect(unfinished, options.key, 'read');
    const report = verifyCopy(copy, options.substitutes);
    if (!report.sound || report.events < atLeast) {
      rmSync(unfinished, { force: true });
      return fail({ code: 'backupNotSound', detail: report.faults.join(' ') });
    }
    renameSync(unfinished, path);
    syncFolder(dirname(path));
    return succeed({ path, events: report.events, head: report.head, bytes: statSync(path).size });
  } catch (error) {
    rmSync(unfinished, { force: true });
    const code = sqliteCode(error) ?? (error instanceof Error && 'code' in error ? String(error.code) : null);
    if (code === null) throw error;
    return fail({ code: 'backupNotWritten', detail: code });
  }
}

function verifyCopy(copy: Connection, substitutes: SubstituteMap) {
  try {
    return verifyAll(copy, substitutes, null);
  } finally {
    copy.close();
  }
}
