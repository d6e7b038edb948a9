import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCounter } from '../../../../../src-main/system/counter-parts.ts';
import { callerOf } from '../../../../support/caller.ts';
import { administrator, clerk, givenPassword, place, requestId, scratchFolder } from '../../../../support/made-up.ts';
import { storyClock } from '../../../../support/story-clock.ts';
import { madoguchi } from '../command-line.ts';

describe('命令でサインインできない職員', () => {
  const scratch = scratchFolder();
  const data = join(scratch.path, 'ledger');
  const elsewhere = { staffNumber: '10600', name: '例 支所', kana: 'レイ シショ', password: givenPassword };
  const newcomer = { staffNumber: '10700', name: '例 新人', kana: 'レイ シンジン', password: givenPassword };

  beforeAll(async () => {
    // A story of years ago: the command line has the machine's own clock, which must be later.
    const clock = storyClock('2024-11-19T08:41');
    const program = makeCounter({ folder: data, clock, practice: false, host: 'inProcess', ownsWindow: true });
    const { call } = callerOf(program.invoke);
    await call('setup.complete', { ...place, administrator });
    await call('session.signIn', { staffNumber: administrator.staffNumber, password: administrator.password });
    const add = (staff: typeof newcomer | typeof clerk, offices: ['sobue'] | null) =>
      call('staff.add', { requestId: requestId(), role: 'supervisor', offices, staff });
    await add(newcomer, null);
    await add(elsewhere, ['sobue']);
    const { staff } = await add(clerk, null);
    const leaving = staff.find(({ staffNumber }) => staffNumber === clerk.staffNumber)?.staff ?? '';
    await call('staff.suspend', { requestId: requestId(), staff: leaving, reason: '退職のため' });
    program.close();
  });
  afterAll(() => scratch.remove());

  test.each([
    ['停止中', clerk, 'staffSuspended', '停止中'],
    ['別の窓口', elsewhere, 'staffElsewhere', 'この窓口の端末では使えません'],
    ['渡されたパスワードのまま', newcomer, 'ownPasswordNeeded', '自分のパスワードに変えてから'],
  ])('%sなら、わけを言って1で終わり、何も調べない', async (_, { staffNumber, password }, code, words) => {
    const answer = await madoguchi(['verify', '--data', data, '--staff', staffNumber], { password });
    expect(answer.exitCode).toBe(1);
    expect(JSON.parse(answer.stdout).error.code).toBe(code);
    expect(answer.stderr).toContain(words);
    expect(answer.stdout).not.toContain('head');
  });
});
