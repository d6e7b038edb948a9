import { existsSync, readdirSync } from 'node:fs';
import { addDays, plainDate } from '../../src-shared/kernel/plain-date.ts';
import { systemClock } from '../system/clock.ts';
import { fillPracticeLedger } from './fill.ts';

/** 練習の初回: an empty practice folder gets made-up people and the cases of the last open days; an existing one stays as it is. */
export async function ensurePracticeLedger(folder: string): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('ledger'))) return;
  const yesterday = addDays(plainDate(systemClock.now().slice(0, 10)), -1);
  await fillPracticeLedger({ folder, people: 120, days: 32, seed: 1, until: yesterday });
}
