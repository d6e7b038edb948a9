import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CannotOpen, cannotOpenWords } from '../../src-shared/contract/cannot-open.ts';
import { lookUpForms } from '../../src-shared/domain/look-up-forms.ts';
import { policyOn } from '../../src-shared/domain/policy.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { fail, succeed } from '../../src-shared/kernel/result.ts';
import type { LedgerSlot } from '../app/context.ts';
import { type CounterApp, createCounterApp } from '../app/counter-app.ts';
import type { Chance, Clock, Files, KeyStore, Ledger, Passwords, Printer } from '../app/ports.ts';
import type { DayLogExporter } from '../app/ports-export.ts';
import { caseForm, caseFormFileName } from '../documents/case-forms.ts';
import { dayLogFileName } from '../documents/day-log-csv.ts';
import { dayLogSheet } from '../documents/day-log-sheet.ts';
import { forecastSheet } from '../documents/forecast-sheet.ts';
import { forecastCsv, forecastFileName, forecastTable, forecastXlsx } from '../documents/forecast-table.ts';
import { listCsv, listFileName } from '../documents/list-csv.ts';
import { listSheet } from '../documents/list-sheet.ts';
import { listXlsx } from '../documents/list-xlsx.ts';
import { statisticsSheet } from '../documents/statistics-sheet.ts';
import { statisticsCsv, statisticsFileName, statisticsTable, statisticsXlsx } from '../documents/statistics-table.ts';
import { createLedger } from '../store/create.ts';
import { keyFile } from '../store/key-file.ts';
import { openLedger } from '../store/open.ts';
import type { LedgerOptions } from '../store/options.ts';
import { systemChance } from './chance.ts';
import { systemClock } from './clock.ts';
import { dayLogExporter } from './day-log-exporter.ts';
import { exportFolder } from './export-folder.ts';
import { incidentFile } from './incident-file.ts';
import { noPrinter } from './no-printer.ts';
import { scryptPasswords } from './passwords.ts';

export type HostName = 'electron' | 'chromium' | 'commandLine' | 'inProcess';

export type CounterOptions = {
  /** 台帳のフォルダー: the file, its key, its high-water mark and the exports lie here */
  readonly folder: string;
  readonly practice: boolean;
  readonly host: HostName;
  /** a window program holds the ledger alone; the command line may append beside it */
  readonly ownsWindow: boolean;
  /** default: the machine's own clock; tests and the tour bring one that stands where the story is */
  readonly clock?: Clock;
  /** default: the operating system's generator; the practice ledger brings one that always says the same */
  readonly chance?: Chance;
  readonly keyStore?: KeyStore;
  /** default: scrypt; a test of many sign-ins brings a quicker one */
  readonly passwords?: Passwords;
  /** default: the encrypted file; a test puts a full or failing disk behind it */
  readonly connect?: LedgerOptions['connect'];
  /** default: a folder `exports` in the ledger's folder */
  readonly files?: Files;
  /** default: a worker on a read-only connection; a test brings one that dies */
  readonly dayLogExporter?: DayLogExporter;
  /** default: none, so that printing is refused in words; the host that brings one closes it */
  readonly printer?: Printer;
};

export type Counter = CounterApp & {
  readonly ledger: () => Ledger | null;
  /** why the ledger cannot be opened; null where it is open or has still to be set up */
  readonly cannotOpen: CannotOpen | null;
};

const folderNotWritable =
  '台帳のフォルダーに書き込めません。フォルダーの場所と権限と空きを、管理者が確かめてください。';

function notCreatedWords(code: string): string {
  if (code === 'alreadyExists') return 'このフォルダーには台帳があります。窓口台帳を始め直してください。';
  const { headline, text } = cannotOpenWords(code);
  return `${headline}。${text}`;
}

const packageFile = new URL('../../package.json', import.meta.url);

function programVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(packageFile, 'utf8'));
  return parsed !== null && typeof parsed === 'object' && 'version' in parsed ? String(parsed.version) : '';
}

/** 本体を組む: makes every port and opens the ledger, where there is one. Nothing here decides anything about the counter. */
export function makeCounter(options: CounterOptions): Counter {
  const clock = options.clock ?? systemClock;
  const chance = options.chance ?? systemChance;
  const keyStore = options.keyStore ?? keyFile({ whenTooWide: 'repair' });
  const substitutes = lookUpForms();
  const ledgerOptions: LedgerOptions = {
    folder: options.folder,
    clock,
    chance,
    keyStore,
    practice: options.practice,
    policy: policyOn(plainDate(clock.now().slice(0, 10))).version,
    program: options.ownsWindow ? 'window' : 'commandLine',
    substitutes,
    ...(options.connect === undefined ? {} : { connect: options.connect }),
  };
  const opened = openLedger(ledgerOptions);
  let ledger: Ledger | null = opened.ok ? opened.value : null;
  const cannotOpen = opened.ok || opened.failure.code === 'noLedger' ? null : cannotOpenWords(opened.failure.code);
  const slot: LedgerSlot = {
    get: () => ledger,
    cannotOpen,
    keyProtection: keyStore.protection,
    practice: options.practice,
    create: (place) => {
      try {
        const created = createLedger({ ...ledgerOptions, ...place });
        if (!created.ok) return fail({ words: notCreatedWords(created.failure.code) });
        ledger = created.value;
        return succeed(created.value);
      } catch (error) {
        // An errno is the folder's own no (no permission, no space, not a folder); anything else is a defect.
        if (error instanceof Error && 'syscall' in error) return fail({ words: folderNotWritable });
        throw error;
      }
    },
  };
  const app = createCounterApp({
    slot,
    clock,
    chance,
    passwords: options.passwords ?? scryptPasswords,
    files: options.files ?? exportFolder(join(options.folder, 'exports')),
    printer: options.printer ?? noPrinter,
    documents: {
      dayLogFileName,
      dayLogSheet: (book) => ({ name: dayLogFileName(book, 'pdf'), html: dayLogSheet(book) }),
      caseForm: (form, printables) => ({ name: caseFormFileName(form, printables), html: caseForm(form, printables) }),
      listSheet: (list) => ({ name: listFileName(list, 'pdf'), html: listSheet(list) }),
      listCsv: (list) => ({ name: listFileName(list, 'csv'), content: listCsv(list) }),
      statisticsRows: (book) => statisticsTable(book).rows.length,
      statisticsCsv: (book) => ({ name: statisticsFileName(book, 'csv'), content: statisticsCsv(book) }),
      statisticsXlsx: async (book) => ({ name: statisticsFileName(book, 'xlsx'), content: await statisticsXlsx(book) }),
      statisticsSheet: (book) => ({ name: statisticsFileName(book, 'pdf'), html: statisticsSheet(book) }),
      forecastRows: (book) => forecastTable(book).rows.length,
      forecastCsv: (book) => ({ name: forecastFileName(book, 'csv'), content: forecastCsv(book) }),
      forecastXlsx: async (book) => ({ name: forecastFileName(book, 'xlsx'), content: await forecastXlsx(book) }),
      forecastSheet: (book) => ({ name: forecastFileName(book, 'pdf'), html: forecastSheet(book) }),
      listXlsx: async (list) => ({ name: listFileName(list, 'xlsx'), content: await listXlsx(list) }),
    },
    dayLogExporter:
      options.dayLogExporter ??
      dayLogExporter({
        folder: options.folder,
        substitutes: [...substitutes],
        key: () => keyStore.read(options.folder),
      }),
    incidents: incidentFile(join(options.folder, 'incidents.jsonl'), clock),
    program: { version: programVersion(), host: options.host },
  });
  return { ...app, ledger: () => ledger, cannotOpen };
}
