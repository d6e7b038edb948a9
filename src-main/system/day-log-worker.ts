import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { dayLogPageOf } from '../app/day-log-book.ts';
import { dayCases } from '../app/day-log-cases.ts';
import { dayLogWriter } from '../documents/day-log-writers.ts';
import { openReads } from '../store/open-reads.ts';
import type { WorkerAnswer, WorkerJob, WorkerWord } from './day-log-exporter.ts';

/** a piece of the file is sent when it has grown to this */
const pieceBytes = 256 * 1024;

/** 書き出しの働き手: one order; each piece is let go before the next is made, so that memory stays where it is. */
async function run(port: MessagePort, { folder, key, substitutes, order }: WorkerJob): Promise<void> {
  const { cover, days, format, replacement } = order;
  const tell = (word: WorkerWord, moved: readonly ArrayBuffer[] = []): void => port.postMessage(word, [...moved]);
  const answer = (): Promise<WorkerAnswer> => new Promise((resolve) => port.once('message', resolve));

  let waiting: Uint8Array[] = [];
  let size = 0;
  const send = async (): Promise<void> => {
    if (size === 0) return;
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const each of waiting) {
      bytes.set(each, at);
      at += each.length;
    }
    waiting = [];
    size = 0;
    const taken = answer();
    tell({ kind: 'chunk', bytes }, [bytes.buffer]);
    await taken;
  };
  const put = async (piece: string | Uint8Array): Promise<void> => {
    const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
    waiting.push(bytes);
    size += bytes.length;
    if (size >= pieceBytes) await send();
  };

  const { reads, atOnce, close } = openReads({ folder, key, substitutes });
  try {
    const source = { reads, practice: cover.practice, cases: dayCases(reads) };
    const writer = dayLogWriter(cover, format, replacement);
    let rows = 0;
    await put(writer.begin());
    for (const [index, day] of days.entries()) {
      for (const office of cover.offices) {
        const page = atOnce(() => dayLogPageOf(source, office, day, cover.procedure));
        rows += page.view.cases.length;
        await put(writer.page(page));
      }
      tell({ kind: 'progress', days: index + 1 });
    }
    const characters = writer.unfit?.() ?? [];
    if (characters.length > 0) return tell({ kind: 'unfit', characters: characters.slice(0, mostListed) });
    await send(); // a disk that is full is found out before the export is recorded
    const placed = answer();
    tell({ kind: 'read', rows });
    const { place } = await placed;
    if (place === null) return;
    await put(await writer.end(place));
    await send();
    tell({ kind: 'done', replaced: writer.replaced?.() ?? null });
  } finally {
    close();
  }
}

/** more than a person looks up one by one */
const mostListed = 200;

if (parentPort === null) throw new Error('this is started as a worker');
await run(parentPort, workerData as WorkerJob); // given by day-log-exporter.ts alone
