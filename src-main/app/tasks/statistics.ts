import type { StatisticsFormat, StatisticsReport } from '../../../src-shared/contract/api/statistics-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import type { StatisticsOffice } from '../../../src-shared/contract/statistics-view.ts';
import { assertNever } from '../../../src-shared/kernel/assert-never.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import type { Context, Sheets, WrittenFile } from '../context.ts';
import { refuse } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { noteExport, outOrFailed } from '../note-export.ts';
import { printOut } from '../print-out.ts';
import { forecastBook, forecastView, statisticsBook, statisticsView } from '../statistics-book.ts';

type StatisticsCalls = 'statistics.view' | 'statistics.forecast' | 'statistics.export' | 'statistics.print';

/** 出すもの: what is called what, over which days, and how it is made. */
type Outgoing = {
  readonly what: 'statistics' | 'renewalForecast';
  readonly from: string;
  readonly until: string;
  readonly rows: number;
  readonly csv: () => WrittenFile;
  readonly xlsx: () => Promise<WrittenFile>;
  readonly sheet: () => Sheets;
};

function outgoing(context: Context, report: StatisticsReport, office: StatisticsOffice): Outgoing | null {
  const { documents } = context;
  if (report.kind === 'forecast') {
    const book = forecastBook(context, office);
    const { from, until } = book.view;
    return {
      what: 'renewalForecast',
      ...{ from, until, rows: documents.forecastRows(book) },
      csv: () => documents.forecastCsv(book),
      xlsx: () => documents.forecastXlsx(book),
      sheet: () => documents.forecastSheet(book),
    };
  }
  const book = statisticsBook(context, report, office);
  if (book === null) return null;
  const [{ from, until }] = book.views;
  return {
    what: 'statistics',
    ...{ from, until, rows: documents.statisticsRows(book) },
    csv: () => documents.statisticsCsv(book),
    xlsx: () => documents.statisticsXlsx(book),
    sheet: () => documents.statisticsSheet(book),
  };
}

async function fileOf(
  { printer }: Context,
  out: Outgoing,
  format: StatisticsFormat,
): Promise<Result<WrittenFile, Failure>> {
  switch (format) {
    case 'csv':
      return succeed(out.csv());
    case 'xlsx':
      return succeed(await out.xlsx());
    case 'pdf': {
      const { name, html } = out.sheet();
      const pdf = await printer.pdf(html);
      return pdf.ok ? succeed({ name, content: pdf.value }) : refuse('sheetNotMade');
    }
    default:
      return assertNever(format);
  }
}

/** 統計: sums and forecasts, for supervisors; what is written out or printed is recorded before it leaves (B5). */
export function statisticsHandlers(context: Context): HandlersOf<StatisticsCalls> {
  return {
    'statistics.view': ({ period, office }) => {
      const view = statisticsView(context, period, office);
      return view === null ? refuse('periodAhead') : succeed(view);
    },

    'statistics.forecast': ({ office }) => succeed(forecastView(context, office)),

    'statistics.export': async ({ requestId, report, office, format }) => {
      const out = outgoing(context, report, office);
      if (out === null) return refuse('periodAhead');
      const { what, from, until, rows } = out;
      const named = { what, format, day: from, until, office: office === 'all' ? null : office };
      const noted = noteExport(context, requestId, { ...named, rows });
      if (!noted.ok) return noted;
      return outOrFailed(context, named, async () => {
        const file = await fileOf(context, out, format);
        if (!file.ok) return file;
        const saved = context.files.save(file.value.name, file.value.content);
        return saved.ok ? succeed({ path: saved.value.path, rows }) : refuse('fileNotWritten');
      });
    },

    'statistics.print': async ({ requestId, report, office, to }) => {
      const out = outgoing(context, report, office);
      if (out === null) return refuse('periodAhead');
      const printed = await printOut(context, {
        requestId,
        to,
        copies: () => succeed([{ case: null, cases: [], form: 'list', copy: 1 }]),
        sheets: out.sheet,
        stand: () => true,
      });
      return printed.ok ? succeed({ path: printed.value.path, rows: out.rows }) : printed;
    },
  };
}
