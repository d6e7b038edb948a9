import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

const mostRemovals = 20;

/** プロフィールを消す: the browser's own processes may still be writing for a moment after it is gone, so it is removed until it stays away. */
export async function removeProfile(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (let removals = 0; removals < mostRemovals; removals += 1) {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    await setTimeout(300);
    if (!existsSync(folder)) return;
  }
}
