import { _electron } from 'playwright-core';
import { electronArguments } from '../../src-main/hosts/launcher/build-electron.ts';
import { type CounterKeyboard, keyboardOf } from './counter-keyboard.ts';

/** Electronの窓を開く: the product's own shell, where its binary is; it runs on the machine's clock. */
export async function openElectronWindow(
  executablePath: string,
  folder: string,
): Promise<CounterKeyboard & { readonly close: () => Promise<void> }> {
  const program = await _electron.launch({
    executablePath,
    args: electronArguments({ data: folder, practice: false, noSandbox: process.getuid?.() === 0 }),
  });
  const keyboard = await keyboardOf(await program.firstWindow());
  return { ...keyboard, close: () => program.close() };
}
