import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { type ScratchTree, scratchTree } from './scratch-tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const settings = (name: string) => readFileSync(join(root, name), 'utf8');

describe('書き方の網', () => {
  let tree: ScratchTree | null = null;
  afterEach(() => tree?.remove());

  /** lints one file by the real settings in a tree of its own; answers what was found */
  function found(path: string, source: string): string {
    tree = scratchTree(tmpdir(), {
      'biome.json': settings('biome.json'),
      '.gitignore': settings('.gitignore'),
      'tests/architecture/no-clock-no-chance.grit': settings('tests/architecture/no-clock-no-chance.grit'),
      [path]: source,
    });
    const lint = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [lint, 'lint', '--error-on-warnings', '--colors=off', path],
      { cwd: tree.path, encoding: 'utf8' },
    );
    return status === 0 ? '' : `${stdout}${stderr}`;
  }

  test.each([
    ['時計', 'export const moment = Date.now();\n'],
    ['時計を渡すこと', 'export const clock = Date.now;\n'],
    ['いまの日時', 'export const moment = new Date();\n'],
    ['いまの日時(関数)', 'export const moment = Date();\n'],
    ['細かい時計', 'export const moment = performance.now();\n'],
    ['乱数', 'export const chance = Math.random();\n'],
    ['でたらめな番号', 'export const id = crypto.randomUUID();\n'],
    ['乱数の列', 'export const bytes = crypto.getRandomValues(new Uint8Array(4));\n'],
    ['別の名前で呼ぶ時計', 'export const moment = globalThis.Date.now();\n'],
  ])('共通部分では、%sを使えない', (_, source) => {
    expect(found('src-shared/domain/thing.ts', source)).toContain('no clock and no chance');
  });

  test('共通部分でも、与えられた日から作る日付は使える', () => {
    expect(found('src-shared/domain/thing.ts', 'export const day = new Date(0).getTime();\n')).toBe('');
  });

  test.each([
    ['無名の輸出', 'const thing = 1;\nexport default thing;\n', 'noDefaultExport'],
    ['any', 'export const thing: any = 1;\n', 'noExplicitAny'],
    ['あると言い張る印(!)', 'export const first = (list: string[]) => list[0]!.length;\n', 'noNonNullAssertion'],
    ['列挙型', 'export enum Kind {\n  A = 1,\n}\n', 'noEnum'],
    ['使わない取り込み', "import { sep } from 'node:path';\nexport const thing = 1;\n", 'noUnusedImports'],
  ])('%sは、どの層でも断られる', (_, source, rule) => {
    for (const path of ['src-shared/kernel/thing.ts', 'src-main/app/thing.ts', 'src-renderer/thing.ts']) {
      expect(found(path, source), path).toContain(rule);
    }
  });

  test('画面への書き出し(console)は、窓を持つ入口のほかでは断られる', () => {
    const source = "console.log('x');\nexport const thing = 1;\n";
    for (const path of ['src-shared/kernel/thing.ts', 'src-main/app/thing.ts', 'src-renderer/thing.ts']) {
      expect(found(path, source), path).toContain('noConsole');
    }
    expect(found('src-main/hosts/cli/thing.ts', source)).toBe('');
  });

  test('見逃す一覧は、作られたファイルと様式の書き物だけ', () => {
    const configuration: {
      files: { includes: string[] };
      linter: { rules: object };
      overrides: { linter?: { enabled?: boolean; rules?: object } }[];
    } = JSON.parse(settings('biome.json'));
    const left = configuration.files.includes.filter((each) => each.startsWith('!'));
    // The style sheets use Tailwind's own words, which only its compiler reads; it fails the build on what it cannot.
    expect(left).toEqual(['!package-lock.json', '!db/reference/*.json', '!src-renderer/**/*.css']);
    expect(configuration.overrides.filter((each) => each.linter?.enabled === false)).toEqual([]);
    const switchedOff = [...settings('biome.json').matchAll(/"(\w+)": "off"/g)].map(([, rule]) => rule);
    // One rule that contradicts TypeScript's noPropertyAccessFromIndexSignature; two for entries that must print or export.
    expect(switchedOff.toSorted()).toEqual(['noConsole', 'noDefaultExport', 'useLiteralKeys']);
  });
});
