import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { computeHolidays, renderHolidaySource } from '../../../db/reference/holidays.ts';
import { computeJisLists, renderJisSource } from '../../../db/reference/jis-characters.ts';
import { computeNameVariants, renderNameVariantSource } from '../../../db/reference/name-variants.ts';
import {
  computeSubstitutes,
  renderSubstituteJson,
  renderSubstituteSource,
} from '../../../db/reference/substitute-characters.ts';
import { candidatesFor, canStand } from '../../../src-shared/domain/characters.ts';
import { lookUpForms } from '../../../src-shared/domain/look-up-forms.ts';
import { isPermitted } from '../../../src-shared/domain/repertoire.ts';

const root = new URL('../../../', import.meta.url);
const mojidata = fileURLToPath(new URL('node_modules/@mandel59/mojidata/dist/moji.db', root));
const committed = (path: string): string => readFileSync(fileURLToPath(new URL(path, root)), 'utf8');

describe('JISの文字の表', () => {
  const lists = computeJisLists();

  test('第1水準2,965字、第2水準3,390字、補助漢字5,801字、全部で12,946字', () => {
    expect(lists.level1).toHaveLength(2_965);
    expect(lists.level2).toHaveLength(3_390);
    expect(lists.supplementary).toHaveLength(5_801);
    expect(lists.nonKanji).toHaveLength(524);
    expect(lists.supplementaryLetters).toHaveLength(266);
    const all = Object.values(lists).flat();
    expect(new Set(all).size).toBe(12_946);
    expect(all.every(isPermitted)).toBe(true);
  });

  test('別の出典(Unihan)の漢字の一覧とも同じ', () => {
    const database = new DatabaseSync(mojidata, { readOnly: true });
    const published = (table: string): ReadonlySet<unknown> =>
      new Set(
        database
          .prepare(`SELECT DISTINCT UCS FROM unihan_each_${table}`)
          .all()
          .map(({ UCS }) => UCS),
      );
    expect(published('kJis1')).toEqual(new Set(lists.supplementary));
    // 仝 stands among the signs of row 1, and Unihan counts it as a kanji.
    expect(published('kJis0')).toEqual(new Set(['仝', ...lists.level1, ...lists.level2]));
    database.close();
  });

  test('置いてある表は、計算し直した表と同じ', () => {
    expect(committed('src-shared/domain/jis-characters.ts')).toBe(renderJisSource(lists));
  });
});

describe('代替文字の表', () => {
  const substitutes = computeSubstitutes(fileURLToPath(new URL('node_modules/@mandel59/mojidata/dist/moji.db', root)));

  test('置いてある表は、計算し直した表と同じで、出典と許諾を書いてある', () => {
    const source = committed('src-shared/domain/substitute-words.ts');
    expect(source).toBe(renderSubstituteSource(substitutes));
    expect(committed('db/reference/substitute-characters.json')).toBe(renderSubstituteJson(substitutes));
    expect(source).toContain('CC BY-SA 2.1 JP');
    expect(source).toContain('独立行政法人情報処理推進機構');
  });

  test('使えない文字だけに、使える文字だけを候補とする', () => {
    for (const [original, candidates] of substitutes) {
      if (isPermitted(original) || !candidates.every(canStand)) expect([original, candidates]).toEqual([]);
      if (candidatesFor(original).slice(0, candidates.length).join() !== candidates.join()) {
        expect(candidatesFor(original)).toEqual(candidates);
      }
    }
  });
});

describe('名前を引くための字形の表', () => {
  test('置いてある表は、計算し直した表と同じで、使える文字だけからなる', () => {
    const groups = computeNameVariants(mojidata);
    expect(committed('src-shared/domain/name-variant-words.ts')).toBe(renderNameVariantSource(groups));
    expect(groups.join('').length).toBe(new Set(groups.join('')).size);
    expect([...groups.join('')].every(isPermitted)).toBe(true);
  });

  test.each([
    '高髙',
    '浜濱濵',
    '辺邊邉',
    '斎齋斉齊',
    '沢澤',
    '崎嵜\u{FA11}',
    '島嶋嶌',
    '桜櫻',
    '国國',
    '瀬瀨',
    '徳德',
    '館舘',
  ])('%s は、どれで探しても同じ字になる', (group) => {
    const forms = lookUpForms();
    expect(new Set([...group].map((character) => forms.get(character) ?? character)).size).toBe(1);
  });

  test('引く字形は、それ以上たどる先を持たない', () => {
    const forms = lookUpForms();
    expect([...forms.values()].filter((form) => forms.has(form))).toEqual([]);
  });
});

describe('祝日の表', () => {
  test('置いてある表は、計算し直した表と同じで、2000年から2040年まである', () => {
    const holidays = computeHolidays();
    expect(committed('src-shared/domain/holidays.ts')).toBe(renderHolidaySource(holidays));
    for (let year = 2000; year <= 2040; year += 1) {
      expect(holidays.filter(([day]) => day.startsWith(String(year))).length).toBeGreaterThanOrEqual(14);
    }
  });
});
