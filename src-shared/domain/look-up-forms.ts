import { NAME_VARIANT_WORDS } from './name-variant-words.ts';
import { SUBSTITUTE_WORDS } from './substitute-words.ts';

/**
 * 引くための字形: each variant of a character → the one form by which names are looked up, so that 髙橋, 高橋 or 濵田, 浜田 find
 * each other. A character that no certificate bears goes by its first candidate. For look-ups only: names are stored untouched.
 */
export function lookUpForms(): ReadonlyMap<string, string> {
  const ordinary = new Map<string, string>();
  for (const word of wordsOf(NAME_VARIANT_WORDS)) {
    const [form = '', ...variants] = word;
    for (const variant of variants) ordinary.set(variant, form);
  }
  const forms = new Map(ordinary);
  for (const word of wordsOf(SUBSTITUTE_WORDS)) {
    const [original = '', first] = word;
    if (first !== undefined) forms.set(original, ordinary.get(first) ?? first);
  }
  return forms;
}

function wordsOf(table: string): readonly string[] {
  return table.trim().split(/[ \n]/);
}
