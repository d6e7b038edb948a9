import { join } from 'node:path';
import { projectFolder, vite } from './build.ts';

/** 組み立てた本体の場所 */
export const electronFolder = join(projectFolder, 'out', 'electron');

/** 本体と橋を組み立てる: the main process and the preload script for Electron; throws with the builder's words where it cannot. */
export function buildElectron(): void {
  vite(join('src-main', 'hosts', 'electron', 'vite.main.config.ts'));
  vite(join('src-main', 'hosts', 'electron', 'vite.preload.config.ts'));
}

export type ElectronStart = { readonly data: string; readonly practice: boolean; readonly noSandbox?: boolean };

/**
 * Electronへの言葉: what the binary is started with, by hand or by a test driver (`_electron.launch({ executablePath, args })`).
 * Chromium refuses to run as root with its sandbox; a test machine says so with `noSandbox`, the product never does.
 */
export function electronArguments({ data, practice, noSandbox = false }: ElectronStart): string[] {
  return [...(noSandbox ? ['--no-sandbox'] : []), projectFolder, `--data=${data}`, ...(practice ? ['--practice'] : [])];
}
