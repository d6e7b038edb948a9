import type { Failure } from '../../src-shared/contract/errors.ts';

/** 失敗の見出しと本文: the first sentence says what happened, the rest what to do; a defect adds its number. */
export function failureWords({ message, incident }: Failure): { readonly headline: string; readonly text: string } {
  const end = message.indexOf('。');
  const headline = end < 0 ? message : message.slice(0, end);
  const rest = end < 0 ? '' : message.slice(end + 1);
  return { headline, text: incident === null ? rest : `${rest} 控えの番号: ${incident}` };
}
