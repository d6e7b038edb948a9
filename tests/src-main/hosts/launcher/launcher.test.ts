import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ensureMachineTools,
  type Machine,
  type MachineTool,
} from '../../../../src-main/hosts/launcher/machine-tools.ts';
import { scratchFolder } from '../../../support/made-up.ts';

const program = fileURLToPath(new URL('../../../../src-main/hosts/launcher/main.ts', import.meta.url));
const stackTrace = /\n\s+at |node:internal|Error:/;

let scratch: ReturnType<typeof scratchFolder>;
beforeEach(() => {
  scratch = scratchFolder();
});
afterEach(() => scratch.remove());

type Said = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
};

/** 始める命令を打つ: without a display unless one is given, and where no Electron binary has been fetched */
function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Said> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env;
  mkdirSync(join(scratch.path, 'no-electron'), { recursive: true });
  const began = process.hrtime.bigint();
  const child = spawn(process.execPath, [program, `--data=${join(scratch.path, 'ledger')}`, ...args], {
    env: { ...rest, ELECTRON_OVERRIDE_DIST_PATH: join(scratch.path, 'no-electron'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said.stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said.stderr += part;
  });
  return new Promise((done) => {
    child.on('close', (exitCode) => {
      done({ exitCode, ...said, seconds: Number(process.hrtime.bigint() - began) / 1e9 });
    });
  });
}

describe('始める命令', () => {
  test('画面のない端末では1で終わり、画面なしで見る命令を言う', async () => {
    const said = await start([]);
    expect(said.exitCode).toBe(1);
    expect(said.stderr).toContain('npm run tour');
    expect(said.stderr).not.toMatch(stackTrace);
  });

  test.each([
    ['知らない窓', ['--host=firefox']],
    ['空の窓', ['--host=']],
    ['知らない指定', ['--fullscreen']],
    ['余分な言葉', ['now']],
    ['値のない置き場所', ['--data']],
  ])('%sは2で終わり、使い方を言う', async (_, args) => {
    const said = await start(args, { DISPLAY: ':99' });
    expect(said.exitCode).toBe(2);
    expect(said.stderr).toContain('--host=electron|chromium');
    expect(said.stderr).not.toMatch(stackTrace);
    expect(said.stdout).toBe('');
  });

  test('Electronと言われて本体がなく、取りにも行けなければ、数秒で1で終わり、別の始め方を言う', async () => {
    const said = await start(['--host=electron'], { DISPLAY: ':99', ELECTRON_MIRROR: 'http://127.0.0.1:9/' });
    expect(said.exitCode).toBe(1);
    expect(said.stderr).toContain('--host=chromium');
    expect(said.stderr).not.toMatch(stackTrace);
    expect(said.seconds).toBeLessThan(10);
  });

  test('つながるのに何も答えない相手も、数秒で見切る', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
    const address = silent.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const said = await start(['--host=electron'], { DISPLAY: ':99', ELECTRON_MIRROR: `http://127.0.0.1:${port}/` });
    silent.close();
    expect(said.exitCode).toBe(1);
    expect(said.stderr).toContain('--host=chromium');
    expect(said.seconds).toBeLessThan(10);
  });
});

describe('機械に要るもの', () => {
  const spoken: string[] = [];
  const commands: string[] = [];
  beforeEach(() => {
    spoken.length = 0;
    commands.length = 0;
  });

  /** a machine that lacks these; `cures` tells whether installing brings them */
  function machine(
    lacks: readonly MachineTool[],
    change: Partial<Machine> & { readonly cures?: boolean } = {},
  ): Machine {
    const { cures = true, ...rest } = change;
    let left = [...lacks];
    return {
      platform: 'linux',
      isRoot: true,
      has: (tool) => !left.includes(tool),
      run: (command) => {
        commands.push(command);
        if (!cures) return `E: 取りに行けません(${command.split(' ')[1]})`;
        if (command.includes('install')) left = [];
        return null;
      },
      ...rest,
    };
  }
  const ensure = (tools: readonly MachineTool[], on: Machine) =>
    ensureMachineTools(tools, (line) => spoken.push(line), on);
  const all = ['chromium', 'japaneseFont', 'virtualDisplay'] as const;

  test('そろっていれば、何も言わず何もしない', () => {
    expect(ensure(all, machine([]))).toEqual({ ready: true });
    expect([spoken, commands]).toEqual([[], []]);
  });

  test('管理者でなければ、何も入れずに、打つ命令をそのまま言う', () => {
    const answer = ensure(all, machine(['chromium', 'virtualDisplay'], { isRoot: false }));
    expect(commands).toEqual([]);
    expect(answer).toMatchObject({
      ready: false,
      message: expect.stringContaining(
        'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium xvfb',
      ),
    });
    expect(JSON.stringify(answer)).not.toContain('fonts-noto-cjk');
  });

  test('管理者なら、足りないものだけを入れ、入れたと言う', () => {
    expect(ensure(all, machine(['japaneseFont']))).toEqual({ ready: true });
    expect(commands).toEqual(['apt-get update', 'apt-get install -y --no-install-recommends fonts-noto-cjk']);
    expect(spoken).toEqual(['足りないものを入れます: fonts-noto-cjk', '入れました: fonts-noto-cjk']);
  });

  test('入れられなければ、足りないものと、最後の言葉と、打つ命令を言う', () => {
    const answer = ensure(['chromium'], machine(['chromium'], { cures: false }));
    expect(answer).toEqual({
      ready: false,
      message:
        '入れられませんでした: chromium\nE: 取りに行けません(install)\n次の命令を試してください:\n  apt-get update && apt-get install -y --no-install-recommends chromium',
    });
  });

  test('入れたと言われても、まだなければ、そろったとは言わない', () => {
    const stubborn = machine(['chromium'], { run: () => null });
    expect(ensure(['chromium'], stubborn)).toMatchObject({ ready: false });
  });

  test('WindowsとmacOSでは、何かを入れようとせず、要るものを言う', () => {
    for (const platform of ['win32', 'darwin'] as const) {
      const answer = ensure(['chromium'], machine(['chromium'], { platform }));
      expect(answer).toMatchObject({ ready: false, message: expect.stringContaining('Edge') });
    }
    expect(commands).toEqual([]);
  });
});
