import type { DayLogBook, DayLogFormat } from '../../../src-shared/contract/day-log-book.ts';
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
      name: 'exported/2',
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

async function fileOf({ documents }: Context, format: DayLogFormat, book: DayLogBook): Promise<DayLogFile> {
  switch (format) {
    case 'csv':
      return documents.dayLogCsv(book);
    case 'xlsx':
      return documents.dayLogXlsx(book);
    case 'json':
      return documents.dayLogJson(book);
    default:
      return assertNever(format);
  }
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

    'dayLog.export': async ({ format, ...choice }) => {
      const days = daysOf(choice);
      if (days === null) return refuse('rangeTooLong');
      const views = dayLogViewsOf(context, choice, days);
      const rows = views.reduce((sum, view) => sum + view.cases.length, 0);
      const noted = noteExport(context, choice, format, rows);
      if (!noted.ok) return noted;
      const book = dayLogBookOf(context, choice, views);
      const file = await fileOf(context, format, book);
      const saved = context.files.save(file.name, file.content);
      return saved.ok ? succeed({ path: saved.value.path, rows }) : refuse('fileNotWritten');
    },
  };
}
