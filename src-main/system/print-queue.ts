import { spawn } from 'node:child_process';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import type { PrintFailure } from '../app/ports.ts';

/** 印刷の列: hands one finished PDF to the machine's usual printer. */
export type PrintQueue = (pdf: Uint8Array) => Promise<Result<null, PrintFailure>>;

type Place = { readonly platform: NodeJS.Platform; readonly command: string };

const cups: Place = { platform: process.platform, command: 'lp' };

/**
 * CUPSの列: `lp` takes the PDF through its standard input, so that no file of ours is made. Which printer is the machine's
 * own setting. A machine without `lp`, without a printer, or with Windows' spooler has none that can be used from here.
 */
export function cupsQueue({ platform, command }: Place = cups): PrintQueue {
  if (platform === 'win32')
    return async () => fail({ code: 'printerMissing', detail: 'no print queue on this platform' });
  return (pdf) =>
    new Promise((done) => {
      const child = spawn(command, ['-t', 'madoguchi', '-o', 'media=A4', '-o', 'print-scaling=none', '-'], {
        stdio: ['pipe', 'ignore', 'pipe'],
        env: { ...process.env, LC_ALL: 'C' },
      });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      // A queue that stops listening ends with its own code; the broken pipe says nothing more.
      child.stdin.on('error', () => undefined);
      child.on('error', () => done(fail({ code: 'printerMissing', detail: `${command} cannot be started` })));
      child.on('close', (code) => {
        if (code === 0) done(succeed(null));
        else
          done(fail({ code: hasNoPrinter(said) ? 'printerMissing' : 'printFailed', detail: `lp ended with ${code}` }));
      });
      child.stdin.end(pdf);
    });
}

function hasNoPrinter(said: string): boolean {
  return /no default destination|no destinations|unable to connect|connection refused|bad file descriptor|not exist/i.test(
    said,
  );
}
