import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { Chance, Clock, Ledger, LedgerWrites } from '../../src-main/app/ports.ts';
import { type Connect, connectEncrypted } from '../../src-main/store/connection.ts';
import { keyFile } from '../../src-main/store/key-file.ts';
import { openLedger } from '../../src-main/store/open.ts';

/**
 * 書き手: a program of its own that appends until it is killed or has written `count`, and says on its standard output what it
 * was told. Its manners are the test's: `honest` is the product; each other one is a control that a harness must catch.
 */
export type Manners = 'honest' | 'saysBeforeCommit' | 'synchronousNormal' | 'deferred';

export const torturedDay = '2026-11-24';
const chance: Chance = { hex: (bytes) => randomBytes(bytes).toString('hex') };
const clock: Clock = { now: () => new Date(Date.now() + 9 * 3600_000).toISOString().replace('Z', '+09:00') };

const connects: Record<Manners, Connect> = {
  honest: connectEncrypted,
  saysBeforeCommit: connectEncrypted,
  synchronousNormal: withBegin((connection) => {
    connection.pragma('synchronous = NORMAL');
    return 'BEGIN IMMEDIATE';
  }),
  deferred: withBegin(() => 'BEGIN DEFERRED'),
};

function withBegin(begin: (connection: ReturnType<Connect>) => string): Connect {
  return (path, key, mode) => {
    const connection = connectEncrypted(path, key, mode);
    const exec = connection.exec.bind(connection);
    connection.exec = (sql) => exec(sql === 'BEGIN IMMEDIATE' ? begin(connection) : sql);
    return connection;
  };
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function receive(writes: LedgerWrites, day: string): { readonly hash: string; readonly number: number } {
  const number = writes.nextReceiptNumber(day);
  const { hash } = writes.append({
    name: 'caseReceived/2',
    case: chance.hex(16),
    occurredAt: clock.now(),
    payload: {
      receiptDay: day,
      receiptOffice: 'shiminka',
      receiptTerminal: 1,
      receiptNumber: number,
      capacity: 'holder',
      documents: ['driversLicence'],
      lines: [{ line: 1, kind: 'signature', procedure: 'issue', cause: null, fee: 0 }],
      backEntry: null,
      proof: null,
    },
    personal: {
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
    },
  });
  return { hash, number };
}

/** What there is to say of one append; a control may die of its own manners, which is a refusal too. */
function append(ledger: Ledger, manners: Manners): string {
  const nobody = { staff: null, role: null };
  try {
    const result = ledger.write(nobody, chance.hex(16), (writes) => {
      const received = receive(writes, torturedDay);
      if (manners !== 'saysBeforeCommit') return received;
      say(`ack ${received.hash} ${received.number}`);
      for (let more = 0; more < 20; more += 1) {
        const next = receive(writes, torturedDay);
        say(`ack ${next.hash} ${next.number}`);
      }
      return received;
    });
    if (!result.ok) return `no ${result.failure.code}`;
    return `ack ${result.value.hash} ${result.value.number}`;
  } catch (error) {
    return `no ${error instanceof Error ? error.message : ''}`;
  }
}

function main(folder: string, manners: Manners, program: 'window' | 'commandLine', count: number): void {
  const opened = openLedger({
    folder,
    clock,
    chance,
    keyStore: keyFile({ whenTooWide: 'refuse' }),
    practice: false,
    policy: '2026-11',
    program,
    connect: connects[manners],
  });
  if (!opened.ok) {
    say(`closed ${JSON.stringify(opened.failure)}`);
    process.exit(3);
  }
  const ledger = opened.value;
  for (let done = 0; done < count; done += 1) {
    say(append(ledger, manners));
  }
  ledger.close();
}

if (import.meta.main) {
  const [folder = '', manners = 'honest', program = 'window', count = '0'] = process.argv.slice(2);
  main(folder, manners as Manners, program as 'window' | 'commandLine', Number(count)); // given by the harness alone
}
