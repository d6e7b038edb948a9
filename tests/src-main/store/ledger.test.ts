import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Bed,
  chance,
  clerk,
  day,
  issued,
  ledgerBed,
  parked,
  receive,
  receiveOne,
  steppingClock,
  succeeded,
  verified,
} from './fixture.ts';

let bed: Bed;
beforeEach(() => {
  bed = ledgerBed();
});
afterEach(() => bed.remove());

describe('開設と読み出し', () => {
  test('開設した台帳は、課所・端末番号・端末名を答える', () => {
    expect(bed.ledger().reads.setUp()).toMatchObject({
      office: 'shiminka',
      terminal: 1,
      terminalName: '市民課1番',
      epoch: 1,
      practice: false,
    });
  });

  test('閉じて開き直しても、受付は版も氏名もそのまま残る', () => {
    const caseId = receiveOne(bed.ledger());
    const again = bed.reopen();
    expect(again.health()).toMatchObject({ state: 'normal', events: 3, checkedAtStart: 3 });
    expect(again.reads.case(caseId)).toMatchObject({
      state: { version: 1, step: 'received' },
      holder: { name: '稲沢 太郎' },
      blocked: null,
    });
  });

  test('受付から発行までの出来事は、版が一つずつ進み、前の出来事のハッシュにつながる', () => {
    const caseId = receiveOne(bed.ledger());
    succeeded(
      bed
        .ledger()
        .write(clerk, null, (writes) => [writes.append(verified(caseId)), writes.append(issued(caseId))].length),
    );
    const events = bed
      .ledger()
      .reads.caseEvents(caseId)
      .flatMap((event) => ('envelope' in event ? [event] : []));
    expect(events.map((event) => event.envelope.caseVersion)).toEqual([1, 2, 3]);
    expect(events.map((event) => event.envelope.continues)).toEqual([null, events[0]?.hash, events[1]?.hash]);
    expect(bed.ledger().reads.case(caseId)?.state.step).toBe('finished');
    expect(bed.ledger().reads.certificatesOf('稲沢太郎', '1980-05-10')).toMatchObject([
      { case: caseId, serial: 'SER-0001-INAZAWA' },
    ]);
  });

  test('本文には個人の値が一つも入らない', () => {
    receiveOne(bed.ledger());
    const raw = bed.raw('read');
    const bodies = raw.prepare<[], string>('SELECT body FROM event').pluck().all().join('\n');
    raw.close();
    for (const value of ['稲沢 太郎', 'イナザワ', '1980-05-10', '2031-05-10', '稲府町', '"male"'])
      expect(bodies).not.toContain(value);
  });

  test('その日の受付・未了の受付・受付番号・出来事・検索が引ける', () => {
    const first = receiveOne(bed.ledger(), { name: '髙橋 花子', kana: 'タカハシ ハナコ', bornOn: '1990-01-02' });
    const second = receiveOne(bed.ledger());
    const { reads } = bed.ledger();
    expect(
      reads
        .casesOfDay('shiminka', day)
        .map((row) => row.state.case)
        .sort(),
    ).toEqual([first, second].sort());
    expect(reads.casesOfDay('sobue', day)).toEqual([]);
    expect(reads.unfinishedBefore('shiminka', '2026-11-25')).toHaveLength(2);
    expect(reads.unfinishedBefore('shiminka', day)).toHaveLength(0);
    expect(reads.caseByReceipt({ office: 'shiminka', terminal: 1, day, number: 2 })?.state.case).toBe(second);
    expect(reads.eventsOfDay('shiminka', day).map((event) => event.name)).toEqual([
      'ledgerOpened/1',
      'settingChanged/1',
      'caseReceived/2',
      'caseReceived/2',
    ]);
    const found = (name: string) => reads.persons({ by: 'name', name }, 10).flatMap(reads.casesOfPerson);
    expect(found('たかはし')).toEqual([first]);
    expect(found('髙橋花')).toEqual([first]);
    expect(reads.persons({ by: 'bornOn', bornOn: '1980-05-10' }, 10).flatMap(reads.casesOfPerson)).toEqual([second]);
    expect(reads.nextReceiptNumber(day)).toBe(3);
    expect(reads.nextReceiptNumber('2026-11-25')).toBe(1);
  });

  test('代替文字の表を渡すと、どの異体字からでも互いに見つかる', () => {
    receiveOne(bed.ledger(), { name: '髙橋 花子', kana: 'タカハシ ハナコ' });
    expect(bed.ledger().reads.persons({ by: 'name', name: '高橋' }, 10)).toHaveLength(0);
    const folding = bed.reopen({ substitutes: new Map([['髙', '高']]) });
    expect(folding.health().notices).toContain('projectionsRebuilt');
    expect(folding.reads.persons({ by: 'name', name: '高橋' }, 10)).toHaveLength(1);
    expect(folding.reads.persons({ by: 'name', name: '髙橋' }, 10)).toHaveLength(1);
  });
});

describe('一つの操作の保存', () => {
  test('同じ依頼番号で二度保存しても、出来事は一つで、同じ答えが返る', () => {
    const first = succeeded(bed.ledger().write(clerk, 'request-1', (writes) => ({ case: receive(writes) })));
    let called = false;
    const second = succeeded(
      bed.ledger().write(clerk, 'request-1', (writes) => {
        called = true;
        return { case: receive(writes) };
      }),
    );
    expect(second).toEqual(first);
    expect(called).toBe(false);
    expect(bed.ledger().reads.count().events).toBe(3);
    expect(bed.ledger().reads.requestResult('request-1')).toBe(JSON.stringify(first));
  });

  test('途中で例外が出ると、何も残らず、例外はそのまま伝わる', () => {
    const before = bed.ledger().reads.count();
    expect(() =>
      bed.ledger().write(clerk, 'request-2', (writes) => {
        receive(writes);
        throw new Error('途中の不具合');
      }),
    ).toThrow('途中の不具合');
    expect(bed.ledger().reads.count()).toEqual(before);
    expect(bed.ledger().reads.requestResult('request-2')).toBeNull();
  });

  test('取りやめると、書いたものは残らず、値だけが返り、依頼番号も使われない', () => {
    const before = bed.ledger().reads.count();
    const refused = bed.ledger().write(clerk, 'request-3', (writes) => {
      receive(writes);
      return writes.abandon({ code: 'staleVersion' as const });
    });
    expect(refused).toEqual({ ok: true, value: { code: 'staleVersion' } });
    expect(bed.ledger().reads.count()).toEqual(before);
    expect(bed.ledger().reads.requestResult('request-3')).toBeNull();
    receiveOne(bed.ledger());
  });

  test('追記の失敗を握りつぶした操作は、保存されない', () => {
    const before = bed.ledger().reads.count();
    expect(() =>
      bed.ledger().write(clerk, null, (writes) => {
        receive(writes);
        try {
          writes.append({ ...parked('f'.repeat(32)), personal: { note: '\ud800' } });
        } catch {
          return 'ignored';
        }
        return 'stored';
      }),
    ).toThrow('cannot commit');
    expect(bed.ledger().reads.count()).toEqual(before);
  });

  test('受付番号は飛ばすことも、繰り返すこともできない', () => {
    receiveOne(bed.ledger());
    for (const number of [1, 3]) {
      expect(() =>
        bed.ledger().write(clerk, null, (writes) => receive({ ...writes, nextReceiptNumber: () => number })),
      ).toThrow(`receipt number ${number} where 2 follows`);
    }
  });

  test('時計が60秒を超えて戻っていると断り、60秒までは受け付ける', () => {
    const clock = steppingClock();
    bed.remove();
    bed = ledgerBed({ clock });
    clock.set(`${day}T10:30:00.000+09:00`);
    receiveOne(bed.ledger());
    clock.set(`${day}T10:29:00.000+09:00`);
    receiveOne(bed.ledger());
    clock.set(`${day}T10:27:59.990+09:00`);
    expect(bed.ledger().write(clerk, null, receive)).toEqual({
      ok: false,
      failure: { code: 'clockWentBack', lastRecordedAt: `${day}T10:29:00.001+09:00` },
    });
    expect(bed.ledger().reads.nextReceiptNumber(day)).toBe(3);
  });

  test('下書きと合言葉の控えは、保存・読み出し・破棄ができる', () => {
    const draft = {
      draft: chance.hex(16),
      owner: 'a'.repeat(32),
      task: 'intake',
      version: 1,
      savedAt: `${day}T10:00:00.000+09:00`,
      content: '{}',
      title: '受付',
    };
    succeeded(bed.ledger().write(clerk, null, (writes) => writes.saveDraft(draft)));
    succeeded(bed.ledger().write(clerk, null, (writes) => writes.setCredential('a'.repeat(32), 'scrypt$…')));
    expect(bed.ledger().reads.drafts()).toEqual([draft]);
    expect(bed.ledger().reads.draft(draft.draft)).toEqual(draft);
    expect(bed.ledger().reads.credential('a'.repeat(32))).toBe('scrypt$…');
    succeeded(bed.ledger().write(clerk, null, (writes) => writes.discardDraft(draft.draft)));
    expect(bed.ledger().reads.drafts()).toEqual([]);
  });

  test('職員を加えると、職員番号で引け、受付の担当者名に出る', () => {
    const staff = clerk.staff ?? '';
    succeeded(
      bed.ledger().write(
        clerk,
        null,
        (writes) =>
          writes.append({
            name: 'staffAdded/2',
            case: null,
            occurredAt: `${day}T09:00:00.000+09:00`,
            payload: { staff, role: 'clerk', offices: null, password: 'own', approver: null },
            personal: { staffNumber: '12345', name: '窓口 次郎', kana: 'マドグチ ジロウ', reason: '' },
          }).hash,
      ),
    );
    const caseId = receiveOne(bed.ledger());
    expect(bed.ledger().reads.staffByNumber('12345')).toMatchObject({ staff, name: '窓口 次郎' });
    expect(bed.ledger().reads.staff()).toHaveLength(1);
    expect(bed.ledger().reads.case(caseId)?.handler).toBe('窓口 次郎');
  });
});
