import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StatisticsFormat, type StatisticsReport } from '../../../../src-shared/contract/api/statistics-api.ts';
import { StatisticsOffice, StatisticsPeriod } from '../../../../src-shared/contract/statistics-view.ts';
import { systemChance } from '../../../system/chance.ts';
import { answered, type CommandResult, failed } from '../result.ts';
import { access, accessOf, wrong } from './access.ts';
import { fileAt } from './file-at.ts';
import { withLedger } from './session.ts';
import { sheetPrinter } from './sheet-printer.ts';

const common = {
  ...access,
  office: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
} as const;

type Given = {
  readonly data?: string;
  readonly staff?: string;
  readonly 'password-fd'?: string;
  readonly office?: string;
  readonly format?: string;
  readonly out?: string;
};

/** the period, or what is wrong with it */
function periodOf(values: { readonly month?: string; readonly 'fiscal-year'?: string }): StatisticsPeriod | string {
  const { month, 'fiscal-year': year } = values;
  if ((month === undefined) === (year === undefined))
    return '--month か --fiscal-year の、どちらかを指定してください。';
  const period = StatisticsPeriod.safeParse(
    month === undefined ? { kind: 'fiscalYear', year: Number(year) } : { kind: 'month', month },
  );
  if (period.success) return period.data;
  return month === undefined
    ? '--fiscal-year は 2026 のように指定してください。'
    : '--month は 2026-11 のように指定してください。';
}

/** 月計・年度計を書き出す: `{"path":…,"rows":…}`; without `--office`, all offices and each of them. */
export async function statisticsCommand(args: readonly string[]): Promise<CommandResult> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...common, month: { type: 'string' }, 'fiscal-year': { type: 'string' } },
  });
  const period = periodOf(values);
  return typeof period === 'string' ? wrong(period) : writeOut(values, period);
}

/** 更新の見込みを書き出す: `{"path":…,"rows":…}`, from the week of today on. */
export async function forecastCommand(args: readonly string[]): Promise<CommandResult> {
  const { values } = parseArgs({ args: [...args], options: common });
  return writeOut(values, { kind: 'forecast' });
}

async function writeOut(values: Given, report: StatisticsReport): Promise<CommandResult> {
  const format = StatisticsFormat.safeParse(values.format);
  if (!format.success) return wrong(`--format は ${StatisticsFormat.options.join('、')} のどれかです。`);
  if (values.out === undefined) return wrong('--out でファイルを指定してください。');
  if (values.staff === undefined) return wrong('--staff で職員番号を指定してください。');
  const office = StatisticsOffice.safeParse(values.office ?? 'all');
  if (!office.success) return wrong('--office は shiminka、sobue、heiwa、all のどれかです。');
  const printer = format.data === 'pdf' ? sheetPrinter() : null;
  if (format.data === 'pdf' && printer === null) {
    return failed('printerMissing', 'PDFには、ブラウザー(Chromium)と、組み立てたプログラム(npm run build)が要ります。');
  }
  const files = fileAt(resolve(values.out));
  const entrance = { ...accessOf(values, values.staff), files, ...(printer === null ? {} : { printer }) };
  try {
    return await withLedger(entrance, async (call) => {
      const exported = await call('statistics.export', {
        requestId: systemChance.hex(16),
        report,
        office: office.data,
        format: format.data,
      });
      return exported.ok ? answered(exported.value) : failed(exported.failure.code, exported.failure.message);
    });
  } finally {
    await printer?.close();
  }
}
