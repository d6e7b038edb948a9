import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runRulesCommand } from '../../../../../src-main/hosts/cli/rules/run.ts';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));

function run(name: string, input: unknown) {
  const result = runRulesCommand([name], JSON.stringify(input));
  return { ...result, answer: JSON.parse(result.stdout) };
}

const expiry = {
  kind: 'signature',
  procedure: 'issue',
  bornOn: '1988-04-01',
  issuedOn: '2026-11-24',
  cardExpiresOn: '2030-04-01',
  userAuthenticationExpiresOn: '2030-04-01',
};

describe('rules の命令', () => {
  test('expiry は満了日と、決めた規則と、比べた日付を答える', () => {
    expect(run('expiry', expiry)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run('expiry', expiry).answer).toEqual({
      expiresOn: '2030-04-01',
      decidedBy: 'V3',
      compared: [
        { code: 'V1', on: '2031-04-01' },
        { code: 'V3', on: '2030-04-01' },
        { code: 'V4', on: '2030-04-01' },
      ],
    });
    expect(
      run('expiry', { ...expiry, cardExpiresOn: null, userAuthenticationExpiresOn: null }).answer.compared,
    ).toEqual([{ code: 'V1', on: '2031-04-01' }]);
  });

  test('renewal-window と reply-due は、2つの日付を答える', () => {
    expect(run('renewal-window', { expiresOn: '2026-05-31' }).answer).toEqual({
      opensOn: '2026-03-01',
      closesOn: '2026-05-31',
    });
    expect(run('reply-due', { postedOn: '2026-04-01' }).answer).toEqual({
      dueOn: '2026-05-01',
      acceptedUntil: '2026-05-01',
    });
  });

  // 規則集の表のとおり
  test.each([
    ['X0', true, true],
    ['X1', true, true],
    ['X2', true, true],
    ['X3', true, false],
    ['X3d', true, true],
    ['X4', true, true],
    ['X5', true, true],
  ])('revoke は、%s で署名用(%s)と利用者証明用(%s)が効力を失うかを答える', (cause, signature, userAuthentication) => {
    expect(run('revoke', { cause, kinds: ['userAuthentication', 'signature'] }).answer).toEqual({
      effects: [
        { kind: 'userAuthentication', losesEffect: userAuthentication, code: cause },
        { kind: 'signature', losesEffect: signature, code: cause },
      ],
    });
  });

  test('revoke は、表にない事由も、種類のない問いも、読めないと言う', () => {
    expect(run('revoke', { cause: 'X9', kinds: ['signature'] }).answer.error.code).toBe('unreadableInput');
    expect(run('revoke', { cause: 'X1', kinds: [] }).answer.error.code).toBe('unreadableInput');
    expect(run('revoke', [{ cause: 'X3', kinds: ['signature'] }]).answer).toEqual([
      { effects: [{ kind: 'signature', losesEffect: true, code: 'X3' }] },
    ]);
  });

  test('open は開いているかと、閉まっているときの規則を答える', () => {
    expect(run('open', { at: '2026-11-24T09:00', office: 'sobue' }).answer).toEqual({
      open: true,
      code: null,
      text: '受付時間内です(17:00まで)。',
    });
    expect(run('open', { at: '2026-11-24T17:00', office: 'heiwa' }).answer).toMatchObject({ open: false, code: 'L2' });
  });

  test('characters は、読む人の数え方の1文字ごとに答える', () => {
    expect(run('characters', { text: '\u{9AD9}ｿﾞ辻\u{E0100}' }).answer).toEqual({
      characters: [
        { character: '\u{9AD9}', permitted: false, set: null, candidates: ['高'] },
        { character: 'ｿﾞ', permitted: true, set: 'nonKanji', candidates: [] },
        { character: '辻\u{E0100}', permitted: false, set: null, candidates: ['辻'] },
      ],
    });
    expect(run('characters', { text: '' }).answer).toEqual({ characters: [] });
  });
});

describe('rules の使い方', () => {
  test('配列には配列で答え、読めない入力だけをその場所で伝える', () => {
    const result = run('renewal-window', [{ expiresOn: '2026-11-30' }, { expiresOn: '2026-02-30' }, 1, [], null]);
    expect(result.exitCode).toBe(0);
    expect(result.answer[0]).toEqual({ opensOn: '2026-08-31', closesOn: '2026-11-30' });
    for (const refused of result.answer.slice(1)) {
      expect(refused).toEqual({ error: { code: 'unreadableInput', message: expect.stringContaining('ください。') } });
    }
    expect(run('expiry', []).answer).toEqual([]);
  });

  test('読めない入力ひとつには、コードを付けて1で終わる', () => {
    const result = run('expiry', { ...expiry, note: 'x' });
    expect(result.exitCode).toBe(1);
    expect(result.answer.error.code).toBe('unreadableInput');
    expect(result.stderr).toContain('note');
    expect(runRulesCommand(['expiry'], '{')).toMatchObject({ exitCode: 1 });
    expect(JSON.parse(runRulesCommand(['expiry'], '').stdout).error.code).toBe('unreadableJson');
  });

  test('食い違う日付と、扱えない年の日付を伝える', () => {
    expect(run('expiry', { ...expiry, bornOn: '2026-11-25' }).answer.error.code).toBe('contradiction');
    expect(run('expiry', { ...expiry, issuedOn: '9998-11-24' }).answer.error.code).toBe('outOfRange');
    expect(run('renewal-window', { expiresOn: '0000-01-31' }).answer.error.code).toBe('outOfRange');
  });

  test('知らない命令と余分な言葉には、使い方を示して2で終わる', () => {
    for (const args of [[], ['expire'], ['expiry', 'more']]) {
      expect(runRulesCommand(args, '{}')).toMatchObject({ exitCode: 2, stdout: '' });
      expect(runRulesCommand(args, '{}').stderr).toContain('使い方');
    }
  });

  test('組み立てなしに、ひとつのプログラムとして動く', () => {
    const start = (args: readonly string[], input: string) =>
      spawnSync(process.execPath, ['src-main/hosts/cli/main.ts', ...args], { cwd: root, input, encoding: 'utf8' });
    const answered = start(['rules', 'expiry'], JSON.stringify(expiry));
    expect(answered).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(answered.stdout).expiresOn).toBe('2030-04-01');
    expect(start(['rules', 'expiry'], '[').status).toBe(1);
    expect(start(['rules', 'nothing'], '').status).toBe(2);
  });
});
