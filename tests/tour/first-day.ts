import { addStaff, setUp, signIn } from '../support/counter-steps.ts';
import { administrator, clerk } from '../support/made-up.ts';
import type { Stage } from './stage.ts';

/** 一章 最初の設定: set-up, sign-in, staff, help, lock. */
export async function firstDay({ window, picture }: Stage): Promise<void> {
  await picture('first-setup');
  await window.press('F11');
  await picture('first-setup-to-mend');
  await window.press('Enter');
  await setUp(window);
  await picture('sign-in');
  await signIn(window, administrator);
  await picture('home-first-time');
  await addStaff(window);
  await picture('staff');
  await window.press('F1');
  await picture('help');
  await window.press('Escape');
  await window.press('F12');
  await picture('locked');
  await window.press('F8');
  await window.see('サインイン');
  await window.reach('職員番号');
  await window.type(clerk.staffNumber);
  await window.press('Enter');
  await window.type('違うパスワードです');
  await window.press('Enter');
  await window.see('職員番号かパスワードが違います。');
  await picture('sign-in-refused');
  await signIn(window, clerk);
}
