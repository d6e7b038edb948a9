import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import type { Caller } from '../../support/caller.ts';
import { administrator, place } from '../../support/made-up.ts';
import { type BadDayBed, badDayBed } from './bad-day-bed.ts';

let bed: BadDayBed;
beforeEach(() => {
  bed = badDayBed();
});
afterEach(() => bed.remove());

const status = (app: Caller): Promise<ProgramStatus> => app.call('program.status', {});

describe('最初の設定の途中', () => {
  const program = fileURLToPath(new URL('./killed-set-up.ts', import.meta.url));
  const setUpKilledAt = (point: number) => spawnSync(process.execPath, [program, bed.folder, String(point)]).signal;

  test('どこで電源が切れても、設定をやり直せて、管理者は一人', { timeout: 120_000 }, async () => {
    let point = 1;
    for (; setUpKilledAt(point) === 'SIGKILL'; point += 1) {
      const app = bed.start();
      expect((await status(app)).phase, `killed at ${point}`).toBe('setUp');
      const after = await app.call('setup.complete', { ...place, administrator });
      expect(after).toMatchObject({ phase: 'signIn', place, ledger: { state: 'normal', events: 3 } });
      expect(app.ledger()?.reads.staff()).toHaveLength(1);
      bed.stop(app);
      bed.clear();
    }
    expect(point).toBeGreaterThan(5);
  });

  test('名前が付く直前に切れた台帳は、次の設定の邪魔をしない', async () => {
    expect(lastKillBeforeStaff()).toBe('SIGKILL');
    for (const left of ['-wal', '-shm']) rmSync(bed.files.database + left, { force: true });
    renameSync(bed.files.database, bed.files.unfinished);
    const app = bed.start();
    const after = await app.call('setup.complete', { ...place, administrator });
    expect(after).toMatchObject({ phase: 'signIn', ledger: { state: 'normal', events: 3 } });
  });

  test('別の窓口や番号としては、途中から続けられない', async () => {
    expect(lastKillBeforeStaff()).toBe('SIGKILL');
    const app = bed.start();
    for (const [other, field] of [
      [{ office: 'sobue' }, 'office'],
      [{ terminal: 2 }, 'terminal'],
    ] as const) {
      const failure = await app.refused('setup.complete', { ...place, ...other, administrator });
      expect(failure).toMatchObject({ code: 'badFields', fields: [{ field }] });
      expect(failure.fields[0]?.message).toContain('市民課・端末1');
    }
    expect(app.ledger()?.reads.count().events).toBe(2);
    const after = await app.call('setup.complete', { ...place, terminalName: '窓口の右', administrator });
    expect(after).toMatchObject({ phase: 'signIn', place: { ...place, terminalName: '窓口の右' } });
  });

  /** Kills at the first random value after the ledger got its name: its first administrator is missing. */
  function lastKillBeforeStaff(): NodeJS.Signals | null {
    for (let point = 1; ; point += 1) {
      bed.clear();
      const signal = setUpKilledAt(point);
      if (signal === null || existsSync(bed.files.database)) return signal;
    }
  }
});
