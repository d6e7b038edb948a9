import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Office } from '../../../../src-shared/contract/codes.ts';
import { parsePlainDate } from '../../../../src-shared/kernel/plain-date.ts';
import { systemChance } from '../../../system/chance.ts';
import { answered, type CommandResult, failed } from '../result.ts';
import { access, accessOf, wrong } from './access.ts';
import { fileAt } from './file-at.ts';
import { withLedger } from './session.ts';

const formats = ['csv', 'xlsx'] as const;

/**
 * 監査を書き出す (B5): who saw, printed, wrote out or changed what on these days, of everybody or of one member of staff:
 * `{"path":…,"rows":…}`. For a supervisor; the export is an entry of the ledger itself.
 */
export async function auditCommand(args: readonly string[]): Promise<CommandResult> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...access,
      from: { type: 'string' },
      until: { type: 'string' },
      'staff-number': { type: 'string' },
      office: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const from = parsePlainDate(values.from ?? '');
  const until = parsePlainDate(values.until ?? '');
  if (from === null || until === null) return wrong('--from と --until を YYYY-MM-DD で指定してください。');
  if (from > until) return wrong('--until は --from の日かその後にしてください。');
  const format = formats.find((each) => each === values.format);
  if (format === undefined) return wrong(`--format は ${formats.join('、')} のどれかです。`);
  const office = Office.optional().safeParse(values.office);
  if (!office.success) return wrong('--office は shiminka、sobue、heiwa のどれかです。');
  if (values.out === undefined) return wrong('--out でファイルを指定してください。');
  if (values.staff === undefined) return wrong('--staff で職員番号を指定してください。');
  const files = fileAt(resolve(values.out));
  const whose = values['staff-number'];
  return withLedger({ ...accessOf(values, values.staff), files }, async (call, counter) => {
    const staff = whose === undefined ? null : counter.ledger()?.reads.staffByNumber(whose.normalize('NFKC'))?.staff;
    if (staff === undefined) {
      return failed('staffNotFound', '--staff-number の職員が見つかりません。番号を確かめてください。');
    }
    const exported = await call('audit.export', {
      requestId: systemChance.hex(16),
      from,
      until,
      staff,
      office: office.data ?? null,
      act: null,
      person: null,
      format,
    });
    return exported.ok ? answered(exported.value) : failed(exported.failure.code, exported.failure.message);
  });
}
