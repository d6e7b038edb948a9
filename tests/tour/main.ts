import { buildRenderer } from '../../src-main/hosts/launcher/build.ts';
import { ensureMachineTools } from '../../src-main/hosts/launcher/machine-tools.ts';
import { openCounterWindow } from '../support/counter-window.ts';
import { correctionAndApprovals } from './approvals.ts';
import { dayLog } from './day-log.ts';
import { firstDay } from './first-day.ts';
import { ledger } from './ledger.ts';
import { dueSoon, postLetters, replyAndIssue, returnedLetter } from './letters.ts';
import { prints } from './prints.ts';
import { renewalAndAgents } from './renewal.ts';
import { revocations } from './revocation.ts';
import { sameDay } from './same-day.ts';
import { settingsAndPaper } from './settings.ts';
import { staff } from './staff.ts';
import { clearTour, collectExports, type Stage, stageOf, tourFolder, tourLedger } from './stage.ts';
import { statistics } from './statistics.ts';
import { supervision } from './supervision.ts';

/** 章の順: one story, from the first setting on 24 November to the morning of 25 December. */
const chapters: readonly ((stage: Stage) => Promise<void>)[] = [
  firstDay,
  sameDay,
  renewalAndAgents,
  postLetters,
  (stage) => dayLog(stage, '2026-11-24T17:05', 'day-log'),
  returnedLetter,
  dueSoon,
  replyAndIssue,
  revocations,
  correctionAndApprovals,
  ledger,
  prints,
  settingsAndPaper,
  staff,
  (stage) => dayLog(stage, '2026-12-24T17:05', 'day-log-procedures'),
  statistics,
  (stage) => supervision(stage, '2026-12-25T08:48'),
];

/** 一巡り (npm run tour): every procedure of the counter, by keyboard, without a display. */
async function tour(): Promise<number> {
  const tools = ensureMachineTools(['chromium', 'japaneseFont'], (line) => console.log(line));
  if (!tools.ready) {
    console.error(tools.message);
    return 1;
  }
  buildRenderer((line) => console.log(line));
  clearTour();
  const window = await openCounterWindow({ folder: tourLedger });
  const stage = stageOf(window);
  try {
    for (const chapter of chapters) await chapter(stage);
    for (const name of collectExports()) console.log(name);
    console.log(`できました: ${tourFolder}`);
    return 0;
  } catch (error) {
    await stage.picture('stopped-here');
    throw error;
  } finally {
    await window.close();
  }
}

process.exitCode = await tour();
