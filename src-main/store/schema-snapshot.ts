import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { migrate, readMigrations } from './migrations.ts';

/** 表の定義の写し: the schema that all migrations together make, as `db/schema.sql` keeps it for reading and for review. */
export function schemaSnapshot(): string {
  const connection = new Database(':memory:');
  migrate(connection, readMigrations());
  const version = Number(connection.pragma('user_version', { simple: true }));
  const statements = connection
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type = 'trigger', type = 'index', name`,
    )
    .pluck()
    .all();
  connection.close();
  const head = `-- Generated from db/migrations by \`node src-main/store/schema-snapshot.ts\`; never edited. user_version ${version}.`;
  return `${head}\n\n${statements.map((sql) => `${sql};`).join('\n\n')}\n`;
}

export const schemaSnapshotPath = fileURLToPath(new URL('../../db/schema.sql', import.meta.url));

if (import.meta.main) writeFileSync(schemaSnapshotPath, schemaSnapshot());
