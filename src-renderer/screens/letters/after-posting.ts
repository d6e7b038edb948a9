/**
 * 投函したあとの印刷 (B3): opens the preview of these letters. Null in a version without prints; F9 then says so, and the
 * letters stay posted.
 */
export const printLetters: ((cases: readonly string[]) => void) | null = null;
