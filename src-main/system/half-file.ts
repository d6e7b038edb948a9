import { readdirSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, type Result, succeed } from '../../src-shared/kernel/result.ts';
import type { FileFailure, FileInHand } from '../app/ports.ts';

let begun = 0;
/** halves that this very program is writing now: no sweep may take them */
const inHand = new Set<string>();

/** 半分の名前: of this program and this writing alone, so that two writings of one name never share a file. */
export function halfNameOf(name: string): string {
  begun += 1;
  return `.${name}.${process.pid}-${begun}.part`;
}

/** the name that it was to get, and the program that began it; null where it is no half of ours */
function readHalfName(half: string): { readonly name: string; readonly program: number } | null {
  const found = /^\.(.+)\.(\d{1,10})-\d+\.part$/.exec(half);
  return found === null ? null : { name: found[1] ?? '', program: Number(found[2]) };
}

function isRunning(program: number): boolean {
  try {
    process.kill(program, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * 途中のものを片付ける: what a program that is no longer running left half written. Only names of our own making, only those that
 * `mayBe` says are of this place, and never one that somebody still writes.
 */
export function sweepHalves(folder: string, mayBe: (name: string) => boolean): void {
  try {
    for (const entry of readdirSync(folder)) {
      const half = readHalfName(entry);
      if (half === null || !mayBe(half.name) || inHand.has(join(folder, entry))) continue;
      if (half.program === process.pid || !isRunning(half.program)) rmSync(join(folder, entry), { force: true });
    }
  } catch {
    // A folder that cannot be read or cleared is found out by the writing itself.
  }
}

export function fileNotWritten(error: unknown): { ok: false; failure: FileFailure } {
  return fail({ code: 'fileNotWritten', detail: error instanceof Error ? error.message : String(error) });
}

/** a half file that was never begun, because its folder is none, cannot be removed either */
export function discardHalf(half: string): void {
  try {
    rmSync(half, { force: true });
  } catch {
    // the failure that is being told says more
  }
}

/**
 * 書きかけのファイル: grows piece by piece beside its final place without holding up the program. `giveName` is called once
 * all of it is on the disk; whatever goes wrong before leaves nothing.
 */
export async function openHalf(
  half: string,
  giveName: (half: string) => string,
): Promise<Result<FileInHand, FileFailure>> {
  let handle: FileHandle;
  inHand.add(half); // before it is there, so that no sweep comes between
  try {
    handle = await open(half, 'wx', 0o600);
  } catch (error) {
    inHand.delete(half);
    return fileNotWritten(error);
  }
  let state: 'open' | 'ended' = 'open';
  const discard = async (): Promise<void> => {
    if (state === 'ended') return;
    state = 'ended';
    discardHalf(half); // at once, since the program may be about to end
    await handle.close().catch(() => undefined);
    discardHalf(half); // and again where an open file keeps its name
    inHand.delete(half);
  };
  const orDiscard = async <Value>(work: () => Promise<Value>): Promise<Result<Value, FileFailure>> => {
    try {
      if (state === 'ended') throw new Error(`${basename(half)} was let go`);
      return succeed(await work());
    } catch (error) {
      await discard();
      return fileNotWritten(error);
    }
  };
  return succeed({
    // Not `write`: on a disk that runs full it stores a part and says so only in its answer.
    write: (chunk) => orDiscard(async () => handle.appendFile(chunk).then(() => null)),
    finish: () =>
      orDiscard(async () => {
        await handle.sync();
        await handle.close();
        const path = giveName(half);
        state = 'ended';
        inHand.delete(half);
        return { path };
      }),
    discard,
  });
}

/** 半分の置き場: beside the final place, on the same disk. */
export function halfBeside(path: string): string {
  return join(dirname(path), halfNameOf(basename(path)));
}
