import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { isPermitted, setOf } from '../../src-shared/domain/repertoire.ts';

const MOST_CANDIDATES = 6;

// The surer the source that two characters are one and the same in a name, the higher it stands.
const MJ_WEIGHTS: Readonly<Record<string, number>> = {
  JIS包摂規準UCS統合規則: 100,
  戸籍統一文字情報_親字正字: 90,
  民二5202号通知別表_正字俗字等対照表: 84,
  民一2842号通達別表_誤字俗字正字一覧表_俗字: 80,
  民一2842号通達別表_誤字俗字正字一覧表_無印: 78,
  法務省告示582号別表第四_一: 76,
  法務省告示582号別表第四_二: 66,
  読み字形による類推: 50,
  辞書類等による関連字: 46,
  民一2842号通達別表_誤字俗字正字一覧表_別字: 30,
};
const UNIHAN_WEIGHTS: Readonly<Record<string, number>> = {
  kCompatibilityVariant: 95,
  kZVariant: 60,
  kSemanticVariant: 48,
  kTraditionalVariant: 44,
  kSimplifiedVariant: 34,
  kSpecializedSemanticVariant: 28,
};
const CJKVI_WEIGHTS: Readonly<Record<string, number>> = {
  'joyo/variant': 93,
  'jinmei1/variant': 92,
  'jinmei2/variant': 92,
  'hyogai/variant': 91,
  'jp/old-style': 88,
  'jp/old-style/compat': 88,
  'jisx0212/variant': 72,
  'jisx0213/variant': 72,
  'non-cjk/kangxi': 70,
  'non-cjk/radical': 68,
  'koseki/variant': 52,
  'cjkvi/variant': 47,
  'cjkvi/traditional': 43,
  'cjkvi/simplified': 33,
};

/** 代替文字の候補を求める (G2): each character outside the permitted set with its permitted candidates, best first. */
export function computeSubstitutes(databasePath: string): ReadonlyMap<string, readonly string[]> {
  const database = new DatabaseSync(databasePath, { readOnly: true });
  const scores = new Map<string, Map<string, number>>();
  const note = (from: string | null, to: string | null, weight: number): void => {
    if (from === null || to === null) return;
    const original = withoutSelectors(from);
    const candidate = withoutSelectors(to);
    if (original === candidate || [...original].length !== 1 || [...candidate].length !== 1) return;
    if (isPermitted(original) || !isPermitted(candidate)) return;
    const known = scores.get(original) ?? new Map<string, number>();
    known.set(candidate, Math.max(known.get(candidate) ?? 0, weight));
    scores.set(original, known);
  };
  for (const row of rowsOf(
    database,
    `SELECT coalesce(mji.対応するUCS, mji.実装したUCS) AS origin, mjsm.縮退UCS AS target, mjsm.表 AS source,
            coalesce(mjsm.順位, mjsm.ホップ数, 1) AS place
       FROM mjsm JOIN mji USING (MJ文字図形名)`,
  )) {
    const weight = MJ_WEIGHTS[String(row.source)];
    if (weight !== undefined) note(text(row.origin), text(row.target), weight - 2 * (Number(row.place) - 1));
  }
  for (const row of rowsOf(database, 'SELECT UCS AS origin, value AS target, property AS source FROM unihan_variant')) {
    const weight = UNIHAN_WEIGHTS[String(row.source)];
    if (weight === undefined) continue;
    note(text(row.origin), text(row.target), weight);
    note(text(row.target), text(row.origin), weight - 1);
  }
  for (const row of rowsOf(database, 'SELECT subject AS origin, object AS target, rel AS source FROM kdpv')) {
    const weight = CJKVI_WEIGHTS[String(row.source)];
    if (weight === undefined) continue;
    note(text(row.origin), text(row.target), weight - 1);
    note(text(row.target), text(row.origin), weight);
  }
  for (const row of rowsOf(
    database,
    'SELECT mjih.文字 AS origin, mjih_phonetic.音価 AS target FROM mjih JOIN mjih_phonetic USING (MJ文字図形名)',
  )) {
    note(text(row.origin), text(row.target), 40);
  }
  database.close();
  return new Map(
    [...scores]
      .sort(([left], [right]) => codePoint(left) - codePoint(right))
      .map(([original, known]) => [original, bestFirst(known)]),
  );
}

function bestFirst(known: ReadonlyMap<string, number>): readonly string[] {
  const setOrder = ['level1', 'level2', 'supplementary', 'nonKanji', null];
  return [...known]
    .sort(
      ([left, leftScore], [right, rightScore]) =>
        rightScore - leftScore ||
        setOrder.indexOf(setOf(left)) - setOrder.indexOf(setOf(right)) ||
        codePoint(left) - codePoint(right),
    )
    .slice(0, MOST_CANDIDATES)
    .map(([candidate]) => candidate);
}

type VariantRow = {
  readonly origin: unknown;
  readonly target: unknown;
  readonly source: unknown;
  readonly place: unknown;
};

function rowsOf(database: DatabaseSync, sql: string): readonly VariantRow[] {
  // Each query above names its columns so; the values are still tested one by one.
  return database.prepare(sql).all() as unknown as readonly VariantRow[];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function withoutSelectors(value: string): string {
  return value.replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, '');
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** 変換表をソースにする: one entry a word, the original first, then its candidates. */
export function renderSubstituteSource(substitutes: ReadonlyMap<string, readonly string[]>): string {
  const entries = [...substitutes].map(([original, candidates]) => original + candidates.join(''));
  const lines: string[] = [];
  for (let start = 0; start < entries.length; start += 40) lines.push(entries.slice(start, start + 40).join(' '));
  return [
    '// Generated by db/reference/substitute-characters.ts from @mandel59/mojidata 1.8.1.',
    '// MJ縮退マップ・MJ文字情報一覧表 (c) IPA 独立行政法人情報処理推進機構, adapted; Unihan (c) Unicode, Inc.; cjkvi-variants.',
    '// This file alone is under CC BY-SA 2.1 JP: https://creativecommons.org/licenses/by-sa/2.1/jp/',
    '',
    '/** 代替文字の候補 (G2): words of an original and its permitted candidates, best first. */',
    'export const SUBSTITUTE_WORDS = `',
    ...lines,
    '`;',
    '',
  ].join('\n');
}

/** 変換表をJSONにする: the same table as data, for other programs. */
export function renderSubstituteJson(substitutes: ReadonlyMap<string, readonly string[]>): string {
  const rows = [...substitutes].map(
    ([original, candidates]) => `    ${JSON.stringify(original)}: ${JSON.stringify(candidates.join(''))}`,
  );
  return `{\n  "licence": "CC BY-SA 2.1 JP",\n  "credit": "MJ縮退マップ・MJ文字情報一覧表 © IPA 独立行政法人情報処理推進機構 (adapted); Unihan © Unicode, Inc. (Unicode-3.0); cjkvi-variants",\n  "substitutes": {\n${rows.join(',\n')}\n  }\n}\n`;
}

if (import.meta.main) {
  const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
  const substitutes = computeSubstitutes(path('../../node_modules/@mandel59/mojidata/dist/moji.db'));
  writeFileSync(path('../../src-shared/domain/substitute-words.ts'), renderSubstituteSource(substitutes));
  writeFileSync(path('./substitute-characters.json'), renderSubstituteJson(substitutes));
}
