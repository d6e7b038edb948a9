import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Chance, Clock, Ledger, LedgerWrites } from '../../../src-main/app/ports.ts';
import { type Connection, connectEncrypted } from '../../../src-main/store/connection.ts';
import { createLedger, type SetUp } from '../../../src-main/store/create.ts';
import { keyFile } from '../../../src-main/store/key-file.ts';
import { ledgerFiles } from '../../../src-main/store/ledger-files.ts';
import { openLedger } from '../../../src-main/store/open.ts';
import { projections } from '../../../src-main/store/projections.ts';
import type { NewEvent, PersonalRecord } from '../../../src-shared/domain/case/event.ts';
import type { Result } from '../../../src-shared/kernel/result.ts';

export const day = '2026-11-24';
export const chance: Chance = { hex: (bytes) => randomBytes(bytes).toString('hex') };
export const clerk: Actor = { staff: 'a'.repeat(32), role: 'clerk' };
export const supervisor: Actor = { staff: 'b'.repeat(32), role: 'supervisor' };

/** A clock that a test can set; each look moves it on by one millisecond. */
export function steppingClock(start = `${day}T10:00:00.000+09:00`): Clock & { set: (instant: string) => void } {
  let milliseconds = Date.parse(start);
  return {
    now: () => {
      milliseconds += 1;
      return new Date(milliseconds + 9 * 3600_000).toISOString().replace('Z', '+09:00');
    },
    set: (instant) => {
      milliseconds = Date.parse(instant);
    },
  };
}

export type Bed = {
  readonly folder: string;
  readonly setUp: SetUp;
  readonly ledger: () => Ledger;
  readonly reopen: (changes?: Partial<SetUp>) => Ledger;
  readonly raw: (mode?: 'write' | 'read') => Connection;
  readonly remove: () => void;
};

/** A ledger in a folder of its own. */
export function ledgerBed(changes: Partial<SetUp> = {}): Bed {
  const folder = changes.folder ?? mkdtempSync(join(tmpdir(), 'madoguchi-ledger-'));
  const setUp: SetUp = {
    folder,
    clock: steppingClock(),
    chance,
    keyStore: keyFile({ whenTooWide: 'refuse' }),
    practice: false,
    policy: '2026-11',
    program: 'window',
    office: 'shiminka',
    terminal: 1,
    terminalName: '市民課1番',
    ...changes,
  };
  let current = succeeded(createLedger(setUp));
  return {
    folder,
    setUp,
    ledger: () => current,
    reopen: (again = {}) => {
      current.close();
      current = succeeded(openLedger({ ...setUp, ...again }));
      return current;
    },
    raw: (mode = 'write') => {
      const key = setUp.keyStore.read(folder);
      if (key === null) throw new Error('no key');
      return connectEncrypted(ledgerFiles(folder).database, key, mode);
    },
    remove: () => {
      current.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function succeeded<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.failure)}`);
  return result.value;
}

export function holder(changes: Partial<PersonalRecord<'caseReceived/2'>> = {}): PersonalRecord<'caseReceived/2'> {
  return {
    name: '稲沢 太郎',
    kana: 'イナザワ タロウ',
    bornOn: '1980-05-10',
    sex: 'male',
    address: '愛知県稲沢市稲府町1番地',
    inRegister: true,
    adultWard: false,
    medium: 'myNumberCard',
    cardExpiresOn: '2031-05-10',
    visitorName: null,
    visitorRelation: null,
    visitorAddress: null,
    visitorReason: null,
    basis: null,
    backEntryReason: null,
    nameSubstitutions: [],
    addressSubstitutions: [],
    current: [],
    texts: [],
    ...changes,
  };
}

/** A reception with the number that follows; answers the case id. */
export function receive(writes: LedgerWrites, changes: Partial<PersonalRecord<'caseReceived/2'>> = {}): string {
  const caseId = chance.hex(16);
  const setUp = writes.setUp();
  if (setUp === null) throw new Error('not set up');
  writes.append({
    name: 'caseReceived/2',
    case: caseId,
    occurredAt: `${day}T10:00:00.000+09:00`,
    payload: {
      receiptDay: day,
      receiptOffice: setUp.office,
      receiptTerminal: setUp.terminal,
      receiptNumber: writes.nextReceiptNumber(day),
      capacity: 'holder',
      documents: ['driversLicence'],
      lines: [{ line: 1, kind: 'signature', procedure: 'issue', cause: null, fee: 0 }],
      backEntry: null,
      proof: null,
    },
    personal: holder(changes),
  });
  return caseId;
}

export function receiveOne(ledger: Ledger, changes: Partial<PersonalRecord<'caseReceived/2'>> = {}): string {
  return succeeded(ledger.write(clerk, null, (writes) => receive(writes, changes)));
}

export function verified(caseId: string): NewEvent<'caseVerified/1'> {
  return {
    name: 'caseVerified/1',
    case: caseId,
    occurredAt: `${day}T10:05:00.000+09:00`,
    payload: { route: 'sameDay', lines: [{ line: 1, accepted: true, codes: [] }], findings: [] },
    personal: null,
  };
}

export function issued(caseId: string, serial = 'SER-0001-INAZAWA'): NewEvent<'certificateIssued/2'> {
  return {
    name: 'certificateIssued/2',
    case: caseId,
    occurredAt: `${day}T10:10:00.000+09:00`,
    payload: {
      line: 1,
      kind: 'signature',
      procedure: 'issue',
      decidedBy: 'V1',
      terminalPrevailed: false,
      replaces: [],
    },
    personal: { serial, issuedOn: day, expiresOn: '2031-05-10', ours: '2031-05-10', compared: [], replaced: null },
  };
}

export function parked(caseId: string, note = '書類を取りに帰られた'): NewEvent<'caseParked/1'> {
  return {
    name: 'caseParked/1',
    case: caseId,
    occurredAt: `${day}T10:06:00.000+09:00`,
    payload: {},
    personal: { note },
  };
}

export function foldOf(connection: Connection) {
  return projections(connection, new Map());
}
