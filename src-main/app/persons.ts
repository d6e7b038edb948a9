import type { PersonRow } from '../../src-shared/contract/api/person-api.ts';
import type { CaseRow, LedgerReads } from './ports.ts';

/** 受付の人: a case whose holder has not been erased. */
export type HeldCase = CaseRow & { readonly holder: NonNullable<CaseRow['holder']> };

/** 一つの記録: all cases whose holder was recorded exactly alike, latest first. */
export type PersonOfRecord = { readonly person: string; readonly cases: readonly [HeldCase, ...HeldCase[]] };

/** 人 (person): the record that was asked for first, then those that a supervisor joined to it. */
export type PersonGroup = {
  readonly own: PersonOfRecord;
  readonly joined: readonly (PersonOfRecord & { readonly join: string })[];
};

/** 記録を読む: null where every case of it was erased meanwhile. */
export function readPerson(reads: LedgerReads, person: string): PersonOfRecord | null {
  const rows = reads.casesOfPerson(person).flatMap((id): HeldCase[] => {
    const row = reads.case(id);
    return row === null || row.holder === null ? [] : [{ ...row, holder: row.holder }];
  });
  const [latest, ...earlier] = rows;
  return latest === undefined ? null : { person, cases: [latest, ...earlier] };
}

/** 人を読む: follows the joins in force from record to record; null where the case is not known or the person was erased. */
export function groupOf(reads: LedgerReads, caseId: string): PersonGroup | null {
  const start = reads.personOf(caseId);
  const own = start === null ? null : readPerson(reads, start);
  if (own === null) return null;
  const joined: (PersonOfRecord & { join: string })[] = [];
  const known = new Set([own.person]);
  const waiting: PersonOfRecord[] = [own];
  for (let record = waiting.shift(); record !== undefined; record = waiting.shift()) {
    for (const { join, cases } of record.cases.flatMap(({ state }) => reads.joinsOf(state.case))) {
      for (const other of cases) {
        const person = reads.personOf(other);
        if (person === null || known.has(person)) continue;
        known.add(person);
        const next = readPerson(reads, person);
        if (next === null) continue;
        joined.push({ ...next, join });
        waiting.push(next);
      }
    }
  }
  return { own, joined };
}

/** 人の受付: of every record in the group, latest first. */
export function casesOfGroup({ own, joined }: PersonGroup): readonly HeldCase[] {
  return [own, ...joined]
    .flatMap(({ cases }) => cases)
    .toSorted((one, other) => other.state.receivedAt.localeCompare(one.state.receivedAt));
}

/** 同じ人かもしれない記録: those that read or are written alike and are not joined yet. */
export function possiblySame(reads: LedgerReads, group: PersonGroup): readonly PersonOfRecord[] {
  const records = [group.own, ...group.joined];
  const known = new Set(records.map(({ person }) => person));
  const found = new Set(records.flatMap(({ cases: [latest] }) => reads.alike(latest.state.case)));
  return [...found].filter((person) => !known.has(person)).flatMap((person) => readPerson(reads, person) ?? []);
}

/** 一行にする: the latest case stands for the record. */
export function rowOf(record: PersonOfRecord, cases: number, mayBeSame: boolean): PersonRow {
  const [{ state, holder }] = record.cases;
  const { name, kana, bornOn, address } = holder;
  return { case: state.case, name, kana, bornOn, address, cases, possiblySame: mayBeSame };
}

/** 見つかった人の一行. */
export function rowOfFound(reads: LedgerReads, group: PersonGroup): PersonRow {
  const known = new Set([group.own, ...group.joined].map(({ person }) => person));
  const alike = reads.alike(group.own.cases[0].state.case).some((person) => !known.has(person));
  return rowOf(group.own, casesOfGroup(group).length, alike);
}
