import { openReception } from '../support/counter-procedures.ts';
import { typeVisit } from '../support/counter-steps.ts';
import { takahashiAgain } from './people.ts';
import type { Stage } from './stage.ts';

/** 十章 台帳: one field for both spellings, a person's page, two records side by side, and what ends soon. */
export async function ledger(stage: Stage): Promise<void> {
  const { window, picture } = stage;
  await window.at('2026-12-24T14:00');
  await openReception(window);
  await typeVisit(window, takahashiAgain);
  await window.press('F11');
  await window.see(/受け付けました S01-20261224-/);
  await search(stage, '高橋', '2人', 'ledger-either-spelling');
  await search(stage, 'H2.5.10', '2人', 'ledger-by-birthday');
  await search(stage, '2A7F-19C2-450C', '1人', 'ledger-by-serial');
  await window.press('Enter');
  await window.see('今日できること');
  await picture('person');
  await window.reach('並べて見る');
  await window.press('Enter');
  await window.see('2つの記録を並べて見ます');
  await window.see('もう一つの記録');
  await picture('person-side-by-side');
  await window.press('Escape');
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await window.press('Enter');
  await window.see(/人の経過を書き出しました/);
  await picture('person-exported');
  await window.press('Escape');
  await window.reach('台帳の見かた', 'Shift+Tab');
  await window.press('ArrowRight');
  await window.see('いま更新できます');
  await picture('ending-soon');
  await window.press('F10');
  await window.see('書き出す形を選びます');
  await window.press('Enter');
  await window.see(/もうすぐ満了する証明書を書き出しました/);
}

async function search({ window, picture }: Stage, typed: string, count: string, as: string): Promise<void> {
  await window.press('F2', 'F6');
  await window.reach('台帳を探す');
  await window.press('Control+a');
  await window.type(typed);
  await window.press('Enter');
  await window.see(count);
  await picture(as);
}
