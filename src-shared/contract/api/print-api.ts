import * as z from 'zod';
import { Id, RequestId } from '../codes.ts';
import { LetterOffset, mostCasesPrinted, PrintForm } from '../print-view.ts';
import { type Call, Nothing } from './call.ts';

/** 一件か、一日分の照会書と宛名ラベル */
const Cases = z.array(Id).min(1).max(mostCasesPrinted);

/** 部目: each case counts its own copies */
const Copies = z.array(z.strictObject({ case: Id, copy: z.int().min(1) }));

/** 見本の一枚: a PNG picture of one sheet, in base64 */
export const SheetPicture = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** 印刷の依頼: choose, look, print; the place of the address in the envelope's window. */
export const printApi = {
  /** which forms make sense for the case now, how many copies stand, and why not for those that do not */
  'print.choices': {
    access: 'clerk',
    input: z.strictObject({ case: Id }),
    output: z.strictObject({
      forms: z.array(z.strictObject({ form: PrintForm, copies: z.int().min(0), reasonNot: z.string().nullable() })),
    }),
  },
  'print.preview': {
    access: 'clerk',
    input: z.strictObject({ form: PrintForm, cases: Cases }),
    output: z.strictObject({ title: z.string(), pages: z.array(SheetPicture), copiesNext: Copies }),
  },
  /** `path` is where the PDF lies; null on paper, and where this very request was answered before */
  'print.run': {
    access: 'clerk',
    input: z.strictObject({ requestId: RequestId, form: PrintForm, cases: Cases, to: z.enum(['printer', 'file']) }),
    output: z.strictObject({ path: z.string().nullable(), copies: Copies }),
  },
  'print.offsets': { access: 'clerk', input: Nothing, output: LetterOffset },
  'print.setOffsets': {
    access: 'administrator',
    input: z.strictObject({ requestId: RequestId, xMm: z.number(), yMm: z.number() }),
    output: LetterOffset,
  },
} as const satisfies Record<string, Call>;
