import { describe, expect, test } from 'vitest';
import { runRulesCommand } from '../../../../../src-main/hosts/cli/rules/run.ts';

const ordinary = {
  procedure: 'issue',
  at: '2026-11-24T10:42',
  office: 'shiminka',
  kinds: ['signature', 'userAuthentication'],
  holder: {
    name: '見本 花子',
    address: '愛知県稲沢市見本町1番地',
    bornOn: '1988-04-01',
    inRegister: true,
    adultWard: false,
  },
  card: { medium: 'myNumberCard', expiresOn: '2030-04-01' },
  visitor: { capacity: 'holder', documents: ['driversLicence'], reason: null },
  current: [] as readonly unknown[],
  cause: null as string | null,
};

function decide(changes: Record<string, unknown> = {}) {
  return JSON.parse(runRulesCommand(['decide'], JSON.stringify({ ...ordinary, ...changes })).stdout);
}

type Written = { readonly code: string; readonly held: boolean; readonly effect: string; readonly text: string };

function refusing(answer: { readonly findings: readonly Written[] }): readonly string[] {
  return [
    ...new Set(answer.findings.filter(({ held, effect }) => !held && effect === 'refuse').map(({ code }) => code)),
  ];
}

describe('rules decide', () => {
  test('受け付けられる新規発行の答え', () => {
    const answer = decide();
    expect(answer).toMatchObject({
      verdict: 'accept',
      route: 'sameDay',
      certificates: [
        { kind: 'signature', verdict: 'accept', procedure: 'issue', expiresOn: '2030-04-01', decidedBy: 'V3' },
        { kind: 'userAuthentication', verdict: 'accept', procedure: 'issue', expiresOn: '2030-04-01', decidedBy: 'V3' },
      ],
      needsSubstitution: [],
    });
    expect(Object.keys(answer)).toEqual(['verdict', 'route', 'certificates', 'findings', 'needsSubstitution']);
    for (const finding of answer.findings) {
      expect(Object.keys(finding)).toEqual(['code', 'kind', 'held', 'effect', 'text']);
    }
    expect(refusing(answer)).toEqual([]);
  });

  test('片方だけ断るときも受付は成り立ち、断る文を全文で答える', () => {
    const answer = decide({
      holder: { ...ordinary.holder, bornOn: '2012-03-08' },
      visitor: { ...ordinary.visitor, capacity: 'statutoryRepresentative' },
    });
    expect(answer).toMatchObject({ verdict: 'accept', route: 'inquiry' });
    expect(answer.certificates[0]).toEqual({
      kind: 'signature',
      verdict: 'refuse',
      procedure: 'issue',
      expiresOn: null,
      decidedBy: null,
    });
    expect(answer.findings.find(({ code }: Written) => code === 'E2').text).toBe(
      '署名用電子証明書は15歳以上のかたが対象です。満15歳になる令和9年3月8日から申請できます。',
    );
  });

  test.each([
    ['時間の外', { at: '2026-11-24T17:00' }, ['L2']],
    ['台帳に記録なし', { holder: { ...ordinary.holder, inRegister: false } }, ['E1']],
    ['カードの期限切れ', { card: { medium: 'myNumberCard', expiresOn: '2026-11-23' } }, ['M1']],
    ['住基カード', { card: { medium: 'residentCard', expiresOn: null } }, ['M1', 'M2']],
    ['書類のない代理人', { visitor: { capacity: 'agent', documents: [], reason: '入院中のため' } }, ['I4', 'I5']],
    ['理由のない代理人', { visitor: { capacity: 'agent', documents: ['passport'], reason: null } }, ['I6']],
    ['証明書のない更新', { procedure: 'renew' }, ['W2']],
  ])('%s は受付全体を断る', (_words, changes, codes) => {
    const answer = decide(changes);
    expect(answer).toMatchObject({ verdict: 'refuse', route: null });
    expect(answer.certificates.map(({ verdict }: { readonly verdict: string }) => verdict)).toEqual([
      'refuse',
      'refuse',
    ]);
    expect(refusing(answer)).toEqual(codes);
  });

  test('代理人の申請は照会になり、カードの期限が分からなくても断らない', () => {
    const visitor = { capacity: 'agent', documents: ['passport'], reason: '入院中のため' };
    const answer = decide({ visitor, card: { medium: 'myNumberCard', expiresOn: null } });
    expect(answer).toMatchObject({ verdict: 'accept', route: 'inquiry' });
    expect(answer.certificates[0]).toMatchObject({ expiresOn: '2031-04-01', decidedBy: 'V1' });
  });

  test('代替文字は断る理由ではなく、署名用のときだけ要る', () => {
    const holder = { ...ordinary.holder, name: '\u{9AD9}橋 花子' };
    expect(decide({ holder })).toMatchObject({ verdict: 'accept', needsSubstitution: ['name'] });
    expect(decide({ holder, kinds: ['userAuthentication'] }).needsSubstitution).toEqual([]);
  });

  test('失効では、その事由で効力を失う種類だけを受け付ける', () => {
    const answer = decide({ procedure: 'revoke', cause: 'X3', at: '2026-11-28T20:00' });
    expect(answer).toMatchObject({
      verdict: 'accept',
      route: null,
      certificates: [
        { kind: 'signature', verdict: 'accept', procedure: 'revoke', expiresOn: null, decidedBy: null },
        { kind: 'userAuthentication', verdict: 'refuse', procedure: 'revoke', expiresOn: null, decidedBy: null },
      ],
    });
  });

  test('いまの証明書の記録がなくても失効は受け付け、満了したと分かっているときだけ断る', () => {
    const ended = { kind: 'signature', issuedOn: '2020-04-02', expiresOn: '2025-04-01' };
    for (const cause of ['X1', 'X2', 'X3', 'X3d', 'X4', 'X5']) {
      const unrecorded = decide({ procedure: 'revoke', cause, kinds: ['signature'] });
      expect([cause, unrecorded.verdict, refusing(unrecorded)]).toEqual([cause, 'accept', []]);
      expect(unrecorded.findings).toContainEqual(
        expect.objectContaining({ code: 'X0', kind: 'signature', held: false, effect: 'note' }),
      );
      const known = decide({ procedure: 'revoke', cause, kinds: ['signature'], current: [ended] });
      expect([cause, known.verdict, refusing(known)]).toEqual([cause, 'refuse', ['X0']]);
    }
  });

  test.each([
    ['氏名', { holder: { ...ordinary.holder, name: '１２３４ ５６７８ ９０１８' } }],
    ['住所', { holder: { ...ordinary.holder, address: '愛知県稲沢市見本町1番地 123456789018' } }],
    ['代理の理由', { visitor: { capacity: 'agent', documents: ['passport'], reason: '入院中 123456-789018' } }],
  ])('個人番号の入った%sは断り、番号を書き返さない', (_words, changes) => {
    const answer = decide(changes);
    expect(answer).toEqual({ error: { code: 'personalNumber', message: expect.stringContaining('個人番号') } });
    expect(answer.error.message).not.toMatch(/[0-9０-９]/);
  });

  test.each([
    ['知らない項目', { note: 1 }, 'unreadableInput'],
    ['一覧にない書類', { visitor: { ...ordinary.visitor, documents: ['libraryCard'] } }, 'unreadableInput'],
    ['種類がない', { kinds: [] }, 'unreadableInput'],
    ['同じ種類が2回', { kinds: ['signature', 'signature'] }, 'contradiction'],
    ['事由のない失効', { procedure: 'revoke' }, 'contradiction'],
    ['失効でないのに事由', { cause: 'X1' }, 'contradiction'],
    ['受付の日より後の生年月日', { holder: { ...ordinary.holder, bornOn: '2026-11-25' } }, 'contradiction'],
    ['暦にない時刻', { at: '2026-11-24T24:00' }, 'unreadableInput'],
  ])('%s は読めない入力として伝える', (_words, changes, code) => {
    expect(decide(changes).error.code).toBe(code);
  });
});
