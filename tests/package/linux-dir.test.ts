import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src-main/hosts/launcher/build.ts';
import { contentSecurityPolicy } from '../../src-main/system/serve-renderer.ts';
import { administrator, place } from '../support/made-up.ts';
import { standInElectron } from './stand-in-electron.ts';

let folder = '';
let archive = '';
let inside: readonly string[] = [];

function electronVersion(): string {
  const installed = JSON.parse(readFileSync(join(projectFolder, 'node_modules', 'electron', 'package.json'), 'utf8'));
  return String(installed.version);
}

function pack(...words: readonly string[]) {
  const command = [join(projectFolder, 'src-main', 'hosts', 'launcher', 'package.ts'), ...words];
  return spawnSync(
    process.execPath,
    [...command, `-c.electronDist=${join(folder, 'electron')}`, `-c.directories.output=${join(folder, 'package')}`],
    { cwd: projectFolder, encoding: 'utf8' },
  );
}

const read = (path: string): string => extractFile(archive, path).toString('utf8');
const unpacked = (target: string): readonly string[] => {
  const root = join(folder, 'package', `${target}-unpacked`, 'resources', 'app.asar.unpacked');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-package-'));
  standInElectron(join(folder, 'electron'), electronVersion());
  const packed = pack('--linux', 'dir');
  if (packed.status !== 0) throw new Error(`packing failed:\n${packed.stdout}${packed.stderr}`);
  archive = join(folder, 'package', 'linux-unpacked', 'resources', 'app.asar');
  inside = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('包みの中身', () => {
  test('始まりのファイル、橋、画面、台帳の移行がそろっている', () => {
    const described = JSON.parse(read('package.json'));
    expect(described.main).toBe('out/electron/main.js');
    expect(described.type).toBe('module');
    const migrations = readdirSync(join(projectFolder, 'db', 'migrations')).map((name) => `db/migrations/${name}`);
    expect(migrations.length).toBeGreaterThan(0);
    expect(inside).toEqual(
      expect.arrayContaining([
        described.main,
        'out/electron/preload.cjs',
        'out/electron/verify-worker.js',
        'out/electron/day-log-worker.js',
        'out/renderer/index.html',
        'out/renderer/print-font.css',
        ...migrations,
      ]),
    );
    for (const path of migrations) expect(read(path)).toBe(readFileSync(join(projectFolder, path), 'utf8'));
  });

  test('画面が指すファイルはすべて入っている', () => {
    const named = [...read('out/renderer/index.html').matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(named.length).toBeGreaterThan(0);
    for (const path of named) expect(inside).toContain(`out/renderer/${path}`);
  });

  test('ソース、試験、地図、開発の道具は入っていない', () => {
    expect(inside.filter((path) => /\.(tsx?|mts|cts|map|tsbuildinfo)$/.test(path))).toEqual([]);
    const top = new Set(inside.map((path) => path.split('/')[0]));
    expect([...top].sort()).toEqual(['db', 'node_modules', 'out', 'package.json']);
    const second = (start: string): readonly string[] => [
      ...new Set(inside.filter((path) => path.startsWith(`${start}/`)).map((path) => path.split('/')[1] ?? '')),
    ];
    expect(second('out')).toEqual(['electron', 'renderer']);
    expect(second('db')).toEqual(['migrations']);
    expect(second('node_modules')).toEqual(['better-sqlite3']);
    expect(read('package.json')).not.toContain('devDependencies');
  });

  test('データベースの部品は、この機械のものだけが書庫の外にあり、スクリプトは中にある', () => {
    const native = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
    expect(unpacked('linux')).toEqual([native]);
    expect(inside.filter((path) => path.endsWith('.node'))).toEqual([native]);
    const stored = statFile(archive, native);
    expect('unpacked' in stored && stored.unpacked).toBe(true);
    const script = statFile(archive, 'node_modules/better-sqlite3/lib/index.js');
    expect('unpacked' in script && script.unpacked).not.toBe(true);
  });

  test('Windowsの包みにはWindowsの部品が入る', () => {
    // The stand-in is no Windows program, so that the packager stops at its resources; the archive is written by then.
    pack('--win', 'dir');
    expect(unpacked('win')).toEqual(['node_modules/better-sqlite3/prebuilds/win32-x64.node']);
  });
});

describe('閉じ方', () => {
  test('フューズは決めたとおりに焼かれている', async () => {
    const program = join(folder, 'package', 'linux-unpacked', 'madoguchi');
    const before = await getCurrentFuseWire(join(folder, 'electron', 'electron'));
    const wire = await getCurrentFuseWire(program);
    const wanted = {
      [FuseV1Options.RunAsNode]: FuseState.DISABLE,
      [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
    };
    expect(wire.version).toBe(FuseVersion.V1);
    expect(wire).toMatchObject(wanted);
    for (const fuse of Object.keys(wanted))
      expect(before, `fuse ${fuse}`).not.toHaveProperty(fuse, wire[Number(fuse) as FuseV1Options]);
  });

  test('橋は一つのCommonJSで、二つの文字列を渡す関数だけを画面に出す', async () => {
    const source = read('out/electron/preload.cjs');
    expect([...source.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
    expect(source).not.toMatch(/^\s*(import|export)\s/m);
    type Bridge = { readonly invoke: (method: unknown, json: unknown) => Promise<unknown> };
    const exposed = new Map<string, Bridge>();
    const sent: unknown[] = [];
    runInNewContext(source, {
      require: () => ({
        contextBridge: {
          exposeInMainWorld: (name: string, api: Bridge) => exposed.set(name, api),
        },
        ipcRenderer: {
          invoke: async (...given: readonly unknown[]) => {
            sent.push(given);
            return 'answer';
          },
        },
      }),
    });
    expect([...exposed.keys()]).toEqual(['counter']);
    expect(Object.keys(exposed.get('counter') ?? {})).toEqual(['invoke']);
    await expect(exposed.get('counter')?.invoke('program.status', { toString: () => '{}' })).resolves.toBe('answer');
    expect(sent).toEqual([['counter:invoke', 'program.status', '{}']]);
  });
});

test('包んだ本体は、包みの中のものだけで画面を出し、台帳を作り、検証し、日報を書き出す', () => {
  const alone = join(folder, 'alone');
  extractAll(archive, alone);
  const stand = join(alone, 'node_modules', 'electron');
  mkdirSync(stand);
  copyFileSync(join(projectFolder, 'tests', 'package', 'electron-in-node.mjs'), join(stand, 'index.mjs'));
  writeFileSync(join(stand, 'package.json'), JSON.stringify({ name: 'electron', exports: './index.mjs' }));
  const ledger = join(folder, 'ledger');
  const ran = spawnSync(process.execPath, [join(alone, 'out', 'electron', 'main.js'), `--data=${ledger}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, SET_UP: JSON.stringify({ ...place, administrator }) },
  });
  expect(ran.stderr).toBe('');
  expect(ran.status).toBe(0);
  const said = JSON.parse(ran.stdout);
  expect(said.page).toEqual({ status: 200, csp: contentSecurityPolicy });
  expect(said.before).toMatchObject({ ok: true, value: { phase: 'setUp', practice: false } });
  expect(said.after).toMatchObject({ ok: true, value: { program: { host: 'electron' } } });
  expect(said.after.value.program.version).toBe(JSON.parse(read('package.json')).version);
  expect(said.after.value.ledger.keyProtection).toBe('ownerOnlyFile');
  expect(said.verified).toMatchObject({ ok: true, value: { broken: null } });
  expect(said.verified.value.events).toBeGreaterThan(0);
  expect(said.exported).toMatchObject(Array.from({ length: 4 }, () => ({ ok: true, value: { rows: 0 } })));
  for (const { value } of said.exported) expect(existsSync(value.path)).toBe(true);
  expect(said.sandbox).toBe(true);
  expect(said.preload).toBe(join(alone, 'out', 'electron', 'preload.cjs'));
  expect(existsSync(said.preload)).toBe(true);
  expect(existsSync(join(ledger, 'ledger.db'))).toBe(true);
});
