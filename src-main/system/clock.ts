import { japaneseInstant } from '../../src-shared/kernel/japanese-instant.ts';
import type { Clock } from '../app/ports.ts';

/** 端末の時計. */
export const systemClock: Clock = { now: () => japaneseInstant(Date.now()) };
