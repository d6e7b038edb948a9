import { fail } from '../../src-shared/kernel/result.ts';
import type { Printer, PrintFailure } from '../app/ports.ts';

const missing = async (): Promise<{ ok: false; failure: PrintFailure }> =>
  fail({ code: 'printerMissing', detail: 'this host lays out no pages' });

/** 刷れない所: where nothing can lay out a page, so that everything printed is refused in words. */
export const noPrinter: Printer = { pictures: missing, pdf: missing, print: missing, close: async () => undefined };
