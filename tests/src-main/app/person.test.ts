import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasMyNumberCheckDigit } from '../../../src-shared/kernel/my-number.ts';
import { clerk, requestId, supervisor } from '../../support/made-up.ts';
import { type MadeUpIssue, writeInto, writeIssue, writeReception } from '../../support/made-up-ledger.ts';
import { type AppBed, appBed } from './app-bed.ts';

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
});
afterEach(() => bed.remove());

const issue = (visit: MadeUpIssue): string => writeInto(bed.ledger(), (writes) => writeIssue(writes, visit));
const receive = (visit: MadeUpIssue): string => writeInto(bed.ledger(), (writes) => writeReception(writes, visit));
const search = (typed: string) => bed.counter.call('person.search', { typed });
const namesFor = async (typed: string): Promise<readonly string[]> =>
  (await search(typed)).persons.map(({ name }) => name);

const hamada = { name: '\u{6FF5}田 例一', kana: 'ハマダ　レイイチ', bornOn: '1965-06-15', sex: 'male' } as const;
const twin = { ...hamada, name: '濱田 例一' } as const;
const takahashi = { name: '\u{9AD9}橋 例子', kana: 'タカハシ　レイコ', bornOn: '1988-04-01' } as const;

describe('台帳を探す', () => {
  beforeEach(() => {
    issue({ at: '2026-11-24T09:10', holder: takahashi, serial: '2A7F-19C2-440B' });
    issue({ at: '2026-11-24T09:20', holder: hamada });
    issue({ at: '2026-11-24T09:30', holder: { name: '浜田 陽例', kana: 'ハマダ　ヨウレイ', bornOn: '1977-01-09' } });
  });

  test.each([
    ['高橋', ['\u{9AD9}橋 例子']],
    ['\u{9AD9}橋', ['\u{9AD9}橋 例子']],
    ['高橋例子', ['\u{9AD9}橋 例子']],
    ['たかはし', ['\u{9AD9}橋 例子']],
    ['ﾀｶﾊｼ ﾚｲ', ['\u{9AD9}橋 例子']],
    ['タカハシレイコ', ['\u{9AD9}橋 例子']],
    ['たか れい', ['\u{9AD9}橋 例子']],
    ['高橋 れい', ['\u{9AD9}橋 例子']],
    ['濱田', ['浜田 陽例', '\u{6FF5}田 例一']],
    ['浜田', ['浜田 陽例', '\u{6FF5}田 例一']],
    ['はまだ よう', ['浜田 陽例']],
    ['S63.4.1', ['\u{9AD9}橋 例子']],
    ['昭和63年4月1日', ['\u{9AD9}橋 例子']],
    ['1988-04-01', ['\u{9AD9}橋 例子']],
    ['19880401', ['\u{9AD9}橋 例子']],
    ['２ａ７ｆ－１９ｃ２－４４０ｂ', ['\u{9AD9}橋 例子']],
    ['2A7F-19C2', []],
    ['やまだ', []],
  ])('「%s」で見つかる人', async (typed, names) => {
    expect([...(await namesFor(typed))].sort()).toEqual([...names].sort());
  });

  test.each(['S01-20261124-0002-2', 'Ｓ０１２０２６１１２４０００２２'])(
    '受付番号「%s」は、その受付をすぐ開く',
    async (typed) => {
      const before = bed.events();
      const found = await search(typed);
      expect(found).toMatchObject({ by: 'receipt', persons: [] });
      const opened = await bed.counter.call('person.open', { case: found.case ?? '' });
      expect(opened.person.name).toBe('\u{6FF5}田 例一');
      expect(bed.events()).toBe(before + 1);
    },
  );

  test('ない受付番号では、何も開かない', async () => {
    expect(await search('S01-20261124-0009-7')).toEqual({ by: 'receipt', case: null, persons: [], more: false });
  });

  test('個人番号と思われる数字では探さず、どこにも残さない', async () => {
    const myNumber = '123456789018';
    expect(hasMyNumberCheckDigit(myNumber)).toBe(true);
    const before = bed.events();
    for (const typed of [myNumber, '1234 5678 9018', '１２３４－５６７８－９０１８'])
      expect((await bed.counter.refused('person.search', { typed })).code).toBe('personalNumber');
    expect(bed.events()).toBe(before);
  });

  test('ない日付は、思い当たる日を添えて断る', async () => {
    const failure = await bed.counter.refused('person.search', { typed: 'S64.1.8' });
    expect(failure.fields).toEqual([
      { field: 'typed', message: expect.stringContaining('1月7日まで'), suggestion: '平成元年1月8日' },
    ]);
  });

  test('見せた結果は、ひと組ごとに一つ残る。だれも見つからなければ残さない (B5)', async () => {
    const before = bed.events();
    await search('はまだ');
    expect(bed.events()).toBe(before + 1);
    await search('やまだ');
    await search('');
    expect(bed.events()).toBe(before + 1);
    const [, last] = bed.ledger().reads.eventsOfDay('shiminka', '2026-11-24').slice(-2);
    expect(last).toMatchObject({ name: 'shown/3', payload: { what: 'search', rows: 2 } });
    expect(JSON.stringify(last?.envelope)).not.toContain('ハマダ');
  });

  test('50人までを見せ、続きがあることを言う', async () => {
    writeInto(bed.ledger(), (writes) => {
      for (let number = 0; number < 51; number += 1)
        writeReception(writes, { at: '2026-11-24T09:40', holder: { name: `見本 ${number}号`, kana: 'ミホン　ゴウ' } });
    });
    const found = await search('みほん');
    expect([found.persons.length, found.more]).toEqual([50, true]);
    expect((await search('はまだ')).more).toBe(false);
  });

  test('同じ記録の受付は一人にまとまり、いちばん新しい受付がその人を表す', async () => {
    const latest = receive({ at: '2026-11-24T10:00', holder: { ...hamada, address: '愛知県稲沢市練習町2番地' } });
    const [row, ...rest] = (await search('はまだ れい')).persons;
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ case: latest, cases: 2, address: '愛知県稲沢市練習町2番地', possiblySame: false });
  });
});

describe('人の頁', () => {
  test('証明書の一生・受付・経過・見た人が出る', async () => {
    const first = issue({ at: '2022-07-02T10:00', holder: hamada, expiresOn: '2026-06-15' });
    const second = issue({
      at: '2026-05-11T10:00',
      holder: hamada,
      procedure: 'renew',
      expiresOn: '2031-06-15',
      replaces: [{ case: first, line: 1 }],
    });
    const page = await bed.counter.call('person.open', { case: first });
    expect(page.person.case).toBe(second);
    expect(page.certificates).toMatchObject([
      { case: first, procedure: 'issue', expiresOn: '2026-06-15', endedOn: '2026-05-11', cause: 'replaced' },
      { case: second, procedure: 'renew', expiresOn: '2031-06-15', endedOn: null, cause: null },
    ]);
    expect(page.cases.map((each) => each.case)).toEqual([second, first]);
    expect(page.timeline.map(({ group, what, detail }) => [group, what, detail])).toEqual([
      ['view', '閲覧', '台帳'],
      ['procedure', '発行', '署名用を更新・2031年(令和13年)6月15日まで V2'],
      ['procedure', '確認', '即日で進める'],
      ['procedure', '受付', '更新・署名用・本人'],
      ['procedure', '発行', '署名用を発行・2026年(令和8年)6月15日まで V1'],
      ['procedure', '確認', '即日で進める'],
      ['procedure', '受付', '新規発行・署名用・本人'],
    ]);
    expect(page.timeline[0]).toMatchObject({ who: clerk.name, at: '2026-11-24T10:12:00.000+09:00' });
  });

  test.each([
    ['期間の前の日', '2031-03-15', false, 'W1', '2031年(令和13年)3月16日から'],
    ['期間の最初の日 (W1)', '2031-03-16', true, 'W1', '2031年(令和13年)6月15日まで'],
    ['最後の日', '2031-06-15', true, 'W1', '2031年(令和13年)6月15日まで'],
    ['満了の次の日', '2031-06-16', false, 'W1', '更新する証明書がありません'],
  ])('今日できること: 更新は、%s', async (_, day, possible, code, text) => {
    const caseId = issue({
      at: '2026-05-11T10:00',
      holder: { ...hamada, cardExpiresOn: '2035-06-15' },
      expiresOn: '2031-06-15',
    });
    bed.clock.set(`${day}T10:00`);
    const { today } = await bed.counter.call('person.open', { case: caseId });
    const renewal = today.find((each) => each.procedure === 'renew' && each.kind === 'signature');
    expect(renewal).toMatchObject({ possible, code, text });
    const issuing = today.find((each) => each.procedure === 'issue' && each.kind === 'signature');
    expect([issuing?.possible, issuing?.code]).toEqual(day > '2031-06-15' ? [true, null] : [false, 'E4']);
    const revoking = today.find((each) => each.procedure === 'revoke' && each.kind === 'signature');
    expect([revoking?.possible, revoking?.code]).toEqual(day > '2031-06-15' ? [false, 'X0'] : [true, null]);
  });

  test('カードの期限が過ぎた人には、発行できない (M1)', async () => {
    const caseId = receive({ at: '2026-11-24T09:10', holder: { ...hamada, cardExpiresOn: '2026-11-23' } });
    const { today } = await bed.counter.call('person.open', { case: caseId });
    expect(today.filter((each) => each.procedure === 'issue').map(({ possible, code }) => [possible, code])).toEqual([
      [false, 'M1'],
      [false, 'M1'],
    ]);
  });

  test('発行者の範囲の失効 (X5) は、その日までの証明書だけを終わらせる', async () => {
    const caseId = issue({ at: '2026-05-11T10:00', holder: hamada, expiresOn: '2031-06-15' });
    const later = issue({ at: '2026-11-24T09:50', holder: takahashi });
    writeInto(bed.ledger(), (writes) => {
      writes.append({
        name: 'issuerKeyRevoked/1',
        case: null,
        occurredAt: '2026-11-24T09:00:00.000+09:00',
        payload: { kinds: ['signature'], issuedFrom: '2026-05-01', issuedUntil: '2026-11-30', covered: 1 },
        personal: { basis: '発行者からの通知' },
      });
    });
    const [covered] = (await bed.counter.call('person.open', { case: caseId })).certificates;
    expect(covered).toMatchObject({ endedOn: '2026-11-24', cause: 'X5' });
    const [after] = (await bed.counter.call('person.open', { case: later })).certificates;
    expect(after).toMatchObject({ endedOn: null, cause: null });
  });

  test('一覧を見ただけでは、人の閲覧の記録に入らない', async () => {
    const caseId = issue({ at: '2026-11-24T09:10', holder: hamada });
    await bed.counter.call('person.search', { typed: 'はまだ' });
    const { timeline } = await bed.counter.call('person.open', { case: caseId });
    expect(timeline.filter(({ group }) => group === 'view')).toHaveLength(1);
  });
});

describe('同じ人かもしれない記録', () => {
  let one: string;
  let other: string;
  beforeEach(() => {
    one = issue({ at: '2026-11-24T09:10', holder: hamada });
    other = issue({ at: '2026-11-24T09:20', holder: twin, kind: 'userAuthentication' });
  });
  const reason = '戸籍の字が濵で同じ人と確かめた';
  const join = (requested = requestId()) =>
    bed.counter.call('person.join', { requestId: requested, cases: [one, other], reason });

  test('読みと生年月日が同じ別の記録を示し、何が違うかを言う', async () => {
    const { possiblySame, certificates } = await bed.counter.call('person.open', { case: one });
    expect(possiblySame.map(({ person, differs }) => [person.name, differs])).toEqual([
      ['濱田 例一', '違うのは「\u{6FF5}」と「濱」だけです。'],
    ]);
    expect(certificates).toHaveLength(1);
    expect((await search('はまだ')).persons.map((row) => row.possiblySame)).toEqual([true, true]);
  });

  test('生年月日が違えば、示さない', async () => {
    const apart = issue({ at: '2026-11-24T09:30', holder: { ...hamada, bornOn: '1965-06-16' } });
    expect((await bed.counter.call('person.open', { case: apart })).possiblySame).toEqual([]);
  });

  test('まとめられるのは責任者だけで、理由は10文字以上いる', async () => {
    const input = { requestId: requestId(), cases: [one, other] as [string, string], reason };
    expect((await bed.counter.refused('person.join', input)).code).toBe('notAllowed');
    await bed.signInAs(supervisor);
    const short = await bed.counter.refused('person.join', { ...input, reason: '同じ人だから' });
    expect(short.fields.map(({ field }) => field)).toEqual(['reason']);
  });

  test('まとめると一人として見え、もとに戻すと別々に戻る。どちらの記録も変わらない', async () => {
    await bed.signInAs(supervisor);
    const joined = await join();
    expect(joined.certificates.map(({ kind }) => kind)).toEqual(['signature', 'userAuthentication']);
    expect(joined.possiblySame).toEqual([]);
    expect(joined.person.name).toBe(hamada.name);
    const [listed] = joined.joined;
    expect([listed?.person.name, listed?.reason]).toEqual(['濱田 例一', reason]);
    expect((await search('はまだ')).persons.map(({ name, cases }) => [name, cases])).toHaveLength(1);
    expect((await bed.counter.call('person.open', { case: other })).person.name).toBe('濱田 例一');

    const parted = await bed.counter.call('person.part', {
      requestId: requestId(),
      join: listed?.join ?? '',
      case: one,
      reason: '別の人の届出と分かった',
    });
    expect(parted.joined).toEqual([]);
    expect(parted.possiblySame).toHaveLength(1);
    expect(parted.certificates).toHaveLength(1);
    expect(parted.timeline.map(({ what }) => what)).toEqual(expect.arrayContaining(['まとめ', '分ける']));
  });

  test('同じ依頼を二度受けても一度だけまとめ、もうまとめた記録は断る', async () => {
    await bed.signInAs(supervisor);
    const same = requestId();
    await join(same);
    const events = () =>
      bed
        .ledger()
        .reads.eventsOfDay('shiminka', '2026-11-24')
        .map(({ name }) => name);
    await join(same);
    expect(events().filter((name) => name === 'personsJoined/1')).toHaveLength(1);
    const again = await bed.counter.refused('person.join', { requestId: requestId(), cases: [other, one], reason });
    expect(again.fields[0]?.message).toContain('もう同じ人としてまとめてあります');
    const [{ join: id } = { join: '' }] = (await bed.counter.call('person.open', { case: one })).joined;
    const part = { join: id, case: one, reason: '別の人の届出と分かった' };
    await bed.counter.call('person.part', { requestId: requestId(), ...part });
    const gone = await bed.counter.refused('person.part', { requestId: requestId(), ...part });
    expect(gone.fields[0]?.field).toBe('join');
  });
});

describe('もうすぐ満了する証明書', () => {
  const ending = async () =>
    (await bed.counter.call('list.endingSoon', {})).certificates.map(({ expiresOn, renewableFrom }) => [
      expiresOn,
      renewableFrom,
    ]);

  test('更新できる期間にあるものと、1か月以内に期間に入るものを、満了の早い順に示す', async () => {
    for (const [index, expiresOn] of ['2027-03-23', '2027-03-24', '2026-11-24', '2026-11-23', '2027-02-23'].entries())
      issue({ at: '2022-05-11T10:00', holder: { name: `見本 ${index}号` }, expiresOn });
    expect(await ending()).toEqual([
      ['2026-11-24', '2026-08-25'],
      ['2027-02-23', '2026-11-24'],
      ['2027-03-23', '2026-12-24'],
    ]);
  });

  test('失効したもの、更新で置き換わったものは出ない', async () => {
    const first = issue({ at: '2022-07-02T10:00', expiresOn: '2026-12-15' });
    issue({
      at: '2026-11-24T09:10',
      procedure: 'renew',
      expiresOn: '2032-04-01',
      replaces: [{ case: first, line: 1 }],
    });
    expect(await ending()).toEqual([]);
  });

  test('見せた一覧は一つの出来事として残り、空なら残さない (B5)', async () => {
    const before = bed.events();
    await ending();
    expect(bed.events()).toBe(before);
    issue({ at: '2022-07-02T10:00', expiresOn: '2026-12-15' });
    const issued = bed.events();
    await ending();
    expect(bed.events()).toBe(issued + 1);
  });
});
