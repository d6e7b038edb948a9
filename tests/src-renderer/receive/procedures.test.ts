import { describe, expect, test } from 'vitest';
import { noticeAfter } from '../../../src-renderer/screens/receive/after-recording.ts';
import { approvalRule, missingApproval, noApproval } from '../../../src-renderer/screens/receive/approval.ts';
import { offerSentence, offersOf, windowWord } from '../../../src-renderer/screens/receive/current-window.ts';
import { linesOf, takeOffer, withProcedures } from '../../../src-renderer/screens/receive/lines-of-form.ts';
import { readTime } from '../../../src-renderer/screens/receive/paper-reading.ts';
import type { Typed } from '../../../src-renderer/screens/receive/typed.ts';
import type { Received } from '../../../src-shared/contract/api/receive-api.ts';
import { policyOn } from '../../../src-shared/domain/policy.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { id } from '../samples.ts';
import { filledForm, filledRevocation, knownUntil, readForm } from './filled-form.ts';

const today = plainDate('2026-11-24');
const policy = policyOn(today);

function offers(change: Partial<Typed>, ...ends: readonly string[]): readonly (readonly [string, string | null])[] {
  const [signature = '', userAuthentication = signature] = ends;
  const typed = { ...filledForm, ...change };
  const certificates = [
    ...(signature === '' ? [] : [knownUntil('signature', signature)]),
    ...(userAuthentication === '' ? [] : [knownUntil('userAuthentication', userAuthentication)]),
  ];
  return offersOf(typed, readForm(typed, { certificates }), policy).map((offer) => [
    `${offer.code} ${offerSentence(offer)}`,
    offer.procedure,
  ]);
}

describe('種類ごとの手続', () => {
  test('失効して新規は、失効(X1)が先の二つの明細になり、利用者証明用から始まる(V4)', () => {
    const typed = {
      ...filledForm,
      ...withProcedures(filledForm, { signature: 'reissue', userAuthentication: 'reissue' }),
    };
    expect(linesOf(typed)).toEqual([
      { kind: 'userAuthentication', procedure: 'revoke', cause: 'X1' },
      { kind: 'userAuthentication', procedure: 'issue', cause: null },
      { kind: 'signature', procedure: 'revoke', cause: 'X1' },
      { kind: 'signature', procedure: 'issue', cause: null },
    ]);
  });

  test('片方を更新し、片方を失効して新規にでき、しないものは明細にならない', () => {
    const mixed = {
      ...filledForm,
      ...withProcedures(filledForm, { signature: 'reissue', userAuthentication: 'renew' }),
    };
    expect(linesOf(mixed).map(({ kind, procedure }) => `${kind} ${procedure}`)).toEqual([
      'userAuthentication renew',
      'signature revoke',
      'signature issue',
    ]);
    const one = { ...mixed, ...withProcedures(mixed, { signature: 'none' }) };
    expect(linesOf(one).map(({ kind }) => kind)).toEqual(['userAuthentication']);
  });

  test('見つかったカードの失効と新規は、有効な証明書があっても受け付けられる(E4)', () => {
    const typed = {
      ...filledForm,
      ...withProcedures(filledForm, { signature: 'reissue', userAuthentication: 'none' }),
    };
    const { decision, ready } = readForm(typed, { certificates: [knownUntil('signature', '2028-04-01')] });
    expect(decision).toMatchObject({ verdict: 'accept', route: 'sameDay' });
    expect(ready?.facts.lines.map(({ procedure }) => procedure)).toEqual(['revoke', 'issue']);
  });

  test('書類を言わないうちは、二つの明細のどちらも未定のまま', () => {
    const typed = { ...filledForm, ...withProcedures(filledForm, { signature: 'reissue' }), documents: [] };
    const { decision } = readForm(typed);
    expect(decision.lines.map(({ verdict }) => verdict)).toEqual(['undecided', 'undecided', 'undecided']);
  });
});

describe('更新できる期間と申し出(W1–W3, E4)', () => {
  test.each([
    ['2027-02-25', '更新は令和8年11月26日から'],
    ['2027-02-24', '更新は令和8年11月25日から'],
    ['2027-02-23', '更新できます'],
    ['2026-11-24', '更新できます'],
    ['2026-11-23', '満了'],
  ])('11月24日に、%sまでの証明書は「%s」', (expiresOn, words) => {
    expect(windowWord(knownUntil('signature', expiresOn), today, policy)).toBe(words);
  });

  test('早すぎる更新は、いつからかを言い、失効して新規を申し出る(W1)', () => {
    expect(offers({ procedure: 'renew' }, '2027-02-24')).toEqual([
      ['W1 どちらも更新は令和8年11月25日からです。', 'reissue'],
    ]);
  });

  test('満了したものや証明書のないものの更新は、新規発行を申し出る(W2)', () => {
    expect(offers({ procedure: 'renew' }, '2026-11-23')).toEqual([
      ['W2 どちらも満了しているので、新規発行になります。', 'issue'],
    ]);
    expect(offers({ procedure: 'renew' }, '2027-01-10', '')).toEqual([
      ['W2 利用者証明用は更新する証明書がないので、新規発行になります。', 'issue'],
    ]);
  });

  test('有効な証明書があるときの新規発行は、期間の中なら更新、前なら失効して新規を申し出る(E4)', () => {
    expect(offers({}, '2027-02-23', '2028-04-01')).toEqual([
      ['E4 利用者証明用は有効な証明書があります。更新は令和10年1月2日からです。', 'reissue'],
      ['E4 署名用は有効な証明書があり、更新できる期間です。', 'renew'],
    ]);
  });

  test('期限の延びない更新は、言うだけで申し出ない(W3)', () => {
    expect(offers({ procedure: 'renew', cardExpiresOn: '2027.1.8' }, '2027-01-08')).toEqual([
      ['W3 どちらも更新しても、使える期限は延びません。', null],
    ]);
  });

  test('申し出を受けて両方が同じ手続になれば、手続の行は一つに戻る', () => {
    const taken = takeOffer({ ...filledForm, procedure: 'renew' }, ['signature', 'userAuthentication'], 'issue');
    expect(taken.procedure).toBe('issue');
    const one = takeOffer({ ...filledForm, procedure: 'renew' }, ['signature'], 'issue');
    expect(one).toMatchObject({ procedure: 'each', signatureProcedure: 'issue', userAuthenticationProcedure: 'renew' });
  });
});

describe('代理人(I3–I8)', () => {
  const agent: Typed = { ...filledForm, capacity: 'agent', visitorName: '例田 代理' };

  test('理由は聞くまで足りないものに並び、「理由がない」と言えば受け付けられない(I6)', () => {
    expect(readForm(agent).missing.map(({ code, field }) => [code, field])).toEqual([['I6', 'visitor.reason']]);
    const refused = readForm({ ...agent, noReason: true });
    expect(refused.decision.verdict).toBe('refuse');
    expect(refused.ready?.facts.visitor.reason).toBe('');
    expect(readForm({ ...agent, noReason: true, reason: '入院のため' }).ready?.facts.visitor.reason).toBe('入院のため');
  });

  test('住所が本人と同じなら、本人の住所が代理人の住所になる', () => {
    const asked = { ...agent, reason: '入院のため', relation: '子' };
    expect(readForm({ ...asked, sameAddress: true, visitorAddress: '練習町' }).ready?.facts.visitor).toMatchObject({
      relation: '子',
      address: '愛知県稲沢市見本町1番地',
    });
    expect(readForm({ ...asked, visitorAddress: '練習町9番地' }).ready?.facts.visitor.address).toBe('練習町9番地');
    expect(readForm(asked).ready?.facts.visitor.address).toBeNull();
  });

  test('法定代理人は、資格を示した書類が要る(I8)', () => {
    const parent: Typed = { ...agent, capacity: 'statutoryRepresentative', bornOn: 'H24.3.8' };
    expect(readForm(parent).missing.map(({ code, field }) => [code, field])).toEqual([['I8', 'visitor.proof']]);
    expect(readForm({ ...parent, proof: 'familyRegister' }).ready?.facts.visitor.proof).toBe('familyRegister');
  });

  test('代理人の氏名が本人と同じなら、その欄で言う', () => {
    const { issues } = readForm({ ...agent, reason: '入院のため', visitorName: '練習 花子' });
    expect(issues.map(({ field }) => field)).toEqual(['visitor.name']);
  });
});

describe('手数料(F1)', () => {
  const fees = {
    changes: [
      { change: id(7), effectiveFrom: '2026-10-01', settings: { fees: [{ reason: '紛失による再交付', yen: 200 }] } },
    ],
  };

  test('表にある理由だけを明細に付け、表になくなった理由は無料になる', () => {
    const typed: Typed = { ...filledForm, signatureFee: '紛失による再交付' };
    const feesOf = (rules: typeof fees | undefined) =>
      readForm(typed, rules === undefined ? {} : { rules }).ready?.facts.lines.map(({ feeReason }) => feeReason);
    expect(feesOf(fees)).toEqual([null, '紛失による再交付']);
    expect(feesOf(undefined)).toEqual([null, null]);
  });
});

describe('紙で受け付けたもの(L4)', () => {
  const paper: Typed = {
    ...filledForm,
    onPaper: true,
    paperDay: 'R8.11.20',
    paperTime: '16:59',
    paperReason: '停電のため',
  };

  test.each([
    ['9:05', '09:05'],
    ['0905', '09:05'],
    ['９時５分', '09:05'],
    ['16.59', '16:59'],
    ['24:00', null],
    ['9:60', null],
    ['朝', null],
  ])('時刻の「%s」は %s と読む', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  test('受付時間は、紙に書いた時刻で判定する(16:59は中、17:00は外)', () => {
    const evening = { at: '2026-11-24T19:00' };
    expect(readForm(filledForm, evening).decision.verdict).toBe('refuse');
    expect(readForm(paper, evening).decision.verdict).toBe('accept');
    expect(readForm({ ...paper, paperTime: '17:00' }, evening).decision.verdict).toBe('refuse');
    expect(readForm(paper, evening).ready?.backEntry).toEqual({ happenedAt: '2026-11-20T16:59', reason: '停電のため' });
  });

  test('満了や年齢も、紙に書いた日で判定する', () => {
    const child = {
      ...paper,
      bornOn: 'H23.11.24',
      capacity: 'statutoryRepresentative',
      visitorName: '例田 代理',
      proof: 'sameHousehold',
    } as const;
    const signature = (typed: Typed) =>
      readForm(typed).decision.lines.find(({ kind }) => kind === 'signature')?.verdict;
    expect(signature({ ...child, onPaper: false })).toBe('accept');
    expect(signature(child)).toBe('refuse');
  });

  test('いまより後の日時、読めない日時、短い理由は、その欄で言う', () => {
    const fields = (change: Partial<Typed>) => readForm({ ...paper, ...change }).issues.map(({ field }) => field);
    expect(fields({ paperDay: '2026.11.24', paperTime: '10:42' })).toEqual([]);
    expect(fields({ paperDay: '2026.11.24', paperTime: '10:43' })).toEqual(['backEntry.happenedAt']);
    expect(fields({ paperDay: '2026.2.30' })).toEqual(['backEntry.happenedAt']);
    expect(fields({ paperTime: '朝' })).toEqual(['backEntry.happenedAt']);
    expect(fields({ paperReason: '停電' })).toEqual(['backEntry.reason']);
  });

  test('日時と理由がないうちは、足りないものに並ぶ', () => {
    const { missing, ready } = readForm({ ...paper, paperTime: '', paperReason: '' });
    expect(missing.map(({ code, field }) => [code, field])).toEqual([
      ['L4', 'backEntry.happenedAt'],
      ['L4', 'backEntry.reason'],
    ]);
    expect(ready).toBeNull();
  });

  test('責任者の確認は、紙の入力ならだれでも要り、記録の誤り(X4)は職員のときだけ要る', () => {
    expect(approvalRule(paper, 'supervisor')).toBe('L4');
    const wrong: Typed = { ...filledRevocation, cause: 'X4' };
    expect(approvalRule(wrong, 'clerk')).toBe('X4');
    expect(approvalRule(wrong, 'supervisor')).toBeNull();
    expect(approvalRule(filledForm, 'clerk')).toBeNull();
  });

  test('待つと決めれば足り、ここでするなら職員番号とパスワードが要る', () => {
    const left = (change: Partial<typeof noApproval>) => missingApproval('L4', { ...noApproval, ...change }).length;
    expect(left({})).toBe(1);
    expect(left({ way: 'wait' })).toBe(0);
    expect(left({ way: 'here', staffNumber: '10321' })).toBe(1);
    expect(left({ way: 'here', staffNumber: '10321', password: 'ひみつの合言葉' })).toBe(0);
  });
});

describe('システム停止(L3)', () => {
  const stop = {
    entry: id(8),
    kind: 'systemStop',
    from: '2026-11-24T08:00',
    until: '2026-11-24T12:00',
    offices: null,
    reason: '計画停止',
  } as const;

  test('停止の日も受け付け、発行は停止のあとと言う', () => {
    const { decision } = readForm(filledForm, { rules: { calendar: [stop] } });
    expect(decision.verdict).toBe('accept');
    expect(decision.findings.find(({ code }) => code === 'L3')).toMatchObject({
      status: 'pending',
      text: 'システム停止(計画停止)。受け付けて、発行は停止のあと',
    });
  });
});

describe('記録したあとの知らせ', () => {
  const received: Received = {
    case: id(1),
    version: 2,
    receipt: 'S01-20261124-0006-6',
    verdict: 'accept',
    route: 'sameDay',
    told: ['伝えること'],
    revoked: 0,
    held: null,
  };

  test('いま失効したものの数と、次にすることを言う', () => {
    const both = noticeAfter({ ...received, revoked: 2 }, true);
    expect(both.text).toBe('証明書2つは、いま失効しました。台帳に記録しました。次は統合端末で発行してください。');
    const revoked = noticeAfter({ ...received, revoked: 1 }, false);
    expect(revoked).toMatchObject({ tone: 'success', headline: '失効を記録しました S01-20261124-0006-6' });
    expect(revoked.text).toContain('統合端末でも失効の操作をしてください。');
  });

  test.each([
    ['L3', '統合端末の停止(L3)が終わってから'],
    ['L4', '責任者が確認するまで停止します'],
    ['X4', '責任者が承認するまで失効しません'],
  ])('停止した受付(%s)は、何を待つかを言う', (held, words) => {
    const notice = noticeAfter({ ...received, held }, true);
    expect(notice).toMatchObject({ tone: 'warning', headline: '受け付けて、停止しています S01-20261124-0006-6' });
    expect(notice.text).toContain(words);
  });
});
