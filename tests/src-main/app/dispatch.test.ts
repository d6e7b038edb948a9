import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDesk } from '../../../src-main/app/desk.ts';
import { createDispatch } from '../../../src-main/app/dispatch.ts';
import type { Handlers } from '../../../src-main/app/handler.ts';
import { makeCounter } from '../../../src-main/system/counter-parts.ts';
import { savedAsOne } from '../../../src-main/system/kept-files.ts';
import { counterApi, type Method } from '../../../src-shared/contract/counter-api.ts';
import { fail } from '../../../src-shared/kernel/result.ts';
import { callerOf } from '../../support/caller.ts';
import { administrator, clerk, place, requestId, scratchFolder, supervisor, visitOf } from '../../support/made-up.ts';
import { type AppBed, appBed, quickPasswords } from './app-bed.ts';

const methods = Object.keys(counterApi) as Method[]; // the registry's own keys

// Who may make which call, as officials would say it; every call not named here is a clerk's.
const beforeSignIn = ['program.status', 'setup.complete', 'session.signIn'];
const whileLocked = ['session.unlock', 'session.signOut'];
const supervisors = [
  'dayLog.view',
  'close.overview',
  'close.preview',
  'close.record',
  'close.explainGap',
  'dayLog.preview',
  'dayLog.print',
  'dayLog.export',
  'dayLog.exportProgress',
  'dayLog.exportCancel',
  'statistics.view',
  'statistics.forecast',
  'statistics.export',
  'statistics.print',
  'letters.everywhere',
  'approval.answer',
  'issuer.cover',
  'issuer.revoke',
  'person.join',
  'person.part',
  'settings.view',
  'settings.addCalendarEntry',
  'settings.dropCalendarEntry',
  'staff.list',
  'staff.view',
  'staff.openWork',
  'staff.handOver',
  'settings.confirmHolidays',
  'audit.list',
  'audit.hints',
  'audit.reviewHint',
  'audit.print',
  'audit.export',
  'sampling.list',
  'sampling.open',
  'sampling.draw',
  'sampling.review',
  'sampling.settle',
  'sampling.statistics',
  'sampling.print',
  'sampling.export',
  'statistics.view',
  'statistics.forecast',
  'statistics.print',
  'statistics.export',
];
const administrators = [
  'staff.add',
  'staff.rename',
  'staff.reassign',
  'staff.suspend',
  'staff.reinstate',
  'staff.resetPassword',
  'settings.changePolicy',
  'settings.withdrawChange',
  'settings.changeFees',
  'print.setOffsets',
];

describe('だれが何を呼べるか', () => {
  let bed: AppBed;
  beforeEach(async () => {
    bed = await appBed();
  });
  afterEach(() => bed.remove());

  /** An input that nobody can read: whoever may call is told so, everyone else is refused before it is looked at. */
  async function answers(invoke = bed.invoke): Promise<Readonly<Record<string, string>>> {
    const codes: Record<string, string> = {};
    for (const method of methods) codes[method] = JSON.parse(await invoke(method, 'null')).failure.code;
    return codes;
  }

  function expected(refusal: (method: Method) => string | null): Readonly<Record<string, string>> {
    return Object.fromEntries(methods.map((method) => [method, refusal(method) ?? 'unreadableRequest']));
  }

  test('設定の前は、設定と様子のほか、どれも「設定が先」', async () => {
    const folder = scratchFolder();
    const empty = makeCounter({ folder: folder.path, practice: false, host: 'inProcess', ownsWindow: true });
    expect(await answers(empty.invoke)).toEqual(
      expected((method) => (beforeSignIn.includes(method) ? null : 'notSetUp')),
    );
    empty.close();
    folder.remove();
  });

  test('サインインの前は、サインインのほか、どれも「サインインが先」', async () => {
    await bed.counter.call('session.signOut', {});
    expect(await answers()).toEqual(expected((method) => (beforeSignIn.includes(method) ? null : 'notSignedIn')));
  });

  test('ロックの間は、解くことと替わることのほか、どれも「ロック中」', async () => {
    for (const who of [clerk, supervisor, administrator]) {
      await bed.signInAs(who);
      await bed.counter.call('session.lock', { reason: 'idle' });
      const allowed = [...beforeSignIn, ...whileLocked];
      expect(await answers()).toEqual(expected((method) => (allowed.includes(method) ? null : 'locked')));
    }
  });

  test.each([
    ['職員', clerk, [...supervisors, ...administrators]],
    ['責任者', supervisor, administrators],
    ['管理者', administrator, []],
  ] as const)('%sは、自分の役割の仕事だけができる', async (_, who, refused: readonly string[]) => {
    await bed.signInAs(who);
    expect(await answers()).toEqual(expected((method) => (refused.includes(method) ? 'notAllowed' : null)));
  });

  test('断られた依頼は、何も記録しない', async () => {
    const before = bed.events();
    await answers();
    expect(bed.events()).toBe(before);
  });
});

describe('取次ぎ', () => {
  const incidents: { incident: string; method: string; error: unknown }[] = [];
  const seated = () => {
    const desk = createDesk(
      () => true,
      () => null,
    );
    desk.seat({
      staff: 'a'.repeat(32),
      staffNumber: '10482',
      name: '見本',
      kana: 'ミホン',
      role: 'administrator',
      offices: null,
      suspended: false,
      planned: null,
      signsIn: true,
      ownPassword: true,
    });
    return desk;
  };

  function dispatchWith(handlers: Partial<Handlers>) {
    incidents.length = 0;
    // Only these calls are made here; the table is complete wherever the product makes it.
    return createDispatch(
      handlers as Handlers,
      seated(),
      {
        get: () => null,
        cannotOpen: null,
        create: () => fail({ words: '' }),
        keyProtection: 'ownerOnlyFile',
        practice: false,
      },
      { hex: () => '0a1b2c3d' },
      {
        write: (incident, method, error) => incidents.push({ incident, method, error }),
      },
    );
  }

  test('係が余分な項目を付けて答えたら、それは外へ出ず、控えの番号になる', async () => {
    const surplus = { ok: true as const, value: { name: '練習 花子' } };
    const invoke = dispatchWith({ 'draft.discard': () => surplus as never });
    const answer = await invoke('draft.discard', JSON.stringify({ draft: 'a'.repeat(32) }));
    expect(JSON.parse(answer)).toMatchObject({ ok: false, failure: { code: 'defect', incident: '0a1b2c3d' } });
    expect(answer).not.toContain('花子');
    expect(incidents.map(({ incident, method }) => [incident, method])).toEqual([['0a1b2c3d', 'draft.discard']]);
  });

  test('係の答えに項目が足りなくても、形が違っても、控えの番号になる', async () => {
    for (const value of [{}, { certificates: [{ kind: 'signature' }] }, null, 'x']) {
      const invoke = dispatchWith({ 'person.knownCertificates': () => ({ ok: true, value }) as never });
      const input = JSON.stringify({ name: '練習 花子', bornOn: '1988-04-01' });
      expect(JSON.parse(await invoke('person.knownCertificates', input)).failure.code).toBe('defect');
    }
  });

  test('係が投げても、待ってから投げても、答えは一つの控えの番号', async () => {
    const broken = new Error('練習 花子');
    for (const handler of [
      () => {
        throw broken;
      },
      async () => {
        throw broken;
      },
    ]) {
      const answer = await dispatchWith({ 'home.today': handler as never })('home.today', '{}');
      expect(answer).not.toContain('花子');
      expect(JSON.parse(answer).failure.incident).toBe('0a1b2c3d');
    }
  });

  test('知らない名前、持って生まれた名前、読めない文は、係に届かない', async () => {
    let reached = false;
    const invoke = dispatchWith({
      'home.today': (() => {
        reached = true;
      }) as never,
    });
    const wrong = [
      ['home.tomorrow', '{}'],
      ['__proto__', '{}'],
      ['constructor', '{}'],
      ['home.today', '{"extra":1}'],
      ['home.today', '{'],
      ['home.today', ''],
      ['home.today', '[]'],
    ] as const;
    for (const [method, json] of wrong) {
      expect(JSON.parse(await invoke(method, json)).failure.code, `${method} ${json}`).toBe('unreadableRequest');
    }
    expect(reached).toBe(false);
  });
});

describe('不具合の控え', () => {
  const secret = '練習 花子 昭和63年4月1日 himitsu.ts:1:1';

  test('控えには、打った文字も個人の文字も残らず、場所と依頼の名前だけが残る', async () => {
    const bed = await appBed({
      files: savedAsOne(() => {
        throw new TypeError(`could not write ${secret}\n    at himitsu.ts:2:2`);
      }),
    });
    await bed.counter.call('receive.record', {
      requestId: requestId(),
      draft: null,
      facts: visitOf(),
      shown: { verdict: 'accept', route: 'sameDay' },
      note: 'ひみつのメモ',
      backEntry: null,
      approval: null,
    });
    await bed.signInAs(supervisor);
    const failure = await bed.counter.refused('dayLog.export', {
      day: '2026-11-24',
      office: 'shiminka',
      format: 'csv',
    });
    expect(failure).toMatchObject({ code: 'defect', fields: [] });
    expect(failure.incident).toMatch(/^[0-9a-f]{8}$/);
    const path = join(bed.folder, 'incidents.jsonl');
    const log = readFileSync(path, 'utf8');
    const [line, ...others] = log
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each));
    expect(others).toEqual([]);
    expect(line).toMatchObject({ incident: failure.incident, method: 'dayLog.export', kind: 'TypeError' });
    expect(line.at).toMatch(/^2026-11-24T10:12/);
    expect(line.places.length).toBeGreaterThan(0);
    for (const word of ['花子', '練習', '昭和', 'himitsu', 'ひみつ', '見本', '1988', '稲沢']) {
      expect(log, word).not.toContain(word);
      expect(JSON.stringify(failure), word).not.toContain(word);
    }
    expect(statSync(path).mode & 0o077).toBe(0);
    bed.remove();
  });

  test('控えを書けないときも、答えは返る', async () => {
    const folder = scratchFolder();
    const { incidentFile } = await import('../../../src-main/system/incident-file.ts');
    const log = incidentFile(join(folder.path, 'a-file', 'incidents.jsonl'), {
      now: () => '2026-11-24T10:12:00.000+09:00',
    });
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(folder.path, 'a-file'), 'not a folder');
    expect(() => log.write('0a1b2c3d', 'home.today', new Error('x'))).not.toThrow();
    folder.remove();
  });

  test('台帳のフォルダーを作れないときの設定は、控えの番号でなく、直し方を言う', async () => {
    const { writeFileSync } = await import('node:fs');
    const folder = scratchFolder();
    writeFileSync(join(folder.path, 'a-file'), 'not a folder');
    const counter = callerOf(
      makeCounter({
        folder: join(folder.path, 'a-file', 'ledger'),
        practice: false,
        host: 'inProcess',
        ownsWindow: true,
        passwords: quickPasswords(),
      }).invoke,
    );
    const failure = await counter.refused('setup.complete', { ...place, administrator });
    expect(failure.code).toBe('fileNotWritten');
    expect(failure.fields[0]?.message).toMatch(/フォルダー.*確かめてください。$/);
    expect((await counter.call('program.status', {})).phase).toBe('setUp');
    folder.remove();
  });
});
