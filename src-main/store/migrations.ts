import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applicationId, type Connection } from './connection.ts';

/** 移行: one shipped step; number n brings `user_version` from n − 1 to n. */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

const sourceFolder = fileURLToPath(new URL('../../db/migrations/', import.meta.url));

/** 移行の一覧: `NNNN_name.sql`, numbered from 1 without a gap; throws otherwise. */
export function readMigrations(folder: string = sourceFolder): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1) throw new Error(`migration ${name} does not stand at its number`);
    return { number, name, sql: readFileSync(`${folder}/${name}`, 'utf8') };
  });
}

/** 版: how many migrations the file has seen. */
export function fileVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** 移行する: each step and its number in one transaction; a step that fails leaves the file at the one before. */
export function migrate(connection: Connection, migrations: readonly Migration[]): number {
  let applied = 0;
  for (const migration of migrations) {
    if (fileVersion(connection) >= migration.number) continue;
    connection.exec('BEGIN IMMEDIATE');
    try {
      if (fileVersion(connection) === migration.number - 1) {
        connection.exec(migration.sql);
        connection.pragma(`user_version = ${migration.number}`);
        if (migration.number === 1) connection.pragma(`application_id = ${applicationId}`);
        applied += 1;
      }
      connection.exec('COMMIT');
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  }
  return applied;
}
