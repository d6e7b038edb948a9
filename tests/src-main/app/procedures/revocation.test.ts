import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agentOf, requestId, supervisor, visitOf } from '../../../support/made-up.ts';
import { type AppBed, appBed } from '../app-bed.ts';
import {
  acceptance,
  both,
  current,
  holderWithCertificates,
  issue,
  issueAll,
  notice,
  post,
  receiveByLetter,
  receiveNow,
  receptionOf,
  renew,
  replyOf,
  revoke,
} from './bed.ts';

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
});
afterEach(() => bed.remove());

const known = async () =>
  bed.counter.call('person.knownCertificates', { name: visitOf().holder.name, bornOn: visitOf().holder.bornOn });

describe('失効 (X1–X5)', () => {
  test('本人の申請(X1)は、頼まれた証明書だけがその場で失効する', async () => {
    await holderWithCertificates(bed);
    const done = await bed.counter.call('receive.record', receptionOf({ lines: [revoke('userAuthentication', 'X1')] }));
    expect(done).toMatchObject({ revoked: 1, held: null });
    const { certificates, ended } = await known();
    expect(certificates.map(({ kind }) => kind)).toEqual(['signature']);
    expect(ended).toEqual([{ kind: 'userAuthentication', on: '2026-11-24' }]);
  });

  test('代理人の申請(X1)は照会になり、回答のあとで失効する', async () => {
    await holderWithCertificates(bed);
    const posted = await post(bed, await receiveByLetter(bed, { lines: [revoke('signature', 'X1')] }));
    const touch = { requestId: requestId(), case: posted.summary.case };
    const early = await bed.counter.refused('revoke.record', { ...touch, version: posted.summary.version, lines: [1] });
    expect(early.code).toBe('wrongStep');
    const replied = await bed.counter.call('reply.accept', replyOf(posted));
    expect(replied.summary.next).toBe('recordRevocation');
    const version = replied.summary.version;
    const done = await bed.counter.call('revoke.record', { ...touch, requestId: requestId(), version, lines: [1] });
    expect(done.summary).toMatchObject({ step: 'finished', lines: [{ outcome: 'revoked' }] });
    expect((await known()).ended).toEqual([{ kind: 'signature', on: '2026-11-24' }]);
  });

  test('秘密鍵の届出(X2)は、代理人でも時間の外でも、すぐ失効する', async () => {
    await holderWithCertificates(bed);
    bed.clock.set('2026-11-24T19:30');
    const lines = both.map((kind) => revoke(kind, 'X2'));
    const done = await bed.counter.call('receive.record', receptionOf({ lines, visitor: agentOf() }));
    expect(done.revoked).toBe(2);
    expect((await known()).certificates).toEqual([]);
  });

  test('異動の通知(X3)は署名用だけを失効させ、来ているかたには新しい署名用を続けて発行できる (V4)', async () => {
    await holderWithCertificates(bed);
    bed.clock.set('2027-03-01T10:00');
    const lines = [revoke('signature', 'X3'), issue('signature')];
    const detail = await receiveNow(bed, { lines, basis: '転居届の通知' });
    expect(detail.summary.lines.map(({ outcome }) => outcome)).toEqual(['revoked', 'open']);
    // 利用者証明用は 2030-04-01 まで(カードの期限)続く: カードと同じ日なので V3
    expect(detail.certificates.find(({ procedure }) => procedure === 'issue')?.ours).toMatchObject({
      on: '2030-04-01',
    });
    expect((await issueAll(bed, detail)).summary.step).toBe('finished');
    const { certificates } = await known();
    expect(certificates.map(({ kind }) => kind).toSorted()).toEqual(['signature', 'userAuthentication']);
  });

  test('通知だけの失効(X3, X3d)は、来庁者もカードも時間も問わない', async () => {
    await holderWithCertificates(bed);
    bed.clock.set('2026-11-28T20:00'); // 土曜日の夜
    const alone = receptionOf(
      { ...notice, lines: [revoke('signature', 'X3')] },
      { shown: { verdict: 'accept', route: null } },
    );
    const done = await bed.counter.call('receive.record', alone);
    expect(done.revoked).toBe(1);
    const detail = await bed.counter.call('case.open', { case: done.case });
    expect(detail).toMatchObject({ basis: '転居届の通知', summary: { capacity: null, step: 'finished' } });
    const log = async () => {
      await bed.signInAs(supervisor);
      return bed.counter.call('dayLog.view', { day: '2026-11-28', office: 'shiminka' });
    };
    expect((await log()).byCapacity.find(({ capacity }) => capacity === 'notice')?.persons).toBe(1);
  });

  test('記録誤り(X4)は、職員だけでは失効せず、責任者のサインインか承認が要る', async () => {
    await holderWithCertificates(bed);
    const facts = { ...notice, basis: '記録の誤りの調べ', lines: [revoke('signature', 'X4')] };
    const shown = { verdict: 'accept', route: null } as const;
    const alone = await bed.counter.refused('receive.record', receptionOf(facts, { shown }));
    expect(alone.code).toBe('secondPersonNeeded');
    const waiting = await bed.counter.call('receive.record', receptionOf(facts, { shown, approval: 'wait' }));
    expect(waiting).toMatchObject({ revoked: 0, held: 'X4' });
    await bed.signInAs(supervisor);
    const { waiting: asked } = await bed.counter.call('approval.list', {});
    expect(asked).toMatchObject([
      { act: 'recordedWrongly', askedByMe: false, words: ['署名用を失効にします(記録誤り等)。'] },
    ]);
    const answer = { requestId: requestId(), request: asked[0]?.request ?? '', approve: true, note: '' };
    expect((await bed.counter.call('approval.answer', answer)).waiting).toEqual([]);
    expect((await known()).ended).toEqual([{ kind: 'signature', on: '2026-11-24' }]);
    // 責任者が自分で扱うときは、そのまま失効する
    const other = {
      ...facts,
      holder: { ...visitOf().holder, name: '練習 次郎' },
      current: [current('signature', '2028-04-01')],
    };
    expect((await bed.counter.call('receive.record', receptionOf(other, { shown }))).revoked).toBe(1);
  });

  test('責任者がその場でサインインすれば、X4 はすぐ失効し、だれが承認したかが残る', async () => {
    await holderWithCertificates(bed);
    const facts = { ...notice, basis: '記録の誤りの調べ', lines: [revoke('signature', 'X4')] };
    const shown = { verdict: 'accept', route: null } as const;
    const done = await bed.counter.call('receive.record', receptionOf(facts, { shown, approval: acceptance }));
    expect(done).toMatchObject({ revoked: 1, held: null });
  });

  test('すでに失効した証明書をもう一度失効させることはできず、失効した日を言う (X0)', async () => {
    await holderWithCertificates(bed);
    const lines = [revoke('signature', 'X1')];
    await bed.counter.call('receive.record', receptionOf({ lines }));
    const shown = { verdict: 'refuse', route: null } as const;
    const again = await bed.counter.call('receive.record', receptionOf({ lines }, { shown }));
    const detail = await bed.counter.call('case.open', { case: again.case });
    expect(detail.summary).toMatchObject({ step: 'refused', lines: [{ refusedBy: ['X0'] }] });
  });

  test('カードから写しただけの証明書も、一度失効させたら、同じものを打ち直しても失効済みと言う (X0)', async () => {
    const facts = { lines: [revoke('signature', 'X1')], current: [current('signature', '2028-04-01')] };
    expect((await bed.counter.call('receive.record', receptionOf(facts))).revoked).toBe(1);
    bed.clock.set('2026-11-25T10:00');
    const shown = { verdict: 'refuse', route: null } as const;
    expect((await bed.counter.call('receive.record', receptionOf(facts, { shown }))).verdict).toBe('refuse');
    // そのあとで発行された証明書なら、失効できる
    const newer = { ...facts, current: [{ ...current('signature', '2031-04-01'), issuedOn: '2026-11-25' }] };
    expect((await bed.counter.call('receive.record', receptionOf(newer))).revoked).toBe(1);
  });

  test('住民基本台帳カードの失効は断る (M2)', async () => {
    const shown = { verdict: 'refuse', route: null } as const;
    const card = { medium: 'residentCard', expiresOn: '' } as const;
    const refused = await bed.counter.call(
      'receive.record',
      receptionOf({ card, lines: [revoke('signature', 'X1')] }, { shown }),
    );
    expect(refused.verdict).toBe('refuse');
  });

  test('発行者の符号の漏えい(X5)は、範囲を一つの出来事で失効させ、及ぶものを数える', async () => {
    await holderWithCertificates(bed);
    bed.clock.set('2026-11-25T10:00');
    await holderWithCertificates(bed, { holder: { ...visitOf().holder, name: '練習 次郎' } });
    bed.clock.set('2026-11-26T10:00');
    await bed.signInAs(supervisor);
    const range = { kinds: ['signature' as const], issuedFrom: 'R8.11.24', issuedUntil: '2026-11-24' };
    const cover = await bed.counter.call('issuer.cover', range);
    expect(cover).toMatchObject({ total: 1, counts: [{ kind: 'signature', office: 'shiminka', certificates: 1 }] });
    const before = bed.events();
    const request = { requestId: requestId(), ...range, basis: '機構からの通知', shownTotal: 1 };
    await bed.counter.call('issuer.revoke', request);
    expect(bed.events()).toBe(before + 1);
    expect((await known()).certificates.map(({ kind }) => kind)).toEqual(['userAuthentication']);
    // 範囲の外の日に発行したものは、そのまま使える
    const other = await bed.counter.call('person.knownCertificates', { name: '練習 次郎', bornOn: '1988-04-01' });
    expect(other.certificates).toHaveLength(2);
    const changed = await bed.counter.refused('issuer.revoke', { ...request, requestId: requestId() });
    expect(changed.code).toBe('rangeChanged');
  });

  test('X5 の範囲の日は、今日より後でも、さかさまでもいけない', async () => {
    await bed.signInAs(supervisor);
    const refused = (issuedFrom: string, issuedUntil: string) =>
      bed.counter.refused('issuer.cover', { kinds: ['signature'], issuedFrom, issuedUntil });
    expect((await refused('2026-11-01', '2026-11-25')).fields[0]?.field).toBe('issuedUntil');
    expect((await refused('2026-11-10', '2026-11-09')).fields[0]?.field).toBe('issuedUntil');
    expect((await refused('きのう', '2026-11-09')).fields[0]?.field).toBe('issuedFrom');
  });
});

describe('更新と、いっしょの手続', () => {
  test('更新すると、前の証明書は同じ出来事で効力を失う (V2)', async () => {
    const card = { medium: 'myNumberCard', expiresOn: '2040-04-01' } as const;
    await holderWithCertificates(bed, { card });
    // 2031-04-01 まで。更新できるのは 2031-01-02 から (W1)
    bed.clock.set('2031-01-06T10:00');
    const detail = await receiveNow(bed, { card, lines: both.map(renew) });
    expect(detail.certificates.map(({ kind, ours }) => [kind, ours?.on, ours?.decidedBy])).toEqual([
      ['userAuthentication', '2036-04-01', 'V2'],
      // 署名用は利用者証明用と同じ日まで
      ['signature', '2036-04-01', 'V2'],
    ]);
    const before = (await known()).certificates.map(({ serial }) => serial);
    const done = await issueAll(bed, detail);
    expect(done.summary.lines.map(({ outcome }) => outcome)).toEqual(['renewed', 'renewed']);
    const after = (await known()).certificates;
    expect(after.map(({ expiresOn }) => expiresOn)).toEqual(['2036-04-01', '2036-04-01']);
    expect(after.some(({ serial }) => before.includes(serial))).toBe(false);
    expect((await known()).ended).toEqual([]);
  });

  test('更新の期間の1日前は断り、初日は受け付ける (W1)', async () => {
    const card = { medium: 'myNumberCard', expiresOn: '2040-04-01' } as const;
    const facts = {
      card,
      lines: [renew('userAuthentication')],
      current: [current('userAuthentication', '2027-02-25')],
    };
    const early = { verdict: 'refuse', route: null } as const;
    // 2027-02-25 まで: 3ヶ月前の同じ日は 11月25日、その翌日から更新できる
    bed.clock.set('2026-11-25T10:00');
    expect((await bed.counter.call('receive.record', receptionOf(facts, { shown: early }))).verdict).toBe('refuse');
    bed.clock.set('2026-11-26T10:00');
    expect((await bed.counter.call('receive.record', receptionOf(facts))).verdict).toBe('accept');
  });

  test('一つは更新、もう一つは新規発行という来庁を、一つの受付で扱う', async () => {
    const card = { medium: 'myNumberCard', expiresOn: '2040-04-01' } as const;
    const detail = await receiveNow(bed, {
      card,
      lines: [issue('signature'), renew('userAuthentication')],
      current: [current('userAuthentication', '2026-12-20')],
    });
    const done = await issueAll(bed, detail);
    expect(done.summary.lines.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['signature', 'issued'],
      ['userAuthentication', 'renewed'],
    ]);
  });

  test('見つかったカード: いまの証明書を失効させて、同じ来庁で発行し直す (E4, X1)', async () => {
    await holderWithCertificates(bed);
    const lines = both.flatMap((kind) => [revoke(kind, 'X1'), issue(kind)]);
    const detail = await receiveNow(bed, { lines });
    expect(detail.summary.lines.map(({ outcome }) => outcome)).toEqual(['revoked', 'open', 'revoked', 'open']);
    const done = await issueAll(bed, detail);
    expect(done.summary.step).toBe('finished');
    expect((await known()).certificates).toHaveLength(2);
  });

  test('名前が変わった人の記録をまとめると、前の名前で発行した証明書も、いまの証明書になる (E4)', async () => {
    const before = await holderWithCertificates(bed);
    const renamed = { ...visitOf().holder, name: '見本 花子', kana: 'ミホン ハナコ' };
    const lines = [issue('userAuthentication')];
    const first = await bed.counter.call('receive.record', receptionOf({ holder: renamed, lines }));
    const newName = () => bed.counter.call('person.knownCertificates', { name: renamed.name, bornOn: renamed.bornOn });
    expect((await newName()).certificates).toEqual([]);
    await bed.signInAs(supervisor);
    const cases: [string, string] = [first.case, before.summary.case];
    const join = await bed.counter.call('person.join', {
      requestId: requestId(),
      cases,
      reason: '婚姻で氏名が変わったため',
    });
    expect((await newName()).certificates).toHaveLength(2);
    const shown = { verdict: 'refuse', route: null } as const;
    const again = await bed.counter.call('receive.record', receptionOf({ holder: renamed, lines }, { shown }));
    expect(again.verdict).toBe('refuse');
    const part = {
      requestId: requestId(),
      join: join.joined[0]?.join ?? '',
      case: first.case,
      reason: '取り違えたためもとに戻す',
    };
    await bed.counter.call('person.part', part);
    expect((await newName()).certificates).toEqual([]);
  });

  test('代理人の失効と発行では、失効を先に記録する', async () => {
    await holderWithCertificates(bed);
    const lines = [revoke('userAuthentication', 'X1'), issue('userAuthentication')];
    const posted = await post(bed, await receiveByLetter(bed, { lines }));
    const replied = await bed.counter.call('reply.accept', replyOf(posted));
    const certificates = [{ line: 2, serial: '90AB-0000-2', expiresOn: '2030-04-01' }];
    const touch = { requestId: requestId(), case: replied.summary.case, version: replied.summary.version };
    expect((await bed.counter.refused('issue.record', { ...touch, certificates, acceptance: null })).code).toBe(
      'revokeFirst',
    );
  });
});
