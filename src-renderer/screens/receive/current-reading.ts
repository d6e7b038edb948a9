import { type CertificateKind, type CurrentCertificate, KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import type { PlainDate } from '../../../src-shared/kernel/plain-date.ts';
import { type DayReading, readCertificateDay } from './date-reading.ts';
import type { FieldIssue } from './receive-form.ts';
import type { Typed, TypedCertificate } from './typed.ts';

/** いまの証明書と発行番号: `serial` null is not known. */
export type KnownCertificate = CurrentCertificate & { readonly serial: string | null };

/** いまの証明書の読み: those fully typed; `answered` once somebody said that there is none, or which. */
export type CurrentReading = {
  readonly certificates: readonly KnownCertificate[];
  readonly issues: readonly FieldIssue[];
  readonly answered: boolean;
};

/** いまの証明書を読む: each kind by itself; a blank pair of dates is a kind that does not exist. */
export function readCurrent(typed: Typed, today: PlainDate): CurrentReading {
  if (typed.currentAnswer === null) return { certificates: [], issues: [], answered: false };
  if (typed.currentAnswer === 'none') return { certificates: [], issues: [], answered: true };
  const read = [
    readOne('userAuthentication', typed.currentUserAuthentication, today),
    readOne('signature', typed.currentSignature, today),
  ];
  const certificates = read.flatMap(({ certificate }) => (certificate === null ? [] : [certificate]));
  const issues = read.flatMap(({ issue }) => (issue === null ? [] : [issue]));
  return { certificates, issues, answered: certificates.length > 0 && issues.length === 0 };
}

type One = { readonly certificate: KnownCertificate | null; readonly issue: FieldIssue | null };

function readOne(kind: CertificateKind, typed: TypedCertificate, today: PlainDate): One {
  const issuedOn = readCertificateDay(typed.issuedOn);
  const expiresOn = readCertificateDay(typed.expiresOn);
  const serial = typed.serial.trim() === '' ? null : typed.serial;
  if (issuedOn.kind === 'blank' && expiresOn.kind === 'blank' && serial === null)
    return { certificate: null, issue: null };
  const issue = (message: string, half: boolean): One => ({
    certificate: null,
    issue: { field: `current.${kind}`, message: `${KIND_NAMES[kind]}: ${message}`, mend: null, half, blocks: true },
  });
  const wrong = [issuedOn, expiresOn].find(
    (reading): reading is Extract<DayReading, { kind: 'wrong' }> => reading.kind === 'wrong',
  );
  if (wrong !== undefined) return issue(wrong.message, wrong.half);
  if (issuedOn.kind !== 'read') return issue('発行日を入力してください。', true);
  if (expiresOn.kind !== 'read') return issue('満了日を入力してください。', true);
  if (issuedOn.day > today) return issue('発行日が今日より後です。日付を確かめてください。', false);
  if (issuedOn.day > expiresOn.day)
    return issue('発行日が満了日より後です。入れ替わっていないか確かめてください。', false);
  return { certificate: { kind, issuedOn: issuedOn.day, expiresOn: expiresOn.day, serial }, issue: null };
}
