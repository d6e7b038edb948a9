import { byAgent, chooseRenewal, openReception } from '../support/counter-procedures.ts';
import { typeTerminal, typeVisit } from '../support/counter-steps.ts';
import { haruko, inHospital, moved, movedAway, shortCard } from './people.ts';
import type { Stage } from './stage.ts';

/** 三章 更新と代理人: a renewal in its window (W1), one that gains nothing (W3), two kinds that differ, and an agent's reception. */
export async function renewalAndAgents(stage: Stage): Promise<void> {
  await renewBoth(stage);
  await cardThatEndsSoon(stage);
  await mixedVisit(stage);
  await agents(stage);
}

async function renewBoth({ window, picture }: Stage): Promise<void> {
  await window.at('2026-11-24T13:02');
  await openReception(window);
  await typeVisit(window, haruko);
  await window.see('有効な証明書があり、更新できる期間です。');
  await picture('renewal-offered');
  await chooseRenewal(window);
  await window.see('即日で更新できます');
  await picture('renewal-window');
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0003/);
  await typeTerminal(window, [
    { serial: '2A7F-19C2-460B', expiresOn: '2031.12.20' },
    { serial: '2A7F-19C2-460C', expiresOn: '2031.12.20' },
  ]);
  await picture('renewal-issue');
  await window.press('F11');
  await window.see(/発行を記録しました/);
  await picture('renewed');
}

/** What is issued on a card that ends in January ends with it (V3), and to renew it the same day gains nothing (W3). */
async function cardThatEndsSoon({ window, picture }: Stage): Promise<void> {
  await window.at('2026-11-24T13:31');
  await openReception(window);
  await typeVisit(window, shortCard);
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0004/);
  await typeTerminal(window, [
    { serial: '2A7F-19C2-470B', expiresOn: '2027.1.20' },
    { serial: '2A7F-19C2-470C', expiresOn: '2027.1.20' },
  ]);
  await window.press('F11');
  await window.see(/発行を記録しました/);
  await openReception(window);
  await typeVisit(window, { ...shortCard, current: 'known' });
  await chooseRenewal(window);
  await window.see('更新しても、使える期限は延びません。');
  await picture('renewal-gains-nothing');
  await discard(window);
}

async function mixedVisit({ window, picture }: Stage): Promise<void> {
  await window.at('2026-11-24T14:05');
  await openReception(window);
  await typeVisit(window, moved);
  await window.reach('手続', 'Shift+Tab');
  await window.press('ArrowRight', 'ArrowRight');
  // Both stand as 更新 now; 署名用 ended when the holder moved, so it is new.
  await window.reach('署名用');
  await window.press('ArrowLeft');
  await window.see('即日で更新・発行できます');
  await picture('mixed-visit');
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0005/);
  await typeTerminal(window, [
    { serial: '2A7F-19C2-480B', expiresOn: '2032.1.15' },
    { serial: '2A7F-19C2-480C', expiresOn: '2031.1.15' },
  ]);
  await picture('mixed-issue');
  await window.press('F11');
  await window.see(/発行を記録しました/);
}

async function agents({ window, picture }: Stage): Promise<void> {
  await window.at('2026-11-24T14:40');
  await openReception(window);
  await typeVisit(window, inHospital);
  await byAgent(window, { name: '例田 代理', relation: '長女', reason: '本人が入院しているため' });
  await picture('receive-agent');
  await window.press('F11');
  await window.see(/照会で受け付けました S01-20261124-0006/);
  await picture('received-by-letter');
  await window.at('2026-11-24T15:12');
  await openReception(window);
  await typeVisit(window, movedAway);
  await byAgent(window, { name: '見本 代人', relation: '孫', reason: '本人が外出できないため' });
  await window.press('F11');
  await window.see(/照会で受け付けました S01-20261124-0007/);
}

async function discard(window: Stage['window']): Promise<void> {
  await window.press('Escape');
  await window.reach('消す');
  await window.press('Enter');
  await window.page.getByRole('heading', { name: '今日の窓口' }).first().waitFor();
}
