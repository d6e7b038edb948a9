import * as z from 'zod';
import { Day, Id, Instant, Kind, Office, RequestId } from '../codes.ts';
import type { Call } from './call.ts';
import { CaseSummary } from './case-shapes.ts';

/** 人の一行: cases whose holder was recorded alike are one person; `case` is the latest of them and stands for the person. */
export const PersonRow = z.strictObject({
  case: Id,
  name: z.string(),
  kana: z.string(),
  bornOn: Day,
  address: z.string(),
  cases: z.int(),
  /** 同じ人かも: another record that may be the same person's */
  possiblySame: z.boolean(),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** 証明書の一生: in one lane a kind; `endedOn` is the day on which it lost effect before its time. */
export const CertificateLife = z.strictObject({
  case: Id,
  line: z.int(),
  kind: Kind,
  procedure: z.enum(['issue', 'renew']),
  serial: z.string(),
  issuedOn: Day,
  expiresOn: Day,
  endedOn: Day.nullable(),
  cause: z.string().nullable(),
});
export type CertificateLife = z.infer<typeof CertificateLife>;

/** 経過の一つ: cases, certificates, letters, prints and views, latest first. */
export const TimelineEntry = z.strictObject({
  at: Instant,
  group: z.enum(['procedure', 'print', 'view']),
  what: z.string(),
  detail: z.string(),
  /** 訂正 (B1): what stood there and what stands there now, in words */
  changes: z.array(z.strictObject({ label: z.string(), from: z.string(), to: z.string() })),
  case: Id.nullable(),
  receipt: z.string().nullable(),
  who: z.string().nullable(),
  office: Office,
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** 人の頁 */
export const PersonPage = z.strictObject({
  person: PersonRow,
  sex: z.enum(['female', 'male']),
  certificateName: z.string(),
  cardExpiresOn: Day.nullable(),
  certificates: z.array(CertificateLife),
  cases: z.array(CaseSummary),
  timeline: z.array(TimelineEntry),
  /** W1, E4: what could be done today, with its rule and reason, one for each procedure and kind */
  today: z.array(
    z.strictObject({
      procedure: z.enum(['issue', 'renew', 'revoke']),
      kind: Kind,
      possible: z.boolean(),
      code: z.string().nullable(),
      text: z.string(),
    }),
  ),
  possiblySame: z.array(z.strictObject({ person: PersonRow, differs: z.string() })),
  joined: z.array(z.strictObject({ join: Id, person: PersonRow, reason: z.string() })),
});
export type PersonPage = z.infer<typeof PersonPage>;

/** 探した結果: `receipt` is a case found by its number, opened at once. */
export const SearchResult = z.strictObject({
  case: Id.nullable(),
  persons: z.array(PersonRow),
  /** what the field was taken for */
  by: z.enum(['receipt', 'bornOn', 'serial', 'name', 'nothing']),
  /** there are more than are shown */
  more: z.boolean(),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** 台帳の依頼: one field that takes a receipt number, kana, kanji, a date of birth or a serial number. */
export const personApi = {
  'person.search': { access: 'clerk', input: z.strictObject({ typed: z.string() }), output: SearchResult },
  'person.open': { access: 'clerk', input: z.strictObject({ case: Id }), output: PersonPage },
  /** まとめる: reversible; nothing of either record changes */
  'person.join': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, cases: z.tuple([Id, Id]), reason: z.string() }),
    output: PersonPage,
  },
  'person.part': {
    access: 'supervisor',
    input: z.strictObject({ requestId: RequestId, join: Id, case: Id, reason: z.string() }),
    output: PersonPage,
  },
} as const satisfies Record<string, Call>;
