import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePlainDate } from '../../../../src-shared/kernel/plain-date.ts';
import { succeed } from '../../../../src-shared/kernel/result.ts';
import type { Files } from '../../../app/ports.ts';
import { systemChance } from '../../../system/chance.ts';
import { savedAsOne } from '../../../system/kept-files.ts';
import { answered, type CommandResult, failed } from '../result.ts';
import { access, accessOf, wrong } from './access.ts';
import { fileAt } from './file-at.ts';
import { withLedger } from './session.ts';

/**
 * 期限の近い照会を書き出す: open, returned and lapsed letters whose due day (D2) lies before a day, as CSV (UTF-8 with BOM) on standard
 * output, or into a file with `--out` (`{"path":…,"rows":…}`). A supervisor gets every office that this ledger knows, a clerk the own.
 */
export async function lettersCommand(args: readonly string[]): Promise<CommandResult> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...access,
      'due-before': { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const dueBefore = parsePlainDate(values['due-before'] ?? '');
  if (dueBefore === null) return wrong('--due-before を YYYY-MM-DD で指定してください。');
  if (values.format !== 'csv') return wrong('--format は csv を指定してください。');
  if (values.staff === undefined) return wrong('--staff で職員番号を指定してください。');
  const standardOutput = keptFile();
  const files = values.out === undefined ? standardOutput.files : fileAt(resolve(values.out));
  return withLedger({ ...accessOf(values, values.staff), files }, async (call) => {
    const status = await call('program.status', {});
    const spans = status.ok && status.value.user !== null && status.value.user.role !== 'clerk';
    const exported = await call('list.export', {
      requestId: systemChance.hex(16),
      list: spans ? 'lettersEverywhere' : 'letters',
      case: null,
      format: 'csv',
      dueBefore,
    });
    if (!exported.ok) return failed(exported.failure.code, exported.failure.message);
    if (values.out !== undefined) return answered(exported.value);
    return { exitCode: 0, stdout: standardOutput.content(), stderr: '' };
  });
}

/** 書類を手元に持つ: nothing reaches the disk; what was written is read back as text. */
function keptFile(): { readonly files: Files; readonly content: () => string } {
  let kept: Uint8Array = new Uint8Array();
  return {
    files: savedAsOne((name, content) => {
      kept = content;
      return succeed({ path: name });
    }),
    content: () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(kept),
  };
}
