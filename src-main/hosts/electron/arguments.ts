import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultLedgerFolder } from '../../system/folders.ts';

export type HostArguments = { readonly folder: string; readonly practice: boolean };

/** 起動の言葉: `--data=` and `--practice`. Chromium's own switches stand on the same line, so that unknown words pass. */
export function readHostArguments(words: readonly string[]): HostArguments {
  const { values } = parseArgs({
    args: [...words],
    strict: false,
    options: { data: { type: 'string' }, practice: { type: 'boolean' } },
  });
  const practice = values.practice === true;
  const folder = typeof values.data === 'string' ? resolve(values.data) : defaultLedgerFolder(practice);
  return { folder, practice };
}
