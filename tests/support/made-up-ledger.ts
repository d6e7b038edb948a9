import { randomBytes } from 'node:crypto';
import type { Actor, Ledger, LedgerWrites } from '../../src-main/app/ports.ts';
import type { PersonalRecord } from '../../src-shared/domain/case/event.ts';

type Kind = 'signature' | 'userAuthentication';
export type MadeUpHolder = Partial<PersonalRecord<'caseReceived/2'>>;

/** 作り話の発行: a visit of one kind whose certificate was issued on its day; `replaces` is what lost effect by it. */
export type MadeUpIssue = {
  readonly at: string;
  readonly holder?: MadeUpHolder;
  readonly kind?: Kind;
  readonly procedure?: 'issue' | 'renew';
  readonly serial?: string;
  readonly expiresOn?: string;
  readonly replaces?: readonly { readonly case: string; readonly line: number }[];
};

export const nobody: Actor = { staff: null, role: null };

export function madeUpId(): string {
  return randomBytes(16).toString('hex');
}

/** 台帳に書く: whatever `work` appends, as one transaction; throws where the ledger says no. */
export function writeInto<Value>(ledger: Ledger, work: (writes: LedgerWrites) => Value, actor: Actor = nobody): Value {
  const written = ledger.write(actor, null, work);
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return written.value as Value; // `work` abandons nothing
}

/** 受付を書く: one reception in person; answers its case. */
export function writeReception(
  writes: LedgerWrites,
  { at, holder = {}, kind = 'signature', procedure = 'issue' }: MadeUpIssue,
): string {
  const place = writes.setUp();
  if (place === null) throw new Error('not set up');
  const caseId = madeUpId();
  const receiptDay = at.slice(0, 10);
  writes.append({
    name: 'caseReceived/2',
    case: caseId,
    occurredAt: instant(at),
    payload: {
      receiptDay,
      receiptOffice: place.office,
      receiptTerminal: place.terminal,
      receiptNumber: writes.nextReceiptNumber(receiptDay),
      capacity: 'holder',
      documents: ['driversLicence'],
      proof: null,
      lines: [{ line: 1, kind, procedure, cause: null, fee: 0 }],
      backEntry: null,
    },
    personal: {
      name: '練習 花子',
      kana: 'レンシュウ　ハナコ',
      bornOn: '1988-04-01',
      sex: 'female',
      address: '愛知県稲沢市見本町1番地',
      inRegister: true,
      adultWard: false,
      medium: 'myNumberCard',
      cardExpiresOn: '2031-04-01',
      visitorName: null,
      visitorRelation: null,
      visitorAddress: null,
      visitorReason: null,
      nameSubstitutions: [],
      addressSubstitutions: [],
      current: [],
      basis: null,
      backEntryReason: null,
      texts: [],
      ...holder,
    },
  });
  return caseId;
}

/** 発行まで書く: received, verified and issued on one day; answers the case, whose line is 1. */
export function writeIssue(writes: LedgerWrites, issue: MadeUpIssue): string {
  const { at, kind = 'signature', procedure = 'issue', serial, expiresOn = '2031-04-01', replaces = [] } = issue;
  const caseId = writeReception(writes, issue);
  writes.append({
    name: 'caseVerified/1',
    case: caseId,
    occurredAt: instant(at),
    payload: { route: 'sameDay', lines: [{ line: 1, accepted: true, codes: [] }], findings: [] },
    personal: null,
  });
  writes.append({
    name: 'certificateIssued/2',
    case: caseId,
    occurredAt: instant(at),
    payload: {
      line: 1,
      kind,
      procedure,
      decidedBy: procedure === 'renew' ? 'V2' : 'V1',
      terminalPrevailed: false,
      replaces: [...replaces],
    },
    personal: {
      serial: serial ?? `MADE-${caseId.slice(0, 8).toUpperCase()}`,
      issuedOn: at.slice(0, 10),
      expiresOn,
      ours: expiresOn,
      compared: [],
      replaced: null,
    },
  });
  return caseId;
}

function instant(at: string): string {
  return `${at}:00.000+09:00`;
}
