import type {
  Cp932Replacement,
  DayLogCover,
  DayLogFormat,
  DayLogPlace,
  UnfitCharacter,
} from '../../src-shared/contract/day-log-book.ts';

/** 書き出しの注文: plain data alone, since it goes to another thread. */
export type DayLogOrder = {
  readonly cover: DayLogCover;
  readonly days: readonly string[];
  readonly format: DayLogFormat;
  readonly replacement: Cp932Replacement | null;
};

/** 聞き手: what the reading thread tells while it works. */
export type DayLogEar = {
  /** days read so far */
  readonly progress: (days: number) => void;
  /** the next piece of the file; false where it could not be kept, which stops the work */
  readonly chunk: (bytes: Uint8Array) => Promise<boolean>;
  /** everything is read: records the export and answers the ledger's place, which the file bears; null stops the work */
  readonly read: (rows: number) => DayLogPlace | null;
};

/** 書き出しの終わり方: `unfit`: what CP932 does not know, with the cases it stands in. */
export type DayLogEnd =
  | { readonly kind: 'done'; readonly replaced: number | null }
  | { readonly kind: 'unfit'; readonly characters: readonly (UnfitCharacter & { readonly case: string | null })[] }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'died'; readonly detail: string };

/**
 * 別の筋での書き出し: reads on a connection of its own, so that the counter never waits; one after another, since each reads the whole
 * disk. A format `pdf` gives the HTML of its sheets.
 */
export type DayLogExporter = {
  readonly start: (
    order: DayLogOrder,
    ear: DayLogEar,
  ) => { readonly ended: Promise<DayLogEnd>; readonly stop: () => void };
};
