import { join } from 'node:path';

/** 台帳の置き場所: the names inside one ledger's folder. */
export type LedgerFiles = {
  readonly folder: string;
  readonly database: string;
  readonly unfinished: string;
  readonly highWater: string;
  readonly windowLock: string;
  readonly sideLog: string;
  readonly sideLogBeingTakenIn: string;
};

export function ledgerFiles(folder: string): LedgerFiles {
  return {
    folder,
    database: join(folder, 'ledger.db'),
    unfinished: join(folder, 'ledger.unfinished.db'),
    highWater: join(folder, 'ledger.highwater'),
    windowLock: join(folder, 'window.lock'),
    sideLog: join(folder, 'shown.ndjson'),
    sideLogBeingTakenIn: join(folder, 'shown.taking.ndjson'),
  };
}
