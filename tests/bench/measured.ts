import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** 計った命令: how long the whole command took, and the most memory that it held at once. */
export type Measured = { readonly milliseconds: number; readonly peakMegabytes: number; readonly stdout: string };

/** 命令を計る: from its start to its end, start-up included. Throws where it fails or complains. */
export async function measured(
  command: string,
  args: readonly string[],
  given: { readonly input?: string; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(command, args, { stdio: 'pipe', env: { ...process.env, ...given.environment } });
  const said = { stdout: '', stderr: '' };
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, mostMemoryOf(child.pid ?? 0));
  }, 5);
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said.stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said.stderr += part;
  });
  child.stdin.end(given.input ?? '');
  const code = await new Promise<number | null>((done) => child.on('close', done));
  const milliseconds = Math.round(performance.now() - start);
  clearInterval(watch);
  if (code !== 0 || said.stderr !== '') throw new Error(`${command} ended with ${code}: ${said.stderr}`);
  return { milliseconds, peakMegabytes: Math.round(peak / 1024), stdout: said.stdout };
}

/** in KiB, as the kernel counts it (`VmHWM`); 0 where the process is gone */
function mostMemoryOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
