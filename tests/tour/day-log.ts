import { moveTo } from '../support/counter-procedures.ts';
import { changeTo } from '../support/counter-steps.ts';
import { clerk, supervisor } from '../support/made-up.ts';
import type { Stage } from './stage.ts';

const parts = [
  ['cross', '証明書'],
  ['hours', '時刻ごとの受付(人)'],
  ['notes', '満了日の相違'],
] as const;

/** 3か所: the sums of all offices, by the arrow keys of the strip of offices */
async function threeOffices(window: Stage['window']): Promise<void> {
  await window.reach('窓口', 'Shift+Tab');
  await window.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await window.see('締めるのは窓口ごとです。窓口を選んでください。');
}

/** 日報: what the day adds up to, case by case, and written out; then the clerk is back. */
export async function dayLog({ window, picture }: Stage, evening: string, name: string): Promise<void> {
  await moveTo(window, evening);
  await changeTo(window, supervisor);
  await picture(`${name}-home-evening`);
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await window.press('Enter');
  await window.see(/今日の窓口を書き出しました/);
  await window.press('F7');
  await window.see('件数');
  await picture(name);
  await window.press('F8');
  await window.see('内訳');
  await picture(`${name}-cases`);
  for (const [part, words] of parts) {
    await window.reach('内訳', 'Shift+Tab');
    await window.press('ArrowRight');
    await window.see(words);
    await picture(`${name}-${part}`);
  }
  await window.press('F8');
  await threeOffices(window);
  await picture(`${name}-all-offices`);
  await window.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await window.see('締める前の確認');
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await picture(`${name}-forms`);
  // The period stands before the form: back to it, on to the month, and forward again.
  for (let back = 0; back < 5; back += 1) await window.press('Shift+Tab');
  await window.press('ArrowRight');
  await window.see(/日・市民課・すべての手続/);
  await picture(`${name}-month`);
  for (let on = 0; on < 5; on += 1) await window.press('Tab');
  await window.press('Enter');
  await window.see('日報を書き出しました');
  await picture(`${name}-exported`);
  await window.press('F9');
  await window.see('PDFに保存');
  await picture(`${name}-print`);
  await window.press('Escape');
  await changeTo(window, clerk);
}
