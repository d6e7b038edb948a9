import type { Call } from './session.ts';

/** how often a person at a terminal sees a new count */
const lookEvery = 250;

/**
 * 書き出しを見守る: how far it is, on standard error, where a person looks at it; a scheduled task hears nothing. An interruption (Ctrl+C,
 * or the system's request to end) cancels the export, so that it leaves no file and says so in the ledger.
 */
export function watchExport(call: Call, job: string): { readonly end: () => void } {
  const { stderr } = process;
  let ended = false;
  const clear = (): void => {
    if (stderr.isTTY) stderr.write('\r\u001b[K');
  };
  const look = async (): Promise<void> => {
    const progress = await call('dayLog.exportProgress', { job });
    if (ended || !progress.ok || progress.value === null) return;
    clear();
    stderr.write(`書き出しています ${progress.value.days} / ${progress.value.total}日(やめるときは Ctrl+C)`);
  };
  const timer = stderr.isTTY ? setInterval(() => void look(), lookEvery) : null;
  const cancel = (): void => void call('dayLog.exportCancel', { job });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, cancel);
  return {
    end: () => {
      ended = true;
      if (timer !== null) clearInterval(timer);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, cancel);
      clear();
    },
  };
}
