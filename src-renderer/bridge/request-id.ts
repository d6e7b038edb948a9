import type { Failure } from '../../src-shared/contract/errors.ts';
/** 依頼の番号: 32 hexadecimal digits, new for each thing a clerk decides; the same one for a repeated press. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 届かなかったかもしれない答え: what was asked for may have been done all the same, so that the next press carries the same number. */
export const lostAnswers: readonly Failure['code'][] = [
  'connectionLost',
  'unreadableAnswer',
  'resultUnknown',
  'defect',
];
