import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensurePracticeLedger } from '../../practice/first-run.ts';
import { runInChromium } from './run.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    chromium: { type: 'string' },
    renderer: { type: 'string' },
    practice: { type: 'boolean', default: false },
  },
});
const { data, chromium, renderer, practice } = values;

if (data === undefined || chromium === undefined || renderer === undefined || !existsSync(renderer)) {
  console.error('このプログラムは npm start から始めてください。');
  process.exit(2);
}

if (practice) await ensurePracticeLedger(data);
const window = await runInChromium({
  folder: data,
  practice,
  executablePath: chromium,
  rendererFolder: renderer,
  headless: false,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void window.close());
await window.closed;
