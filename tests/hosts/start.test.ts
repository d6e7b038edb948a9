import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCounter } from '../../src-main/system/counter-parts.ts';
import { scratchFolder } from '../support/made-up.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const display = `:${90 + (process.pid % 400)}`;
let screen: ChildProcess;

beforeAll(async () => {
  screen = spawn('Xvfb', [display, '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
  await until('a display', () => existsSync(`/tmp/.X11-unix/X${display.slice(1)}`));
});

afterAll(() => {
  screen.kill();
});

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await new Promise((next) => setTimeout(next, 200));
  }
  throw new Error(`still no ${what}`);
}

/** whether a window program holds the ledger of this folder right now */
function isHeld(folder: string): boolean {
  const other = makeCounter({ folder, practice: true, host: 'inProcess', ownsWindow: true });
  const held = other.cannotOpen?.code === 'alreadyOpen';
  other.close();
  return held;
}

test('npm start は、動かす窓と台帳の場所を一行で言い、練習の台帳を開き、終わると何も残さない', async () => {
  const folder = scratchFolder();
  const data = join(folder.path, 'ledger');
  const program = spawn(
    process.execPath,
    ['src-main/hosts/launcher/main.ts', '--host=chromium', '--practice', `--data=${data}`],
    { cwd: root, env: { ...process.env, DISPLAY: display }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  program.stdout.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const ended = new Promise<void>((done) => program.on('exit', () => done()));
  try {
    await until('window', () => existsSync(join(data, 'browser', 'Default')) && isHeld(data));
    const lines = said.split('\n').filter((line) => line.includes('台帳の場所'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^窓口台帳: Chromium\(.+\)で開きます。台帳の場所: /);
    expect(lines[0]?.endsWith(data)).toBe(true);
  } finally {
    program.kill('SIGTERM');
    await ended;
  }
  await until('end', () => !existsSync(join(data, 'browser')));
  expect(isHeld(data)).toBe(false);
  folder.remove();
});
