import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPlace } from '../../system/chromium-place.ts';

/** 機械に要るもの: what the program cannot bring itself, by Debian package. */
export type MachineTool =
  | 'chromium'
  | 'japaneseFont'
  | 'virtualDisplay'
  | 'systemCallTrace'
  | 'spreadsheet'
  | 'sqliteShell';

const packages: Readonly<Record<MachineTool, string>> = {
  chromium: 'chromium',
  japaneseFont: 'fonts-noto-cjk',
  virtualDisplay: 'xvfb',
  systemCallTrace: 'strace',
  spreadsheet: 'libreoffice-calc-nogui',
  sqliteShell: 'sqlite3',
};

/** Chromium系のブラウザーの場所: null where none is installed. */
export const findChromium = chromiumPlace;

const notoSansCjk = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

function hasJapaneseFont(): boolean {
  if (process.platform !== 'linux' || existsSync(notoSansCjk)) return true;
  // Any other font for Japanese will do; where nothing can list the fonts, there is none to be found.
  const listed = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

function isThere(tool: MachineTool): boolean {
  switch (tool) {
    case 'chromium':
      return findChromium() !== null;
    case 'japaneseFont':
      return hasJapaneseFont();
    case 'virtualDisplay':
      return existsSync('/usr/bin/Xvfb');
    case 'systemCallTrace':
      return existsSync('/usr/bin/strace');
    case 'spreadsheet':
      return existsSync('/usr/bin/soffice');
    case 'sqliteShell':
      return existsSync('/usr/bin/sqlite3');
  }
}

/** 機械: what is there, and how a command is run; a parameter, so that a test can stand on another machine. */
export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  readonly has: (tool: MachineTool) => boolean;
  /** the last words of a command that failed; null where it did what it should */
  readonly run: (command: string) => string | null;
};

const thisMachine: Machine = {
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  has: isThere,
  run: (command) => {
    const { status, stderr, error } = spawnSync('sh', ['-c', command], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return status === 0 ? null : (error?.message ?? stderr).trim().split('\n').slice(-3).join('\n');
  },
};

export type ToolsAnswer = { readonly ready: true } | { readonly ready: false; readonly message: string };

/**
 * 足りないものを入れる: as root on Debian it installs what is missing and says so; otherwise it names the exact command.
 * Nothing is skipped because something is missing.
 */
export function ensureMachineTools(
  tools: readonly MachineTool[],
  say: (line: string) => void,
  machine: Machine = thisMachine,
): ToolsAnswer {
  const missingNow = () => tools.filter((tool) => !machine.has(tool)).map((tool) => packages[tool]);
  const missing = missingNow();
  if (missing.length === 0) return { ready: true };
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (machine.platform !== 'linux') {
    return { ready: false, message: 'Chromium、Chrome、Edgeのどれかを入れてから、もう一度始めてください。' };
  }
  if (!machine.isRoot) {
    return {
      ready: false,
      message: `足りないものがあります: ${missing.join('、')}\n次の命令で入れてから、もう一度始めてください:\n  sudo apt-get update && sudo ${install}`,
    };
  }
  say(`足りないものを入れます: ${missing.join('、')}`);
  const faults = [machine.run('apt-get update'), machine.run(install)].filter((fault) => fault !== null);
  const still = missingNow();
  if (still.length === 0) {
    say(`入れました: ${missing.join('、')}`);
    return { ready: true };
  }
  return {
    ready: false,
    message: [
      `入れられませんでした: ${still.join('、')}`,
      ...faults.slice(-1),
      `次の命令を試してください:\n  apt-get update && ${install}`,
    ].join('\n'),
  };
}
