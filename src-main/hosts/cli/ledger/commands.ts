import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, parsePlainDate, plainDate } from '../../../../src-shared/kernel/plain-date.ts';
import { fillPracticeLedger } from '../../../practice/fill.ts';
import { systemClock } from '../../../system/clock.ts';
import { defaultLedgerFolder } from '../../../system/folders.ts';
import { answered, type CommandResult, failed } from '../result.ts';
import { access, accessOf, wrong } from './access.ts';
import { withLedger } from './session.ts';

/** 台帳を検証する: `{"events":…,"head":…,"firstBroken":null|{"seq":…,"what":…}}`; exit 1 where something no longer fits. */
export async function verifyCommand(args: readonly string[]): Promise<CommandResult> {
  const { values } = parseArgs({ args: [...args], options: access });
  if (values.staff === undefined) return wrong('--staff で職員番号を指定してください。');
  return withLedger(accessOf(values, values.staff), async (call) => {
    const report = await call('ledger.verify', {});
    if (!report.ok) return failed(report.failure.code, report.failure.message);
    const { events, head, broken } = report.value;
    const result = answered({ events, head, firstBroken: broken });
    return broken === null
      ? result
      : { ...result, exitCode: 1, stderr: '台帳のつながりが切れています。記録を止めて、管理者に知らせてください。\n' };
  });
}

function wholeNumber(typed: string | undefined, least: number, most: number): number | null {
  if (typed === undefined || !/^\d{1,9}$/.test(typed)) return null;
  const number = Number(typed);
  return number >= least && number <= most ? number : null;
}

/** 練習の台帳を作る: `{"cases":…,"issued":…,"events":…,"head":…}`; the same numbers give the same ledger. */
export async function practiceCommand(args: readonly string[]): Promise<CommandResult> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      people: { type: 'string' },
      days: { type: 'string' },
      seed: { type: 'string' },
      until: { type: 'string' },
    },
  });
  const people = wholeNumber(values.people, 0, 200_000);
  const days = wholeNumber(values.days, 1, 3_000);
  const seed = wholeNumber(values.seed, 0, 999_999_999);
  const today = plainDate(systemClock.now().slice(0, 10));
  const until = values.until === undefined ? addDays(today, -1) : parsePlainDate(values.until);
  if (people === null) return wrong('--people は0から200000までの数です。');
  if (days === null) return wrong('--days は1から3000までの数です。');
  if (seed === null) return wrong('--seed は0から999999999までの数です。');
  if (until === null || until >= today) return wrong('--until は昨日までの日を YYYY-MM-DD で指定してください。');
  if (people > days * 9_000) return wrong('1日に9000人までです。--days を増やしてください。');
  const folder = values.data === undefined ? defaultLedgerFolder(true) : resolve(values.data);
  try {
    return answered(await fillPracticeLedger({ folder, people, days, seed, until }));
  } catch (error) {
    if (error instanceof Error && error.message === 'the folder already holds a ledger') {
      return failed('alreadyThere', 'このフォルダーには台帳があります。別のフォルダーを --data で指定してください。');
    }
    if (error instanceof Error && error.message === 'setup.complete answered fileNotWritten') {
      return failed('fileNotWritten', 'このフォルダーには書き込めません。別のフォルダーを --data で指定してください。');
    }
    throw error;
  }
}
