import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requestId, supervisor, visitOf } from '../../../support/made-up.ts';
import { type AppBed, appBed } from '../app-bed.ts';
import { issueAll, post, receiveByLetter, receiveNow, receptionOf, replyOf } from './bed.ts';

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
});
afterEach(() => bed.remove());

const letterRows = async () => (await bed.counter.call('letters.list', {})).letters;

describe('照会書の投函 (D1, D2)', () => {
  test('投函の日は数えず30日、期限の日が休みなら次の開庁日まで受け付け、その日は出来事に決まる', async () => {
    const posted = await post(bed, await receiveByLetter(bed));
    // 11月24日に投函: 12月24日(木)
    expect(posted.summary).toMatchObject({ step: 'letterPosted', next: 'waitForReply' });
    expect(posted.letters).toEqual([
      { number: 1, postedOn: '2026-11-24', dueOn: '2026-12-24', acceptedUntil: '2026-12-24', returned: false },
    ]);
    // 12月1日に投函: 期限は12月31日(年末年始)、受け付けるのは1月4日(月)まで
    bed.clock.set('2026-12-01T10:00');
    const yearEnd = await post(bed, await receiveByLetter(bed, { holder: { ...visitOf().holder, name: '練習 年末' } }));
    expect(yearEnd.letters[0]).toMatchObject({ dueOn: '2026-12-31', acceptedUntil: '2027-01-04' });
  });

  test('暦があとで変わっても、投函のときに決まった最終日は動かない', async () => {
    const posted = await post(bed, await receiveByLetter(bed));
    await bed.signInAs(supervisor);
    await bed.counter.call('settings.addCalendarEntry', {
      requestId: requestId(),
      kind: 'specialClosure',
      from: '2026-12-24T00:00',
      until: '2026-12-25T00:00',
      offices: null,
      reason: '庁舎の停電',
    });
    const again = await bed.counter.call('case.open', { case: posted.summary.case });
    expect(again.summary.letter?.acceptedUntil).toBe('2026-12-24');
  });

  test('一日分をまとめて投函でき、一つでも古い版があれば、どれも投函しない', async () => {
    const one = await receiveByLetter(bed);
    const other = await receiveByLetter(bed, { holder: { ...visitOf().holder, name: '練習 次郎' } });
    const cases = [one, other].map(({ summary }) => ({ case: summary.case, version: summary.version }));
    const before = bed.events();
    const stale = cases.map((each, index) => (index === 1 ? { ...each, version: each.version - 1 } : each));
    const refused = await bed.counter.refused('letters.post', { requestId: requestId(), cases: stale });
    expect(refused.code).toBe('staleVersion');
    expect(bed.events()).toBe(before);
    const { posted } = await bed.counter.call('letters.post', { requestId: requestId(), cases });
    expect(posted.map(({ letter }) => letter.dueOn)).toEqual(['2026-12-24', '2026-12-24']);
  });

  test('同じ依頼を二度送っても、投函は一度。もう一度の投函は、新しい30日の始まり', async () => {
    const detail = await receiveByLetter(bed);
    const request = {
      requestId: requestId(),
      cases: [{ case: detail.summary.case, version: detail.summary.version }],
    };
    await bed.counter.call('letters.post', request);
    const events = bed.events();
    await bed.counter.call('letters.post', request);
    expect(bed.events()).toBe(events);
    const once = await bed.counter.call('case.open', { case: detail.summary.case });
    expect(once.letters).toHaveLength(1);
    bed.clock.set('2026-11-30T10:00');
    const twice = await post(bed, once);
    expect(twice.letters.map(({ number, dueOn }) => [number, dueOn])).toEqual([
      [1, '2026-12-24'],
      [2, '2026-12-30'],
    ]);
  });

  test('即日の受付には照会書がない', async () => {
    const { summary } = await receiveNow(bed);
    const cases = [{ case: summary.case, version: summary.version }];
    expect((await bed.counter.refused('letters.post', { requestId: requestId(), cases })).code).toBe('wrongStep');
  });
});

describe('回答 (D3–D5)', () => {
  test('最終日の16時59分までは受け付け、17時と翌日は受け付けない', async () => {
    const posted = await post(bed, await receiveByLetter(bed));
    bed.clock.set('2026-12-24T17:00');
    expect((await bed.counter.refused('reply.accept', replyOf(posted))).code).toBe('replyNotAccepted');
    expect((await bed.counter.call('case.open', { case: posted.summary.case })).summary.lapsed).toBe(false);
    bed.clock.set('2026-12-25T09:00');
    const lapsed = await bed.counter.call('case.open', { case: posted.summary.case });
    expect(lapsed.summary).toMatchObject({ lapsed: true, step: 'letterPosted', next: 'nothing' });
    expect((await bed.counter.refused('reply.accept', replyOf(posted))).code).toBe('caseLapsed');
  });

  test('最終日の最後の1分に持ってこられた回答は受け付けて、17時を過ぎてから発行できる', async () => {
    const posted = await post(bed, await receiveByLetter(bed));
    bed.clock.set('2026-12-24T16:59');
    const replied = await bed.counter.call('reply.accept', replyOf(posted));
    expect(replied.summary).toMatchObject({ step: 'replyAccepted', next: 'recordIssuance' });
    bed.clock.set('2026-12-24T17:20');
    expect((await issueAll(bed, replied)).summary.step).toBe('finished');
  });

  test('別の受付の照会書は、番号が違うと言って受け付けず、来たことだけが残る', async () => {
    const posted = await post(bed, await receiveByLetter(bed));
    const other = await receiveByLetter(bed, { holder: { ...visitOf().holder, name: '練習 次郎' } });
    const failure = await bed.counter.refused('reply.accept', replyOf(posted, { scanned: other.summary.receipt }));
    expect(failure).toMatchObject({ code: 'replyNotAccepted' });
    expect(failure.fields).toEqual([
      {
        field: 'scanned',
        message: '回答書の番号が、この受付の番号と異なります。番号を確かめてください。',
        suggestion: null,
      },
    ]);
    const after = await bed.counter.call('case.open', { case: posted.summary.case });
    expect(after.summary.version).toBe(posted.summary.version);
    expect(after.history.at(-1)?.what).toBe('回答を受け付けられない D4');
  });

  test.each([
    ['記入のない欄', { complete: false }, 'complete'],
    ['本人の自筆でない', { rightHand: false }, 'rightHand'],
    ['カードがない', { cardPresent: false }, 'cardPresent'],
    [
      '代理人の顔写真付きの書類がない',
      { visitor: { capacity: 'agent', documents: ['studentCard'], name: '例田 代理', relation: null } },
      'visitor.documents',
    ],
  ] as const)('%s回答は受け付けず、その欄を言う (D4)', async (_, change, field) => {
    const posted = await post(bed, await receiveByLetter(bed));
    const { visitor, ...rest } = { visitor: replyOf(posted).visitor, ...change };
    const reply = replyOf(posted, { ...rest, visitor: { ...visitor, documents: [...visitor.documents] } });
    const failure = await bed.counter.refused('reply.accept', reply);
    expect(failure.code).toBe('replyNotAccepted');
    expect(failure.fields.map((each) => each.field)).toContain(field);
  });

  test('代理人の氏名が本人と同じ回答は、その欄で断る', async () => {
    const posted = await post(bed, await receiveByLetter(bed));
    const { visitor } = replyOf(posted);
    const failure = await bed.counter.refused(
      'reply.accept',
      replyOf(posted, { visitor: { ...visitor, name: '練習 花子' } }),
    );
    expect(failure.fields.map(({ field }) => field)).toEqual(['visitor.name']);
  });

  test('本人確認ができずに照会にした本人は、照会書とカードと質問で確かめる (I2, D4)', async () => {
    const visitor = { ...visitOf().visitor, documents: ['studentCard'] };
    const posted = await post(bed, await receiveByLetter(bed, { visitor }));
    const own = { capacity: 'holder', documents: ['studentCard'], name: null, relation: null } as const;
    const reply = { visitor: { ...own, documents: [...own.documents] } };
    const unanswered = await bed.counter.refused(
      'reply.accept',
      replyOf(posted, { ...reply, questionsAnswered: null }),
    );
    expect(unanswered.fields.map(({ field }) => field)).toContain('questionsAnswered');
    const replied = await bed.counter.call('reply.accept', replyOf(posted, { ...reply, questionsAnswered: true }));
    expect(replied.summary.step).toBe('replyAccepted');
  });

  test('回答までに更新の期限が過ぎた証明書は、新規発行になり、先にそう示す (V1, W2)', async () => {
    const facts = {
      lines: [{ kind: 'userAuthentication', procedure: 'renew', cause: null, feeReason: null }],
      current: [{ kind: 'userAuthentication', issuedOn: '2021-12-01', expiresOn: '2026-12-10', serial: null }],
      card: { medium: 'myNumberCard', expiresOn: '2036-04-01' },
    } as const;
    const posted = await post(
      bed,
      await receiveByLetter(bed, { ...facts, lines: [...facts.lines], current: [...facts.current] }),
    );
    bed.clock.set('2026-12-11T10:00');
    const replied = await bed.counter.call('reply.accept', replyOf(posted));
    // 5回目の誕生日: 2031年4月1日
    expect(replied.certificates[0]).toMatchObject({ becameIssue: true, ours: { on: '2031-04-01', decidedBy: 'V1' } });
    expect((await issueAll(bed, replied)).summary.lines[0]?.outcome).toBe('issued');
  });
});

describe('照会の一覧 (D5, D6)', () => {
  test('残りの日数で並び、期限切れと戻った照会書が先に来る', async () => {
    const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'] as const;
    const posted = [];
    for (const [index, day] of days.entries()) {
      bed.clock.set(`${day}T10:00`);
      const holder = { ...visitOf().holder, name: `練習 ${'一二三四'.charAt(index)}` };
      posted.push(await post(bed, await receiveByLetter(bed, { holder })));
    }
    const [, , third] = posted;
    const touch = { requestId: requestId(), case: third?.summary.case ?? '', version: third?.summary.version ?? 0 };
    await bed.counter.call('letters.returned', { ...touch, note: 'あて所に尋ねあたらない' });
    // 24日の分は12月24日まで、25日の分は25日まで、27日の分は27日(日)なので28日まで
    bed.clock.set('2026-12-25T10:00');
    const rows = await letterRows();
    expect(rows.map(({ summary, state, daysLeft }) => [summary.name, state, daysLeft])).toEqual([
      ['練習 一', 'lapsed', -1],
      ['練習 三', 'returned', expect.any(Number)],
      ['練習 二', 'open', 0],
      ['練習 四', 'open', 3],
    ]);
    expect((await bed.counter.call('home.today', {})).lettersDueSoon).toBe(3);
  });

  test('宛所不明は受付を止め、もう一度投函すると新しい30日になる (D6)', async () => {
    const posted = await post(bed, await receiveByLetter(bed));
    const touch = { requestId: requestId(), case: posted.summary.case, version: posted.summary.version };
    const returned = await bed.counter.call('letters.returned', { ...touch, note: '' });
    expect(returned.summary).toMatchObject({ step: 'letterReturned', next: 'postAgain', lapsed: false });
    // 戻った照会書は、日が過ぎても期限切れにはならない
    bed.clock.set('2027-01-12T10:00');
    const later = await bed.counter.call('case.open', { case: posted.summary.case });
    expect(later.summary.lapsed).toBe(false);
    expect((await post(bed, later)).summary.letter).toMatchObject({ number: 2, dueOn: '2027-02-11' });
  });

  test('連絡は、期限が過ぎたあとも、受付の版を変えずに残せる', async () => {
    const posted = await post(bed, await receiveByLetter(bed));
    bed.clock.set('2026-12-28T10:00');
    const contact = {
      requestId: requestId(),
      case: posted.summary.case,
      how: 'telephone',
      reached: false,
      note: '留守',
    } as const;
    const after = await bed.counter.call('letters.contact', contact);
    expect(after.summary).toMatchObject({ lapsed: true, version: posted.summary.version });
    expect(after.contacts).toMatchObject([{ how: 'telephone', reached: false, note: '留守', who: '見本 窓口' }]);
  });

  test('期限切れの受付には、取下げも投函も回答も記録できない (D5)', async () => {
    const posted = await post(bed, await receiveByLetter(bed));
    bed.clock.set('2026-12-25T10:00');
    const touch = { requestId: requestId(), case: posted.summary.case, version: posted.summary.version };
    const lines = [1];
    expect((await bed.counter.refused('case.withdraw', { ...touch, lines, reason: '都合' })).code).toBe('caseLapsed');
    const cases = [{ case: touch.case, version: touch.version }];
    expect((await bed.counter.refused('letters.post', { requestId: requestId(), cases })).code).toBe('caseLapsed');
  });

  test('法定代理人が来ると、資格を示したものを種類で残して照会にする (I3, I8)', async () => {
    const child = { ...visitOf().holder, bornOn: '2014-05-05' };
    const visitor = {
      capacity: 'statutoryRepresentative',
      documents: ['driversLicence'],
      name: '練習 保護',
      relation: '母',
      address: null,
      reason: null,
      proof: 'familyRegister',
    } as const;
    const lines = [{ kind: 'userAuthentication', procedure: 'issue', cause: null, feeReason: null }] as const;
    const facts = { holder: child, visitor: { ...visitor, documents: [...visitor.documents] }, lines: [...lines] };
    const detail = await receiveByLetter(bed, facts);
    expect(detail.visitor).toMatchObject({ relation: '母', proof: 'familyRegister' });
    const without = receptionOf(
      { ...facts, visitor: { ...facts.visitor, proof: null } },
      { shown: { verdict: 'accept', route: 'inquiry' } },
    );
    expect((await bed.counter.refused('receive.record', without)).fields.map(({ field }) => field)).toEqual([
      'visitor.proof',
    ]);
  });
});
