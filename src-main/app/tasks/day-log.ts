import type { Cp932Replacement, DayLogBook, DayLogFormat } from '../../../src-shared/contract/day-log-book.ts';
import type { DayLogView } from '../../../src-shared/contract/day-log-view.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { assertNever } from '../../../src-shared/kernel/assert-never.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { type Context, type DayLogFile, momentOf, record } from '../context.ts';
import { type DayLogChoice, dayLogBookOf, dayLogViewOf, dayLogViewsOf, daysOf } from '../day-log-book.ts';
import { refuse } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { noteShown } from '../shown.ts';

type DayLogCalls = 'dayLog.view' | 'dayLog.export';

/** B5: recorded before the file is made, so that the head it bears already holds this export. */
function noteExport(context: Context, choice: DayLogChoice, format: DayLogFormat, rows: number): Result<null, Failure> {
  const { day, until, office, procedure } = choice;
  return record(context, null, (writes) => {
    writes.append({
      name: 'exported/3',
      case: null,
      occurredAt: momentOf(context).instant,
      payload: {
        what: 'dayLog',
        format,
        day,
        ...(until === null ? {} : { until }),
        ...(procedure === null ? {} : { procedure }),
        office: office === 'all' ? null : office,
        rows,
      },
      personal: null,
    });
    return succeed(null);
  });
}

type Written = DayLogFile & { readonly replaced?: number };

async function fileOf(
  { documents, printer }: Context,
  format: DayLogFormat,
  book: DayLogBook,
  replacement: Cp932Replacement | null,
): Promise<Result<Written, Failure>> {
  switch (format) {
    case 'csv':
      return succeed(documents.dayLogCsv(book));
    case 'csvCp932': {
      const { replaced, ...file } = documents.dayLogCp932(book, replacement);
      return succeed(replacement === null ? file : { ...file, replaced });
    }
    case 'xlsx':
      return succeed(await documents.dayLogXlsx(book));
    case 'pdf': {
      const { name, html } = documents.dayLogSheet(book);
      const pdf = await printer.pdf(html);
      return pdf.ok ? succeed({ name, content: pdf.value }) : refuse('sheetNotMade');
    }
    case 'json':
      return succeed(documents.dayLogJson(book));
    default:
      return assertNever(format);
  }
}

const mostListed = 200;

/** what does not fit, each with its place; it is shown to a person, so that is recorded (B5) */
function refuseUnfit(context: Context, views: readonly DayLogView[]): Result<never, Failure> | null {
  const unfit = context.documents.dayLogUnfit({ practice: context.slot.practice, views });
  if (unfit.length === 0) return null;
  const receipts = new Set(unfit.map(({ receipt }) => receipt));
  const cases = views.flatMap((view) => view.cases).filter(({ receipt }) => receipts.has(receipt));
  const shown = noteShown(context, 'dayLog', [...new Set(cases.map((each) => each.case))], unfit.length);
  if (!shown.ok) return shown;
  return refuse(
    'charactersDoNotFit',
    unfit.slice(0, mostListed).map(({ receipt, column, character }) => ({
      field: column,
      message: `${receipt} ${column} 「${character}」(U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`,
      suggestion: null,
    })),
  );
}

/** 日報: seen and exported by a supervisor; both are recorded before the data leaves (B5). */
export function dayLogHandlers(context: Context): HandlersOf<DayLogCalls> {
  return {
    'dayLog.view': ({ day, office }) => {
      const view = dayLogViewOf(context, office, day);
      const shown = noteShown(
        context,
        'dayLog',
        view.cases.map((each) => each.case),
        view.cases.length,
      );
      return shown.ok ? succeed(view) : shown;
    },

    'dayLog.export': async ({ format, replacement, ...choice }) => {
      const days = daysOf(choice);
      if (days === null) return refuse('rangeTooLong');
      const views = dayLogViewsOf(context, choice, days);
      const unfit = format === 'csvCp932' && replacement === null ? refuseUnfit(context, views) : null;
      if (unfit !== null) return unfit;
      const rows = views.reduce((sum, view) => sum + view.cases.length, 0);
      const noted = noteExport(context, choice, format, rows);
      if (!noted.ok) return noted;
      const book = dayLogBookOf(context, choice, views);
      const file = await fileOf(context, format, book, replacement);
      if (!file.ok) return file;
      const { name, content, replaced } = file.value;
      const saved = context.files.save(name, content);
      if (!saved.ok) return refuse('fileNotWritten');
      return succeed({ path: saved.value.path, rows, ...(replaced === undefined ? {} : { replaced }) });
    },
  };
}
