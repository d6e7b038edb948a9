import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensurePracticeLedger } from '../../practice/first-run.ts';
import { runInChromium } from './run.ts';
import type { ChromiumWindow } from './window.ts';

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

let window: ChromiumWindow | null = null;
let stopping = false;
// Asked to end while the window is still opening, it opens and closes at once: nothing may stay behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping = true;
    void window?.close();
  });
}

if (practice) await ensurePracticeLedger(data);
window = await runInChromium({
  folder: data,
  practice,
  executablePath: chromium,
  rendererFolder: renderer,
  headless: false,
});
if (stopping) await window.close();
await window.closed;
