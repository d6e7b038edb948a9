import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import type { CertificateLifeRow, PersonReads, PersonSearch } from '../app/ports.ts';
import { type CertificateColumns, readCertificate } from './case-rows.ts';
import type { Connection } from './connection.ts';
import { endOfPrefix, kanaKey, kanjiKey, recordParts, type SubstituteMap } from './fold-names.ts';
import { type EventRow, readStored } from './stored-event.ts';

type Found = { readonly kana_key: string; readonly person: string };
type Keys = {
  readonly person: string;
  readonly kana_key: string;
  readonly kanji_key: string;
  readonly born_on: string;
};
type LifeColumns = CertificateColumns & { readonly outcome: string | null };

/** Names that begin alike are read on the index and stop here; nobody leafs through more. */
const mostScanned = 20_000;

const lifeColumns = `t.case_id, t.line, t.kind, t.serial, t.issued_on, t.expires_on, t.ended_on, t.cause, l.outcome
  FROM certificate_life AS t LEFT JOIN case_line AS l ON l.case_id = t.case_id AND l.line = t.line`;

/** 人を読む SQL, by what it finds; the query-plan test holds each look-up to its index. */
export const personStatements = {
  byKana: `SELECT DISTINCT kana_key, person FROM holder_key WHERE kana_key >= ? AND kana_key < ?
    ORDER BY kana_key, person LIMIT ?`,
  byKanji: `SELECT DISTINCT kanji_key, kana_key, person FROM holder_key WHERE kanji_key >= ? AND kanji_key < ?
    ORDER BY kanji_key, kana_key, person LIMIT ?`,
  byBirth: 'SELECT DISTINCT kana_key, person FROM holder_key WHERE born_on = ? ORDER BY kana_key, person LIMIT ?',
  bySerial: `SELECT DISTINCT h.kana_key, h.person FROM certificate AS t JOIN holder_key AS h ON h.case_id = t.case_id
    WHERE t.serial = ? LIMIT ?`,
  personOf: 'SELECT person, kana_key, kanji_key, born_on FROM holder_key WHERE case_id = ?',
  casesOfPerson: `SELECT h.case_id FROM holder_key AS h JOIN case_state AS c ON c.case_id = h.case_id
    WHERE h.person = ? ORDER BY c.received_at DESC, c.case_id DESC`,
  alike: `SELECT DISTINCT person FROM holder_key
    WHERE born_on = ? AND (kana_key = ? OR kanji_key = ?) AND person <> ? ORDER BY person`,
  joinsOfOne: 'SELECT join_id, one_case, other_case FROM person_join WHERE one_case = ? AND parted = 0',
  joinsOfOther: 'SELECT join_id, one_case, other_case FROM person_join WHERE other_case = ? AND parted = 0',
  joinReason: `SELECT p.fields FROM person_join AS j JOIN event AS e ON e.arrival = j.arrival
    JOIN personal_record AS p ON p.ledger = e.ledger AND p.epoch = e.epoch AND p.seq = e.seq
    WHERE j.join_id = ? AND j.parted = 0`,
  livesOfCase: `SELECT ${lifeColumns} WHERE t.case_id = ? ORDER BY t.arrival`,
  livesEnding: `SELECT ${lifeColumns} WHERE t.expires_on >= ? AND t.expires_on <= ? ORDER BY t.expires_on, t.arrival`,
  viewsOfCase: `SELECT e.arrival, e.ledger, e.epoch, e.seq, e.arrived_at, e.prev, e.hash, e.body, l.own, NULL AS fields
    FROM case_view AS v JOIN event AS e ON e.arrival = v.arrival JOIN ledger AS l ON l.ledger = e.ledger
    WHERE v.case_id = ? ORDER BY v.arrival DESC LIMIT ?`,
} as const;

function prepare(connection: Connection) {
  const of = personStatements;
  return {
    byKana: connection.prepare<[string, string, number], Found>(of.byKana),
    byKanji: connection.prepare<[string, string, number], Found>(of.byKanji),
    byBirth: connection.prepare<[string, number], Found>(of.byBirth),
    bySerial: connection.prepare<[string, number], Found>(of.bySerial),
    personOf: connection.prepare<[string], Keys>(of.personOf),
    casesOfPerson: connection.prepare<[string], string>(of.casesOfPerson).pluck(),
    alike: connection.prepare<[string, string, string, string], string>(of.alike).pluck(),
    joinsOfOne: connection.prepare<[string], JoinColumns>(of.joinsOfOne),
    joinsOfOther: connection.prepare<[string], JoinColumns>(of.joinsOfOther),
    joinReason: connection.prepare<[string], string>(of.joinReason).pluck(),
    livesOfCase: connection.prepare<[string], LifeColumns>(of.livesOfCase),
    livesEnding: connection.prepare<[string, string], LifeColumns>(of.livesEnding),
    viewsOfCase: connection.prepare<[string, number], EventRow>(of.viewsOfCase),
  };
}

type JoinColumns = { readonly join_id: string; readonly one_case: string; readonly other_case: string };

/** 人の読み側: search, the records that are one person's, and what their page shows. */
export function personReads(connection: Connection, substitutes: SubstituteMap): PersonReads {
  const sql = prepare(connection);

  const found = (search: PersonSearch, limit: number): readonly Found[] => {
    switch (search.by) {
      case 'serial':
        return sql.bySerial.all(search.serial, limit);
      case 'bornOn':
        return sql.byBirth.all(search.bornOn, limit);
      case 'name':
        return [...named(search.name, limit), ...partlyNamed(search.name, limit)];
    }
  };

  /** The whole name from its beginning, in any spelling, with or without the space between its parts. */
  const named = (name: string, limit: number): readonly Found[] => {
    const kanji = kanjiKey(name, substitutes);
    const kana = kanaKey(name);
    return [
      ...(kanji === '' ? [] : sql.byKanji.all(kanji, endOfPrefix(kanji), limit)),
      ...(kana === '' ? [] : sql.byKana.all(kana, endOfPrefix(kana), limit)),
    ];
  };

  /** The beginnings of surname and given name, each in kanji or kana: 高 はな finds 髙橋 花子. */
  const partlyNamed = (name: string, limit: number): readonly Found[] => {
    const [surname = '', ...rest] = name.trim().split(/\s+/u);
    const given = rest.join('');
    const kana = kanaKey(given);
    const kanji = kanjiKey(given, substitutes);
    if (kana === '' || kanji === '') return [];
    const written = /\p{Script=Han}/u.test(given);
    return named(surname, mostScanned)
      .filter(({ kana_key: whole, person }) => {
        // Folding a name costs more than reading its row: a reading that is not in the whole one is passed over at once.
        if (!written && !whole.includes(kana)) return false;
        const parts = recordParts(person);
        return (
          kanaKey(givenOf(parts.kana)).startsWith(kana) || kanjiKey(givenOf(parts.name), substitutes).startsWith(kanji)
        );
      })
      .slice(0, limit);
  };

  return {
    persons: (search, limit) => {
      const inOrder = [...found(search, limit)].sort((one, other) => compare(one.kana_key, other.kana_key));
      return [...new Set(inOrder.map(({ person }) => person))].slice(0, limit);
    },
    personOf: (caseId) => sql.personOf.get(caseId)?.person ?? null,
    casesOfPerson: (person) => sql.casesOfPerson.all(person),
    alike: (caseId) => {
      const keys = sql.personOf.get(caseId);
      return keys === undefined ? [] : sql.alike.all(keys.born_on, keys.kana_key, keys.kanji_key, keys.person);
    },
    joinsOf: (caseId) =>
      [...sql.joinsOfOne.all(caseId), ...sql.joinsOfOther.all(caseId)].map((row) => ({
        join: row.join_id,
        cases: [row.one_case, row.other_case],
      })),
    joinReason: (join) => {
      const fields = sql.joinReason.get(join);
      return fields === undefined ? null : String(JSON.parse(fields).reason);
    },
    certificateLives: (caseId) => sql.livesOfCase.all(caseId).map(readLife),
    certificatesEnding: (from, until) => sql.livesEnding.all(from, until).map(readLife),
    viewsOf: (caseId, limit) =>
      sql.viewsOfCase.all(caseId, limit).flatMap((row): KnownEvent[] => {
        const stored = readStored(row);
        return stored.kind === 'known' ? [stored.event] : [];
      }),
  };
}

function givenOf(name: string): string {
  return name.trim().split(/\s+/u).slice(1).join('');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function readLife(row: LifeColumns): CertificateLifeRow {
  return { ...readCertificate(row), procedure: row.outcome === 'renewed' ? 'renew' : 'issue' };
}
