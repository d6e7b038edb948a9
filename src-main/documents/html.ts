/** HTMLの断片: text that is already markup; made by `html` alone, so that nothing typed can become a tag. */
export type Markup = { readonly markup: string };

type Insert = string | number | null | Markup | readonly Markup[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** 文字をそのまま見せる: every character that HTML gives a meaning to is written so that it is only read. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

function insert(value: Insert): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  if ('markup' in value) return value.markup;
  return value.map(({ markup }) => markup).join('');
}

/** HTMLを書く: what stands between the values is ours, each value is escaped unless it is markup already. */
export function html(parts: TemplateStringsArray, ...values: readonly Insert[]): Markup {
  return { markup: parts.map((part, index) => `${part}${insert(values[index] ?? null)}`).join('') };
}

/** 出来上がった印をそのまま入れる: for markup that a library drew from our own numbers. */
export function trusted(markup: string): Markup {
  return { markup };
}

export const nothing: Markup = { markup: '' };
