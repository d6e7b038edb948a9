import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { type ScratchTree, scratchTree } from './scratch-tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('型の網', () => {
  let tree: ScratchTree | null = null;
  afterEach(() => tree?.remove());

  /** compiles one file by the real settings of a side; answers the codes of what was refused, each once */
  function refused(side: string, source: string): readonly string[] {
    // Below the project, so that the real @types are found; `out` is not part of any project.
    tree = scratchTree(join(root, 'out', 'scratch'), {
      'thing.ts': source,
      'tsconfig.json': {
        extends: join(root, side, 'tsconfig.json'),
        compilerOptions: { rootDir: '.', outDir: './types', tsBuildInfoFile: './types.tsbuildinfo' },
        include: ['thing.ts'],
        exclude: [],
        references: [],
      },
    });
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', tree.path, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    const codes = [...new Set([...stdout.matchAll(/error (TS\d+)/g)].map(([, code]) => code ?? ''))];
    expect(status === 0, stdout).toBe(codes.length === 0);
    return codes;
  }

  const plain = 'export const sum = (left: number, right: number): number => left + right;\n';
  const dom = 'export const title = document.title;\n';
  const node = "import { sep } from 'node:path';\nexport const folder = process.cwd() + sep;\n";
  const buffer = "export const bytes = Buffer.from('a');\n";

  test.each(['src-shared', 'src-main', 'src-renderer', 'src-main/hosts/electron'])(
    '%s: ふつうの源は通る(網そのものは生きている)',
    (side) => {
      expect(refused(side, plain)).toEqual([]);
    },
  );

  test('共通部分では、画面の名前もNodeの名前も型で断られる', () => {
    expect(refused('src-shared', dom)).not.toEqual([]);
    expect(refused('src-shared', node)).not.toEqual([]);
    expect(refused('src-shared', buffer)).not.toEqual([]);
    expect(refused('src-shared', 'export const wait = setTimeout;\n')).not.toEqual([]);
    expect(refused('src-shared', "export const ask = () => fetch('https://example.invalid');\n")).not.toEqual([]);
  });

  test('本体では、画面の名前は断られ、Nodeの名前は使える', () => {
    expect(refused('src-main', dom)).not.toEqual([]);
    expect(refused('src-main', 'export const view = window.innerWidth;\n')).not.toEqual([]);
    expect(refused('src-main', node)).toEqual([]);
  });

  test('画面では、Nodeの名前は断られ、画面の名前は使える', () => {
    expect(refused('src-renderer', node)).not.toEqual([]);
    expect(refused('src-renderer', buffer)).not.toEqual([]);
    expect(refused('src-renderer', dom)).toEqual([]);
  });

  test.each([
    [
      '抜けている場合分け',
      'export function word(kind: "a" | "b"): string {\n  switch (kind) {\n    case "a":\n      return "x";\n  }\n}\n',
    ],
    ['無いかもしれない要素', 'export const first = (list: readonly string[]): string => list[0];\n'],
    ['列挙型', 'export enum Kind {\n  A,\n}\n'],
    ['使わない名前', 'const unused = 1;\nexport const used = 2;\n'],
    [
      '無いことにした項目に undefined を入れること',
      'type Shape = { a?: string };\nexport const shape: Shape = { a: undefined };\n',
    ],
  ])('%sは、どこでも断られる', (_, source) => {
    for (const side of ['src-shared', 'src-main', 'src-renderer']) expect(refused(side, source), side).not.toEqual([]);
  });
});
