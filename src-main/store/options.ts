import type { Chance, Clock, KeyStore } from '../app/ports.ts';
import type { Connect } from './connection.ts';
import type { SubstituteMap } from './fold-names.ts';
import type { Migration } from './migrations.ts';

/** 台帳を開く条件. What stands under "defaults" is for tests and for packaging; the product gives none of it but `substitutes` and `migrations`. */
export type LedgerOptions = {
  readonly folder: string;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly keyStore: KeyStore;
  /** 練習用: a practice ledger never opens as the real one, nor the real one as practice */
  readonly practice: boolean;
  /** policy version that goes into every envelope */
  readonly policy: string;
  /** only a window takes the window lock; the command line may append beside it */
  readonly program: 'window' | 'commandLine';
  /** default: no substitutes */
  readonly substitutes?: SubstituteMap;
  /** default: the files of `db/migrations` beside the sources */
  readonly migrations?: readonly Migration[];
  /** default: the encrypted SQLite file */
  readonly connect?: Connect;
  /** default: 16 MiB; below it the ledger opens read-only */
  readonly neededBytes?: number;
  /** default: 3,000 events are checked at every start */
  readonly checkedAtStart?: number;
  /** default: asks the system whether the folder is on a local disk */
  readonly isLocalDisk?: (folder: string) => boolean;
};
