import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseRenewal, moveTo, openReception } from '../support/counter-procedures.ts';
import { madeUpVisit, type TypedVisit, typeTerminal, typeVisit } from '../support/counter-steps.ts';
import { counterMorning, expectAccessible, type Journey } from './journey.ts';

// Issued on 24 November 2026, the fifth birthday after it is 25 November 2030 (V1); the window opens on 26 August 2030 (W1).
const holder: TypedVisit = { ...madeUpVisit, bornOn: 'S63.11.25', cardExpiresOn: '2035.11.25' };
let window: Journey;

beforeEach(async () => {
  window = await counterMorning();
  await openReception(window);
  await typeVisit(window, holder);
  await window.press('F11');
  await window.see(/受け付けました S01-20261124-0001-4/);
  await typeTerminal(window, [
    { serial: '2A7F-19C2-440B', expiresOn: '2030.11.25' },
    { serial: '2A7F-19C2-440C', expiresOn: '2030.11.25' },
  ]);
  await window.press('F11');
  await window.see('発行を記録しました S01-20261124-0001-4');
});
afterEach(() => window.end());

test('この台帳で発行した二つの証明書を、期間に入ってから、利用者証明用から順に更新する', async () => {
  await moveTo(window, '2030-08-26T10:00');
  await openReception(window);
  await typeVisit(window, { ...holder, current: 'known' });
  await window.see('有効な証明書があり、更新できる期間です。');
  await chooseRenewal(window);
  await window.see('即日で更新できます');
  await window.see('どちらも 2030年(令和12年)11月25日まで');
  await expectAccessible(window, '更新の受付');
  await window.press('F11');
  await window.see(/受け付けました S01-20300826-0001-/);
  // Renewed on 26 August 2030: to the sixth birthday after it (V2).
  await typeTerminal(window, [
    { serial: '2A7F-19C2-990B', expiresOn: '2035.11.25' },
    { serial: '2A7F-19C2-990C', expiresOn: '2035.11.25' },
  ]);
  expect(await window.page.locator('.issue-line legend').allTextContents()).toEqual(['利用者証明用', '署名用']);
  await window.press('F11');
  await window.see(/発行を記録しました S01-20300826-0001-/);
  await window.see(/前の証明書は効力を失いました\(2A7F-19C2-440B・2030年\(令和12年\)11月25日まで\)/);
  await expectAccessible(window, '更新の記録');
});

test('期間の前の日は、いつからかを言い、更新では受け付けない', async () => {
  await moveTo(window, '2030-08-23T10:00');
  await openReception(window);
  await typeVisit(window, { ...holder, current: 'known' });
  await chooseRenewal(window);
  await window.see('更新は令和12年8月26日からです。');
  await window.see('受け付けられません');
  await expectAccessible(window, '早すぎる更新');
});
