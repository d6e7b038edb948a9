import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type ScratchTree = { readonly path: string; readonly remove: () => void };

/** 試しの木: files of a test's own making, by path; text is written as it is, anything else as JSON. */
export function scratchTree(under: string, files: Readonly<Record<string, unknown>>): ScratchTree {
  mkdirSync(under, { recursive: true });
  const path = mkdtempSync(join(under, 'madoguchi-net-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
