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

describe('長いファイルを少しずつ書く', () => {
  const folderFiles = () => exportFolder(join(scratch.path, 'exports'));
  const inFolder = () => readdirSync(join(scratch.path, 'exports'));
  async function opened(files = folderFiles(), name = '日報.csv') {
    const file = await files.open(name);
    if (!file.ok) throw new Error(file.failure.detail);
    return file.value;
  }

  test('終わるまで名前は付かず、終われば書いた順のままある', async () => {
    const file = await opened();
    await file.write(bytes('前半'));
    await file.write(bytes('後半'));
    expect(inFolder()).toEqual([expect.stringMatching(/^\.日報\.csv\.\d+-\d+\.part$/)]);
    expect(await file.finish()).toEqual({ ok: true, value: { path: join(scratch.path, 'exports', '日報.csv') } });
    expect(inFolder()).toEqual(['日報.csv']);
    expect(readFileSync(join(scratch.path, 'exports', '日報.csv'), 'utf8')).toBe('前半後半');
  });

  test('やめれば何も残らず、そのあとの書き込みは断る', async () => {
    const file = await opened();
    await file.write(bytes('前半'));
    await file.discard();
    expect(inFolder()).toEqual([]);
    expect(await file.write(bytes('後半'))).toMatchObject({ ok: false });
    expect(await file.finish()).toMatchObject({ ok: false });
    expect(inFolder()).toEqual([]);
  });

  test('同じ名前を同時に書いても、混ざらない', async () => {
    const files = folderFiles();
    const [one, other] = await Promise.all([opened(files), opened(files)]);
    for (let turn = 0; turn < 3; turn += 1) await Promise.all([one.write(bytes('一')), other.write(bytes('二'))]);
    await Promise.all([one.finish(), other.finish()]);
    const contents = inFolder().map((name) => readFileSync(join(scratch.path, 'exports', name), 'utf8'));
    expect(contents.toSorted()).toEqual(['一一一', '二二二']);
  });

  /** a program that is no longer there: it began a file and was ended */
  function endedProgram(): number {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    return pid;
  }

  test('落ちたプログラムの途中のものは次の書き出しの始めに片付け、書いている最中のもの、よそのものには触れない', async () => {
    const folder = join(scratch.path, 'exports');
    mkdirSync(folder);
    const left = `.日報.csv.${endedProgram()}-1.part`;
    const others = [`.日報.csv.${process.ppid}-1.part`, '.part', '日報.csv.part', '.日報.csv.part', 'ひかえ.part'];
    for (const name of [left, ...others]) writeFileSync(join(folder, name), '');
    const writing = await opened();
    const [mine] = inFolder().filter((name) => name.includes(`.${process.pid}-`));
    const second = await opened();
    expect(inFolder()).toEqual(expect.arrayContaining([...others, mine]));
    expect(inFolder()).not.toContain(left);
    await writing.finish();
    await second.discard();
    expect(inFolder().toSorted()).toEqual([...others, '日報.csv'].toSorted());
  });

  test('決まった場所では、そのファイルの途中のものだけを片付ける', async () => {
    const path = join(scratch.path, '日報.csv');
    const program = endedProgram();
    const [own, another] = [`.日報.csv.${program}-3.part`, `.別.csv.${program}-3.part`];
    for (const name of [own, another]) writeFileSync(join(scratch.path, name), '');
    writeFileSync(path, '前');
    const file = await opened(fileAt(path));
    expect(readdirSync(scratch.path)).not.toContain(own);
    await file.write(bytes('後'));
    expect(readFileSync(path, 'utf8')).toBe('前');
    await file.finish();
    expect(readFileSync(path, 'utf8')).toBe('後');
    expect(readdirSync(scratch.path).toSorted()).toEqual([another, '日報.csv'].toSorted());
  });

  test.each([
    ['置き場所', 'src-main/system/export-folder.ts', 'exportFolder', ''],
    ['決まった場所', 'src-main/hosts/cli/ledger/file-at.ts', 'fileAt', '日報.csv'],
  ])('%sのディスクが途中でいっぱいになれば断り、何も残さない', (_, source, what, name) => {
    const script = `
      import { ${what} } from ${JSON.stringify(join(root, source))};
      const { value: file } = await ${what}(${JSON.stringify(join(scratch.path, name))}).open('日報.csv');
      const answers = [];
      for (let turn = 0; turn < 8; turn += 1) answers.push((await file.write(new Uint8Array(2_000).fill(65))).ok);
      console.log(JSON.stringify({ answers, finished: (await file.finish()).ok }));`;
    const { stdout } = spawnSync(
      'sh',
      ['-c', `ulimit -f 8; exec "$0" --input-type=module-typescript -e "$1"`, process.execPath, script],
      { encoding: 'utf8' },
    );
    const { answers, finished } = JSON.parse(stdout);
    expect([answers[0], answers.at(-1), finished]).toEqual([true, false, false]);
    expect(readdirSync(scratch.path)).toEqual([]);
  });
});
