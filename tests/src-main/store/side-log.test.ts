import { appendFileSync, chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ledgerFiles } from '../../../src-main/store/ledger-files.ts';
import type { NewEvent } from '../../../src-shared/domain/case/event.ts';
import { type Bed, clerk, day, ledgerBed, receiveOne, succeeded } from './fixture.ts';

let bed: Bed;
beforeEach(() => {
  bed = ledgerBed();
});
afterEach(() => bed.remove());

const path = () => ledgerFiles(bed.folder).sideLog;
const shown = (cases: readonly string[]): NewEvent<'shown/3'> => ({
  name: 'shown/3',
  case: null,
  occurredAt: `${day}T11:00:00.000+09:00`,
  payload: { what: 'case', cases: [...cases], rows: cases.length },
  personal: null,
});
const names = () =>
  bed
    .ledger()
    .reads.eventsOfDay('shiminka', day)
    .map((event) => event.name);

function readOnly(): void {
  bed.ledger().close();
  chmodSync(ledgerFiles(bed.folder).database, 0o400);
  bed.reopen();
  expect(bed.ledger().health().state).toBe('readOnly');
}

function writable(): void {
  bed.ledger().close();
  chmodSync(ledgerFiles(bed.folder).database, 0o600);
  bed.reopen();
}

describe('見せる前に記録する', () => {
  test('書ける台帳では、表示は出来事になる', () => {
    const caseId = receiveOne(bed.ledger());
    expect(bed.ledger().recordShown(clerk, shown([caseId]))).toEqual({ ok: true, value: null });
    expect(names().at(-1)).toBe('shown/3');
    expect(existsSync(path())).toBe(false);
  });

  test('読み取り専用のあいだは脇に控え、次に開いたときに取り込んで、脇の控えは消える', () => {
    const caseId = receiveOne(bed.ledger());
    readOnly();
    succeeded(bed.ledger().recordShown(clerk, shown([caseId])));
    succeeded(bed.ledger().recordShown(clerk, shown([])));
    expect(names()).not.toContain('shown/3');
    expect(readFileSync(path(), 'utf8').trim().split('\n')).toHaveLength(2);
    expect(readFileSync(path(), 'utf8')).not.toMatch(/稲沢|イナザワ|1980/);
    writable();
    expect(bed.ledger().health().notices).toContain('sideLogTakenIn');
    expect(names().slice(-3)).toEqual(['shown/3', 'shown/3', 'logsTakenIn/1']);
    const events = bed.ledger().reads.eventsOfDay('shiminka', day);
    expect(events.at(-3)).toMatchObject({
      payload: { cases: [caseId] },
      envelope: { actor: clerk.staff, occurredAt: `${day}T11:00:00.000+09:00` },
    });
    expect(events.at(-1)).toMatchObject({ payload: { lines: 2 } });
    expect(existsSync(path())).toBe(false);
  });

  test('取り込んだ直後に止まって控えが残っても、二度は取り込まない', () => {
    readOnly();
    succeeded(bed.ledger().recordShown(clerk, shown([])));
    const kept = readFileSync(path());
    writable();
    const before = bed.ledger().reads.count().events;
    bed.ledger().close();
    writeFileSync(path(), kept);
    expect(bed.reopen().reads.count().events).toBe(before);
    expect(existsSync(path())).toBe(false);
  });

  test('読めない行は取り込まれず、捨てられもしない', () => {
    readOnly();
    succeeded(bed.ledger().recordShown(clerk, shown([])));
    appendFileSync(path(), '{"staff":"half a li');
    writable();
    expect(names().slice(-2)).toEqual(['shown/3', 'logsTakenIn/1']);
    const [kept = ''] = readdirSync(bed.folder).filter((name) => name.endsWith('.unreadable'));
    expect(readFileSync(join(bed.folder, kept), 'utf8')).toContain('half a li');
    const before = bed.ledger().reads.count().events;
    expect(bed.reopen().reads.count().events).toBe(before);
  });
});
