import { tmpdir } from 'node:os';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { type Cruised, cruiseSources } from './cruise.ts';
import { configuration } from './dependency-cruiser.config.mjs';
import { layers } from './layers.ts';
import { type ScratchTree, scratchTree } from './scratch-tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const folders = {
  kernel: 'src-shared/kernel',
  domain: 'src-shared/domain',
  contract: 'src-shared/contract',
  app: 'src-main/app',
  store: 'src-main/store',
  documents: 'src-main/documents',
  exchange: 'src-main/exchange',
  system: 'src-main/system',
  practice: 'src-main/practice',
  electron: 'src-main/hosts/electron',
  chromium: 'src-main/hosts/chromium',
  cli: 'src-main/hosts/cli',
  launcher: 'src-main/hosts/launcher',
  renderer: 'src-renderer',
} as const;
type Layer = keyof typeof folders;
const names = Object.keys(folders) as Layer[];

// The table of design.md, written out once more: a slip in layers.ts must not pass here too. `system` makes what hosts share.
const mayImport: Readonly<Record<Layer, string>> = {
  kernel: 'kernel',
  domain: 'kernel domain',
  contract: 'kernel domain contract',
  app: 'kernel domain contract app',
  store: 'kernel domain contract store',
  documents: 'kernel domain contract documents',
  exchange: 'kernel domain contract exchange',
  system: 'kernel domain contract app store documents exchange system',
  practice: 'kernel domain contract app system practice',
  electron: 'kernel domain contract app store documents exchange system practice electron',
  chromium: 'kernel domain contract app store documents exchange system practice chromium',
  cli: 'kernel domain contract app store documents exchange system practice cli',
  launcher: 'system launcher',
  renderer: 'kernel domain contract renderer',
};
const seesPorts: readonly Layer[] = [
  'app',
  'store',
  'documents',
  'exchange',
  'system',
  'practice',
  'electron',
  'chromium',
  'cli',
];

const manifest = {
  name: 'scratch',
  type: 'module',
  dependencies: { zod: '1.0.0', 'better-sqlite3': '1.0.0', react: '1.0.0' },
  devDependencies: { electron: '1.0.0', 'fast-check': '1.0.0' },
};
const packages = Object.fromEntries(
  ['zod', 'better-sqlite3', 'react', 'electron', 'fast-check', 'left-over'].flatMap((name) => [
    [`node_modules/${name}/package.json`, { name, version: '1.0.0', type: 'module', exports: './index.js' }],
    [`node_modules/${name}/index.js`, 'export const thing = 1;\n'],
  ]),
);

/** a source file that imports the other one by a relative path */
function importing(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return `import { thing } from '${path.startsWith('.') ? path : `./${path}`}';\nexport const used = thing;\n`;
}

describe('層の網', () => {
  let tree: ScratchTree | null = null;
  afterEach(() => tree?.remove());

  async function cruised(files: Readonly<Record<string, unknown>>): Promise<Cruised> {
    tree = scratchTree(tmpdir(), {
      'package.json': manifest,
      ...packages,
      'src-shared/kernel/thing.ts': 'export const thing = 1;\n',
      'src-main/app/thing.ts': 'export const thing = 1;\n',
      'src-renderer/thing.ts': 'export const thing = 1;\n',
      ...files,
    });
    return cruiseSources(tree.path);
  }

  test('ある層から別の層への取り込みは、設計の表が許すときだけ通る(全ての組)', async () => {
    const files: Record<string, string> = {};
    const expected: string[] = [];
    for (const from of names) {
      files[`${folders[from]}/thing.ts`] = 'export const thing = 1;\n';
      for (const to of names) {
        const importer = `${folders[from]}/sees-${to}.ts`;
        files[importer] = importing(importer, `${folders[to]}/thing.ts`);
        if (!mayImport[from].split(' ').includes(to))
          expected.push(`layer-${from}: ${importer} → ${folders[to]}/thing.ts`);
      }
    }
    const { modules, violations } = await cruised(files);
    expect(modules).toBe(names.length * (names.length + 1));
    expect(violations.toSorted()).toEqual(expected.toSorted());
  });

  test('台帳・書類・交換は、本体のうち口の定義(ports)だけを見られる', async () => {
    const files: Record<string, string> = { 'src-main/app/ports.ts': 'export const thing = 1;\n' };
    for (const from of names) {
      files[`${folders[from]}/sees-ports.ts`] = importing(`${folders[from]}/sees-ports.ts`, 'src-main/app/ports.ts');
    }
    const { violations } = await cruised(files);
    const refused = names.filter((name) => !seesPorts.includes(name));
    expect(violations.toSorted()).toEqual(
      refused.map((name) => `layer-${name}: ${folders[name]}/sees-ports.ts → src-main/app/ports.ts`).toSorted(),
    );
  });

  test('型だけの取り込みも、層を越えれば断られる', async () => {
    const { violations } = await cruised({
      'src-shared/domain/sees.ts':
        "import type { Thing } from '../../src-main/app/shape.ts';\nexport type Used = Thing;\n",
      'src-main/app/shape.ts': 'export type Thing = 1;\n',
    });
    expect(violations).toEqual(['layer-domain: src-shared/domain/sees.ts → src-main/app/shape.ts']);
  });

  test.each([
    {
      title: '輪になった取り込み',
      files: {
        'src-shared/kernel/one.ts': importing('src-shared/kernel/one.ts', 'src-shared/kernel/two.ts'),
        'src-shared/kernel/two.ts':
          "import { used } from './one.ts';\nexport const thing = 1;\nexport const round = used;\n",
      },
      rule: 'no-cycles',
    },
    {
      title: '見つからない取り込み',
      files: { 'src-main/app/lost.ts': "import { thing } from './nowhere.ts';\nexport const used = thing;\n" },
      rule: 'no-unresolved',
    },
    {
      title: '共通部分でのNodeの部品(node:付き)',
      files: {
        'src-shared/domain/disk.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
      },
      rule: 'shared-runs-anywhere',
    },
    {
      title: '共通部分でのNodeの部品(旧い書き方)',
      files: { 'src-shared/kernel/disk.ts': "import { readFileSync } from 'fs';\nexport const read = readFileSync;\n" },
      rule: 'shared-runs-anywhere',
    },
    {
      title: '画面でのNodeの部品',
      files: { 'src-renderer/disk.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n" },
      rule: 'renderer-has-no-node',
    },
    {
      title: '共通部分での、決めていない部品',
      files: { 'src-shared/domain/look.ts': "import { thing } from 'react';\nexport const used = thing;\n" },
      rule: 'shared-packages',
    },
    {
      title: '台帳の外でのSQLite',
      files: { 'src-main/app/sql.ts': "import { thing } from 'better-sqlite3';\nexport const used = thing;\n" },
      rule: 'only-store-knows-sql',
    },
    {
      title: 'Electronの外でのElectron',
      files: {
        'src-main/system/window.ts': "import type { thing } from 'electron';\nexport type Used = typeof thing;\n",
      },
      rule: 'only-electron-host-knows-electron',
    },
    {
      title: '製品から試験への取り込み',
      files: {
        'src-main/app/tested.ts': importing('src-main/app/tested.ts', 'tests/support/thing.ts'),
        'tests/support/thing.ts': 'export const thing = 1;\n',
      },
      rule: 'no-tests-in-sources',
    },
    {
      title: '製品での開発用の部品',
      files: { 'src-main/app/chance.ts': "import { thing } from 'fast-check';\nexport const used = thing;\n" },
      rule: 'no-development-packages',
    },
    {
      title: 'どこにも書いていない部品',
      files: { 'src-main/app/left.ts': "import { thing } from 'left-over';\nexport const used = thing;\n" },
      rule: 'no-undeclared-packages',
    },
    {
      title: '製品から資料や設定への取り込み',
      files: {
        'src-main/app/table.ts': importing('src-main/app/table.ts', 'db/reference/thing.ts'),
        'db/reference/thing.ts': 'export const thing = 1;\n',
      },
      rule: 'sources-import-sources',
    },
  ])('$title は見つかる', async ({ files, rule }) => {
    const { violations } = await cruised(files);
    expect(violations.map((violation) => violation.split(':')[0])).toContain(rule);
  });

  test('台帳のSQLite、ElectronのElectron、画面の部品は、決まりのとおりに使える', async () => {
    const { violations } = await cruised({
      'src-main/store/sql.ts': "import { thing } from 'better-sqlite3';\nexport const used = thing;\n",
      'src-main/hosts/electron/window.ts': "import { thing } from 'electron';\nexport const used = thing;\n",
      'src-renderer/look.ts': "import { thing } from 'react';\nexport const used = thing;\n",
      'src-shared/kernel/shape.ts': "import { thing } from 'zod';\nexport const used = thing;\n",
      'src-main/app/disk.ts': "import { sep } from 'node:path';\nexport const used = sep;\n",
    });
    expect(violations).toEqual([]);
  });

  test('一つも読めなかったときは、合格にせず止まる', async () => {
    tree = scratchTree(tmpdir(), { 'package.json': manifest, 'src-shared/empty.txt': 'x' });
    const empty = tree.path;
    await expect(cruiseSources(empty, ['src-shared'])).rejects.toThrow('read no module');
  });

  test('この製品では百より多くの源を読む', async () => {
    const { modules } = await cruiseSources(root);
    expect(modules).toBeGreaterThan(100);
  });

  test('層の名前と置き場所は、設計のとおり', () => {
    expect(Object.keys(layers).toSorted()).toEqual(names.toSorted());
    for (const name of names) expect(new RegExp(layers[name]).test(`${folders[name]}/thing.ts`)).toBe(true);
  });

  test('見逃す一覧はない', () => {
    expect(configuration.options.exclude).toBeUndefined();
    expect(configuration.options.includeOnly).toBeUndefined();
    expect(configuration.options.doNotFollow).toEqual({ path: 'node_modules' });
    expect(configuration.forbidden.map(({ name, severity }) => [name, severity])).toEqual(
      configuration.forbidden.map(({ name }) => [name, 'error']),
    );
  });
});
