import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { Procedure } from '../../../../src-shared/contract/codes.ts';
import { Cp932Replacement, type DayLogFormat } from '../../../../src-shared/contract/day-log-book.ts';
import type { Failure } from '../../../../src-shared/contract/errors.ts';
import { type Period, spanOf } from '../../../../src-shared/domain/statistics/period.ts';
import { Office } from '../../../../src-shared/domain/visit.ts';
import { parsePlainDate } from '../../../../src-shared/kernel/plain-date.ts';
import { systemChance } from '../../../system/chance.ts';
import { answered, type CommandResult, failed } from '../result.ts';
import { access, accessOf, wrong } from './access.ts';
import { watchExport } from './export-watch.ts';
import { fileAt } from './file-at.ts';
import { withLedger } from './session.ts';
import { sheetPrinter } from './sheet-printer.ts';

/** as they are typed: words of small letters and hyphens */
const formats: Readonly<Record<string, DayLogFormat>> = {
  csv: 'csv',
  'csv-cp932': 'csvCp932',
  xlsx: 'xlsx',
  pdf: 'pdf',
  json: 'json',
};

type Chosen = { readonly [Word in 'date' | 'from' | 'until' | 'month' | 'fiscal-year']?: string };
type Days = { readonly day: string; readonly until: string | null };

/** 選んだ日: one way of saying it, or what is wrong with it */
function daysOf(values: Chosen): Days | string {
  const ways = [values.date, values.from ?? values.until, values.month, values['fiscal-year']];
  if (ways.filter((way) => way !== undefined).length > 1) {
    return '日は、--date、--from と --until、--month、--fiscal-year の、どれか一つで指定してください。';
  }
  if (values.month !== undefined)
    return daysOfPeriod(monthFrom(values.month), '--month を YYYY-MM で指定してください。');
  if (values['fiscal-year'] !== undefined) {
    const words = '--fiscal-year を、4月1日の年の4桁(例 2026)で指定してください。';
    return daysOfPeriod(fiscalYearFrom(values['fiscal-year']), words);
  }
  if (values.from === undefined && values.until === undefined) {
    const day = parsePlainDate(values.date ?? '');
    return day === null ? '--date を YYYY-MM-DD で指定してください。' : { day, until: null };
  }
  const from = parsePlainDate(values.from ?? '');
  const until = parsePlainDate(values.until ?? '');
  if (from === null || until === null) return '--from と --until を YYYY-MM-DD で指定してください。';
  return from > until ? '--until は --from の日かその後にしてください。' : { day: from, until };
}

function monthFrom(month: string): Period | null {
  return /^\d{4}-\d{2}$/.test(month) && parsePlainDate(`${month}-01`) !== null ? { kind: 'month', month } : null;
}

function fiscalYearFrom(year: string): Period | null {
  return /^[12]\d{3}$/.test(year) ? { kind: 'fiscalYear', year: Number(year) } : null;
}

function daysOfPeriod(period: Period | null, words: string): Days | string {
  if (period === null) return words;
  const { from, until } = spanOf(period);
  return { day: from, until };
}

/** where characters do not fit, each is listed under the message, with its place */
function notWritten({ code, message, fields }: Failure): CommandResult {
  return failed(code, [message, ...fields.map((field) => field.message)].join('\n'));
}

/** 日報を書き出す: `{"path":…,"rows":…}`; without `--office`, that of the ledger's own terminal. */
export async function dayLogCommand(args: readonly string[]): Promise<CommandResult> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...access,
      date: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      month: { type: 'string' },
      'fiscal-year': { type: 'string' },
      office: { type: 'string' },
      procedure: { type: 'string' },
      format: { type: 'string' },
      replace: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const days = daysOf(values);
  if (typeof days === 'string') return wrong(days);
  const format = formats[values.format ?? ''];
  if (format === undefined) return wrong(`--format は ${Object.keys(formats).join('、')} のどれかです。`);
  if (values.out === undefined) return wrong('--out でファイルを指定してください。');
  if (values.staff === undefined) return wrong('--staff で職員番号を指定してください。');
  const office = Office.or(z.literal('all')).optional().safeParse(values.office);
  if (!office.success) return wrong('--office は shiminka、sobue、heiwa、all のどれかです。');
  const procedure = Procedure.optional().safeParse(values.procedure);
  if (!procedure.success) return wrong('--procedure は issue、renew、revoke のどれかです。');
  const replacement = Cp932Replacement.optional().safeParse(values.replace);
  if (!replacement.success || (values.replace !== undefined && format !== 'csvCp932')) {
    return wrong('--replace は --format csv-cp932 のときに、〓、?、* のどれかです。');
  }
  const printer = format === 'pdf' ? sheetPrinter() : null;
  if (format === 'pdf' && printer === null) {
    return failed('printerMissing', 'PDFには、ブラウザー(Chromium)と、組み立てたプログラム(npm run build)が要ります。');
  }
  const files = fileAt(resolve(values.out));
  const entrance = { ...accessOf(values, values.staff), files, ...(printer === null ? {} : { printer }) };
  try {
    return await withLedger(entrance, async (call, counter) => {
      const own = counter.ledger()?.reads.setUp()?.office ?? 'shiminka';
      const job = systemChance.hex(16);
      const watching = watchExport(call, job);
      const exported = await call('dayLog.export', {
        job,
        ...days,
        office: office.data ?? own,
        procedure: procedure.data ?? null,
        format,
        replacement: replacement.data ?? null,
      }).finally(watching.end);
      return exported.ok ? answered(exported.value) : notWritten(exported.failure);
    });
  } finally {
    await printer?.close();
  }
}
