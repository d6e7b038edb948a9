import type { KnownCertificate } from '../../../src-renderer/screens/receive/current-reading.ts';
import {
  type FormReading,
  type KnownOfHolder,
  readReceiveForm,
} from '../../../src-renderer/screens/receive/receive-form.ts';
import { emptyForm, emptyRevocation, type Typed } from '../../../src-renderer/screens/receive/typed.ts';
import { rulesFrom } from '../../../src-renderer/store/rules.ts';
import type { RulesInForce } from '../../../src-shared/contract/api/settings-api.ts';
import type { CertificateKind } from '../../../src-shared/domain/visit.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { plainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';

/** 2026年11月24日(火)10:42 */
export const storyNow = '2026-11-24T10:42';

const hanako = {
  name: '練習 花子',
  kana: 'ﾚﾝｼｭｳ ﾊﾅｺ',
  sex: 'female',
  bornOn: 'S63.4.1',
  address: '愛知県稲沢市見本町1番地',
} as const;

/** 練習 花子さんの受付: everything that an ordinary new issuance asks for. */
export const filledForm: Typed = {
  ...emptyForm,
  ...hanako,
  cardExpiresOn: '2030.4.1',
  currentAnswer: 'none',
  documents: ['driversLicence'],
};

/** 練習 花子さんの失効: the holder alone. */
export const filledRevocation: Typed = { ...emptyRevocation, ...hanako };

type Around = {
  readonly at?: string;
  readonly certificates?: readonly KnownCertificate[];
  readonly ended?: KnownOfHolder['ended'];
  readonly rules?: Partial<RulesInForce>;
};

/** 様式を読む: at the story's moment and with the rules as seeded, unless told otherwise. */
export function readForm(
  typed: Typed,
  { at = storyNow, certificates = [], ended = [], rules }: Around = {},
): FormReading {
  return readReceiveForm(typed, {
    at: plainDateTime(at),
    office: 'shiminka',
    rules: rulesFrom({ calendar: [], changes: [], holidays: [], ...rules }),
    known: { certificates, ended },
  });
}

/** 台帳で見つけた証明書: one of this kind that ends on this day. */
export function knownUntil(kind: CertificateKind, expiresOn: string): KnownCertificate {
  return { kind, issuedOn: plainDate('2022-01-05'), expiresOn: plainDate(expiresOn), serial: 'AB-0001' };
}
