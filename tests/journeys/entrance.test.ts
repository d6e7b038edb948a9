import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildElectron } from '../../src-main/hosts/launcher/build-electron.ts';
import { findElectron } from '../../src-main/hosts/launcher/electron-binary.ts';
import type { CounterKeyboard } from '../support/counter-keyboard.ts';
import { addStaff, changeTo, setUp, signIn } from '../support/counter-steps.ts';
import { openCounterWindow } from '../support/counter-window.ts';
import { openElectronWindow } from '../support/electron-window.ts';
import { administrator, clerk, scratchFolder, supervisor } from '../support/made-up.ts';
import { expectAccessible } from './journey.ts';

type Opened = CounterKeyboard & { readonly close: () => Promise<void> };
type Shell = { readonly name: string; readonly open: (folder: string) => Promise<Opened> };

const electron = findElectron();

/** Every window there is on this machine: Chromium always, Electron wherever its binary has been fetched. */
const shells: readonly Shell[] = [
  { name: 'Chromium', open: (folder) => openCounterWindow({ folder }) },
  ...(electron === null ? [] : [{ name: 'Electron', open: (folder: string) => openElectronWindow(electron, folder) }]),
];

beforeAll(() => {
  if (electron !== null) buildElectron();
});

describe.each(shells)('入口を、キーボードだけで($name)', ({ open }) => {
  let folder: ReturnType<typeof scratchFolder>;
  let window: Opened;

  beforeEach(async () => {
    folder = scratchFolder();
    window = await open(folder.path);
  });
  afterEach(async () => {
    await window.close();
    folder.remove();
  });

  test('設定、職員の登録、サインイン、ロック、交替が通り、どの画面も使いやすさの決まりを守る', async () => {
    await expectAccessible(window, '最初の設定');
    await window.press('F11');
    await window.see(/直すところが/);
    await expectAccessible(window, '最初の設定の直すところ');
    await window.press('Enter');
    await setUp(window);
    await expectAccessible(window, 'サインイン');
    await signIn(window, administrator);
    await addStaff(window);
    await expectAccessible(window, '職員');
    await changeTo(window, clerk);
    await window.press('F12');
    await window.see('ロック中です');
    await window.reach('パスワード');
    await window.type(supervisor.password);
    await window.press('Enter');
    await window.see(/パスワードが違います/);
    await window.reach('パスワード');
    await window.type(clerk.password);
    await window.press('Enter');
    await window.page.getByRole('heading', { name: '今日の窓口' }).first().waitFor();
  });

  test('ブラウザーのキーは、画面を読み直さず、何も開かない', async () => {
    await setUp(window);
    await signIn(window, administrator);
    await window.page.evaluate(() => {
      document.body.dataset['same'] = 'page';
    });
    await window.press('F5', 'Control+R', 'Control+P', 'Control+F', 'Alt+ArrowLeft', 'F3');
    await window.see('番号は受付時に付きます');
    expect(await window.page.evaluate(() => document.body.dataset['same'])).toBe('page');
  });
});
