import { homedir } from 'node:os';
import { join } from 'node:path';

/** 台帳の置き場所: where a program of this system keeps its own files; practice has a folder of its own. */
export function defaultLedgerFolder(practice: boolean, environment: NodeJS.ProcessEnv = process.env): string {
  const name = practice ? 'madoguchi-practice' : 'madoguchi';
  if (process.platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), name);
}
