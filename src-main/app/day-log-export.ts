import type { Cp932Replacement, DayLogCover, DayLogFormat } from '../../src-shared/contract/day-log-book.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';
import { type Result, succeed } from '../../src-shared/kernel/result.ts';
import { type Context, openLedger } from './context.ts';
import { type DayLogChoice, dayLogCoverOf, daysOf } from './day-log-book.ts';
import type { ExportJob } from './export-jobs.ts';
import { refuse } from './failures.ts';
import { type ExportNamed, noteExport, noteExportFailed } from './note-export.ts';
import type { Actor, FileInHand } from './ports.ts';
import type { DayLogEnd } from './ports-export.ts';
import { noteShown } from './shown.ts';

export type DayLogWish = DayLogChoice & {
  readonly job: string | null;
  readonly format: DayLogFormat;
  readonly replacement: Cp932Replacement | null;
};

export type DayLogWritten = { readonly path: string; readonly rows: number; readonly replaced?: number };

type Asked = {
  readonly wish: DayLogWish;
  readonly cover: DayLogCover;
  readonly days: readonly string[];
  /** who asked, whoever sits at the desk when it is done */
  readonly actor: Actor;
  readonly asking: ReturnType<Context['desk']['user']>;
};

/** 書き出しの記録の中身: what was chosen */
function chosen({ wish: { day, until, office, procedure, format } }: Asked): ExportNamed {
  return {
    what: 'dayLog',
    format,
    day,
    ...(until === null ? {} : { until }),
    ...(procedure === null ? {} : { procedure }),
    office: office === 'all' ? null : office,
  };
}

/** what does not fit, each with its place; it is shown to a person, so that is recorded (B5), and to nobody else than who asked */
function refuseUnfit(
  context: Context,
  { asking }: Asked,
  characters: Extract<DayLogEnd, { kind: 'unfit' }>['characters'],
): Result<never, Failure> {
  const { desk } = context;
  if (!desk.stillSits(asking)) return refuse(desk.isLocked() ? 'locked' : 'notSignedIn');
  const cases = [...new Set(characters.flatMap((each) => each.case ?? []))];
  const shown = noteShown(context, 'dayLog', cases, characters.length);
  if (!shown.ok) return shown;
  return refuse(
    'charactersDoNotFit',
    characters.map(({ receipt, column, character }) => ({
      field: column,
      message: `${receipt} ${column} 「${character}」(U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`,
      suggestion: null,
    })),
  );
}

/**
 * 日報を書き出す: read in another thread and written piece by piece. The file has its name only when all of it is on the disk and the
 * export is recorded; whatever ends it before leaves no file, and the ledger says that too.
 */
export async function exportDayLog(context: Context, wish: DayLogWish): Promise<Result<DayLogWritten, Failure>> {
  const days = daysOf(wish);
  if (days === null) return refuse('rangeTooLong');
  if (openLedger(context).health().state === 'readOnly') return refuse('ledgerReadOnly');
  const job = context.exports.begin(wish.job, days.length);
  if (job === null) return refuse('exportRunning');
  const { desk } = context;
  const asked: Asked = {
    ...{ wish, days, cover: dayLogCoverOf(context, wish) },
    ...{ actor: desk.actor(), asking: desk.user() },
  };
  let told = false;
  let result: Result<DayLogWritten, Failure> | 'unfit' | null = null;
  const tell = (): void => {
    if (told) return;
    told = true;
    noteExportFailed(context, chosen(asked), job.isStopped() ? 'cancelled' : 'failed', asked.actor);
  };
  try {
    result = await write(context, asked, job, tell);
    return result;
  } finally {
    job.end();
    // Also where a defect broke it off. What did not fit was shown, and nothing was begun that could have failed.
    const refused = result !== null && !result.ok && result.failure.code === 'charactersDoNotFit';
    if (result?.ok !== true && !refused) tell();
  }
}

async function write(
  context: Context,
  asked: Asked,
  job: ExportJob,
  tell: () => void,
): Promise<Result<DayLogWritten, Failure>> {
  const { format, replacement } = asked.wish;
  const opened = await context.files.open(context.documents.dayLogFileName(asked.cover, format));
  if (!opened.ok) return refuse('fileNotWritten');
  const file = opened.value;
  const sink = sinkFor(context, format, file);
  let refused: Result<never, Failure> | null = null;
  let defect: { readonly error: unknown } | null = null;
  let rows = 0;
  const running = context.dayLogExporter.start(
    { cover: asked.cover, days: asked.days, format, replacement },
    {
      progress: job.advance,
      chunk: async (bytes) => {
        const kept = await sink.put(bytes);
        if (!kept) refused = refuse('fileNotWritten');
        return kept;
      },
      read: (count) => {
        rows = count;
        try {
          // The head that the file bears already holds this export.
          const noted = noteExport(context, null, { ...chosen(asked), rows }, asked.actor);
          if (noted.ok) return openLedger(context).reads.count();
          refused = noted;
        } catch (error) {
          defect = { error };
        }
        return null;
      },
    },
  );
  job.whenStopped((why) => {
    running.stop();
    void file.discard();
    // The ledger is closed next: there is no later moment to say it.
    if (why === 'programEnds') tell();
  });
  try {
    const end = await running.ended;
    if (defect !== null) throw (defect as { readonly error: unknown }).error;
    if (refused !== null) return refused;
    if (job.isStopped()) return refuse('exportCancelled');
    if (end.kind === 'unfit') return refuseUnfit(context, asked, end.characters);
    if (end.kind !== 'done') return refuse(end.kind === 'stopped' ? 'exportCancelled' : 'exportBroken');
    const made = await sink.end();
    if (!made.ok) return made;
    if (job.isStopped()) return refuse('exportCancelled');
    job.end();
    const saved = await file.finish();
    if (!saved.ok) return refuse('fileNotWritten');
    return succeed({ path: saved.value.path, rows, ...(end.replaced === null ? {} : { replaced: end.replaced }) });
  } finally {
    await file.discard();
  }
}

/** where the pieces go: into the file, or, as HTML, to be laid out first */
type Sink = {
  readonly put: (bytes: Uint8Array) => Promise<boolean>;
  readonly end: () => Promise<Result<null, Failure>>;
};

function sinkFor({ printer }: Context, format: DayLogFormat, file: FileInHand): Sink {
  if (format !== 'pdf') {
    return { put: async (bytes) => (await file.write(bytes)).ok, end: async () => succeed(null) };
  }
  const decoder = new TextDecoder();
  let html = '';
  return {
    put: async (bytes) => {
      html += decoder.decode(bytes, { stream: true });
      return true;
    },
    end: async () => {
      const pdf = await printer.pdf(html);
      if (!pdf.ok) return refuse('sheetNotMade');
      return (await file.write(pdf.value)).ok ? succeed(null) : refuse('fileNotWritten');
    },
  };
}
