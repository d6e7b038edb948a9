import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRenderer } from '../src-main/hosts/launcher/build.ts';
import { ensureMachineTools, findChromium } from '../src-main/hosts/launcher/machine-tools.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'out', 'test-reports');

type Tally = { readonly passed: number; readonly failed: number };

function say(line: string): void {
  console.log(line);
}

function run(
  script: string,
  options: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const child = spawn(process.execPath, [join(root, script), ...options], {
    cwd: root,
    stdio: 'inherit',
    env: environment,
  });
  return new Promise((done) => {
    child.on('close', (code) => done(code ?? 1));
  });
}

/** 型・層・書き方の点検を一つの試験と数える */
async function check(): Promise<Tally> {
  const code = await run('tests/architecture/check.ts', []);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** runs some projects of the configuration; a run that ends without its report, or with an error of its own, is a failure */
async function vitest(projects: readonly string[]): Promise<Tally> {
  const report = join(reports, `${projects.join('-')}.json`);
  const code = await run(
    'node_modules/vitest/vitest.mjs',
    [
      'run',
      '--config',
      'tests/vitest.config.ts',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { ...process.env, MADOGUCHI_CHROMIUM: findChromium() ?? '' },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numTotalTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  // Whatever did not pass has failed: nothing is skipped here.
  const failed = numTotalTests - numPassedTests;
  const unseen = failed === 0 && (code !== 0 || numFailedTestSuites > 0 || numTotalTests === 0) ? 1 : 0;
  return { passed: numPassedTests, failed: failed + unseen };
}

/** 試験 (npm test): installs what the machine lacks, builds, checks, and runs every test; the last line counts them. */
async function main(): Promise<number> {
  const tools = ensureMachineTools(['chromium', 'japaneseFont', 'virtualDisplay', 'systemCallTrace'], say);
  if (!tools.ready) {
    console.error(tools.message);
    return 1;
  }
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  buildRenderer(say);
  const tallies = [await check(), await vitest(['fast', 'screens']), await vitest(['slow'])];
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
