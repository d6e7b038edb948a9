import { describe, expect, test } from 'vitest';
import type { Typed } from '../../../src-renderer/screens/receive/typed.ts';
import { causeChosen, causeRows, effectOf } from '../../../src-renderer/screens/revoke/cause-words.ts';
import { readRange } from '../../../src-renderer/screens/revoke/issuer-form.ts';
import { lanesOf } from '../../../src-renderer/screens/revoke/lanes-of-form.ts';
import type { TypedRange } from '../../../src-renderer/store/issuer-slice.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { filledRevocation, knownUntil, readForm } from '../receive/filled-form.ts';

const both = [knownUntil('signature', '2028-04-01'), knownUntil('userAuthentication', '2028-04-01')];
const comer = { documents: ['driversLicence'], medium: 'myNumberCard' } as const;

function revocation(change: Partial<Typed>): Typed {
  return { ...filledRevocation, ...(change.cause == null ? {} : causeChosen(change.cause)), ...change };
}

function kindsOf(change: Partial<Typed>): readonly string[] {
  return readForm(revocation(change)).visit.lines.map(({ kind, procedure }) => `${kind} ${procedure}`);
}

describe('失効の事由の表(X1–X5)', () => {
  test('表の言葉は、規則のとおり、どの種類に及ぶかを言う', () => {
    const table = causeRows.map(({ cause }) => [
      cause,
      effectOf(cause, 'signature').words,
      effectOf(cause, 'userAuthentication').words,
    ]);
    expect(table).toEqual([
      ['X1', '申請したもの', '申請したもの'],
      ['X2', '届け出たもの', '届け出たもの'],
      ['X3', '失効', '続く'],
      ['X3d', '失効', '失効'],
      ['X4', '該当するもの', '該当するもの'],
      ['X5', '範囲のすべて', '範囲のすべて'],
    ]);
  });

  test('異動(X3)は署名用だけ、消除(X3d)は両方、ほかは選ぶまで何も失効しない', () => {
    expect(kindsOf({ cause: 'X3' })).toEqual(['signature revoke']);
    expect(kindsOf({ cause: 'X3d' })).toEqual(['userAuthentication revoke', 'signature revoke']);
    for (const cause of ['X1', 'X2', 'X4'] as const) expect(kindsOf({ cause }), cause).toEqual([]);
    expect(kindsOf({ cause: 'X3', userAuthentication: true })).toEqual(['signature revoke']);
  });

  test('異動のあとに続けて発行すれば、新しい署名用の明細が付く', () => {
    expect(kindsOf({ cause: 'X3', reissue: true })).toEqual(['signature revoke', 'signature issue']);
    expect(kindsOf({ cause: 'X3d', reissue: true })).toEqual(['userAuthentication revoke', 'signature revoke']);
  });
});

describe('失効の様式が尋ねるもの', () => {
  const missing = (change: Partial<Typed>) => readForm(revocation(change)).missing.map(({ field }) => field);

  test('事由を選ぶまでは、事由だけを尋ね、根拠は何も言わない', () => {
    const { missing: left, decision } = readForm(revocation({}));
    expect(left.map(({ text }) => text)).toEqual(['失効の事由を選ぶ']);
    expect(decision.findings).toEqual([]);
    expect(readForm(revocation({ cause: 'X4', basis: '記録の誤り' })).missing.map(({ text }) => text)).toEqual([
      '失効する証明書を選ぶ',
    ]);
  });

  test.each(['X3', 'X3d', 'X4'] as const)('通知(%s)は、通知の内容だけを尋ね、住所も来庁者も時間も問わない', (cause) => {
    const notice = { cause, signature: true, address: '' };
    expect(missing(notice)).toEqual(['basis']);
    const { decision, ready } = readForm(revocation({ ...notice, basis: '転居の通知' }), {
      at: '2026-11-28T22:00',
      certificates: both,
    });
    expect(decision).toMatchObject({ verdict: 'accept', route: null });
    expect(ready?.facts).toMatchObject({
      basis: '転居の通知',
      card: { medium: null, expiresOn: '' },
      visitor: { capacity: null, documents: [], name: null },
    });
  });

  test.each(['X1', 'X2'] as const)('申請と届出(%s)は、来庁者の書類を尋ね、住基カードなら断る(M2)', (cause) => {
    expect(missing({ cause, signature: true })).toEqual(['visitor.documents']);
    const { decision } = readForm(revocation({ cause, signature: true, ...comer, medium: 'residentCard' }));
    expect(decision.verdict).toBe('refuse');
    expect(decision.findings.find(({ code }) => code === 'M2')?.status).toBe('unmet');
  });

  test('申請(X1)は受付時間の外では断り、届出(X2)は何時でもすぐ受ける', () => {
    const night = { at: '2026-11-24T17:00', certificates: both };
    expect(readForm(revocation({ cause: 'X1', signature: true, ...comer }), night).decision.verdict).toBe('refuse');
    expect(readForm(revocation({ cause: 'X2', signature: true, ...comer }), night).decision).toMatchObject({
      verdict: 'accept',
      route: 'sameDay',
    });
  });

  test('代理人の申請(X1)は照会になり、届出(X2)は写真付きの書類があればすぐ失効する', () => {
    const agent = {
      capacity: 'agent',
      visitorName: '例田 代理',
      reason: '入院のため',
      signature: true,
      ...comer,
    } as const;
    expect(readForm(revocation({ ...agent, cause: 'X1' })).decision.route).toBe('inquiry');
    expect(readForm(revocation({ ...agent, cause: 'X2' })).decision.route).toBe('sameDay');
    const unseen = { ...agent, documents: ['studentCard'] } as const;
    expect(readForm(revocation({ ...unseen, cause: 'X2' })).decision.verdict).toBe('refuse');
  });

  test('続けて発行するときは、来庁者・カードの期限・いまの証明書も尋ねる', () => {
    expect(missing({ cause: 'X3', reissue: true, basis: '転居の通知' })).toEqual([
      'card.expiresOn',
      'current',
      'visitor.documents',
    ]);
  });

  test('すでに失効したものは断り、いつ失効したかを言う(X0)', () => {
    const ended = [{ kind: 'signature' as const, on: plainDate('2026-11-20') }];
    const { decision } = readForm(revocation({ cause: 'X3', basis: '転居の通知' }), { ended });
    expect(decision.verdict).toBe('refuse');
    expect(decision.findings.find(({ code }) => code === 'X0')?.text).toBe('すでに失効している(令和8年11月20日)');
  });
});

describe('失効したあとの証明書', () => {
  const lanes = (change: Partial<Typed>) => {
    const typed = revocation({ ...comer, cardExpiresOn: '2033.4.1', ...change });
    return lanesOf(readForm(typed, { certificates: both })).map(({ label, bar, words }) => [
      label,
      bar?.state ?? words,
      bar?.endedOn ?? null,
    ]);
  };

  test('異動(X3)と続けての発行: 署名用は今日終わり、新しいものが出て、利用者証明用は続く', () => {
    expect(lanes({ cause: 'X3', reissue: true, basis: '転居の通知' })).toEqual([
      ['署名用', 'lost', '2026-11-24'],
      ['新しい署名用', 'offered', null],
      ['利用者証明用', 'stands', null],
    ]);
  });

  test('消除(X3d)はどちらも今日終わる', () => {
    expect(lanes({ cause: 'X3d', basis: '死亡の通知' }).map(([, state]) => state)).toEqual(['lost', 'lost']);
  });

  test('記録のない証明書は、記録がないと言う', () => {
    const typed = revocation({ cause: 'X3', basis: '転居の通知' });
    expect(lanesOf(readForm(typed)).map(({ words }) => words)).toEqual([
      'いまの証明書の記録がありません',
      'いまの証明書の記録がありません',
    ]);
  });
});

describe('発行者の署名符号の範囲(X5)', () => {
  const today = plainDate('2026-11-24');
  const filled: TypedRange = {
    signature: true,
    userAuthentication: false,
    issuedFrom: 'R8.11.1',
    issuedUntil: '2026.11.20',
    basis: '機構からの通知',
  };
  const read = (change: Partial<TypedRange> = {}) => readRange({ ...filled, ...change }, today);

  test('日はどちらの暦でもよく、種類と通知の内容とともに範囲になる', () => {
    expect(read()).toMatchObject({
      issues: [],
      missing: [],
      range: { kinds: ['signature'], issuedFrom: '2026-11-01', issuedUntil: '2026-11-20' },
      basis: '機構からの通知',
    });
  });

  test('同じ日だけの範囲はよく、入れ替わった日と今日より後の日は、その欄で言う', () => {
    const fields = (change: Partial<TypedRange>) => read(change).issues.map(({ field }) => field);
    expect(fields({ issuedUntil: '2026.11.1' })).toEqual([]);
    expect(fields({ issuedUntil: '2026.10.31' })).toEqual(['issuedUntil']);
    expect(fields({ issuedUntil: '2026.11.24' })).toEqual([]);
    expect(fields({ issuedUntil: '2026.11.25' })).toEqual(['issuedUntil']);
    expect(fields({ issuedFrom: 'S64.1.8' })).toEqual(['issuedFrom']);
    expect(fields({ basis: '123456789018' })).toEqual(['basis']);
  });

  test('空の欄は足りないものに並び、範囲にならない', () => {
    const { missing, range } = read({ signature: false, issuedFrom: '', issuedUntil: '', basis: ' ' });
    expect(missing.map(({ field }) => field)).toEqual(['kinds', 'issuedFrom', 'issuedUntil', 'basis']);
    expect(range).toBeNull();
  });
});
