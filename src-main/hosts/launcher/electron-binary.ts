import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const probeMilliseconds = 3_000;

const binaryNames: Readonly<Record<string, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/** Electronの本体の場所: null where its binary has not been fetched. */
export function findElectron(): string | null {
  // Where a network is closed, the unpacked binary may lie elsewhere; the package itself looks there too.
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (elsewhere !== undefined) {
    const binary = join(elsewhere, binaryNames[process.platform] ?? 'electron');
    return existsSync(binary) ? binary : null;
  }
  const folder = electronFolder();
  if (folder === null) return null;
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Electronの本体を取りに行く: gives up within a few seconds where its release site cannot be reached; no stack trace. */
export async function fetchElectron(say: (line: string) => void): Promise<string | null> {
  const folder = electronFolder();
  if (folder === null) return null;
  if (!(await reachesReleases())) return null;
  say('Electronの本体を取得しています。初回だけ数分かかります。');
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: 600_000 });
  return findElectron();
}

/** 配布元に届くか: answers within a few seconds, whether Electron's release site or the mirror named for it can be reached. */
export async function reachesReleases(): Promise<boolean> {
  const site = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/';
  try {
    await fetch(site, { method: 'HEAD', signal: AbortSignal.timeout(probeMilliseconds) });
    return true;
  } catch {
    return false;
  }
}

function electronFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    return null;
  }
}
