import { randomBytes } from 'node:crypto';
import type { Chance } from '../app/ports.ts';

/** 乱数: from the operating system's generator. */
export const systemChance: Chance = { hex: (bytes) => randomBytes(bytes).toString('hex') };
