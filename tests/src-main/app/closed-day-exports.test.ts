import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DayLogFormat } from '../../../src-shared/contract/day-log-book.ts';
import { administrator, requestId, supervisor, visitOf } from '../../support/made-up.ts';
import { readCsv } from '../documents/read-csv.ts';
import { readXlsx, serialOf } from '../documents/read-xlsx.ts';
import { type AppBed, appBed } from './app-bed.ts';
import { holderWithCertificates, receiveByLetter } from './procedures/bed.ts';

const day = '2026-11-24';
const reason = '書込みのやり直しを端末は2件と数えるため';
const { staffNumber, password } = administrator;
const checker = { staffNumber, password };
const verifier = fileURLToPath(new URL('../../../db/verify-day-log.mjs', import.meta.url));

type Close = Record<
  'ledger' | 'office' | 'day' | 'code' | 'close' | 'statement' | 'signature' | 'publicKey',
  string
> & {
  terminal: number;
  closedAt: string;
};
type File = { rows: unknown[][]; columns: string[]; closes: Close[]; proof: Record<string, unknown> } & Record<
  string,
  unknown
>;

let bed: AppBed;
let code = '';
/** the JSON as it was written on the evening of the close, and after all that came later */
const written: { evening: File; later: File } = { evening: {} as File, later: {} as File };

const pathOf = async (format: DayLogFormat) =>
  (await bed.counter.call('dayLog.export', { day, office: 'shiminka', format })).path;
const jsonOf = async (): Promise<File> => JSON.parse(readFileSync(await pathOf('json'), 'utf8'));

beforeAll(async () => {
  bed = await appBed();
  const done = await holderWithCertificates(bed);
  const open = await receiveByLetter(bed, { holder: { ...visitOf().holder, name: '見本 太郎' } });
  bed.clock.set(`${day}T17:18`);
  await bed.signInAs(supervisor);
  const { cells } = await bed.counter.call('close.preview', { day });
  const compared = cells.map(({ procedure, kind, ours }, index) => ({
    ...{ procedure, kind, ours },
    ...(index === 0 ? { reported: ours + 1, reason } : { reported: ours, reason: '' }),
  }));
  const request = { requestId: requestId(), days: [{ day, cells: compared }], acceptance: checker };
  code = (await bed.counter.call('close.record', request)).closed[0]?.code ?? '';
  written.evening = await jsonOf();

  const records = bed
    .ledger()
    .reads.caseEvents(open.summary.case)
    .flatMap((event) => ('name' in event && event.envelope.record !== null ? [event.envelope.record] : []));
  const actor = { staff: 'e'.repeat(32), role: 'administrator' } as const;
  const erased = bed.ledger().erase(actor, { records, basis: '保存年限の経過', approver: 'f'.repeat(32) });
  if (!erased.ok) throw new Error(erased.failure.code);
  bed.clock.set('2026-11-25T10:00');
  await bed.signInAs(supervisor);
  await bed.counter.call('correction.ask', {
    requestId: requestId(),
    case: done.summary.case,
    entry: done.history[0]?.entry ?? '',
    changes: [{ field: 'name', to: '練習 華子' }],
    reason: 'お名前の字を取り違えて入力したため',
    acceptance: checker,
  });
  written.later = await jsonOf();
});
afterAll(() => bed.remove());

function verify(file: File): { readonly exitCode: number | null; readonly said: string } {
  const path = join(bed.folder, '確かめる.json');
  writeFileSync(path, JSON.stringify(file));
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, path], { encoding: 'utf8' });
  return { exitCode: status, said: stdout + stderr };
}

describe('締めた日の書き出し', () => {
  test('JSONの締めは、署名した文と署名と公開鍵を持ち、独立した検証に通る', () => {
    const [close, ...others] = written.evening.closes;
    expect(others).toEqual([]);
    expect(close).toMatchObject({ day, office: 'shiminka', terminal: 1, code });
    expect(code.replaceAll(' ', '')).toBe(
      createHash('sha256')
        .update(close?.statement ?? '')
        .digest('hex')
        .slice(0, 16),
    );
    expect(verify(written.evening)).toMatchObject({ exitCode: 0, said: expect.stringContaining('署名が合うもの 1件') });
    // What a reader can hold against the paper is the code of the close: that of a file is of this one file.
    expect(verify(written.evening).said).toContain(`市民課・端末1 ${code}`);
  });

  test('署名した文は、受付番号と符号だけで、氏名も理由も入っていない', () => {
    const statement = written.evening.closes[0]?.statement ?? '';
    expect(statement).toMatch(/^inazawa-madoguchi\/day-close\/1\n\{/);
    expect(statement).toContain('S01-20261124-0001-');
    expect(statement).not.toMatch(/花子|太郎|1988|見本町|書込み/);
  });

  test('消去と訂正のあとに書き出しても、署名した文は1バイトも変わらず、検証に通る', () => {
    expect(written.later.closes).toEqual(written.evening.closes);
    expect(written.later.rows).not.toEqual(written.evening.rows);
    expect(JSON.stringify(written.later.rows)).toContain('(消去済)');
    expect(verify(written.later).exitCode).toBe(0);
  });

  test('手続を選んだ日報も、締めの検証に通る', async () => {
    const wish = { day, office: 'shiminka', procedure: 'renew', format: 'json' } as const;
    const { path } = await bed.counter.call('dayLog.export', wish);
    expect(verify(JSON.parse(readFileSync(path, 'utf8'))).exitCode).toBe(0);
  });

  test('CSVもExcelも、同じ確認符号を持つ', async () => {
    const rows = readCsv(readFileSync(await pathOf('csv'), 'utf8').slice(1));
    const result = rows[0]?.indexOf('結果') ?? -1;
    expect(rows.filter(([kind]) => kind === '締め').map((row) => row[result])).toEqual([`端末 S1 確認符号 ${code}`]);
    const sheet = readXlsx(readFileSync(await pathOf('xlsx'))).find(({ name }) => name === '締め');
    const [heading = [], ...cells] = (sheet?.rows ?? []).map((row) => row.map((cell) => cell?.value ?? null));
    const table = cells.map((row) => Object.fromEntries(heading.map((name, index) => [name, row[index] ?? null])));
    expect(table).toHaveLength(6);
    expect(table[0]).toMatchObject({
      ...{ 日付: serialOf(day), 窓口: '市民課', 端末: 'S1', 確認符号: code, 締めた日: serialOf(day) },
      ...{ 締めた時刻: '17:18', 締めた人: supervisor.name, 確かめた人: administrator.name },
      ...{ 手続: '新規発行', 証明書: '署名用', 台帳の枚数: 1, 端末の報告: 2, 差: 1, 差の理由: reason },
    });
    expect(table.slice(1).map((row) => [row['差'], row['差の理由']])).toEqual(
      Array.from({ length: 5 }, () => [0, null]),
    );
  });

  /** what a forger would do who knows how the whole is hashed */
  function forged(change: (file: File) => void): File {
    const file: File = structuredClone(written.evening);
    change(file);
    const names = ['kind', 'practice', 'ledger', 'from', 'until', 'offices', 'procedure', 'writtenAt'];
    const lines = [
      ...[names.map((name) => file[name]), file.columns, ...file.rows, [file.rows.length]],
      ...[...file.closes.map((close) => Object.values(close)), [file['events'], file['head']]],
    ];
    const sha256 = createHash('sha256')
      .update(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
      .digest('hex');
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    let bits = BigInt(`0x${sha256.slice(0, 20)}`);
    let own = '';
    for (let place = 0; place < 16; place += 1, bits >>= 5n) own = `${letters.charAt(Number(bits & 31n))}${own}`;
    file.proof = { rowCount: file.rows.length, sha256, code: own.match(/.{4}/g)?.join(' ') };
    return file;
  }
  const first = (file: File): Close => {
    const [close] = file.closes;
    if (close === undefined) throw new Error('no close');
    return close;
  };

  test('作り直した証明そのものは合う(下の試験に目があることの確かめ)', () => {
    expect(verify(forged(() => undefined)).exitCode).toBe(0);
  });

  test.each([
    [
      '件数を書き換え、ハッシュと符号も合わせた',
      '署名が',
      (file: File) => {
        const close = first(file);
        close.statement = close.statement.replace('"count":1', '"count":9');
        close.close = createHash('sha256').update(close.statement).digest('hex');
        close.code = close.close.slice(0, 16).match(/.{4}/g)?.join(' ') ?? '';
        const told = file.rows.find(([kind]) => kind === '締め') ?? [];
        told[file.columns.indexOf('結果')] = `端末 S1 確認符号 ${close.code}`;
      },
    ],
    ['署名を書き換えた', '署名が', (file: File) => (first(file).signature = '0'.repeat(128))],
    ['公開鍵を取り替えた', '署名が', (file: File) => (first(file).publicKey = '1'.repeat(64))],
    ['符号だけ書き換えた', '確認符号が', (file: File) => (first(file).code = '0000 0000 0000 0000')],
    ['別の日の締めにした', 'この日のこの端末のものではありません', (file: File) => (first(file).day = '2026-11-23')],
    [
      '別の台帳の締めにした',
      'この日のこの端末のものではありません',
      (file: File) => (first(file).ledger = 'f'.repeat(32)),
    ],
    [
      '表の端末の報告だけ書き換えた',
      '端末の報告が',
      (file: File) => {
        const told = file.rows.find((row) => row[file.columns.indexOf('結果')] === '端末 S1 の日報の件数(枚)') ?? [];
        told[file.columns.indexOf('件数')] = 9;
      },
    ],
    [
      '表の受付の結果だけ書き換えた',
      '受付が',
      (file: File) => {
        const told = file.rows.find(([kind]) => kind === '受付') ?? [];
        told[file.columns.indexOf('結果')] = '取下げ';
      },
    ],
    [
      '表から受付の行を抜いた',
      '受付が',
      (file: File) =>
        file.rows.splice(
          file.rows.findIndex(([kind]) => kind === '受付'),
          1,
        ),
    ],
    ['締めを抜いた', '締めの行', (file: File) => file.closes.pop()],
    ['表の締めの行を抜いた', '締めの行', (file: File) => (file.rows = file.rows.filter(([kind]) => kind !== '締め'))],
  ])('%s日報は、全体のハッシュを作り直しても合わない', (_, words, change: (file: File) => unknown) => {
    const { exitCode, said } = verify(forged(change));
    expect(exitCode).toBe(1);
    expect(said).toContain(words);
  });
});
