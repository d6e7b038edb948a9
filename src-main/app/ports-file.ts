/** 消去: whose records, on what basis, and the second person (B7); `found` must be 0. */
export type ErasureReport = {
  readonly seq: number;
  readonly searched: number;
  readonly foundBefore: number;
  readonly found: number;
};

/** 控え: a finished backup that was opened, checked, chain-verified and counted. */
export type BackupReport = {
  readonly path: string;
  readonly events: number;
  readonly head: string;
  readonly bytes: number;
};

export type BackupFailure = { readonly code: 'backupNotWritten' | 'backupNotSound'; readonly detail: string };

/** よその台帳の出来事: as exchanged, the exact body with its place; `record` comes along where it has not been erased. */
export type ForeignEvent = {
  readonly ledger: string;
  readonly epoch: number;
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  readonly body: string;
  readonly record: { readonly salt: Uint8Array; readonly fields: string } | null;
};

/** 受け入れられない理由: nothing of the batch is stored. `fork`: two hashes for one place, which is an alarm. */
export type ReceiveFailure = {
  readonly code: 'fork' | 'gap' | 'badHash' | 'badCommitment' | 'badGenesis' | 'ownLedger';
  readonly ledger: string;
  readonly epoch: number;
  readonly seq: number;
};
