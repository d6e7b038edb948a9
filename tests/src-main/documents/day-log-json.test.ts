import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { dayLogRows } from '../../../src-main/documents/day-log-rows.ts';
import { dayLogJson } from '../../support/day-log-files.ts';
import { dayLogBook, dayLogOf } from '../../support/day-logs.ts';
import { scratchFolder } from '../../support/made-up.ts';

type File = {
  rows: (string | number | null)[][];
  proof: { rowCount: number; sha256: string; code: string };
  [name: string]: unknown;
};

const verifier = fileURLToPath(new URL('../../../db/verify-day-log.mjs', import.meta.url));
const text = (book = dayLogBook()): string => new TextDecoder().decode(dayLogJson(book));
const read = (book = dayLogBook()): File => JSON.parse(text(book));

describe('日報のJSONと、その独立した検証', () => {
  const scratch = scratchFolder();
  afterAll(() => scratch.remove());

  function verify(content: string): { exitCode: number | null; said: string } {
    const path = join(scratch.path, '日報.json');
    writeFileSync(path, content);
    const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, path], { encoding: 'utf8' });
    return { exitCode: status, said: stdout + stderr };
  }

  /** the file with one thing changed by hand */
  function changed(change: (file: File) => void): string {
    const file = read();
    change(file);
    return JSON.stringify(file);
  }

  test('行はCSVと同じ表で、数とハッシュと頭が付く', () => {
    const file = read();
    expect(file.rows).toEqual(dayLogRows(dayLogOf()));
    expect(file.proof.rowCount).toBe(file.rows.length);
    expect(file.proof.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(file.proof.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(file).toMatchObject({ ledger: 'c'.repeat(32), events: 12_731, from: '2026-11-24', until: '2026-11-24' });
    expect(file['head']).toBe('c41f08d27e95b3a6'.repeat(4));
  });

  test('式になりそうな名前も、JSONでは打たれたまま', () => {
    expect(text()).toContain(JSON.stringify('=練習,"花子"'));
  });

  test('書き出したままの日報は合い、どの日のどの頭のものかを言う', () => {
    const { exitCode, said } = verify(text());
    expect(exitCode).toBe(0);
    expect(said).toContain('合っています');
    expect(said).toContain('2026-11-24から2026-11-24まで');
    expect(said).toContain(read().proof.code);
    expect(said).toContain('c41f08d27e95b3a6'.repeat(4));
    expect(said).not.toContain('花子');
  });

  test('並べ直しただけ(空白と改行)の日報は合う', () => {
    expect(verify(JSON.stringify(read(), null, 4)).exitCode).toBe(0);
  });

  test.each([
    ['升を一つ変えた', (file: File) => file.rows[0]?.splice(6, 1, '見本 太郎')],
    ['数を文字にした', (file: File) => file.rows[0]?.splice(15, 1, '1')],
    ['行を一つ抜いた', (file: File) => file.rows.splice(1, 1)],
    ['最後の行を抜いた', (file: File) => file.rows.pop()],
    ['行を入れ替えた', (file: File) => file.rows.reverse()],
    ['行を足した', (file: File) => file.rows.push([...(file.rows[0] ?? [])])],
    ['数を変えた', (file: File) => (file.proof.rowCount -= 1)],
    [
      '行を抜いて数も合わせた',
      (file: File) => {
        file.rows.pop();
        file.proof.rowCount -= 1;
      },
    ],
    ['頭を変えた', (file: File) => (file['head'] = '0'.repeat(64))],
    ['日を変えた', (file: File) => (file['from'] = '2026-11-23')],
    ['窓口を変えた', (file: File) => (file['offices'] = ['heiwa'])],
    ['練習を本番にした', (file: File) => (file['practice'] = true)],
    ['ハッシュを変えた', (file: File) => (file.proof.sha256 = 'f'.repeat(64))],
    ['確認符号を変えた', (file: File) => (file.proof.code = '0000 0000 0000 0000')],
    ['行を空にした', (file: File) => Object.assign(file, { rows: null })],
  ])('%s日報は合わない', (_, change: (file: File) => unknown) => {
    const { exitCode, said } = verify(changed(change));
    expect(exitCode).toBe(1);
    expect(said).toContain('合いません');
  });

  test('途中で切れた日報も合わず、日報でないファイルはそう言う', () => {
    expect(verify(text().slice(0, -80))).toMatchObject({ exitCode: 1, said: expect.stringContaining('途中で切れた') });
    expect(verify('{"kind":"x"}').exitCode).toBe(2);
    expect(spawnSync(process.execPath, [verifier]).status).toBe(2);
    expect(spawnSync(process.execPath, [verifier, join(scratch.path, 'ない.json')]).status).toBe(2);
  });

  test('ハッシュは、事がら・見出し・各行・行数・台帳の場所を一行ずつのJSONにしたSHA-256', () => {
    const file = read();
    const names = ['kind', 'practice', 'ledger', 'from', 'until', 'offices', 'procedure', 'writtenAt'];
    const place = [file['events'], file['head']];
    const lines = [names.map((name) => file[name]), file['columns'], ...file.rows, [file.rows.length], place];
    const canonical = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    expect(file.proof.sha256).toBe(createHash('sha256').update(canonical).digest('hex'));
  });
});
