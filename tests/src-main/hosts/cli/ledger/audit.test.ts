import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../../../src-main/system/clock.ts';
import { makeCounter } from '../../../../../src-main/system/counter-parts.ts';
import { DEFAULT_CALENDAR, isOpenDay } from '../../../../../src-shared/domain/calendar.ts';
import { addDays, plainDate } from '../../../../../src-shared/kernel/plain-date.ts';
import { callerOf } from '../../../../support/caller.ts';
import {
  administrator,
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

// The command line has the machine's own clock: the visit was on an open day shortly before it.
let day = addDays(plainDate(systemClock.now().slice(0, 10)), -2);
while (!isOpenDay(day, 'shiminka', DEFAULT_CALENDAR)) day = addDays(day, -1);

describe('audit: 監査の書き出し', () => {
  const scratch = scratchFolder();
  const data = join(scratch.path, 'ledger');

  beforeAll(async () => {
    const clock = storyClock(`${day}T08:41`);
    const program = makeCounter({ folder: data, clock, practice: false, host: 'inProcess', ownsWindow: true });
    const { call } = callerOf(program.invoke);
    await call('setup.complete', { ...place, administrator });
    await call('session.signIn', { staffNumber: administrator.staffNumber, password: administrator.password });
    await addToStaff({ call }, 'clerk', clerk);
    await addToStaff({ call }, 'supervisor', supervisor);
    await call('session.signOut', {});
    await call('session.signIn', { staffNumber: clerk.staffNumber, password: clerk.password });
    clock.set(`${day}T10:12`);
    await call('receive.record', {
      requestId: requestId(),
      draft: null,
      facts: visitOf({ card: { medium: 'myNumberCard', expiresOn: '2090-04-01' } }),
      shown: { verdict: 'accept', route: 'sameDay' },
      note: '',
      backEntry: null,
      approval: null,
    });
    program.close();
  });
  afterAll(() => scratch.remove());

  const out = join(scratch.path, '監査.csv');
  const audit = (who: typeof clerk | typeof supervisor, ...more: readonly string[]) =>
    madoguchi(
      ['audit', '--from', day, '--until', day, '--format', 'csv', '--data', data, '--staff', who.staffNumber, ...more],
      { password: who.password },
    );

  test('その日のだれのしたことも書き、場所と行数を答える', async () => {
    const answer = await audit(supervisor, '--out', out);
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    const table = readCsv(readFileSync(out, 'utf8').replace('\u{feff}', ''));
    expect(JSON.parse(answer.stdout)).toEqual({ path: out, rows: table.length - 1 });
    const whats = table.map((row) => row[6]);
    for (const what of ['受付', '台帳を作った', `職員を加えた(${supervisor.name}・責任者)`])
      expect(whats).toContain(what);
  });

  test('--staff-number で、一人の職員のしたことだけにする', async () => {
    await audit(supervisor, '--out', out, '--staff-number', clerk.staffNumber);
    const rows = readCsv(readFileSync(out, 'utf8').replace('\u{feff}', '')).slice(1);
    expect(rows.map((row) => [row[2], row[6]])).toEqual([
      [clerk.name, '確認・即日'],
      [clerk.name, '受付'],
      [clerk.name, 'サインイン'],
      [clerk.name, 'サインアウト'],
      [clerk.name, `${clerk.name}さん: 自分でパスワードを変えた`],
      [clerk.name, 'サインイン'],
    ]);
  });

  test('職員には出さず、いない職員番号は、そう言う', async () => {
    expect((await audit(clerk, '--out', out)).exitCode).toBe(1);
    const nobody = await audit(supervisor, '--out', out, '--staff-number', '99999');
    expect(nobody.exitCode).toBe(1);
    expect(JSON.parse(nobody.stdout)).toMatchObject({ error: { code: 'staffNotFound' } });
    expect(nobody.stderr).toContain('職員が見つかりません');
  });

  test('日や形の指定がないと、使い方を言って2で終わる', async () => {
    const wrong = await madoguchi(['audit', '--from', '11月', '--until', day, '--format', 'csv'], {});
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' });
    expect(wrong.stderr).toContain('--from');
    const turned = ['audit', '--from', day, '--until', addDays(day, -1), '--format', 'csv', '--out', out];
    expect((await madoguchi(turned, {})).exitCode).toBe(2);
  });
});
