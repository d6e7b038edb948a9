import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultLedgerFolder } from '../../system/folders.ts';
import { buildRenderer, projectFolder, rendererFolder } from './build.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';
import { ensureMachineTools, findChromium } from './machine-tools.ts';

const usage = '使い方: npm start -- [--host=electron|chromium] [--data=フォルダー] [--practice]';

type Wanted = { readonly host: 'electron' | 'chromium' | null; readonly data: string; readonly practice: boolean };

function readArguments(): Wanted | null {
  try {
    const { values } = parseArgs({
      options: { host: { type: 'string' }, data: { type: 'string' }, practice: { type: 'boolean', default: false } },
    });
    const { host = null, practice } = values;
    if (host !== null && host !== 'electron' && host !== 'chromium') return null;
    return { host, practice, data: values.data === undefined ? defaultLedgerFolder(practice) : resolve(values.data) };
  } catch {
    return null;
  }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

function say(line: string): void {
  console.log(line);
}

/** 始める (npm start): picks the host, says in one line which runs and where the ledger lies, and waits for its end. */
async function start(): Promise<number> {
  const wanted = readArguments();
  if (wanted === null) {
    console.error(usage);
    return 2;
  }
  if (!hasDisplay()) {
    console.error(
      '画面(ディスプレイ)がないため、窓を開けません。画面のある端末で始めてください。\n画面なしで一通りの動きを見るには: npm run tour',
    );
    return 1;
  }
  const electron = wanted.host === 'chromium' ? null : (findElectron() ?? (await fetchElectron(say)));
  if (wanted.host === 'electron' && electron === null) {
    console.error('Electronの本体がなく、取得もできませんでした。--host=chromium で始めてください。');
    return 1;
  }
  if (electron === null) {
    const tools = ensureMachineTools(['chromium', 'japaneseFont'], say);
    if (!tools.ready) {
      console.error(tools.message);
      return 1;
    }
  }
  buildRenderer(say);
  const options = [`--data=${wanted.data}`, ...(wanted.practice ? ['--practice'] : [])];
  if (electron !== null) {
    const { buildElectron } = await import('./build-electron.ts');
    buildElectron();
    say(`窓口台帳: Electronで開きます。台帳の場所: ${wanted.data}`);
    return run(electron, [projectFolder, ...options]);
  }
  const chromium = findChromium() ?? '';
  say(`窓口台帳: Chromium(${chromium})で開きます。台帳の場所: ${wanted.data}`);
  return run(process.execPath, [
    join(projectFolder, 'src-main/hosts/chromium/main.ts'),
    `--chromium=${chromium}`,
    `--renderer=${rendererFolder}`,
    ...options,
  ]);
}

function run(command: string, options: readonly string[]): Promise<number> {
  const child = spawn(command, options, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.on('exit', (code) => done(code ?? 1));
    child.on('error', (error) => {
      console.error(`始められませんでした: ${error.message}`);
      done(1);
    });
  });
}

process.exitCode = await start();
