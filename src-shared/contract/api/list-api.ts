import * as z from 'zod';
import { Day, Id, Kind, Office, RequestId } from '../codes.ts';
import { type Call, Nothing } from './call.ts';

/** もうすぐ満了する証明書: of our own ledger and still valid. */
export const EndingCertificate = z.strictObject({
  case: Id,
  receipt: z.string(),
  name: z.string().nullable(),
  kana: z.string().nullable(),
  kind: Kind,
  serial: z.string(),
  expiresOn: Day,
  /** W1 */
  renewableFrom: Day,
  office: Office,
});
export type EndingCertificate = z.infer<typeof EndingCertificate>;

/** 一覧の種類: everything that F9 prints and F10 exports as a list. */
export const ListName = z.enum([
  'today',
  'letters',
  'lettersEverywhere',
  'endingSoon',
  'unfinished',
  'person',
  'settings',
]);
export type ListName = z.infer<typeof ListName>;

/** 一覧の書き出しの形 */
export const ListFormat = z.enum(['csv', 'xlsx']);
export type ListFormat = z.infer<typeof ListFormat>;

const Chosen = {
  requestId: RequestId,
  list: ListName,
  /** the person of the list 人の経過 */
  case: Id.nullable(),
} as const;

/** 一覧の依頼 */
export const listApi = {
  /** by month of their end: those whose renewal window is open, and those whose opens within the next month */
  'list.endingSoon': {
    access: 'clerk',
    input: Nothing,
    output: z.strictObject({ day: Day, certificates: z.array(EndingCertificate), more: z.boolean() }),
  },
  'list.export': {
    access: 'clerk',
    input: z.strictObject({
      ...Chosen,
      format: ListFormat,
      /** letters alone: those whose due day (D2) lies before this day; every one where it is null */
      dueBefore: Day.nullable().default(null),
    }),
    output: z.strictObject({ path: z.string(), rows: z.int() }),
  },
  'list.print': {
    access: 'clerk',
    input: z.strictObject({ ...Chosen, to: z.enum(['printer', 'file']) }),
    output: z.strictObject({ path: z.string().nullable(), rows: z.int() }),
  },
} as const satisfies Record<string, Call>;
