import { moveTo, printToFile, scan } from '../support/counter-procedures.ts';
import type { Stage } from './stage.ts';

/** 十一章 用紙: every form as PDF; that of the revocation and of the letters was printed where it arose. */
export async function prints({ window, picture }: Stage): Promise<void> {
  await moveTo(window, '2026-12-24T14:20');
  await window.press('F2');
  await scan(window, 'S01-20261124-0007-1');
  await window.see('見本 里子');
  await window.press('F9');
  await window.see('印刷する用紙を選びます');
  await picture('print-forms');
  await window.press('Escape');
  await printToFile(window, '申請書(様式第1)', () => picture('application-preview'));
  await printToFile(window, '次に持ってくるもの', () => picture('checklist-preview'));
  await printToFile(window, '受付票', () => picture('receipt-slip-preview'));
  await printToFile(window, '宛名ラベル', () => picture('label-preview'));
  await window.see('PDFに保存 宛名ラベル 1部目');
  await picture('case-with-prints');
}
