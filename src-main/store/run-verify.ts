import { Worker } from 'node:worker_threads';
import type { VerifyReport } from '../app/ports.ts';
import type { HighWaterMark } from './high-water.ts';

/** 点検の頼み: what a worker needs to open the file for itself; the key stays within this process. */
export type VerifyRequest = {
  readonly path: string;
  readonly key: Uint8Array;
  readonly substitutes: readonly (readonly [string, string])[];
  readonly highWater: HighWaterMark | null;
};

/** 別の筋での点検: walks everything on a read-only connection in a worker, so that the counter never waits. */
export function verifyInWorker(request: VerifyRequest): Promise<VerifyReport> {
  const { promise, resolve, reject } = Promise.withResolvers<VerifyReport>();
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { workerData: request });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the verifier ended with ${code} and no report`)));
  return promise;
}
