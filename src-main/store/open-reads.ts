import type { LedgerReads } from '../app/ports.ts';
import { connectEncrypted } from './connection.ts';
import { openHighWater } from './high-water.ts';
import { ledgerFiles } from './ledger-files.ts';
import { ledgerReads } from './reads.ts';
import { rememberingReader } from './stored-event.ts';

export type OpenReads = {
  readonly reads: LedgerReads;
  /** 一度に見る: everything that `work` reads is of one moment; a short one, since nothing that was written meanwhile leaves the log */
  readonly atOnce: <Value>(work: () => Value) => Value;
  readonly close: () => void;
};

/** 読むだけの接続: for reports and exports in a worker; takes plain data only, so that it can be asked for by message. */
export function openReads(request: {
  readonly folder: string;
  readonly key: Uint8Array;
  readonly substitutes: readonly (readonly [string, string])[];
}): OpenReads {
  const files = ledgerFiles(request.folder);
  const connection = connectEncrypted(files.database, request.key, 'read');
  const highWater = openHighWater(files.highWater, false);
  const reads = ledgerReads(connection, {
    substitutes: new Map(request.substitutes),
    readEvent: rememberingReader(),
    rememberedReceipt: (day) => highWater.read()?.receipts[day] ?? 0,
  });
  return { reads, atOnce: (work) => connection.transaction(work)(), close: () => connection.close() };
}
