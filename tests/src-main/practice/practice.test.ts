import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fillPracticeLedger } from '../../../src-main/practice/fill.ts';
import { ensurePracticeLedger } from '../../../src-main/practice/first-run.ts';
import { madeUpPerson } from '../../../src-main/practice/made-up-person.ts';
import { madeUpVisit } from '../../../src-main/practice/made-up-visit.ts';
import { seededChance } from '../../../src-main/practice/seeded-chance.ts';
import { makeCounter } from '../../../src-main/system/counter-parts.ts';
import { ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import { checkReceiveFacts } from '../../../src-shared/contract/receive-fields.ts';
import { type CaseState, isHeld, isLapsed } from '../../../src-shared/domain/case/case.ts';
import { addDays, plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { callerOf } from '../../support/caller.ts';
import { scratchFolder } from '../../support/made-up.ts';
import { storyClock } from '../../support/story-clock.ts';

const today = plainDate('2026-11-20');

describe('決まった乱数', () => {
  test('同じ種はいつも同じ数を、違う種は違う数を出す', () => {
    const twenty = (seed: string) => {
      const chance = seededChance(seed);
      return Array.from({ length: 20 }, () => chance.hex(16));
    };
    expect(twenty('a')).toEqual(twenty('a'));
    expect(twenty('a')).not.toEqual(twenty('b'));
    expect(new Set(twenty('a')).size).toBe(20);
    for (const hex of twenty('a')) expect(hex).toMatch(/^[0-9a-f]{32}$/);
  });

  test('数は0から限りの前までに、ほぼ同じ割合で出る', () => {
    const chance = seededChance('spread');
    const seen = new Map<number, number>();
    for (let time = 0; time < 6_000; time += 1) {
      const number = chance.below(6);
      seen.set(number, (seen.get(number) ?? 0) + 1);
    }
    expect([...seen.keys()].toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const [, times] of seen) expect(times).toBeGreaterThan(800);
  });
});

describe('作り話の人', () => {
  const chance = seededChance('people');
  const visits = Array.from({ length: 500 }, (_, index) =>
    madeUpVisit(madeUpPerson(index + 1, today, chance), today, chance),
  );

  test('どの来庁も、契約の形に合い、直すところがない', () => {
    for (const facts of visits) {
      expect(ReceiveFacts.safeParse(facts).success).toBe(true);
      expect(
        checkReceiveFacts(
          { facts, note: '', backEntry: null },
          { today, now: `${today}T10:00`, verdict: 'accept', feeReasons: [] },
        ).failures,
      ).toEqual([]);
    }
  });

  test('どの住所も練習町で、二人として同じ住所の人はいない', () => {
    const addresses = visits.map((facts) => facts.holder.address);
    for (const address of addresses) expect(address).toMatch(/^愛知県稲沢市練習町\d+番地$/);
    expect(new Set(addresses).size).toBe(500);
  });

  test('本人も代理人も、15歳未満も、古いカードも、代替文字の要る名前も現れる', () => {
    expect(visits.some((facts) => facts.visitor.capacity === 'agent')).toBe(true);
    expect(visits.some((facts) => facts.visitor.capacity === 'holder')).toBe(true);
    expect(visits.some((facts) => facts.holder.bornOn > '2012-01-01')).toBe(true);
    expect(visits.some((facts) => facts.card.medium === 'residentCard')).toBe(true);
    expect(visits.some((facts) => facts.substitutions.name.length > 0)).toBe(true);
  });
});

describe('練習の台帳', () => {
  const scratch = scratchFolder();
  afterAll(() => scratch.remove());

  test('練習の台帳は閉庁日に受付を持たず、日報の人数は作った人数になり、検証も通る', async () => {
    const folder = join(scratch.path, 'practice');
    // 2026-11-23 is 勤労感謝の日, 21 and 22 are Saturday and Sunday: the three open days are 18, 19 and 20 November.
    const report = await fillPracticeLedger({ folder, people: 12, days: 3, seed: 5, until: plainDate('2026-11-23') });
    expect(report.cases).toBe(12);
    const clock = storyClock('2026-11-24T09:00');
    const app = makeCounter({ folder, clock, practice: true, host: 'inProcess', ownsWindow: true });
    const counter = callerOf(app.invoke);
    await counter.call('session.signIn', { staffNumber: '90321', password: 'renshu-sekinin' });
    const persons = async (day: string) => {
      const offices = ['shiminka', 'sobue', 'heiwa'] as const;
      const logs = await Promise.all(offices.map((office) => counter.call('dayLog.view', { day, office })));
      return logs.reduce((sum, log) => sum + log.total.persons, 0);
    };
    const days = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
    expect(await Promise.all(days.map(persons))).toEqual([0, 4, 4, 4, 0, 0, 0]);
    expect((await counter.call('dayLog.view', { day: '2026-11-19', office: 'shiminka' })).receiptGaps).toEqual([]);
    expect(await counter.call('ledger.verify', {})).toMatchObject({ broken: null });
    app.close();
  });

  test('どの手続も、どの状態も、どの窓口も現れ、支所の受付も読める', async () => {
    const folder = join(scratch.path, 'mixed');
    await fillPracticeLedger({ folder, people: 160, days: 40, seed: 3, until: plainDate('2026-11-20') });
    const clock = storyClock('2026-11-24T09:00');
    const app = makeCounter({ folder, clock, practice: true, host: 'inProcess', ownsWindow: true });
    const reads = app.ledger()?.reads;
    if (reads === undefined) throw new Error('the ledger was just made');
    const offices = ['shiminka', 'sobue', 'heiwa'] as const;
    const days = Array.from({ length: 70 }, (_, back) => addDays(plainDate('2026-11-20'), -back));
    const cases = new Map(
      offices.flatMap((office) =>
        days.flatMap((day) => reads.casesOfDay(office, day).map(({ state }) => [state.case, state])),
      ),
    );
    const states = [...cases.values()];
    const seen = (of: (state: CaseState) => readonly string[]) =>
      [...new Set(states.flatMap((state) => of(state)))].toSorted();
    expect(seen((state) => [state.receipt.office])).toEqual(['heiwa', 'shiminka', 'sobue']);
    expect(seen((state) => state.lines.map((line) => line.procedure))).toEqual(['issue', 'renew', 'revoke']);
    expect(seen((state) => state.lines.flatMap(({ cause }) => (cause === null ? [] : [cause])))).toEqual([
      'X1',
      'X2',
      'X3',
      'X3d',
      'X4',
    ]);
    expect(seen((state) => [state.step])).toEqual(
      expect.arrayContaining(['finished', 'letterPosted', 'refused', 'verified']),
    );
    expect(states.some((state) => isLapsed(state, '2026-11-24'))).toBe(true);
    expect(states.some((state) => isHeld(state))).toBe(true);
    expect(states.some((state) => state.reply !== null)).toBe(true);
    expect(seen((state) => [state.capacity ?? 'notice'])).toEqual([
      'agent',
      'holder',
      'notice',
      'statutoryRepresentative',
    ]);
    app.close();
  });

  test('本番として開こうとすると、取り違えだと言って開かない', () => {
    const folder = join(scratch.path, 'practice');
    const app = makeCounter({ folder, practice: false, host: 'inProcess', ownsWindow: true });
    expect(app.cannotOpen?.code).toBe('practiceMismatch');
    app.close();
  });

  test('はじめての練習では台帳を作り、二度めは手を触れない', async () => {
    const folder = join(scratch.path, 'taken');
    mkdirSync(folder);
    writeFileSync(join(folder, 'ledger.db'), '先にあったもの');
    await ensurePracticeLedger(folder);
    expect(readdirSync(folder)).toEqual(['ledger.db']);
    expect(existsSync(join(folder, 'ledger.key'))).toBe(false);
  });
});
