import { openHighWater } from '../store/high-water.ts';
import { ledgerFiles } from '../store/ledger-files.ts';

/**
 * 番号を一つ飛ばす: as if a number had been given out and its record lost; the next reception of the day takes the one after it. For
 * practice and tests alone: it makes a gap (B2) that a supervisor has to explain.
 */
export function passOverNumber(folder: string, day: string, number: number): void {
  const highWater = openHighWater(ledgerFiles(folder).highWater, true);
  try {
    const mark = highWater.read();
    if (mark === null) throw new Error('no high-water mark');
    highWater.raise({ ...mark, receipts: { ...mark.receipts, [day]: number } });
  } finally {
    highWater.close();
  }
}
