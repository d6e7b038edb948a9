import type { CaseDetail } from '../../../../src-shared/contract/api/case-shapes.ts';
import type { ReceiveFacts } from '../../../../src-shared/contract/api/receive-api.ts';
import type { Input } from '../../../../src-shared/contract/counter-api.ts';
import { agentOf, nobodyCame, requestId, supervisor, visitOf } from '../../../support/made-up.ts';
import type { AppBed } from '../app-bed.ts';

export type Lines = ReceiveFacts['lines'];
type Kind = Lines[number]['kind'];

export const both: readonly Kind[] = ['signature', 'userAuthentication'];
export const issue = (kind: Kind): Lines[number] => ({ kind, procedure: 'issue', cause: null, feeReason: null });
export const renew = (kind: Kind): Lines[number] => ({ kind, procedure: 'renew', cause: null, feeReason: null });
export const revoke = (kind: Kind, cause: Lines[number]['cause']): Lines[number] => ({
  kind,
  procedure: 'revoke',
  cause,
  feeReason: null,
});
export const current = (kind: Kind, expiresOn: string): ReceiveFacts['current'][number] => ({
  kind,
  issuedOn: '2021-12-01',
  expiresOn,
  serial: null,
});
export const acceptance = {
  staffNumber: supervisor.staffNumber,
  password: supervisor.password,
  reason: '二人で画面を確かめたため',
};

type Reception = Input<'receive.record'>;

export function receptionOf(change: Partial<ReceiveFacts>, around: Partial<Reception> = {}): Reception {
  return {
    requestId: requestId(),
    draft: null,
    facts: visitOf(change),
    shown: { verdict: 'accept', route: 'sameDay' },
    note: '',
    backEntry: null,
    approval: null,
    ...around,
  };
}

/** 代理人による受付: goes by inquiry */
export async function receiveByLetter(bed: AppBed, change: Partial<ReceiveFacts> = {}): Promise<CaseDetail> {
  const input = receptionOf({ visitor: agentOf(), ...change }, { shown: { verdict: 'accept', route: 'inquiry' } });
  const received = await bed.counter.call('receive.record', input);
  return bed.counter.call('case.open', { case: received.case });
}

export async function receiveNow(bed: AppBed, change: Partial<ReceiveFacts> = {}): Promise<CaseDetail> {
  const received = await bed.counter.call('receive.record', receptionOf(change));
  return bed.counter.call('case.open', { case: received.case });
}

export async function post(bed: AppBed, { summary }: CaseDetail): Promise<CaseDetail> {
  const cases = [{ case: summary.case, version: summary.version }];
  await bed.counter.call('letters.post', { requestId: requestId(), cases });
  return bed.counter.call('case.open', { case: summary.case });
}

export const notice = { visitor: nobodyCame, card: { medium: null, expiresOn: '' }, basis: '転居届の通知' } as const;

export function replyOf({ summary }: CaseDetail, change: Partial<Input<'reply.accept'>> = {}): Input<'reply.accept'> {
  return {
    requestId: requestId(),
    case: summary.case,
    version: summary.version,
    scanned: summary.receipt,
    complete: true,
    rightHand: true,
    cardPresent: true,
    visitor: { capacity: 'agent', documents: ['passport'], name: '例田 代理', relation: '長女' },
    questionsAnswered: null,
    note: '',
    ...change,
  };
}

/** 端末のとおりに発行する: every open line with our own date. */
export async function issueAll(bed: AppBed, detail: CaseDetail): Promise<CaseDetail> {
  const certificates = detail.certificates
    .filter(({ procedure, issued, ours }) => procedure !== 'revoke' && issued === null && ours !== null)
    .map(({ line, ours }) => ({
      line,
      serial: `90AB-${detail.summary.case.slice(0, 4)}-${line}`,
      expiresOn: ours?.on ?? '',
    }));
  const { case: caseId, version } = detail.summary;
  return bed.counter.call('issue.record', {
    requestId: requestId(),
    case: caseId,
    version,
    certificates,
    acceptance: null,
  });
}

/** 署名用と利用者証明用を発行した人: so that the ledger itself knows the certificates. */
export async function holderWithCertificates(bed: AppBed, change: Partial<ReceiveFacts> = {}): Promise<CaseDetail> {
  return issueAll(bed, await receiveNow(bed, change));
}

/** 端末の日付が違う発行 (V7): the hold, and then the second person's word with this sign-in. */
export async function heldByDate(bed: AppBed, given: typeof acceptance | Record<keyof typeof acceptance, string>) {
  const detail = await receiveNow(bed, { lines: [issue('userAuthentication')] });
  const certificates = [{ line: 1, serial: '2A7F-19C2-440B', expiresOn: '2030-03-31' }];
  const named = { case: detail.summary.case, certificates };
  const { version } = detail.summary;
  const held = await bed.counter.call('issue.record', { requestId: requestId(), ...named, version, acceptance: null });
  await bed.counter.ask('issue.record', {
    requestId: requestId(),
    ...named,
    version: held.summary.version,
    acceptance: given,
  });
  return held;
}
