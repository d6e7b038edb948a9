import { CORRECTABLE_NAMES } from '../../src-shared/contract/names-ja.ts';

/** 訂正する欄の名前: how a field is called on the screen. */
export function correctableName(field: string): string {
  const names: Readonly<Record<string, string>> = CORRECTABLE_NAMES;
  return names[field] ?? field;
}
