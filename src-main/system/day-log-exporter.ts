import { Worker } from 'node:worker_threads';
import type { DayLogPlace } from '../../src-shared/contract/day-log-book.ts';
import type { DayLogEar, DayLogEnd, DayLogExporter, DayLogOrder } from '../app/ports-export.ts';
import { inTurn } from './in-turn.ts';

/** 働き手に渡すもの: what it needs to open the file for itself; the key stays within this process. */
export type WorkerJob = {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly substitutes: readonly (readonly [string, string])[];
  readonly order: DayLogOrder;
};

/** 働き手の言葉: a `chunk` and `read` wait for an answer. */
export type WorkerWord =
  | { readonly kind: 'progress'; readonly days: number }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'read'; readonly rows: number }
  | Extract<DayLogEnd, { kind: 'done' | 'unfit' }>;
export type WorkerAnswer = { readonly place: DayLogPlace | null };

type Reading = Pick<WorkerJob, 'folder' | 'substitutes'> & { readonly key: () => Uint8Array | null };

/** 別の筋での書き出し: a worker for each order, one at a time; stopped, it is ended at once, and its connection with it. */
export function dayLogExporter({ folder, substitutes, key }: Reading): DayLogExporter {
  const next = inTurn();
  return {
    start: (order, ear) => {
      let stop = (): void => undefined;
      let stopped = false;
      const { promise: halted, resolve: halt } = Promise.withResolvers<DayLogEnd>();
      const worked = next(async (): Promise<DayLogEnd> => {
        const opened = key();
        if (stopped) return { kind: 'stopped' };
        if (opened === null) return { kind: 'died', detail: 'the key is not there' };
        const running = runWorker({ folder, substitutes, key: opened, order }, ear);
        stop = running.stop;
        return running.ended;
      });
      return {
        // One that waits its turn answers at once, too.
        ended: Promise.race([halted, worked]),
        stop: () => {
          stopped = true;
          stop();
          halt({ kind: 'stopped' });
        },
      };
    },
  };
}

/** More than twice what a page of a thousand cases needs, so that a year is not gathered in memory before it is collected. */
const streamedMegabytes = 192;

/** A book of sheets and the paper are made as a whole; every other form leaves page by page. */
function isStreamed({ format }: DayLogOrder): boolean {
  return format !== 'xlsx' && format !== 'pdf';
}

function runWorker(job: WorkerJob, ear: DayLogEar): ReturnType<DayLogExporter['start']> {
  const { promise: ended, resolve } = Promise.withResolvers<DayLogEnd>();
  const worker = new Worker(new URL('./day-log-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: isStreamed(job.order) ? { maxOldGenerationSizeMb: streamedMegabytes } : {},
  });
  const end = (how: DayLogEnd): void => {
    resolve(how);
    void worker.terminate();
  };
  const answer = (place: DayLogPlace | null): void => worker.postMessage({ place } satisfies WorkerAnswer);
  worker.on('message', (word: WorkerWord) => {
    switch (word.kind) {
      case 'progress':
        return ear.progress(word.days);
      case 'chunk':
        ear.chunk(word.bytes).then(
          (kept) => (kept ? answer(null) : end({ kind: 'stopped' })),
          () => end({ kind: 'stopped' }),
        );
        return;
      case 'read': {
        const place = ear.read(word.rows);
        return place === null ? end({ kind: 'stopped' }) : answer(place);
      }
      default:
        return end(word);
    }
  });
  // Only the kind: a message may quote what was recorded.
  worker.once('error', (error) => end({ kind: 'died', detail: error instanceof Error ? error.name : typeof error }));
  worker.once('exit', (code) => resolve({ kind: 'died', detail: `the worker ended with ${code}` }));
  return { ended, stop: () => end({ kind: 'stopped' }) };
}
