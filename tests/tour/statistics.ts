import { moveTo } from '../support/counter-procedures.ts';
import { changeTo } from '../support/counter-steps.ts';
import { clerk, supervisor } from '../support/made-up.ts';
import type { Stage } from './stage.ts';

/** 統計: the month beside the one before, the fiscal year, the renewals to come; each written out or saved as paper. */
export async function statistics({ window, picture }: Stage): Promise<void> {
  await moveTo(window, '2026-12-24T17:20');
  await changeTo(window, supervisor);
  await window.see('月計・年度計・更新の見込みを開く');
  await window.reach('月計・年度計・更新の見込みを開く');
  await window.press('Enter');
  await window.see('令和8年12月は途中(12月24日まで)です。');
  await picture('statistics-month');
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await picture('statistics-forms');
  await window.press('ArrowDown', 'Enter');
  await window.see(/月計を書き出しました/);
  await window.press('ArrowLeft');
  await window.see('令和8年11月は11月24日からの記録です。');
  await picture('statistics-first-month');
  await window.reach('統計の種類', 'Shift+Tab');
  await window.press('ArrowRight');
  await window.see('令和8年度は途中(12月24日まで)・11月24日からの記録です。');
  await picture('statistics-year');
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await window.press('ArrowUp', 'Enter');
  await window.see(/年度計を書き出しました/);
  await window.press('Escape');
  await window.reach('統計の種類', 'Shift+Tab');
  await window.press('ArrowRight');
  await window.see('更新できるようになる週');
  await picture('statistics-forecast');
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await window.press('Enter');
  await window.see(/更新の見込みを書き出しました/);
  await changeTo(window, clerk);
}
