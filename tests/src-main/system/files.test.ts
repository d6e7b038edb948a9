import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileAt } from '../../../src-main/hosts/cli/ledger/file-at.ts';
import { exportFolder } from '../../../src-main/system/export-folder.ts';
import { scratchFolder } from '../../support/made-up.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);

let scratch: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  scratch = scratchFolder();
});
afterEach(() => scratch.remove());

/** runs a saving in a process whose files may not grow beyond a few kilobytes, as on a disk that runs full */
function saveOnFullDisk(what: 'exportFolder' | 'fileAt', size: number): { ok: boolean } {
  const [source, target] =
    what === 'exportFolder'
      ? ['src-main/system/export-folder.ts', scratch.path]
      : ['src-main/hosts/cli/ledger/file-at.ts', join(scratch.path, '日報.csv')];
  const script = `
    import { ${what} } from ${JSON.stringify(join(root, source))};
    console.log(JSON.stringify(${what}(${JSON.stringify(target)}).save('日報.csv', new Uint8Array(${size}).fill(65))));`;
  const { stdout } = spawnSync(
    'sh',
    ['-c', `ulimit -f 8; exec "$0" --input-type=module-typescript -e "$1"`, process.execPath, script],
    { encoding: 'utf8' },
  );
  return JSON.parse(stdout);
}

describe('書き出しの置き場所', () => {
  test('書いたものがそのまま、ほかの人には読めない形で置かれる', () => {
    const folder = join(scratch.path, 'exports');
    const saved = exportFolder(folder).save('日報.csv', bytes('練習'));
    expect(saved).toEqual({ ok: true, value: { path: join(folder, '日報.csv') } });
    expect(readFileSync(join(folder, '日報.csv'), 'utf8')).toBe('練習');
    expect(statSync(join(folder, '日報.csv')).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['日報.csv']);
  });

  test('同じ名前があれば番号を付け、前のものは変えない', () => {
    const files = exportFolder(scratch.path);
    const names = ['一回目', '二回目', '三回目'].map((text) => files.save('日報.csv', bytes(text)));
    expect(names.map((saved) => saved.ok && saved.value.path)).toEqual(
      ['日報.csv', '日報 (2).csv', '日報 (3).csv'].map((name) => join(scratch.path, name)),
    );
    expect(readFileSync(join(scratch.path, '日報.csv'), 'utf8')).toBe('一回目');
    expect(readFileSync(join(scratch.path, '日報 (3).csv'), 'utf8')).toBe('三回目');
    expect(readdirSync(scratch.path)).toHaveLength(3);
  });

  test('四つのプログラムが同時に書き出しても、名前は一つも重ならない', async () => {
    const script = `
      import { exportFolder } from ${JSON.stringify(join(root, 'src-main/system/export-folder.ts'))};
      const files = exportFolder(${JSON.stringify(scratch.path)});
      const paths = Array.from({ length: 10 }, () => files.save('日報.csv', new TextEncoder().encode(process.argv[1] ?? '')));
      console.log(JSON.stringify(paths.map((saved) => saved.value.path)));`;
    const run = (name: string) =>
      new Promise<string>((done) => {
        const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script, name]);
        let said = '';
        child.stdout.on('data', (part) => {
          said += part;
        });
        child.on('close', () => done(said));
      });
    const answers = await Promise.all(['一', '二', '三', '四'].map(run));
    const owners = new Map(
      answers.flatMap((answer, index) =>
        (JSON.parse(answer) as string[]).map((path) => [path, '一二三四'[index]] as const),
      ),
    );
    expect(owners.size).toBe(40);
    expect(readdirSync(scratch.path)).toHaveLength(40);
    for (const [path, owner] of owners) expect(readFileSync(path, 'utf8')).toBe(owner);
  });

  test('ディスクがいっぱいなら断り、途中までのファイルを残さない', () => {
    expect(saveOnFullDisk('exportFolder', 100)).toMatchObject({ ok: true });
    expect(saveOnFullDisk('exportFolder', 200_000)).toMatchObject({ ok: false, failure: { code: 'fileNotWritten' } });
    expect(readdirSync(scratch.path)).toEqual(['日報.csv']);
    expect(statSync(join(scratch.path, '日報.csv')).size).toBe(100);
  });

  test('置き場所がファイルで塞がれていれば断り、それを変えない', () => {
    writeFileSync(join(scratch.path, 'exports'), '先にあったもの');
    const saved = exportFolder(join(scratch.path, 'exports')).save('日報.csv', bytes('x'));
    expect(saved).toMatchObject({ ok: false, failure: { code: 'fileNotWritten' } });
    expect(readFileSync(join(scratch.path, 'exports'), 'utf8')).toBe('先にあったもの');
  });
});

describe('決まった場所への書き出し', () => {
  test('前のものを丸ごと置き換える', () => {
    const path = join(scratch.path, '日報.csv');
    fileAt(path).save('', bytes('前'));
    expect(fileAt(path).save('', bytes('後'))).toEqual({ ok: true, value: { path } });
    expect(readFileSync(path, 'utf8')).toBe('後');
    expect(readdirSync(scratch.path)).toEqual(['日報.csv']);
  });

  test('ディスクがいっぱいなら断り、前のものはそのまま残る', () => {
    const path = join(scratch.path, '日報.csv');
    writeFileSync(path, '前');
    expect(saveOnFullDisk('fileAt', 200_000)).toMatchObject({ ok: false, failure: { code: 'fileNotWritten' } });
    expect(readFileSync(path, 'utf8')).toBe('前');
    expect(readdirSync(scratch.path)).toEqual(['日報.csv']);
  });

  test('フォルダーのない場所、フォルダーそのものには書けない', () => {
    expect(fileAt(join(scratch.path, 'ない', '日報.csv')).save('', bytes('x'))).toMatchObject({ ok: false });
    writeFileSync(join(scratch.path, 'ファイル'), '');
    expect(fileAt(join(scratch.path, 'ファイル', '日報.csv')).save('', bytes('x'))).toMatchObject({ ok: false });
    rmSync(join(scratch.path, 'ファイル'));
    mkdirSync(join(scratch.path, '日報.csv'));
    expect(fileAt(join(scratch.path, '日報.csv')).save('', bytes('x'))).toMatchObject({ ok: false });
    expect(readdirSync(scratch.path)).toEqual(['日報.csv']);
    expect(existsSync(join(scratch.path, 'ない'))).toBe(false);
  });
});
