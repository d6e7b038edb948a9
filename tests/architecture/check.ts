import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruiseSources } from './cruise.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function run(
  name: string,
  script: string,
  options: readonly string[],
): Promise<{ name: string; passed: boolean; output: string }> {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...options], { cwd: root });
  const output: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => output.push(part));
  child.stderr.on('data', (part: Buffer) => output.push(part));
  return new Promise((done) => {
    child.on('close', (code) => done({ name, passed: code === 0, output: Buffer.concat(output).toString() }));
  });
}

/** 点検 (npm run check): types, the two nets, lint. All are errors. */
const results = await Promise.all([
  run('types', 'typescript/bin/tsc', ['-b', 'tsconfig.json']),
  run('lint', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  cruiseSources(root).then(({ modules, violations }) => ({
    name: 'layers',
    passed: modules > 0 && violations.length === 0,
    output: violations.length === 0 ? `${modules} modules` : `${violations.join('\n')}\n`,
  })),
]);

for (const { name, passed, output } of results) {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name}`);
  if (!passed) console.log(output);
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
