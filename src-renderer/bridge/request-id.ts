/** 依頼の番号: 32 hexadecimal digits, new for each thing a clerk decides; the same one for a repeated press. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
