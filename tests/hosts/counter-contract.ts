import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../src-main/app/ports.ts';
import { type Caller, callerOf, type Invoke } from '../support/caller.ts';
import {
  administrator,
  clerk,
  place,
  requestId,
  scratchFolder,
  storyStart,
  supervisor,
  visitOf,
} from '../support/made-up.ts';
import { addToStaff } from '../support/staff-of-story.ts';
import { type StoryClock, storyClock } from '../support/story-clock.ts';

export type OpenHost = (options: {
  readonly folder: string;
  readonly clock: Clock;
}) => Promise<{ readonly invoke: Invoke; readonly close: () => Promise<void> }>;

/** 契約の試験: the same on every host; the host brings only a way to call and a way to close. */
export function describeCounterContract(host: string, open: OpenHost): void {
  describe(`契約(${host})`, () => {
    let folder: ReturnType<typeof scratchFolder>;
    let clock: StoryClock;
    let running: Awaited<ReturnType<OpenHost>>;
    let counter: Caller;

    async function reopen(): Promise<void> {
      await running.close();
      running = await open({ folder: folder.path, clock });
      counter = callerOf(running.invoke);
    }

    async function setUp(): Promise<void> {
      await counter.call('setup.complete', { ...place, administrator });
      await signInAs(administrator);
      await addToStaff(counter, 'clerk', clerk);
      await addToStaff(counter, 'supervisor', supervisor);
      await signInAs(clerk);
      clock.set('2026-11-24T10:12');
    }

    async function signInAs({ staffNumber, password }: { staffNumber: string; password: string }): Promise<void> {
      await counter.ask('session.signOut', {});
      await counter.call('session.signIn', { staffNumber, password });
    }

    async function receive(facts = visitOf(), id = requestId()) {
      return counter.call('receive.record', {
        requestId: id,
        draft: null,
        facts,
        shown: { verdict: 'accept', route: 'sameDay' },
        note: '',
        backEntry: null,
        approval: null,
      });
    }

    const terminalDates = [
      { line: 1, serial: '2A7F-19C2-440C', expiresOn: '2030-04-01' },
      { line: 2, serial: '2A7F-19C2-440B', expiresOn: '2030-04-01' },
    ];

    beforeEach(async () => {
      folder = scratchFolder();
      clock = storyClock(storyStart);
      running = await open({ folder: folder.path, clock });
      counter = callerOf(running.invoke);
    });

    afterEach(async () => {
      await running.close();
      folder.remove();
    });

    test('はじめは設定だけができ、ほかは断られる', async () => {
      expect((await counter.call('program.status', {})).phase).toBe('setUp');
      expect((await counter.refused('home.today', {})).code).toBe('notSetUp');
      await counter.call('setup.complete', { ...place, administrator });
      expect((await counter.refused('setup.complete', { ...place, administrator })).code).toBe('alreadySetUp');
      expect((await counter.refused('home.today', {})).code).toBe('notSignedIn');
    });

    test('知らない依頼と余分な項目は断られ、何も記録しない', async () => {
      await setUp();
      const before = (await counter.call('program.status', {})).ledger?.events;
      expect(JSON.parse(await running.invoke('ledger.drop', '{}')).failure.code).toBe('unreadableRequest');
      expect(JSON.parse(await running.invoke('toString', '{}')).failure.code).toBe('unreadableRequest');
      expect(JSON.parse(await running.invoke('session.lock', '{"reason":"key","extra":1}')).failure.code).toBe(
        'unreadableRequest',
      );
      expect(JSON.parse(await running.invoke('session.lock', 'not json')).failure.code).toBe('unreadableRequest');
      expect((await counter.call('program.status', {})).ledger?.events).toBe(before);
    });

    test('職員は日報と職員の一覧を使えず、責任者は見るだけ、管理者は職員も扱える', async () => {
      await setUp();
      const log = { day: '2026-11-24', office: 'shiminka' } as const;
      expect((await counter.refused('dayLog.view', log)).code).toBe('notAllowed');
      expect((await counter.refused('staff.list', {})).code).toBe('notAllowed');
      await signInAs(supervisor);
      await counter.call('dayLog.view', log);
      const [someone] = (await counter.call('staff.list', {})).staff;
      const suspension = { requestId: requestId(), staff: someone?.staff ?? '', reason: '退職のため' };
      expect((await counter.refused('staff.suspend', suspension)).code).toBe('notAllowed');
      await signInAs(administrator);
      await counter.call('dayLog.view', log);
      expect((await counter.call('staff.list', {})).staff).toHaveLength(3);
    });

    test('ロックの間は何もできず、本人のパスワードで解ける', async () => {
      await setUp();
      expect((await counter.call('session.lock', { reason: 'key' })).phase).toBe('locked');
      expect((await counter.refused('home.today', {})).code).toBe('locked');
      expect((await counter.refused('session.unlock', { password: supervisor.password })).code).toBe('signInFailed');
      expect((await counter.call('session.unlock', { password: clerk.password })).phase).toBe('open');
    });

    test('5回続けて違うと1分止まり、そのあとまたサインインできる', async () => {
      await setUp();
      await counter.call('session.signOut', {});
      const wrong = { staffNumber: clerk.staffNumber, password: 'ちがう合言葉です' };
      for (let time = 1; time <= 4; time += 1) {
        expect((await counter.refused('session.signIn', wrong)).code).toBe('signInFailed');
      }
      expect((await counter.refused('session.signIn', wrong)).code).toBe('signInPaused');
      expect(
        (await counter.refused('session.signIn', { staffNumber: clerk.staffNumber, password: clerk.password })).code,
      ).toBe('signInPaused');
      clock.advance(1);
      expect(
        (await counter.call('session.signIn', { staffNumber: clerk.staffNumber, password: clerk.password })).phase,
      ).toBe('open');
    });

    test('即日の新規発行が、受付から日報まで通る', async () => {
      await setUp();
      const received = await receive();
      expect(received.receipt).toBe('S01-20261124-0001-4');
      expect(received).toMatchObject({ verdict: 'accept', route: 'sameDay' });
      clock.advance(15);
      const done = await counter.call('issue.record', {
        requestId: requestId(),
        case: received.case,
        version: received.version,
        certificates: terminalDates,
        acceptance: null,
      });
      expect(done.summary.step).toBe('finished');
      expect(done.certificates.map((each) => [each.kind, each.ours?.on, each.ours?.decidedBy])).toEqual([
        ['userAuthentication', '2030-04-01', 'V3'],
        ['signature', '2030-04-01', 'V3'],
      ]);
      await signInAs(supervisor);
      const log = await counter.call('dayLog.view', { day: '2026-11-24', office: 'shiminka' });
      expect(log.total).toMatchObject({ persons: 1, sameDayDone: 1, signature: 1, userAuthentication: 1 });
      expect(log.cases[0]).toMatchObject({ receipt: 'S01-20261124-0001-4', name: '練習 花子', result: '発行済' });
      expect(log.minutesToIssue).toEqual([{ minutes: 15, procedure: 'issue' }]);
    });

    test('同じ依頼を二度送っても、受付は一つ', async () => {
      await setUp();
      const id = requestId();
      const first = await receive(visitOf(), id);
      const second = await receive(visitOf(), id);
      expect(second.case).toBe(first.case);
      expect((await counter.call('home.today', {})).cases).toHaveLength(1);
    });

    test('端末の日付が違えば止まり、入れ直して一致すれば進む', async () => {
      await setUp();
      const received = await receive();
      const record = (version: number, expiresOn: string) =>
        counter.call('issue.record', {
          requestId: requestId(),
          case: received.case,
          version,
          certificates: [
            { line: 1, serial: '2A7F-19C2-440C', expiresOn },
            { line: 2, serial: '2A7F-19C2-440B', expiresOn: '2030-04-01' },
          ],
          acceptance: null,
        });
      const held = await record(received.version, '2030-04-10');
      expect(held.summary).toMatchObject({ step: 'verified', held: 'V7', next: 'readDateAgain' });
      const done = await counter.call('issue.record', {
        requestId: requestId(),
        case: received.case,
        version: held.summary.version,
        certificates: [{ line: 1, serial: '2A7F-19C2-440C', expiresOn: '2030-04-01' }],
        acceptance: null,
      });
      expect(done.summary).toMatchObject({ step: 'finished', held: null });
    });

    test('違う日付は、受付をした職員でない責任者が理由を付けて受け入れる', async () => {
      await setUp();
      const received = await receive();
      const held = await counter.call('issue.record', {
        requestId: requestId(),
        case: received.case,
        version: received.version,
        certificates: [{ line: 2, serial: '2A7F-19C2-440B', expiresOn: '2030-03-31' }],
        acceptance: null,
      });
      const accept = (who: { staffNumber: string; password: string }, reason: string) => ({
        requestId: requestId(),
        case: received.case,
        version: held.summary.version,
        certificates: [{ line: 2, serial: '2A7F-19C2-440B', expiresOn: '2030-03-31' }],
        acceptance: { staffNumber: who.staffNumber, password: who.password, reason },
      });
      const reason = '統合端末の表示を二人で確かめたため';
      expect((await counter.refused('issue.record', accept(clerk, reason))).code).toBe('secondPersonIsSelf');
      expect(
        (await counter.refused('issue.record', accept({ ...supervisor, password: 'ちがう合言葉です' }, reason))).code,
      ).toBe('secondPersonFailed');
      expect((await counter.refused('issue.record', accept(supervisor, '短い'))).code).toBe('badFields');
      const accepted = await counter.call('issue.record', accept(supervisor, reason));
      const user = accepted.certificates.find((each) => each.kind === 'userAuthentication');
      expect(user?.issued).toEqual({ serial: '2A7F-19C2-440B', expiresOn: '2030-03-31', terminalPrevailed: true });
      const signature = accepted.certificates.find((each) => each.kind === 'signature');
      expect(signature?.ours).toMatchObject({ on: '2030-03-31', decidedBy: 'V4' });
    });

    test('署名用だけを先に記録することはできない', async () => {
      await setUp();
      const received = await receive();
      const early = {
        requestId: requestId(),
        case: received.case,
        version: received.version,
        certificates: [{ line: 1, serial: '2A7F-19C2-440C', expiresOn: '2030-04-01' }],
        acceptance: null,
      };
      expect((await counter.refused('issue.record', early)).code).toBe('signatureBeforeUserAuthentication');
    });

    test('ほかの職員が進めた受付は、古い版では進められない', async () => {
      await setUp();
      const received = await receive();
      await counter.call('case.park', {
        requestId: requestId(),
        case: received.case,
        version: received.version,
        note: '',
      });
      const stale = {
        requestId: requestId(),
        case: received.case,
        version: received.version,
        reason: '来庁者の都合',
        lines: [1, 2],
      };
      expect((await counter.refused('case.withdraw', stale)).code).toBe('staleVersion');
      await signInAs(supervisor);
      const taken = await counter.call('case.takeUp', {
        requestId: requestId(),
        case: received.case,
        version: received.version + 1,
      });
      expect(taken.summary).toMatchObject({ handler: supervisor.name, parked: false });
      const gone = await counter.call('case.withdraw', {
        ...stale,
        requestId: requestId(),
        version: taken.summary.version,
      });
      expect(gone.summary.step).toBe('withdrawn');
      const again = { ...stale, requestId: requestId(), version: gone.summary.version };
      expect((await counter.refused('case.withdraw', again)).code).toBe('caseEnded');
    });

    test('判定が画面と違えば記録しない(17時を過ぎた)', async () => {
      await setUp();
      clock.set('2026-11-24T17:00');
      const late = {
        requestId: requestId(),
        draft: null,
        facts: visitOf(),
        shown: { verdict: 'accept', route: 'sameDay' } as const,
        note: '',
        backEntry: null,
        approval: null,
      };
      expect((await counter.refused('receive.record', late)).code).toBe('decisionChanged');
      expect((await counter.call('home.today', {})).cases).toEqual([]);
    });

    test('受付不可も、規則の番号を付けて記録する', async () => {
      await setUp();
      const facts = visitOf({ card: { medium: 'residentCard', expiresOn: '' } });
      const refused = await counter.call('receive.record', {
        requestId: requestId(),
        draft: null,
        facts,
        shown: { verdict: 'refuse', route: null },
        note: '',
        backEntry: null,
        approval: null,
      });
      expect(refused.verdict).toBe('refuse');
      const [listed] = (await counter.call('home.today', {})).cases;
      expect(listed?.step).toBe('refused');
      expect(listed?.lines.every((line) => line.refusedBy.includes('M2'))).toBe(true);
    });

    test('欄の直しは欄ごとに言われ、何も記録しない', async () => {
      await setUp();
      const visit = visitOf();
      const wrong = {
        requestId: requestId(),
        draft: null,
        facts: {
          ...visit,
          holder: {
            ...visit.holder,
            name: '',
            bornOn: '2099-01-01',
            address: '稲沢市見本町 1234 5678 9018',
            kana: 'れんしゅう123',
          },
        },
        shown: { verdict: 'accept', route: 'sameDay' } as const,
        note: '',
        backEntry: null,
        approval: null,
      };
      const failure = await counter.refused('receive.record', wrong);
      expect(failure.code).toBe('personalNumber');
      expect(failure.fields.map((each) => each.field)).toEqual([
        'holder.name',
        'holder.kana',
        'holder.address',
        'holder.bornOn',
      ]);
      expect((await counter.call('home.today', {})).cases).toEqual([]);
    });

    test('有効な証明書を台帳から見つけ、二つめの発行を断る(E4)', async () => {
      await setUp();
      const received = await receive();
      await counter.call('issue.record', {
        requestId: requestId(),
        case: received.case,
        version: received.version,
        certificates: terminalDates,
        acceptance: null,
      });
      const known = await counter.call('person.knownCertificates', { name: '練習 花子', bornOn: '1988-04-01' });
      expect(known.certificates).toHaveLength(2);
      const again = {
        requestId: requestId(),
        draft: null,
        facts: visitOf(),
        shown: { verdict: 'accept', route: 'sameDay' } as const,
        note: '',
        backEntry: null,
        approval: null,
      };
      expect((await counter.refused('receive.record', again)).code).toBe('decisionChanged');
    });

    test('入力中のものは残り、同僚が引き継ぐと元の職員の保存は断られる', async () => {
      await setUp();
      const draft = requestId();
      const content = JSON.stringify({ name: '練習 花子' });
      const saved = await counter.call('draft.save', {
        draft,
        version: 0,
        task: 'receive',
        title: '練習 花子',
        content,
      });
      await reopen();
      await counter.call('session.signIn', { staffNumber: supervisor.staffNumber, password: supervisor.password });
      expect((await counter.call('home.today', {})).drafts[0]).toMatchObject({ title: '練習 花子', ownedByMe: false });
      const taken = await counter.call('draft.open', { draft });
      expect(taken.content).toBe(content);
      await signInAs(clerk);
      const late = { draft, version: saved.version, task: 'receive', title: '練習 花子', content } as const;
      expect((await counter.refused('draft.save', late)).code).toBe('staleDraft');
    });

    test('個人番号らしい数字は、入力中としても残さない', async () => {
      await setUp();
      const save = (content: string) =>
        ({ draft: requestId(), version: 0, task: 'receive', title: '', content }) as const;
      expect((await counter.refused('draft.save', save('{"address":"123456789018"}'))).code).toBe('personalNumber');
      await counter.call('draft.save', save('{"address":"0587-32-1311"}'));
    });

    test('見せたものは見せる前に記録され、日報の書き出しは置き場所を答える', async () => {
      await setUp();
      await receive();
      await signInAs(supervisor);
      const before = (await counter.call('program.status', {})).ledger?.events ?? 0;
      await counter.call('home.today', {});
      expect((await counter.call('program.status', {})).ledger?.events).toBe(before + 1);
      const exported = await counter.call('dayLog.export', { day: '2026-11-24', office: 'shiminka', format: 'csv' });
      expect(exported).toMatchObject({ rows: 1 });
      expect(exported.path).toContain('日報-市民課-20261124.csv');
    });

    test('台帳の検証は、つながりが切れていないと答える', async () => {
      await setUp();
      await receive();
      const report = await counter.call('ledger.verify', {});
      expect(report.broken).toBeNull();
      expect(report.events).toBe((await counter.call('program.status', {})).ledger?.events);
    });

    test('閉じて開き直しても、受付は残っている', async () => {
      await setUp();
      const received = await receive();
      await reopen();
      expect((await counter.call('program.status', {})).phase).toBe('signIn');
      await counter.call('session.signIn', { staffNumber: clerk.staffNumber, password: clerk.password });
      const found = await counter.call('case.find', { receipt: ' s01-20261124-0001-4 ' });
      expect(found.case).toBe(received.case);
    });
  });
}
