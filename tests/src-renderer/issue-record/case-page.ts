import { afterEach } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useIssue } from '../../../src-renderer/store/issue-slice.ts';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { type FakeCounter, fakeCounter } from '../fake-counter.ts';
import { open, until, untilText } from '../mount.tsx';
import { id, quietHome, sampleCase } from '../samples.ts';

afterEach(() => {
  useIssue.setState(useIssue.getInitialState(), true);
});

type Handlers = Parameters<FakeCounter['answer']>[0];
type Certificate = CaseDetail['certificates'][number];

const ours = {
  on: '2029-09-12',
  decidedBy: 'V3',
  compared: [
    { code: 'V1', on: '2031-09-12' },
    { code: 'V3', on: '2029-09-12' },
  ],
} as const;

/** 練習 千字さんの受付: new issuance of both kinds, our date 2029-09-12 by the card (V3). */
export function detailOf(
  change: {
    readonly summary?: Partial<CaseDetail['summary']>;
    readonly certificates?: readonly Partial<Certificate>[];
    readonly parkedNote?: string;
  } & Partial<Omit<CaseDetail, 'summary' | 'certificates' | 'parkedNote'>> = {},
): CaseDetail {
  const { summary: changed, certificates: lines, parkedNote, ...others } = change;
  const kinds = ['userAuthentication', 'signature'] as const;
  const certificates = kinds.map(
    (kind, index): Certificate => ({
      line: index + 1,
      kind,
      procedure: 'issue',
      cause: null,
      verdict: 'accept',
      becameIssue: false,
      ours: { on: ours.on, decidedBy: ours.decidedBy, compared: ours.compared.map((bound) => ({ ...bound })) },
      held: null,
      issued: null,
      ends: null,
      refusal: null,
      ...lines?.[index],
    }),
  );
  const summary = sampleCase({
    number: 5,
    at: '10:12',
    name: '練習 千字',
    kana: 'レンシュウ センジ',
    procedure: 'issue',
    kinds,
    step: 'verified',
    next: 'recordIssuance',
    handler: '見本 窓口',
  });
  return {
    summary: {
      ...summary,
      lines: summary.lines.map((line, index) => ({
        ...line,
        procedure: certificates[index]?.procedure ?? 'issue',
        cause: certificates[index]?.cause ?? null,
        outcome: certificates[index]?.issued === null ? 'open' : 'issued',
      })),
      held: certificates.some(({ held }) => held !== null) ? 'V7' : null,
      ...changed,
    },
    holder: {
      name: '練習 千字',
      kana: 'レンシュウ　センジ',
      bornOn: '1996-09-12',
      sex: 'female',
      address: '愛知県稲沢市見本町1番地',
      certificateName: '練習 千字',
      certificateAddress: '愛知県稲沢市見本町1番地',
      cardExpiresOn: '2029-09-12',
    },
    visitor: { name: null, relation: null, reason: null, documents: ['driversLicence'], proof: null },
    basis: null,
    backEntryReason: null,
    certificates,
    letters: [],
    contacts: [],
    corrections: [],
    waiting: [],
    findings: [
      { code: 'E1', kind: null, status: 'met', effect: 'refuse', text: '住基台帳に記録', refusal: null },
      { code: 'M1', kind: null, status: 'met', effect: 'refuse', text: 'カードが期限内', refusal: null },
    ],
    told: ['どちらも2029年9月12日まで使えます。'],
    history: [entryOf('受付', '2026-11-24T10:12:00.000+09:00')],
    ...others,
    parkedNote: parkedNote ?? null,
  };
}

/** 記録の一行: as the history of a case names it. */
export function entryOf(what: string, at: string, who = '見本 窓口'): CaseDetail['history'][number] {
  return { entry: `${id(0xa1)}/1/1`, at, recordedAt: at, what, who, office: '市民課', correctable: [] };
}

/** 署名用の日付が違って止まった受付: 利用者証明用 is recorded, the terminal showed 21 instead of 12. */
export function heldDetail(): CaseDetail {
  return detailOf({
    certificates: [
      { issued: { serial: '2A7F-19C2-440B', expiresOn: '2029-09-12', terminalPrevailed: false } },
      { held: { rule: 'V7', terminal: '2029-09-21', times: 1 } },
    ],
    summary: { version: 4, step: 'verified', next: 'readDateAgain', held: 'V7' },
  });
}

export function doneDetail(): CaseDetail {
  const issued = { serial: '2A7F-19C2-440B', expiresOn: '2029-09-12', terminalPrevailed: false };
  return detailOf({
    certificates: [{ issued }, { issued: { ...issued, serial: '2A7F-19C2-440C' } }],
    summary: { step: 'finished', next: 'nothing', version: 5 },
  });
}

/** 受付を開く: the whole program with this case in hand. */
export async function openCase(
  detail: CaseDetail,
  handlers: Handlers = {},
  changes: Partial<ProgramStatus> = {},
): Promise<FakeCounter> {
  const fake = fakeCounter(changes);
  fake.answer({
    'home.today': quietHome,
    'case.open': () => detail,
    ...handlers,
  });
  open(fake);
  await untilText('今日の受付はまだありません。');
  useTask.getState().go({ kind: 'issueRecord', caseId: id(0x1005) });
  await untilText('ここまでの記録');
  return fake;
}

export function field(name: string): HTMLInputElement {
  const found = document.getElementById(`issue-${name}`);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${name}`);
  return found;
}

export async function fill(name: string, text: string): Promise<void> {
  await until(name, () => document.getElementById(`issue-${name}`) !== null);
  await userEvent.fill(field(name), text);
}

export function recorded(fake: FakeCounter): Input<'issue.record'>[] {
  // The fake parsed each input by the schema of its own method.
  return fake.calls
    .filter(({ method }) => method === 'issue.record')
    .map(({ input }) => input as Input<'issue.record'>);
}
