import type { CounterKeyboard } from './counter-keyboard.ts';

/** 設定の節へ: a digit that is typed into a field chooses nothing, so the tabs are reached first. */
export async function toSettingsTab(window: CounterKeyboard, digit: string): Promise<void> {
  await window.reach(/^(暦|祝日|決まり|手数料|封筒の窓|変更の記録)\d$/u, 'Shift+Tab');
  await window.press(digit);
}
