import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../../src-main/hosts/cli/main.ts', import.meta.url));

export type Said = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string };

/** 命令を打つ: as a person would, in a process of its own; `pipe3` is what can be read from file descriptor 3. */
export function madoguchi(
  args: readonly string[],
  given: {
    readonly password?: string;
    readonly stdin?: string;
    readonly pipe3?: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly nodeOptions?: readonly string[];
    /** sent once, at the first moment at which it is time */
    readonly signalWhen?: { readonly signal: NodeJS.Signals; readonly isTime: () => boolean };
  } = {},
): Promise<Said> {
  const { MADOGUCHI_PASSWORD: _, ...environment } = process.env;
  const child = spawn(process.execPath, [...(given.nodeOptions ?? []), program, ...args], {
    env: {
      ...environment,
      ...(given.password === undefined ? {} : { MADOGUCHI_PASSWORD: given.password }),
      ...given.environment,
    },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    said.stdout += part;
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    said.stderr += part;
  });
  for (const [end, text] of [
    [child.stdin, given.stdin],
    [child.stdio[3], given.pipe3],
  ] as const) {
    // A command that does not read its input closes it first; that is no fault of the test.
    end?.on('error', () => {});
    if (end !== null && end !== undefined && 'end' in end) end.end(text ?? '');
  }
  const watch = setInterval(() => {
    if (given.signalWhen?.isTime() !== true) return;
    clearInterval(watch);
    child.kill(given.signalWhen.signal);
  }, 2);
  return new Promise((done) => {
    child.on('close', (exitCode) => {
      clearInterval(watch);
      done({ exitCode, ...said });
    });
  });
}
