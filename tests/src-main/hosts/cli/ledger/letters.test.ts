import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../../../src-main/system/clock.ts';
import { makeCounter } from '../../../../../src-main/system/counter-parts.ts';
import { DEFAULT_CALENDAR, isOpenDay } from '../../../../../src-shared/domain/calendar.ts';
import { addDays, plainDate } from '../../../../../src-shared/kernel/plain-date.ts';
import { callerOf } from '../../../../support/caller.ts';
import {
  administrator,
  agentOf,
  clerk,
  place,
  requestId,
  scratchFolder,
  supervisor,
  visitOf,
} from '../../../../support/made-up.ts';
import { addToStaff } from '../../../../support/staff-of-story.ts';
import { storyClock } from '../../../../support/story-clock.ts';
import { readCsv } from '../../../documents/read-csv.ts';
import { madoguchi } from '../command-line.ts';

// The command line has the machine's own clock: the letter went out a few open days before it.
const today = plainDate(systemClock.now().slice(0, 10));
let postedOn = addDays(today, -8);
while (!isOpenDay(postedOn, 'shiminka', DEFAULT_CALENDAR)) postedOn = addDays(postedOn, -1);
const dueOn = addDays(postedOn, 30);

describe('letters: 期限の近い照会', () => {
  const scratch = scratchFolder();
  const data = join(scratch.path, 'ledger');

  beforeAll(async () => {
    const clock = storyClock(`${postedOn}T08:41`);
    const program = makeCounter({ folder: data, clock, practice: false, host: 'inProcess', ownsWindow: true });
    const { call } = callerOf(program.invoke);
    await call('setup.complete', { ...place, administrator });
    await call('session.signIn', { staffNumber: administrator.staffNumber, password: administrator.password });
    await addToStaff({ call }, 'clerk', clerk);
    await addToStaff({ call }, 'supervisor', supervisor);
    clock.set(`${postedOn}T10:12`);
    const received = await call('receive.record', {
      requestId: requestId(),
      draft: null,
      facts: visitOf({
        visitor: agentOf({ relation: '長女' }),
        card: { medium: 'myNumberCard', expiresOn: '2090-04-01' },
      }),
      shown: { verdict: 'accept', route: 'inquiry' },
      note: '',
      backEntry: null,
      approval: null,
    });
    await call('letters.post', {
      requestId: requestId(),
      cases: [{ case: received.case, version: received.version }],
    });
    program.close();
  });
  afterAll(() => scratch.remove());

  const letters = (before: string, ...more: readonly string[]) =>
    madoguchi(
      ['letters', '--due-before', before, '--format', 'csv', '--data', data, '--staff', clerk.staffNumber, ...more],
      { password: clerk.password },
    );

  test('期限の日がその日より前の照会を、CSV で標準出力に書く', async () => {
    const answer = await letters(addDays(dueOn, 1));
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    expect(answer.stdout.startsWith('\u{feff}')).toBe(true);
    const [heading, row, ...rest] = readCsv(answer.stdout.replace('\u{feff}', ''));
    expect(rest).toEqual([]);
    const cell = (name: string) => row?.[heading?.indexOf(name) ?? -1];
    expect(cell('期限')).toBe(dueOn);
    expect(cell('投函')).toBe(postedOn);
    expect(cell('氏名')).toBe('練習 花子');
    expect(cell('代理人')).toBe('例田 代理(長女)');
    expect(cell('窓口')).toBe('市民課');
    expect(cell('状態')).toBe('照会中');
  });

  test('期限の日そのものは、その日より前ではない', async () => {
    const answer = await letters(dueOn);
    expect(readCsv(answer.stdout.replace('\u{feff}', ''))).toHaveLength(1);
  });

  test('--out を付けると、ファイルに書いて場所と行数を答える', async () => {
    const out = join(scratch.path, '照会.csv');
    const answer = await letters(addDays(dueOn, 1), '--out', out);
    expect(JSON.parse(answer.stdout)).toEqual({ path: out, rows: 1 });
  });

  test('日付や形の指定がないと、使い方を言って2で終わる', async () => {
    const wrong = await madoguchi(['letters', '--due-before', '12月', '--format', 'csv'], {});
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' });
    expect(wrong.stderr).toContain('--due-before');
    expect((await letters(dueOn, '--format', 'xlsx')).exitCode).toBe(2);
  });
});
