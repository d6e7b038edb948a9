import type { CounterKeyboard } from './counter-keyboard.ts';
import { administrator } from './made-up.ts';

/** 職員の画面を開く, from 今日の窓口. */
export async function openStaffScreen(window: CounterKeyboard, way: RegExp): Promise<void> {
  await window.reach(way);
  await window.press('Enter');
  await window.page.getByRole('cell', { name: administrator.staffNumber }).waitFor();
}

/** 職員を開く: so many rows below the first one. */
export async function openMember(window: CounterKeyboard, downwards: number): Promise<void> {
  await window.reach(administrator.name);
  await window.press(...Array.from({ length: downwards }, () => 'ArrowDown'), 'Enter');
  await window.see('経過');
}

/** 改姓を入力する: stops before F11. */
export async function typeNewName(window: CounterKeyboard): Promise<void> {
  await window.reach('氏名・番号を変える');
  await window.press('Enter');
  await window.reach('氏名');
  await window.press('Control+a');
  await window.type('例田 窓口');
  await window.reach('フリガナ');
  await window.press('Control+a');
  await window.type('レイダ マドグチ');
  await window.reach('理由');
  await window.type('婚姻による改姓');
}

/** 引継ぎを入力する: to whoever signs in; the predecessor becomes a clerk. Stops before F11. */
export async function typeHandOver(
  window: CounterKeyboard,
  successor: { readonly staffNumber: string; readonly password: string },
  from: string,
): Promise<void> {
  await window.reach('責任者を引き継ぐ');
  await window.press('Enter');
  await window.see('渡るもの');
  await window.reach('引き継いだあとの前任');
  await window.press('Space', 'ArrowRight');
  await window.reach('いつから');
  if (from !== '') await window.type(from);
  await window.reach('理由');
  await window.type('異動のため');
  await window.reach('後任の職員番号');
  await window.type(successor.staffNumber);
  await window.press('Enter');
  await window.type(successor.password);
}
