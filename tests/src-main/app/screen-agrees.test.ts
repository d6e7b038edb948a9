import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withProcedures } from '../../../src-renderer/screens/receive/lines-of-form.ts';
import type { Typed } from '../../../src-renderer/screens/receive/typed.ts';
import { causeChosen } from '../../../src-renderer/screens/revoke/cause-words.ts';
import type { Received } from '../../../src-shared/contract/api/receive-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { filledForm, filledRevocation, readForm } from '../../src-renderer/receive/filled-form.ts';
import { requestId, supervisor } from '../../support/made-up.ts';
import { type AppBed, appBed } from './app-bed.ts';

const signature = { issuedOn: '2023.9.1', expiresOn: '2028.4.1', serial: 'SG-0001' };
const userAuthentication = { issuedOn: '2023.9.1', expiresOn: '2028.4.1', serial: 'UA-0001' };
const typedFromCard = {
  currentAnswer: 'some',
  currentSignature: signature,
  currentUserAuthentication: userAuthentication,
} as const;
const comer = { documents: ['driversLicence'] } as const;

describe('画面の判定と本体の判定は、どの手続でも同じ', () => {
  let bed: AppBed;

  beforeEach(async () => {
    bed = await appBed();
  });
  afterEach(() => bed.remove());

  /** what a screen would send at 10:12, and what becomes of it */
  async function record(typed: Typed, approval: Input<'receive.record'>['approval'] = null): Promise<Received> {
    const known = await bed.counter.call('person.knownCertificates', { name: typed.name, bornOn: '1988-04-01' });
    const { ready, decision, missing, issues } = readForm(typed, {
      at: '2026-11-24T10:12',
      certificates: known.certificates.map((each) => ({
        ...each,
        issuedOn: plainDate(each.issuedOn),
        expiresOn: plainDate(each.expiresOn),
      })),
      ended: known.ended.map(({ kind, on }) => ({ kind, on: plainDate(on) })),
    });
    expect({ missing, issues }).toEqual({ missing: [], issues: [] });
    if (ready === null || decision.verdict === 'undecided') throw new Error('the form is not ready');
    return bed.counter.call('receive.record', {
      requestId: requestId(),
      draft: null,
      ...ready,
      shown: { verdict: decision.verdict, route: decision.route },
      note: '',
      approval,
    });
  }

  test('見つかったカードの失効と新規発行(失効して新規)', async () => {
    const typed = { ...filledForm, ...typedFromCard };
    const received = await record({
      ...typed,
      ...withProcedures(typed, { signature: 'reissue', userAuthentication: 'reissue' }),
    });
    expect(received).toMatchObject({ verdict: 'accept', route: 'sameDay', revoked: 2, held: null });
  });

  test('片方の更新と、もう片方の新規発行', async () => {
    const typed: Typed = {
      ...filledForm,
      currentAnswer: 'some',
      currentUserAuthentication: { issuedOn: '2022.1.5', expiresOn: '2027.1.8', serial: '' },
    };
    const received = await record({
      ...typed,
      ...withProcedures(typed, { signature: 'issue', userAuthentication: 'renew' }),
    });
    expect(received).toMatchObject({ verdict: 'accept', route: 'sameDay', revoked: 0 });
  });

  test('法定代理人の申請', async () => {
    const received = await record({
      ...filledForm,
      bornOn: 'S63.4.1',
      adultWard: true,
      signature: false,
      capacity: 'statutoryRepresentative',
      visitorName: '例田 代理',
      relation: '子',
      sameAddress: true,
      proof: 'registrationCertificate',
    });
    expect(received).toMatchObject({ verdict: 'accept', route: 'inquiry' });
  });

  test.each([
    ['X1', { userAuthentication: true, ...comer }, { route: 'sameDay', revoked: 1 }],
    ['X2', { signature: true, ...comer }, { route: 'sameDay', revoked: 1 }],
    ['X3', { basis: '転居届の通知' }, { revoked: 1 }],
    ['X3d', { basis: '死亡届の通知', address: '' }, { revoked: 2 }],
  ] as const)('失効(%s)', async (cause, change, expected) => {
    const received = await record({ ...filledRevocation, ...typedFromCard, ...causeChosen(cause), ...change });
    expect(received).toMatchObject({ verdict: 'accept', held: null, ...expected });
  });

  test('異動のあとの、続けての新規発行', async () => {
    const received = await record({
      ...filledRevocation,
      ...typedFromCard,
      ...causeChosen('X3'),
      ...comer,
      reissue: true,
      basis: '転居届の通知',
      cardExpiresOn: '2033.4.1',
    });
    expect(received).toMatchObject({ verdict: 'accept', route: 'sameDay', revoked: 1, held: null });
  });

  test('記録の誤り(X4)は、責任者を待つと停止し、ここで確認すればすぐ失効する', async () => {
    const wrong: Typed = {
      ...filledRevocation,
      ...typedFromCard,
      ...causeChosen('X4'),
      signature: true,
      basis: '生年月日の記録の誤り',
    };
    expect(await record(wrong, 'wait')).toMatchObject({ held: 'X4', revoked: 0 });
    const { staffNumber, password } = supervisor;
    const second = { staffNumber, password, reason: wrong.basis };
    expect(await record({ ...wrong, name: '練習 次子' }, second)).toMatchObject({ held: null, revoked: 1 });
  });

  test('紙で受け付けたもの(L4)は、責任者を待つ', async () => {
    const paper = { onPaper: true, paperDay: 'R8.11.20', paperTime: '15:30', paperReason: '停電のため' };
    expect(await record({ ...filledForm, ...paper }, 'wait')).toMatchObject({ route: 'sameDay', held: 'L4' });
  });

  test('台帳の証明書を一度失効させたら、二度めは断り、いつ失効したかを言う(X0)', async () => {
    const { case: issued, version } = await record(filledForm);
    await bed.counter.call('issue.record', {
      requestId: requestId(),
      case: issued,
      version,
      certificates: [
        { line: 1, serial: 'UA-0001', expiresOn: '2030-04-01' },
        { line: 2, serial: 'SG-0001', expiresOn: '2030-04-01' },
      ],
      acceptance: null,
    });
    const notice = { ...filledRevocation, ...causeChosen('X3'), basis: '転居届の通知' };
    expect(await record(notice)).toMatchObject({ verdict: 'accept', revoked: 1 });
    expect(await record(notice)).toMatchObject({ verdict: 'refuse', revoked: 0 });
  });
});
