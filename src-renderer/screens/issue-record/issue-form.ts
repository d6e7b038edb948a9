import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { checkIssuance, readSerial } from '../../../src-shared/contract/issue-fields.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { type PlainDate, parsePlainDate } from '../../../src-shared/kernel/plain-date.ts';
import type { Acceptance, TypedCertificate } from '../../store/issue-slice.ts';
import { type DayReading, readCertificateDay } from '../receive/date-reading.ts';
import { isDateHeld } from './case-standing.ts';

export type Certificate = CaseDetail['certificates'][number];

/** 明細の欄: one certificate still to be recorded, as typed and as read. */
export type LineReading = {
  readonly certificate: Certificate;
  readonly typed: TypedCertificate;
  readonly serial: string | null;
  readonly day: DayReading;
  /** null until both dates are there to compare */
  readonly same: boolean | null;
  readonly problems: { readonly serial: string | null; readonly expiresOn: string | null };
};

export type Left = { readonly fieldId: string; readonly text: string };

/** 発行の様式の読み: the open lines, what is left to type, and what F11 would record. */
export type IssueReading = {
  readonly lines: readonly LineReading[];
  readonly left: readonly Left[];
  readonly certificates: readonly { readonly line: number; readonly serial: string; readonly expiresOn: string }[];
  /** a held line was typed again and still differs: the supervisor's step is open */
  readonly acceptanceOpen: boolean;
  /** the recording bears the supervisor's acceptance */
  readonly accepted: boolean;
};

export function serialId(line: number): string {
  return `issue-${line}-serial`;
}

export function expiryId(line: number): string {
  return `issue-${line}-expiresOn`;
}

export const acceptanceIds = {
  staffNumber: 'issue-acceptance-staffNumber',
  password: 'issue-acceptance-password',
  reason: 'issue-acceptance-reason',
} as const;

const nothing: TypedCertificate = { serial: '', expiresOn: '' };

/** 発行の様式を読む: pure; compared at every key, decided by the main process alone. */
export function readIssueForm(
  detail: CaseDetail,
  typed: Readonly<Record<number, TypedCertificate>>,
  acceptance: Acceptance,
  today: PlainDate,
): IssueReading {
  const lines = openLines(detail)
    .filter(({ procedure }) => procedure !== 'revoke')
    .map((certificate) => readLine(certificate, typed[certificate.line] ?? nothing, today));
  const inHand = lines.filter(({ certificate }, index) => certificate.verdict === 'accept' && !waits(lines, index));
  const acceptanceOpen = inHand.some(({ certificate, same }) => isDateHeld(certificate) && same === false);
  const left = [...inHand.flatMap(leftOfLine), ...(acceptanceOpen ? leftOfAcceptance(acceptance) : [])];
  return {
    lines,
    left,
    acceptanceOpen,
    accepted: acceptanceOpen,
    certificates: inHand.flatMap(({ certificate, serial, day }) =>
      serial === null || day.kind !== 'read' ? [] : [{ line: certificate.line, serial, expiresOn: day.day }],
    ),
  };
}

/** まだ済んでいない明細: in issue order. */
export function openLines(detail: CaseDetail): readonly Certificate[] {
  const open = new Set(detail.summary.lines.filter(({ outcome }) => outcome === 'open').map(({ line }) => line));
  return detail.certificates.filter(({ line }) => open.has(line));
}

/** 失効を記録できる明細: those that wait for nobody; a stop of the system that is over holds nothing any more (L3). */
export function linesToRevoke(detail: CaseDetail): readonly Certificate[] {
  return openLines(detail).filter(
    ({ procedure, held, verdict }) =>
      procedure === 'revoke' && (held === null || held.rule === 'L3') && verdict !== 'refuse',
  );
}

/** 明細の名前: 署名用, or 署名用の失効. */
export function lineName({ kind, procedure }: Pick<Certificate, 'kind' | 'procedure'>): string {
  return procedure === 'revoke' ? `${KIND_NAMES[kind]}の失効` : KIND_NAMES[kind];
}

/** A line behind a held one waits: what was held may still be its cap (V4). */
function waits(lines: readonly LineReading[], index: number): boolean {
  return lines.slice(0, index).some(({ certificate }) => isDateHeld(certificate));
}

function readLine(certificate: Certificate, typed: TypedCertificate, today: PlainDate): LineReading {
  const day = readCertificateDay(typed.expiresOn);
  const checked = checkIssuance(
    [{ line: certificate.line, serial: typed.serial, expiresOn: day.kind === 'read' ? day.day : '' }],
    today,
  );
  const failures = checked.ok ? [] : checked.failure;
  const said = (part: 'serial' | 'expiresOn'): string | null =>
    failures.find(({ field }) => field.endsWith(`.${part}`))?.message ?? null;
  return {
    certificate,
    typed,
    serial: readSerial(typed.serial),
    day,
    same: day.kind !== 'read' || certificate.ours === null ? null : day.day === certificate.ours.on,
    problems: {
      serial: typed.serial.trim() === '' ? null : said('serial'),
      expiresOn: day.kind === 'wrong' ? day.message : day.kind === 'read' ? said('expiresOn') : null,
    },
  };
}

function leftOfLine({ certificate, serial, day, problems }: LineReading): readonly Left[] {
  const name = KIND_NAMES[certificate.kind];
  const left: Left[] = [];
  if (serial === null)
    left.push({ fieldId: serialId(certificate.line), text: problems.serial ?? `${name}の発行番号を入力する` });
  if (day.kind !== 'read' || problems.expiresOn !== null) {
    left.push({ fieldId: expiryId(certificate.line), text: problems.expiresOn ?? `${name}の満了日を入力する` });
  }
  return left;
}

function leftOfAcceptance({ staffNumber, password, reason }: Acceptance): readonly Left[] {
  const problem = acceptanceReasonProblem(reason);
  return [
    ...(staffNumber.trim() === '' ? [{ fieldId: acceptanceIds.staffNumber, text: '責任者の職員番号を入力する' }] : []),
    ...(password === '' ? [{ fieldId: acceptanceIds.password, text: '責任者のパスワードを入力する' }] : []),
    ...(problem === null ? [] : [{ fieldId: acceptanceIds.reason, text: problem }]),
  ];
}

/** 責任者を待つのに足りないもの (B7): what the terminal shows, and the reason; no sign-in. */
export function leftToAsk(held: LineReading, reason: string): Left | null {
  const problem = acceptanceReasonProblem(reason);
  return leftOfLine(held)[0] ?? (problem === null ? null : { fieldId: acceptanceIds.reason, text: problem });
}

/** 受け入れる理由の決まり: 10 characters at least, by the contract's own check. */
export function acceptanceReasonProblem(reason: string): string | null {
  const checked = checkFreeText('acceptance.reason', reason, { optional: false, least: 10 });
  return checked.ok ? null : checked.failure.message;
}

/** 契約の日: days of a detail are ISO days by its schema. */
export function dayOfContract(day: string): PlainDate {
  const date = parsePlainDate(day);
  if (date === null) throw new Error('a day of the contract is a day');
  return date;
}

/** 入れ替わりの見立て: the differing digits read backwards, e.g. 12 and 21; null where it is something else. */
export function swappedDigits(ours: string, terminal: string): string | null {
  for (const [from, to] of [
    [8, 10],
    [5, 7],
  ] as const) {
    const mine = ours.slice(from, to);
    const theirs = terminal.slice(from, to);
    if (mine !== theirs && mine === [...theirs].reverse().join('')) {
      return `「${mine}」と「${theirs}」の入れ替わりかもしれません。`;
    }
  }
  return null;
}
