import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input, Output } from '../../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { administrator, clerk, requestId, supervisor } from '../../support/made-up.ts';
import { type AppBed, appBed } from './app-bed.ts';

let bed: AppBed;
beforeEach(async () => {
  bed = await appBed();
  await bed.signInAs(supervisor);
});
afterEach(() => bed.remove());

type Entry = Partial<Input<'settings.addCalendarEntry'>>;

function entryOf(change: Entry = {}): Input<'settings.addCalendarEntry'> {
  return {
    requestId: requestId(),
    kind: 'specialClosure',
    from: '2026-12-08T00:00',
    until: '2026-12-10T23:59',
    offices: null,
    reason: '庁舎の工事',
    ...change,
  };
}
const add = (change: Entry = {}) => bed.counter.call('settings.addCalendarEntry', entryOf(change));
const refusedToAdd = (change: Entry = {}) => bed.counter.refused('settings.addCalendarEntry', entryOf(change));
const fieldsOf = ({ fields }: Failure) => fields.map(({ field }) => field);
const openAt = async (at: string) => {
  bed.clock.set(at);
  return (await bed.counter.call('program.status', {})).counterHours?.open;
};
function idOf({ rules }: Output<'settings.view'>): string {
  const [entry] = rules.calendar;
  if (entry === undefined) throw new Error('no entry');
  return entry.entry;
}

describe('暦の書き込み (L2、L3)', () => {
  test('続けての閉庁は一度に書き込め、その日々だけ休みになる', async () => {
    await add();
    const open = [];
    for (const day of ['07', '08', '09', '10', '11']) open.push(await openAt(`2026-12-${day}T10:00`));
    expect(open).toEqual([true, false, false, false, true]);
  });

  test('過ぎた日の書き込みは、確かめたと言うまで書き込まず、何を確かめるかを言う', async () => {
    const past = { from: '2026-11-20T00:00', until: '2026-11-20T23:59' };
    const before = bed.events();
    const refused = await refusedToAdd(past);
    expect(fieldsOf(refused)).toEqual(['acknowledged']);
    expect(refused.fields[0]?.message).toContain('過ぎた日');
    expect(bed.events()).toBe(before);
    const { rules } = await add({ ...past, acknowledged: ['past'] });
    expect(rules.calendar).toHaveLength(1);
  });

  test('臨時開庁のある日の閉庁は、食いちがいを言い、確かめて書き込めば閉庁が先に立つ', async () => {
    await add({ kind: 'specialOpening', from: '2026-12-06T09:00', until: '2026-12-06T12:00', reason: '日曜窓口' });
    const closure = { from: '2026-12-06T00:00', until: '2026-12-06T23:59' };
    expect((await refusedToAdd(closure)).fields[0]?.message).toContain('臨時開庁があります');
    await add({ ...closure, acknowledged: ['closesOpening'] });
    expect(await openAt('2026-12-06T10:00')).toBe(false);
  });

  test.each([
    ['終わりが始まりより前', { from: '2026-12-08T00:00', until: '2026-12-07T23:59' }, 'until'],
    ['読めない日', { from: '2026-02-30T00:00' }, 'from'],
    ['31日を超える閉庁', { until: '2027-01-20T23:59' }, 'until'],
    ['何年も先までの閉庁', { until: '2029-01-20T23:59' }, 'until'],
    ['はるかな昔の閉庁', { from: '0001-01-01T00:00', until: '0001-01-01T23:59' }, 'from'],
    ['はるかな先の閉庁', { from: '9999-12-31T00:00', until: '9999-12-31T23:59' }, 'from'],
    ['2日にわたる臨時開庁', { kind: 'specialOpening', until: '2026-12-09T12:00' }, 'until'],
    ['理由のない閉庁', { reason: ' ' }, 'reason'],
    ['12桁の番号のある理由', { reason: '1234 5678 9018 のため' }, 'reason'],
  ] as const)('%sは、その欄で断り、何も書かない', async (_, change, field) => {
    const before = bed.events();
    expect(fieldsOf(await refusedToAdd(change))).toEqual([field]);
    expect(bed.events()).toBe(before);
  });

  test('始まった閉庁を取り消すと、過ぎた日は休みのまま、その日から開く', async () => {
    const entry = idOf(await add());
    bed.clock.set('2026-12-09T11:00');
    await bed.counter.call('settings.dropCalendarEntry', {
      requestId: requestId(),
      entry,
      reason: '工事が早く終わったため',
    });
    const { rules } = await bed.counter.call('settings.view', {});
    expect(rules.calendar).toMatchObject([{ from: '2026-12-08T00:00', until: '2026-12-08T23:59' }]);
    expect(await openAt('2026-12-09T11:00')).toBe(true);
  });

  test('終わった書き込みは取り消せず、知らない書き込みも取り消せない', async () => {
    const entry = idOf(await add());
    bed.clock.set('2026-12-11T09:00');
    const drop = { requestId: requestId(), entry, reason: '誤りのため' };
    expect(fieldsOf(await bed.counter.refused('settings.dropCalendarEntry', drop))).toEqual(['entry']);
    const unknown = { ...drop, requestId: requestId(), entry: requestId() };
    expect((await bed.counter.refused('settings.dropCalendarEntry', unknown)).code).toBe('nothingThere');
  });
});

describe('祝日の確認 (L2)', () => {
  const listOf = async (year: number): Promise<{ on: string; name: string }[]> => {
    const { DEFAULT_CALENDAR } = await import('../../../src-shared/domain/calendar.ts');
    return Object.entries(DEFAULT_CALENDAR.holidays)
      .filter(([day]) => day.startsWith(`${year}-`))
      .map(([on, name]) => ({ on, name }));
  };
  const confirm = async (year: number, days: { on: string; name: string }[], reason = '令和9年2月の官報') => ({
    requestId: requestId(),
    year,
    days,
    reason,
  });

  test('3月に知らせ、確かめると知らせが消え、加えた日は休み、外した日は開く', async () => {
    bed.clock.set('2027-03-01T09:00');
    await bed.signInAs(supervisor);
    const noticesNow = async () =>
      (await bed.counter.call('program.status', {})).notices.map(({ headline }) => headline);
    expect(await noticesNow()).toEqual(['2028年の祝日を、まだ確かめていません']);
    const days = (await listOf(2028)).filter(({ on }) => on !== '2028-01-10');
    const list = [...days, { on: '2028-01-17', name: '成人の日' }];
    const { rules } = await bed.counter.call('settings.confirmHolidays', await confirm(2028, list));
    expect(rules.holidays.map(({ year, days: of }) => `${year} ${of.length}`)).toEqual([`2028 ${list.length}`]);
    expect(await noticesNow()).toEqual([]);
    bed.clock.set('2028-01-05T09:00');
    await bed.signInAs(supervisor);
    expect(await openAt('2028-01-10T10:00')).toBe(true);
    expect(await openAt('2028-01-17T10:00')).toBe(false);
  });

  test.each([
    ['公表されていない年', 2028, 'year'],
    ['過ぎた年', 2025, 'year'],
  ])('%sは確かめられない', async (_, year, field) => {
    const asked = await confirm(year, await listOf(year));
    expect(fieldsOf(await bed.counter.refused('settings.confirmHolidays', asked))).toEqual([field]);
  });

  test('過ぎた日は変えられず、これからの日は変えられる', async () => {
    const days = await listOf(2026);
    const past = await confirm(
      2026,
      days.filter(({ on }) => on !== '2026-11-03'),
    );
    expect(fieldsOf(await bed.counter.refused('settings.confirmHolidays', past))).toEqual(['days.0.on']);
    const added = await confirm(2026, [...days, { on: '2026-12-25', name: '臨時の祝日' }]);
    await bed.counter.call('settings.confirmHolidays', added);
    expect(await openAt('2026-12-25T10:00')).toBe(false);
  });

  test('名前に12桁の番号があれば断る', async () => {
    const asked = await confirm(2027, [...(await listOf(2027)), { on: '2027-12-01', name: '123456789018' }]);
    expect((await bed.counter.refused('settings.confirmHolidays', asked)).fields[0]?.message).toContain('個人番号');
  });
});

describe('決まりの変更 (⚙)', () => {
  const changeOf = (change: Partial<Input<'settings.changePolicy'>> = {}): Input<'settings.changePolicy'> => ({
    requestId: requestId(),
    effectiveFrom: '2027-04-01',
    settings: { replyDays: 20 },
    reason: '要綱の改正',
    ...change,
  });
  beforeEach(() => bed.signInAs(administrator));

  test.each([
    ['今日より前の日', { effectiveFrom: '2026-11-23' }, 'effectiveFrom'],
    ['読めない日', { effectiveFrom: '来月' }, 'effectiveFrom'],
    ['理由がない', { reason: '' }, 'reason'],
    ['知らない決まり', { settings: { openingHour: 8 } }, 'settings'],
    ['何も変えない', { settings: {} }, 'settings'],
    ['0日', { settings: { replyDays: 0 } }, 'replyDays'],
    ['窓口なし', { settings: { replyOffices: [] } }, 'replyOffices'],
    ['顔写真付きの書類なし', { settings: { photoDocuments: [] } }, 'photoDocuments'],
    ['一覧より多い点数', { settings: { secondListDocuments: ['studentCard'] } }, 'secondListDocuments'],
    ['いまと同じ', { settings: { replyDays: 30 } }, 'replyDays'],
  ])('%sは、その欄で断り、何も書かない', async (_, change, field) => {
    const before = bed.events();
    expect(fieldsOf(await bed.counter.refused('settings.changePolicy', changeOf(change)))).toContain(field);
    expect(bed.events()).toBe(before);
  });

  test('予定の変更は、その日の前なら理由を添えて取りやめられ、もとの決まりのままになる', async () => {
    const { rules } = await bed.counter.call('settings.changePolicy', changeOf());
    const [planned] = rules.changes;
    expect(planned).toMatchObject({ effectiveFrom: '2027-04-01', settings: { replyDays: 20 } });
    const withdraw = { requestId: requestId(), change: planned?.change ?? '', reason: '改正が延期になったため' };
    expect((await bed.counter.call('settings.withdrawChange', withdraw)).rules.changes).toEqual([]);
    bed.clock.set('2027-04-01T09:00');
    await bed.signInAs(administrator);
    expect((await bed.counter.call('settings.view', {})).rules.changes).toEqual([]);
  });

  test('効き始めた日には、もう取りやめられない', async () => {
    const { rules } = await bed.counter.call('settings.changePolicy', changeOf({ effectiveFrom: '2026-11-25' }));
    bed.clock.set('2026-11-25T00:00');
    const withdraw = { requestId: requestId(), change: rules.changes[0]?.change ?? '', reason: '誤りのため' };
    expect(fieldsOf(await bed.counter.refused('settings.withdrawChange', withdraw))).toEqual(['change']);
  });

  test('同じ依頼をもう一度送っても、変更は一つ', async () => {
    const change = changeOf();
    await bed.counter.call('settings.changePolicy', change);
    const before = bed.events();
    expect((await bed.counter.call('settings.changePolicy', change)).rules.changes).toHaveLength(1);
    expect(bed.events()).toBe(before);
  });

  test('責任者は決まりを変えられず、職員は設定を見られない', async () => {
    await bed.signInAs(supervisor);
    expect((await bed.counter.refused('settings.changePolicy', changeOf())).code).toBe('notAllowed');
    await bed.signInAs(clerk);
    expect((await bed.counter.refused('settings.view', {})).code).toBe('notAllowed');
  });

  test('手数料の理由に12桁の番号があれば断る', async () => {
    const fees = {
      requestId: requestId(),
      effectiveFrom: '2027-04-01',
      fees: [{ reason: '123456789018', yen: 200 }],
      reason: '条例の改正',
    };
    expect(fieldsOf(await bed.counter.refused('settings.changeFees', fees))).toEqual(['fees']);
    const asRule = changeOf({ settings: { fees: fees.fees } });
    expect(fieldsOf(await bed.counter.refused('settings.changePolicy', asRule))).toEqual(['fees']);
  });
});

describe('変更の記録', () => {
  async function someChanges(): Promise<void> {
    const entry = idOf(await add());
    bed.clock.advance(5);
    await bed.counter.call('settings.dropCalendarEntry', {
      requestId: requestId(),
      entry,
      reason: '工事がなくなったため',
    });
    await bed.signInAs(administrator);
    const change = { effectiveFrom: '2027-04-01', reason: '要綱の改正' };
    await bed.counter.call('settings.changePolicy', { ...change, requestId: requestId(), settings: { replyDays: 20 } });
    await bed.counter.call('settings.changePolicy', {
      ...change,
      requestId: requestId(),
      settings: { photoDocuments: ['passport', 'driversLicence'] },
    });
    await bed.counter.call('print.setOffsets', { requestId: requestId(), xMm: 2.5, yMm: 0 });
  }

  test('だれが、いつ、いつから、何から何へ、なぜを、新しいものから並べ、取り消したものも残る', async () => {
    await someChanges();
    const { history } = await bed.counter.call('settings.view', {});
    expect(
      history.map(({ act, who, code, from, to, effectiveFrom }) => [act, who, code, from, to, effectiveFrom]),
    ).toEqual([
      ['placeChanged', '見本 管理', 'D1', '右へ0mm・下へ0mm', '右へ2.5mm・下へ0mm', null],
      [
        'policyChanged',
        '見本 管理',
        'I4',
        '25種類',
        expect.stringMatching(/^2種類・外す: 運転経歴証明書、/u),
        '2027-04-01',
      ],
      ['policyChanged', '見本 管理', 'D2', '30日', '20日', '2027-04-01'],
      ['entryDropped', '見本 責任', 'L2', null, null, null],
      ['entryAdded', '見本 責任', 'L2', null, null, null],
    ]);
    expect(history.at(-1)).toMatchObject({
      what: '臨時閉庁 令和8年12月8日(火)から12月10日(木)まで すべての窓口',
      reason: '庁舎の工事',
      takenBack: { who: '見本 責任', reason: '工事がなくなったため' },
    });
  });

  test('書き出しは、書き出したことを残してから、画面と同じ行のCSVになる (B5)', async () => {
    await someChanges();
    const before = bed.events();
    const { path, rows } = await bed.counter.call('list.export', {
      requestId: requestId(),
      list: 'settings',
      case: null,
      format: 'csv',
    });
    expect(rows).toBe(5);
    const lines = readFileSync(path, 'utf8').trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[3]).toContain('回答の日数,30日,20日,2027-04-01,要綱の改正');
    expect(bed.events()).toBe(before + 2);
    const today = bed.ledger().reads.eventsOfDay('shiminka', '2026-11-24');
    expect(today.at(-2)).toMatchObject({ name: 'exported/3', payload: { what: 'settings', format: 'csv', rows: 5 } });
  });

  test('職員は、変更の記録を印刷も書き出しもできない', async () => {
    await bed.signInAs(clerk);
    const list = { requestId: requestId(), list: 'settings', case: null } as const;
    expect((await bed.counter.refused('list.export', { ...list, format: 'csv' })).code).toBe('notAllowed');
    expect((await bed.counter.refused('list.print', { ...list, to: 'file' })).code).toBe('notAllowed');
  });
});
