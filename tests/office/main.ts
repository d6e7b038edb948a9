import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureMachineTools } from '../../src-main/hosts/launcher/machine-tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** 表計算での試験 (npm run test:office): installs LibreOffice where it may, and opens every export in it. Not a part of `npm test`. */
function main(): number {
  const tools = ensureMachineTools(['spreadsheet'], console.log);
  if (!tools.ready) {
    console.error(tools.message);
    return 1;
  }
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const options = ['run', '--config', 'tests/vitest.config.ts', '--project', 'office'];
  const { status } = spawnSync(process.execPath, [vitest, ...options], { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

process.exitCode = main();
