import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRenderer, projectFolder } from './build.ts';
import { buildElectron } from './build-electron.ts';
import { reachesReleases } from './electron-binary.ts';

const builder = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js');

/**
 * 包む (npm run package): builds screens and main process and hands the packager its words, `--linux dir` or `--win nsis`.
 * Nothing is ever published from here.
 */
export async function packageProgram(words: readonly string[], say: (line: string) => void): Promise<number> {
  if (!words.some((word) => word.includes('electronDist')) && !(await reachesReleases())) {
    say('Electronの本体を取得できないため、包めません。何も作っていません。');
    say('取得できる機械で行うか、本体のフォルダーを -c.electronDist=フォルダー で示してください。');
    return 1;
  }
  buildRenderer(say);
  say('本体を組み立てています。');
  buildElectron();
  say('包んでいます。');
  const child = spawn(
    process.execPath,
    [builder, '--config', join(projectFolder, 'electron-builder.yml'), '--publish', 'never', ...words],
    { cwd: projectFolder, stdio: 'inherit' },
  );
  return new Promise((done, failed) => {
    child.on('exit', (code) => done(code ?? 1));
    child.on('error', failed);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await packageProgram(process.argv.slice(2), (line) => console.log(line));
}
