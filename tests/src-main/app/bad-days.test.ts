import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Connection, connectEncrypted } from '../../../src-main/store/connection.ts';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import type { Caller } from '../../support/caller.ts';
import { administrator, clerk, place, requestId } from '../../support/made-up.ts';
import { type BadDayBed, badDayBed, forbidWriting, makeImmutable, type Opened, visit } from './bad-day-bed.ts';

let bed: BadDayBed;
beforeEach(() => {
  bed = badDayBed();
});
afterEach(() => bed.remove());

const status = (app: Caller): Promise<ProgramStatus> => app.call('program.status', {});
const signIn = (app: Caller) => app.ask('session.signIn', { staffNumber: clerk.staffNumber, password: clerk.password });
const draft = () => ({ draft: requestId(), version: 0, task: 'receive' as const, title: '', content: '{}' });

/** Every write is refused in words that say that nothing was recorded, and nothing is. */
async function writesAreRefused(app: Opened, code: string): Promise<void> {
  const before = app.ledger()?.reads.count() ?? null;
  const drafts = app.ledger()?.reads.drafts() ?? null;
  for (const failure of [await app.refused('receive.record', visit()), await app.refused('draft.save', draft())]) {
    expect(failure).toMatchObject({ code, incident: null });
    expect(failure.message).toContain('何も記録していません');
  }
  expect(app.ledger()?.reads.count() ?? null).toEqual(before);
  expect(app.ledger()?.reads.drafts() ?? null).toEqual(drafts);
}

/** 開けない台帳: says why, and no call tells anyone to sign in or to begin with the set-up. */
async function cannotBeOpened(app: Opened, code: string): Promise<void> {
  const { phase, cannotOpen, ledger } = await status(app);
  expect({ phase, code: cannotOpen?.code, ledger }).toEqual({ phase: 'cannotOpen', code, ledger: null });
  expect((await signIn(app)).ok).toBe(false);
  expect((await app.refused('setup.complete', { ...place, administrator })).code).toBe('cannotOpen');
  expect((await app.refused('home.today', {})).code).toBe('cannotOpen');
  await writesAreRefused(app, 'cannotOpen');
}

/** 読み取り専用の台帳: people sign in, read, lock and leave; nothing is written. */
async function isReadOnly(app: Opened, why: string, caseId: string): Promise<void> {
  expect((await status(app)).ledger).toMatchObject({ state: 'readOnly', why });
  expect((await signIn(app)).ok).toBe(true);
  expect((await app.call('home.today', {})).cases).toHaveLength(1);
  expect((await app.call('case.open', { case: caseId })).summary.case).toBe(caseId);
  await writesAreRefused(app, 'ledgerReadOnly');
  expect((await app.call('session.lock', { reason: 'key' })).phase).toBe('locked');
  expect((await app.call('session.signOut', {})).phase).toBe('signIn');
}

describe('壊れた台帳', () => {
  test('どのページが壊れても、様子は答え、書けたものはなく、壊れたと分かったら言う', { timeout: 60_000 }, async () => {
    const caseId = await bed.morning();
    const whole = readFileSync(bed.files.database);
    const seen = new Set<string>();
    for (let page = 0; page < whole.length / 4096; page += 1) {
      const broken = Buffer.from(whole);
      broken.fill(0x5a, page * 4096 + 1000, page * 4096 + 1032);
      writeFileSync(bed.files.database, broken);
      const app = bed.start();
      await status(app);
      await signIn(app);
      const codes: string[] = [];
      for (const answer of [
        await app.ask('home.today', {}),
        await app.ask('case.open', { case: caseId }),
        await app.ask('receive.record', visit()),
        await app.ask('draft.save', draft()),
        await app.ask('session.lock', { reason: 'key' }),
        await app.ask('program.status', {}),
      ]) {
        if (!answer.ok) codes.push(answer.failure.code);
      }
      expect(codes, `page ${page + 1}`).not.toContain('defect');
      for (const code of codes) seen.add(code);
      bed.stop(app);
      for (const left of ['-wal', '-shm']) rmSync(bed.files.database + left, { force: true });
      rmSync(bed.files.highWater, { force: true });
    }
    expect(seen).toContain('ledgerDamaged');
    expect(seen).toContain('ledgerReadOnly');
  });

  test.each([
    ['半分に切れた台帳', (whole: Buffer) => whole.subarray(0, whole.length / 2 + 100), 'unreadable'],
    ['台帳でないファイル', () => Buffer.from('見本\n'.repeat(4000)), 'unreadable'],
    ['空のファイル', () => Buffer.alloc(0), 'notALedger'],
  ])('%sは開けないと言い、何も変えない', async (_words, damage, code) => {
    await bed.morning();
    const damaged = damage(readFileSync(bed.files.database));
    writeFileSync(bed.files.database, damaged);
    await cannotBeOpened(bed.start(), code);
    expect(readFileSync(bed.files.database).equals(damaged)).toBe(true);
  });

  test('なくなった台帳のあとに、新しい台帳を作らせない', async () => {
    await bed.morning();
    rmSync(bed.files.database);
    await cannotBeOpened(bed.start(), 'ledgerLost');
  });
});

describe('開けない台帳', () => {
  test('新しい版の台帳は開けないと言い、1バイトも変えない', async () => {
    await bed.morning();
    const raw = connectEncrypted(bed.files.database, bed.key(), 'write');
    raw.pragma('user_version = 9999');
    raw.close();
    const before = readFileSync(bed.files.database);
    await cannotBeOpened(bed.start(), 'newerFile');
    expect(readFileSync(bed.files.database).equals(before)).toBe(true);
  });

  test.each([
    ['鍵がない', (key: string) => rmSync(key), 'keyMissing'],
    ['鍵が違う', (key: string) => writeFileSync(key, `${'ab'.repeat(32)}\n`), 'unreadable'],
    ['鍵が空', (key: string) => writeFileSync(key, ''), 'keyRefused'],
  ])('%sときは開けないと言い、鍵を戻せば元どおり', async (_words, spoil, code) => {
    const caseId = await bed.morning();
    const key = `${bed.folder}/ledger.key`;
    const before = readFileSync(key);
    spoil(key);
    const app = bed.start();
    await cannotBeOpened(app, code);
    bed.stop(app);
    writeFileSync(key, before, { mode: 0o600 });
    const again = bed.start();
    await signIn(again);
    expect((await again.call('case.open', { case: caseId })).summary.case).toBe(caseId);
  });

  test('二つ目の窓は開けないと言い、一つ目の窓は働き続ける', async () => {
    await bed.morning();
    const first = bed.start();
    await cannotBeOpened(bed.start(), 'alreadyOpen');
    await signIn(first);
    expect((await first.ask('receive.record', visit())).ok).toBe(true);
  });

  test('書き込めないフォルダーの台帳は、始めるときに止まらず、そう言う', async ({ skip }) => {
    await bed.morning();
    const release = forbidWriting(bed.folder);
    if (release === null) return skip('nothing keeps this user from writing here');
    try {
      await cannotBeOpened(bed.start(), 'folderNotWritable');
    } finally {
      release();
    }
  });
});

describe('読み取り専用になる台帳', () => {
  test('書き込みの属性のない台帳は、読めて、書けない', async () => {
    const caseId = await bed.morning();
    chmodSync(bed.files.database, 0o444);
    await isReadOnly(bed.start(), 'fileReadOnly', caseId);
  });

  test('属性は書けるのにシステムが書かせない台帳も、読めて、書けない', async ({ skip }) => {
    const caseId = await bed.morning();
    const release = makeImmutable(bed.files.database);
    if (release === null) return skip('nothing keeps this user from writing here');
    try {
      await isReadOnly(bed.start(), 'fileReadOnly', caseId);
    } finally {
      release();
    }
  });

  test('古い控えに置き換わった台帳は、読めて、書けない', async () => {
    const caseId = await bed.morning();
    const older = readFileSync(bed.files.database);
    const app = bed.start();
    await signIn(app);
    bed.stop(app);
    writeFileSync(bed.files.database, older);
    await isReadOnly(bed.start(), 'rolledBack', caseId);
  });
});

test('ディスクがいっぱいになったら、何も記録していないと言い、ロックも替わることもでき、空けば続けられる', async () => {
  await bed.morning();
  const connections: Connection[] = [];
  const app = bed.start({
    connect: (path, key, mode) => {
      const connection = connectEncrypted(path, key, mode);
      if (mode === 'write') connections.push(connection);
      return connection;
    },
  });
  await signIn(app);
  const writing = connections.at(-1);
  // So that not one page can be added, nothing may be free inside the file either.
  writing?.exec('VACUUM');
  writing?.pragma(`max_page_count = ${String(writing.pragma('page_count', { simple: true }))}`);
  const long = { ...draft(), content: JSON.stringify('控え'.repeat(8000)) };
  expect(await app.refused('draft.save', long)).toMatchObject({ code: 'ledgerFull', incident: null });
  expect((await status(app)).ledger?.state).toBe('normal');
  expect((await app.call('session.lock', { reason: 'key' })).phase).toBe('locked');
  expect((await app.call('session.signOut', {})).phase).toBe('signIn');
  writing?.pragma('max_page_count = 1000000');
  await signIn(app);
  expect(await app.call('draft.save', long)).toEqual({ version: 1 });
});

test('時計が戻ったら、サインインはでき、書き込みは時計を合わせるよう言われ、合わせれば続けられる', async () => {
  await bed.morning();
  bed.clock.set('2026-11-24T09:30');
  const app = bed.start();
  expect((await signIn(app)).ok).toBe(true);
  await writesAreRefused(app, 'clockWentBack');
  expect((await app.refused('home.today', {})).code).toBe('clockWentBack');
  bed.clock.set('2026-11-24T10:13');
  expect((await app.call('home.today', {})).cases).toHaveLength(1);
  expect((await app.ask('receive.record', visit())).ok).toBe(true);
});
