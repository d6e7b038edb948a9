import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectEncrypted } from '../../../../../src-main/store/connection.ts';
import { keyFile } from '../../../../../src-main/store/key-file.ts';
import { ledgerFiles } from '../../../../../src-main/store/ledger-files.ts';
import { makeCounter } from '../../../../../src-main/system/counter-parts.ts';
import { callerOf } from '../../../../support/caller.ts';
import {
  administrator,
  clerk,
  place,
  requestId,
  scratchFolder,
  supervisor,
  visitOf,
} from '../../../../support/made-up.ts';
import { addToStaff } from '../../../../support/staff-of-story.ts';
import { storyClock } from '../../../../support/story-clock.ts';
import { readCsv } from '../../../documents/read-csv.ts';
import { readXlsx } from '../../../documents/read-xlsx.ts';
import { madoguchi, type Said } from '../command-line.ts';

const range = (from: string, until: string, out = 'x', format = 'csv') => [
  ...['day-log', '--from', from, '--until', until],
  ...['--format', format, '--out', out],
];

/** Nothing of these may ever be said on standard error, nor on standard output. */
const personal = /花子|ハナコ|1988|見本町|ひみつ|合言葉|2A7F/;

describe('台帳を使う命令', () => {
  const scratch = scratchFolder();
  const data = join(scratch.path, 'ledger');
  let said: Said[] = [];

  beforeAll(async () => {
    // A story of years ago: the command line has the machine's own clock, which must be later. V1 ends it on 2029-04-01.
    const clock = storyClock('2024-11-19T08:41');
    const program = makeCounter({ folder: data, clock, practice: false, host: 'inProcess', ownsWindow: true });
    const counter = callerOf(program.invoke);
    const { call } = counter;
    await call('setup.complete', { ...place, administrator });
    await call('session.signIn', { staffNumber: administrator.staffNumber, password: administrator.password });
    await addToStaff({ call }, 'clerk', clerk);
    await addToStaff({ call }, 'supervisor', supervisor);
    clock.set('2024-11-19T10:12');
    const received = await call('receive.record', {
      requestId: requestId(),
      draft: null,
      facts: visitOf(),
      shown: { verdict: 'accept', route: 'sameDay' },
      note: '',
      backEntry: null,
      approval: null,
    });
    await call('issue.record', {
      requestId: requestId(),
      case: received.case,
      version: received.version,
      certificates: [
        { line: 1, serial: '2A7F-19C2-440C', expiresOn: '2029-04-01' },
        { line: 2, serial: '2A7F-19C2-440B', expiresOn: '2029-04-01' },
      ],
      acceptance: null,
    });
    program.close();
  });
  afterAll(() => scratch.remove());

  async function run(args: readonly string[], given: Parameters<typeof madoguchi>[1] = {}): Promise<Said> {
    const answer = await madoguchi(args, given);
    said = [...said, answer];
    return answer;
  }

  const as = (who: { staffNumber: string }) => ['--data', data, '--staff', who.staffNumber];
  const log = (out: string) => ['day-log', '--date', '2024-11-19', '--format', 'csv', '--out', out];
  const copyOf = (name: string) => {
    const folder = join(scratch.path, name);
    cpSync(data, folder, { recursive: true });
    return folder;
  };

  test('day-log は日報を指した場所へ書き、場所と行数をJSONで答える', async () => {
    const out = join(scratch.path, '日報.csv');
    const answer = await run([...log(out), ...as(supervisor)], { password: supervisor.password });
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(answer.stdout)).toEqual({ path: out, rows: 1 });
    const records = readCsv(readFileSync(out, 'utf8').slice(1));
    expect(records[1]?.slice(0, 8)).toEqual([
      '受付',
      '2024-11-19',
      '市民課',
      expect.stringMatching(/^S01-20241119-0001-\d$/),
      '10:12',
      '10:12',
      '練習 花子',
      '新規発行',
    ]);
  });

  test('--office で、ほかの窓口の日報も書き出せる', async () => {
    const out = join(scratch.path, '平和.csv');
    const answer = await run([...log(out), '--office', 'heiwa', ...as(supervisor)], { password: supervisor.password });
    expect(JSON.parse(answer.stdout)).toEqual({ path: out, rows: 0 });
    expect(readFileSync(out, 'utf8')).toContain('平和支所');
  });

  test('--from と --until で、範囲をすべての窓口について書き出せ、一日ずつ書き出したものと同じ行になる', async () => {
    const password = supervisor.password;
    const rowsOf = (path: string) => readCsv(readFileSync(path, 'utf8').slice(1)).slice(1);
    const whole = join(scratch.path, '範囲.csv');
    const answer = await run([...range('2024-11-18', '2024-11-20', whole), '--office', 'all', ...as(supervisor)], {
      password,
    });
    expect(JSON.parse(answer.stdout)).toEqual({ path: whole, rows: 1 });
    const days: (readonly string[])[] = [];
    for (const day of ['2024-11-18', '2024-11-19', '2024-11-20']) {
      for (const office of ['shiminka', 'sobue', 'heiwa']) {
        const out = join(scratch.path, `${day}-${office}.csv`);
        const one = ['day-log', '--date', day, '--office', office, '--format', 'csv', '--out', out];
        expect(await run([...one, ...as(supervisor)], { password })).toMatchObject({ exitCode: 0 });
        days.push(...rowsOf(out));
      }
    }
    expect(rowsOf(whole)).toEqual(days);
  });

  test('--procedure で、その手続の受付だけを書き出す', async () => {
    const password = supervisor.password;
    const out = join(scratch.path, '手続.csv');
    const of = async (procedure: string) =>
      JSON.parse((await run([...log(out), '--procedure', procedure, ...as(supervisor)], { password })).stdout);
    expect(await of('revoke')).toEqual({ path: out, rows: 0 });
    expect(await of('issue')).toEqual({ path: out, rows: 1 });
  });

  test('JSONの日報は、独立した検証に通り、頭はこの書き出しの記録を含む', async () => {
    const out = join(scratch.path, '日報.json');
    const answer = await run([...range('2024-11-19', '2024-11-19', out, 'json'), ...as(supervisor)], {
      password: supervisor.password,
    });
    expect(JSON.parse(answer.stdout)).toEqual({ path: out, rows: 1 });
    const verifier = fileURLToPath(new URL('../../../../../db/verify-day-log.mjs', import.meta.url));
    expect(spawnSync(process.execPath, [verifier, out]).status).toBe(0);
    const key = keyFile({ whenTooWide: 'refuse' }).read(data);
    const file = connectEncrypted(ledgerFiles(data).database, key ?? new Uint8Array(), 'read');
    const body = file
      .prepare<[string], string>('SELECT body FROM event WHERE hash = ?')
      .pluck()
      .get(JSON.parse(readFileSync(out, 'utf8')).head);
    file.close();
    expect(body).toContain('"type":"exported"');
    expect(body).toContain('"format":"json"');
  });

  test('Excelの日報も書き出せる', async () => {
    const out = join(scratch.path, '日報.xlsx');
    const answer = await run([...range('2024-11-19', '2024-11-20', out, 'xlsx'), ...as(supervisor)], {
      password: supervisor.password,
    });
    expect(JSON.parse(answer.stdout)).toEqual({ path: out, rows: 1 });
    const cases = readXlsx(readFileSync(out)).find(({ name }) => name === '受付の一覧');
    expect(cases?.rows[1]?.[7]?.value).toBe('練習 花子');
  });

  test('CP932の日報も書き出せ、置き換える字を選ぶと、その数も答える', async () => {
    const out = join(scratch.path, '日報-cp932.csv');
    const args = [...range('2024-11-19', '2024-11-20', out, 'csv-cp932'), ...as(supervisor)];
    const { password } = supervisor;
    expect(JSON.parse((await run(args, { password })).stdout)).toEqual({ path: out, rows: 1 });
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(readFileSync(out));
    expect(readCsv(text)[1]?.[6]).toBe('練習 花子');
    const replaced = await run([...args, '--replace', '〓'], { password });
    expect(JSON.parse(replaced.stdout)).toEqual({ path: out, rows: 1, replaced: 0 });
  });

  test('--month は月の日々を、--fiscal-year は4月1日から3月31日までを書き出す', async () => {
    const password = supervisor.password;
    const rowsOf = (path: string) => readCsv(readFileSync(path, 'utf8').slice(1)).slice(1);
    const written = async (name: string, ...days: readonly string[]) => {
      const out = join(scratch.path, name);
      const answer = await run(['day-log', ...days, '--format', 'csv', '--out', out, ...as(supervisor)], { password });
      expect(JSON.parse(answer.stdout)).toEqual({ path: out, rows: 1 });
      return rowsOf(out);
    };
    const month = await written('月.csv', '--month', '2024-11');
    expect(month).toEqual(await written('月の日々.csv', '--from', '2024-11-01', '--until', '2024-11-30'));
    const year = await written('年度.csv', '--fiscal-year', '2024');
    expect(year).toEqual(await written('年度の日々.csv', '--from', '2024-04-01', '--until', '2025-03-31'));
    const days = new Set(year.map((row) => row[1]));
    expect([days.size, days.has('2024-04-01'), days.has('2025-03-31')]).toEqual([365, true, true]);
  });

  test('書き出しの途中で止める合図を受ければ、ファイルを残さず、やめたと言って1で終わる', async () => {
    const out = join(scratch.path, 'やめた.csv');
    const args = ['day-log', '--fiscal-year', '2024', '--office', 'all', '--format', 'csv', '--out', out];
    const answer = await run([...args, ...as(supervisor)], {
      password: supervisor.password,
      signalWhen: { signal: 'SIGINT', isTime: () => readdirSync(scratch.path).some((name) => name.endsWith('.part')) },
    });
    expect([answer.exitCode, JSON.parse(answer.stdout).error.code]).toEqual([1, 'exportCancelled']);
    expect(readdirSync(scratch.path).filter((name) => name.includes('やめた'))).toEqual([]);
  });

  test('366日を超える範囲は、書き出さずに1で終わる', async () => {
    const out = join(scratch.path, '長い.csv');
    const answer = await run([...range('2023-11-19', '2024-11-19', out), ...as(supervisor)], {
      password: supervisor.password,
    });
    expect([answer.exitCode, JSON.parse(answer.stdout).error.code]).toEqual([1, 'rangeTooLong']);
    expect(existsSync(out)).toBe(false);
  });

  test('パスワードは --password-fd でも渡せる(最後の改行は数えない)', async () => {
    const out = join(scratch.path, 'fd.csv');
    const answer = await run([...log(out), ...as(supervisor), '--password-fd', '3'], {
      pipe3: `${supervisor.password}\n`,
    });
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test.each([
    ['パスワードを渡さない', {}, [], 'passwordMissing'],
    ['読めない番号の入口', { password: supervisor.password }, ['--password-fd', '77'], 'passwordMissing'],
    ['番号でない入口', { password: supervisor.password }, ['--password-fd', 'x'], 'passwordMissing'],
    ['違うパスワード', { password: 'ちがう合言葉です' }, [], 'signInFailed'],
    ['空のパスワード', { password: '' }, [], 'signInFailed'],
  ])('%sと、書き出さずに1で終わる', async (_, given, more: readonly string[], code) => {
    const out = join(scratch.path, 'none.csv');
    const answer = await run([...log(out), ...as(supervisor), ...more], given);
    expect(answer.exitCode).toBe(1);
    expect(JSON.parse(answer.stdout).error.code).toBe(code);
    expect(answer.stderr).toBe(`${JSON.parse(answer.stdout).error.message}\n`);
    expect(existsSync(out)).toBe(false);
  });

  test('職員は日報を書き出せず、書き出せない場所なら前のものを残す', async () => {
    const out = join(scratch.path, 'none.csv');
    const refused = await run([...log(out), ...as(clerk)], { password: clerk.password });
    expect([refused.exitCode, JSON.parse(refused.stdout).error.code]).toEqual([1, 'notAllowed']);
    const nowhere = await run([...log(join(scratch.path, 'ない', 'x.csv')), ...as(supervisor)], {
      password: supervisor.password,
    });
    expect([nowhere.exitCode, JSON.parse(nowhere.stdout).error.code]).toEqual([1, 'fileNotWritten']);
  });

  test.each([
    ['命令がない', []],
    ['知らない命令', ['drop']],
    ['日付がない', ['day-log', '--format', 'csv', '--out', 'x', '--staff', '1']],
    ['ない日付', ['day-log', '--date', '2026-02-30', '--format', 'csv', '--out', 'x', '--staff', '1']],
    ['知らない形', ['day-log', '--date', '2024-11-19', '--format', 'ods', '--out', 'x', '--staff', '1']],
    [
      '知らない窓口',
      ['day-log', '--date', '2024-11-19', '--format', 'csv', '--out', 'x', '--staff', '1', '--office', 'y'],
    ],
    ['逆さの範囲', [...range('2024-11-20', '2024-11-19'), '--staff', '1']],
    ['終わりのない範囲', ['day-log', '--from', '2024-11-19', '--format', 'csv', '--out', 'x', '--staff', '1']],
    ['一日と範囲を両方', [...range('2024-11-19', '2024-11-20'), '--date', '2024-11-19', '--staff', '1']],
    ['ない月', ['day-log', '--month', '2024-13', '--format', 'csv', '--out', 'x', '--staff', '1']],
    ['読めない年度', ['day-log', '--fiscal-year', 'R6', '--format', 'csv', '--out', 'x', '--staff', '1']],
    ['月と範囲を両方', [...range('2024-11-19', '2024-11-20'), '--month', '2024-11', '--staff', '1']],
    ['知らない手続', [...range('2024-11-19', '2024-11-20'), '--procedure', 'x', '--staff', '1']],
    ['知らない置き換え', [...range('2024-11-19', '2024-11-20', 'x', 'csv-cp932'), '--replace', '字', '--staff', '1']],
    ['CP932でない置き換え', [...range('2024-11-19', '2024-11-20'), '--replace', '〓', '--staff', '1']],
    ['知らない指定', ['verify', '--staff', '1', '--force']],
    ['職員番号がない', ['verify']],
    ['余分な言葉', ['verify', 'now', '--staff', '1']],
    ['人数がない', ['practice', '--days', '1', '--seed', '1']],
    ['多すぎる人数', ['practice', '--people', '200001', '--days', '30', '--seed', '1']],
    ['一日に多すぎる人数', ['practice', '--people', '9001', '--days', '1', '--seed', '1']],
    ['マイナスの種', ['practice', '--people', '1', '--days', '1', '--seed=-1']],
    ['明日までの練習', ['practice', '--people', '1', '--days', '1', '--seed', '1', '--until', '2999-01-04']],
  ])('%sときは2で終わり、使い方を言い、標準出力には何も出さない', async (_, args) => {
    const answer = await run(args, { password: 'x' });
    expect(answer).toMatchObject({ exitCode: 2, stdout: '' });
    expect(answer.stderr).toContain('使い方');
  });

  test('verify は、つながりが切れていなければ0で、頭と数を答える', async () => {
    const answer = await run(['verify', ...as(clerk)], { password: clerk.password });
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    const report = JSON.parse(answer.stdout);
    expect(Object.keys(report)).toEqual(['events', 'head', 'firstBroken']);
    expect(report).toMatchObject({ head: expect.stringMatching(/^[0-9a-f]{64}$/), firstBroken: null });
    expect(report.events).toBeGreaterThan(8);
  });

  /** changes one stored event with the key, as someone with the machine could, once the guards are taken away */
  function tamper(folder: string, seq: number, column: 'body' | 'prev', change: string): void {
    const key = keyFile({ whenTooWide: 'refuse' }).read(folder);
    if (key === null) throw new Error('the ledger has no key');
    const file = connectEncrypted(ledgerFiles(folder).database, key, 'write');
    const guards = file.prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'",
    );
    for (const name of guards.pluck().all()) file.exec(`DROP TRIGGER "${name}"`);
    const changed = file.prepare(`UPDATE event SET ${column} = ${change} WHERE seq = ?`).run(seq);
    expect(changed.changes).toBe(1);
    file.close();
  }

  test.each([
    ['書き換えられた中身', 'body', `replace(body, '"fee":0', '"fee":9')`],
    ['付け替えられたつながり', 'prev', `'${'0'.repeat(64)}'`],
  ] as const)('%sは、verify が最初に切れた所として答え、1で終わる', async (name, column, change) => {
    const folder = copyOf(name);
    const key = keyFile({ whenTooWide: 'refuse' }).read(folder);
    const file = connectEncrypted(ledgerFiles(folder).database, key ?? new Uint8Array(), 'read');
    const seq = file.prepare<[], number>(`SELECT seq FROM event WHERE body LIKE '%"fee":0%'`).pluck().get() ?? 0;
    file.close();
    tamper(folder, seq, column, change);
    const answer = await run(['verify', '--data', folder, '--staff', clerk.staffNumber], { password: clerk.password });
    expect(answer.exitCode).toBe(1);
    expect(JSON.parse(answer.stdout).firstBroken).toMatchObject({ seq });
    expect(answer.stderr).toContain('管理者に知らせてください');
  });

  test('新しい版の台帳は断られ、1バイトも変わらない', async () => {
    const folder = copyOf('newer');
    const key = keyFile({ whenTooWide: 'refuse' }).read(folder);
    const file = connectEncrypted(ledgerFiles(folder).database, key ?? new Uint8Array(), 'write');
    file.pragma('user_version = 9999');
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
    const before = readFileSync(ledgerFiles(folder).database);
    const answer = await run(['verify', '--data', folder, '--staff', clerk.staffNumber], { password: clerk.password });
    expect([answer.exitCode, JSON.parse(answer.stdout).error.code]).toEqual([1, 'newerFile']);
    expect(answer.stderr).toContain('新しい版');
    expect(readFileSync(ledgerFiles(folder).database).equals(before)).toBe(true);
  });

  test('台帳のない場所、鍵のない台帳、台帳でないファイルは、言葉で断られる', async () => {
    const code = async (folder: string) => {
      const answer = await run(['verify', '--data', folder, '--staff', clerk.staffNumber], {
        password: clerk.password,
      });
      expect(answer.exitCode).toBe(1);
      return JSON.parse(answer.stdout).error.code;
    };
    const empty = join(scratch.path, 'empty');
    expect(await code(empty)).toBe('notSetUp');
    expect(existsSync(ledgerFiles(empty).database)).toBe(false);
    const keyless = copyOf('keyless');
    rmSync(join(keyless, 'ledger.key'));
    expect(await code(keyless)).toBe('keyMissing');
    const torn = copyOf('torn');
    writeFileSync(ledgerFiles(torn).database, 'これは台帳ではありません');
    expect(['unreadable', 'notALedger']).toContain(await code(torn));
  });

  test('開いている窓の横で日報を書き出せ、窓はそのまま使える', async () => {
    const clock = storyClock('2024-11-20T09:00');
    const window = makeCounter({ folder: data, clock, practice: false, host: 'inProcess', ownsWindow: true });
    const counter = callerOf(window.invoke);
    await counter.call('session.signIn', { staffNumber: clerk.staffNumber, password: clerk.password });
    const out = join(scratch.path, 'beside.csv');
    const answer = await run([...log(out), ...as(supervisor)], { password: supervisor.password });
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    // The command line wrote with the machine's clock, which is later than the story's: the window must follow it.
    clock.set(new Date(Date.now() + 10 * 3_600_000).toISOString().slice(0, 16));
    const seen = await counter.call('home.today', {});
    expect(seen.cases).toEqual([]);
    expect((await counter.call('ledger.verify', {})).broken).toBeNull();
    window.close();
  });

  test('どの命令も、標準エラーにも標準出力にも個人の文字を出さず、足跡(スタック)も出さない', () => {
    expect(said.length).toBeGreaterThan(20);
    for (const { stdout, stderr } of said) {
      expect(stderr).not.toMatch(personal);
      expect(stderr).not.toMatch(/\n\s+at |node:internal|\.ts:\d+/);
      expect(stdout.replaceAll(scratch.path, '')).not.toMatch(personal);
      if (stdout !== '') expect(stdout.trim().split('\n')).toHaveLength(1);
    }
  });
});

describe('practice の命令', () => {
  const scratch = scratchFolder();
  afterAll(() => scratch.remove());

  const practice = (name: string, seed: number, more: readonly string[] = []) =>
    madoguchi([
      'practice',
      ...['--people', '6', '--days', '2', '--seed', String(seed), '--until', '2024-11-20'],
      ...['--data', join(scratch.path, name), ...more],
    ]);

  test('同じ種と同じ日からは同じ頭、違う種からは違う頭の台帳ができる', async () => {
    const answers = await Promise.all([practice('one', 7), practice('two', 7), practice('three', 8)]);
    for (const answer of answers) expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    const [one, two, three] = answers.map((answer) => JSON.parse(answer.stdout));
    expect(Object.keys(one)).toEqual(['cases', 'issued', 'events', 'head']);
    expect(one).toMatchObject({ cases: 6, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(two).toEqual(one);
    expect(three.head).not.toBe(one.head);
  });

  test('台帳のあるフォルダーには作らず、1で終わる', async () => {
    await practice('taken', 1);
    const before = readdirSync(join(scratch.path, 'taken'));
    const answer = await practice('taken', 1);
    expect([answer.exitCode, JSON.parse(answer.stdout).error.code]).toEqual([1, 'alreadyThere']);
    expect(readdirSync(join(scratch.path, 'taken')).toSorted()).toEqual(before.toSorted());
  });

  test('書けないフォルダーは言葉で断り、足跡(スタック)を出さない', async () => {
    writeFileSync(join(scratch.path, 'a-file'), '');
    const answer = await practice('a-file/ledger', 1);
    expect(answer.exitCode).toBe(1);
    expect(JSON.parse(answer.stdout).error.code).toBe('fileNotWritten');
    expect(answer.stderr).not.toMatch(/\n\s+at |\.ts:\d+/);
  });

  test('練習の日報は、名前でなく中身の一行目で練習と分かる', async () => {
    mkdirSync(join(scratch.path, 'logs'), { recursive: true });
    await practice('logged', 3);
    const out = join(scratch.path, 'logs', 'x.csv');
    const args = ['day-log', '--date', '2024-11-20', '--format', 'csv', '--out', out, '--staff', '90321'];
    const answer = await madoguchi([...args, '--data', join(scratch.path, 'logged')], { password: 'renshu-sekinin' });
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readFileSync(out, 'utf8')).toMatch(/^\u{feff}練習\(本番の記録ではありません\)/u);
  });
});

describe('rules の命令', () => {
  const scratch = scratchFolder();
  afterAll(() => scratch.remove());

  /** every module that Node loads for this command, as the loader itself sees it */
  async function loadedBy(args: readonly string[], stdin: string): Promise<{ said: Said; modules: readonly string[] }> {
    const list = join(scratch.path, `${args.join('-').replaceAll('/', '-')}.txt`);
    const hook = join(scratch.path, 'hook.mjs');
    writeFileSync(
      hook,
      `import { appendFileSync } from 'node:fs';
       import { registerHooks } from 'node:module';
       registerHooks({ load(url, context, next) { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); } });`,
    );
    const answer = await madoguchi(args, { stdin, nodeOptions: ['--import', hook] });
    return { said: answer, modules: readFileSync(list, 'utf8').trim().split('\n') };
  }

  test('規則の命令は、台帳も読まず、データベースの部品も読み込まない', async () => {
    const { said, modules } = await loadedBy(['rules', 'reply-due'], '{"postedOn":"2026-04-01"}');
    expect(said).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(said.stdout)).toEqual({ dueOn: '2026-05-01', acceptedUntil: '2026-05-01' });
    expect(modules.some((url) => url.includes('/src-shared/domain/'))).toBe(true);
    expect(modules.filter((url) => /better-sqlite3|\/src-main\/(store|app|system)\//.test(url))).toEqual([]);
  });

  test('台帳の命令は、データベースの部品を読み込む(見張りが生きている)', async () => {
    const { modules } = await loadedBy(['verify'], '');
    expect(modules.some((url) => url.includes('better-sqlite3'))).toBe(true);
  });
});
