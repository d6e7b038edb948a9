import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Printer } from '../../../app/ports.ts';
import { chromiumPlace } from '../../../system/chromium-place.ts';
import { chromiumPrinter } from '../../../system/chromium-printer.ts';

const rendererFolder = fileURLToPath(new URL('../../../../out/renderer', import.meta.url));

/**
 * 命令の紙: lays sheets out as the window does, with the same font; null where no browser is installed or the program has not been built.
 * Its folder is its own, since a window beside it may be printing; it holds the browser's files, never a sheet.
 */
export function sheetPrinter(): Printer | null {
  const executablePath = chromiumPlace();
  if (executablePath === null || !existsSync(join(rendererFolder, 'index.html'))) return null;
  const profileFolder = join(tmpdir(), `madoguchi-printing-${process.pid}`);
  return chromiumPrinter({ executablePath, rendererFolder, profileFolder });
}
