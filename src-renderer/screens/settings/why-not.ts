/** 記録できない訳: why F11 does nothing now; undefined where it may be pressed. */
export function whyNotRecord(readOnly: boolean, step: 'idle' | 'loading' | 'sending'): string | undefined {
  if (readOnly) return '台帳が読み取り専用のため、記録できません。';
  return step === 'sending' ? '記録しています。' : undefined;
}
