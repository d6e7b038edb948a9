import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));
/** 組み立てた画面の場所 */
export const rendererFolder = join(projectFolder, 'out', 'renderer');

const stampFile = join(projectFolder, 'out', 'renderer.stamp');

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function stampOfSources(): string {
  const hash = createHash('sha256');
  const files = [
    ...filesBelow(join(projectFolder, 'src-renderer')),
    ...filesBelow(join(projectFolder, 'src-shared')),
    join(projectFolder, 'package-lock.json'),
  ];
  for (const file of files)
    hash
      .update(file)
      .update(String(statSync(file).size))
      .update(readFileSync(file));
  return hash.digest('hex');
}

/** 画面を組み立てる: builds the renderer where its sources have changed since; throws with the builder's words where it cannot. */
export function buildRenderer(say: (line: string) => void): void {
  const stamp = stampOfSources();
  const upToDate =
    existsSync(join(rendererFolder, 'index.html')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp;
  if (upToDate) return;
  say('画面を組み立てています。');
  vite(join('src-renderer', 'vite.config.ts'));
  mkdirSync(join(projectFolder, 'out'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** runs one Vite build by its configuration file */
export function vite(configuration: string): void {
  const built = spawnSync(
    process.execPath,
    [
      join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js'),
      'build',
      '--config',
      configuration,
      '--logLevel',
      'warn',
    ],
    {
      cwd: projectFolder,
      encoding: 'utf8',
    },
  );
  if (built.status !== 0) throw new Error(`the build of ${configuration} failed:\n${built.stdout}${built.stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildRenderer((line) => console.log(line));
