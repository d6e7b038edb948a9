import { parentPort, workerData } from 'node:worker_threads';
import type { VerifyReport } from '../app/ports.ts';
import { connectEncrypted, sqliteCode } from './connection.ts';
import type { VerifyRequest } from './run-verify.ts';
import { verifyAll } from './verify.ts';

/** 点検の働き手: one request, one report. */
function run(request: VerifyRequest): VerifyReport {
  try {
    const connection = connectEncrypted(request.path, request.key, 'read');
    try {
      return verifyAll(connection, new Map(request.substitutes), request.highWater);
    } finally {
      connection.close();
    }
  } catch (error) {
    if (sqliteCode(error) === null) throw error;
    return { sound: false, events: 0, head: '', records: 0, firstBroken: null, faults: ['unreadable'] };
  }
}

parentPort?.postMessage(run(workerData as VerifyRequest)); // given by run-verify.ts alone
