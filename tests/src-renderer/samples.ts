import type { CaseSummary } from '../../src-shared/contract/api/case-shapes.ts';
import type { DraftSummary } from '../../src-shared/contract/api/home-api.ts';
import type { ProgramStatus } from '../../src-shared/contract/api/program-api.ts';

/** 見本の人と受付: all made up. */

export function id(number: number): string {
  return number.toString(16).padStart(32, '0');
}

export const clerk: ProgramStatus['user'] = { staff: id(1), staffNumber: '10482', name: '見本 窓口', role: 'clerk' };
export const supervisor: ProgramStatus['user'] = {
  staff: id(2),
  staffNumber: '10311',
  name: '見本 責任',
  role: 'supervisor',
};
export const administrator: ProgramStatus['user'] = {
  staff: id(3),
  staffNumber: '10005',
  name: '見本 管理',
  role: 'administrator',
};

export function sampleStatus(changes: Partial<ProgramStatus> = {}): ProgramStatus {
  return {
    phase: 'open',
    cannotOpen: null,
    practice: false,
    now: '2026-11-24T10:42:00.000+09:00',
    place: { office: 'shiminka', terminal: 1, terminalName: '市民課 1番窓口' },
    ledger: {
      state: 'normal',
      why: null,
      events: 12_481,
      checkedAtStart: 12_481,
      lastRecordedAt: '2026-11-20T17:18:00.000+09:00',
      keyProtection: 'operatingSystem',
    },
    counterHours: { open: true, code: 'L2', text: '受付時間内(17:00まで)' },
    notices: [{ code: 'L3', headline: '統合端末の計画停止', text: '11月26日(木)12:00–13:00 受付だけできます。' }],
    user: clerk,
    rules: { calendar: [], changes: [], holidays: [] },
    idleLockMinutes: 5,
    practiceStaff: null,
    signInPausedUntil: null,
    program: { version: '0.1.0', host: 'test' },
    ...changes,
  };
}

type Sample = {
  readonly number: number;
  readonly at: string;
  readonly name: string;
  readonly kana: string;
  readonly procedure: 'issue' | 'renew' | 'revoke';
  readonly kinds: readonly ('signature' | 'userAuthentication')[];
  readonly capacity?: CaseSummary['capacity'];
  readonly route?: CaseSummary['route'];
  readonly step: CaseSummary['step'];
  readonly next: CaseSummary['next'];
  readonly held?: string;
  readonly letter?: CaseSummary['letter'];
  readonly lapsed?: boolean;
  readonly handler: string;
};

const both = ['userAuthentication', 'signature'] as const;

export function sampleCase(sample: Sample): CaseSummary {
  const done = sample.procedure === 'revoke' ? 'revoked' : sample.procedure === 'renew' ? 'renewed' : 'issued';
  const ended = { refused: 'refused', withdrawn: 'withdrawn', finished: done } as const;
  const outcome =
    sample.step === 'refused' || sample.step === 'withdrawn' || sample.step === 'finished'
      ? ended[sample.step]
      : 'open';
  const number = String(sample.number).padStart(4, '0');
  return {
    case: id(0x1000 + sample.number),
    version: 2,
    receipt: `S01-20261124-${number}-0`,
    shortReceipt: `S01 ${number}`,
    receivedAt: `2026-11-24T${sample.at.padStart(5, '0')}:00.000+09:00`,
    changedAt: `2026-11-24T${sample.at.padStart(5, '0')}:30.000+09:00`,
    name: sample.name,
    kana: sample.kana,
    lines: sample.kinds.map((kind, index) => ({
      line: index + 1,
      kind,
      procedure: sample.procedure,
      cause: sample.procedure === 'revoke' ? ('X1' as const) : null,
      fee: 0,
      outcome,
      refusedBy: [],
      heldBy: sample.held ?? null,
    })),
    capacity: sample.capacity ?? 'holder',
    route: sample.route === undefined ? 'sameDay' : sample.route,
    step: sample.step,
    lapsed: sample.lapsed ?? false,
    letter: sample.letter ?? null,
    held: sample.held ?? null,
    parked: false,
    corrected: false,
    asked: false,
    next: sample.next,
    handler: sample.handler,
  };
}

export const sampleCases: readonly CaseSummary[] = [
  sampleCase({
    number: 14,
    at: '10:35',
    name: '練習 こども',
    kana: 'レンシュウ コドモ',
    procedure: 'issue',
    kinds: ['userAuthentication'],
    capacity: 'statutoryRepresentative',
    route: 'inquiry',
    step: 'verified',
    next: 'postLetter',
    handler: '見本 管理',
  }),
  sampleCase({
    number: 13,
    at: '10:24',
    name: '練習 一郎',
    kana: 'レンシュウ イチロウ',
    procedure: 'renew',
    kinds: both,
    step: 'verified',
    next: 'recordIssuance',
    handler: '見本 次席',
  }),
  sampleCase({
    number: 12,
    at: '10:12',
    name: '練習 千字',
    kana: 'レンシュウ センジ',
    procedure: 'issue',
    kinds: both,
    step: 'verified',
    next: 'readDateAgain',
    held: 'V7',
    handler: '見本 窓口',
  }),
  sampleCase({
    number: 11,
    at: '10:05',
    name: '例 一',
    kana: 'レイ ハジメ',
    procedure: 'issue',
    kinds: both,
    route: null,
    step: 'refused',
    next: 'nothing',
    handler: '見本 次席',
  }),
  sampleCase({
    number: 10,
    at: '9:58',
    name: '例 健',
    kana: 'レイ ケン',
    procedure: 'revoke',
    kinds: ['signature'],
    step: 'finished',
    next: 'nothing',
    handler: '見本 窓口',
  }),
  sampleCase({
    number: 9,
    at: '9:52',
    name: '例 あかり',
    kana: 'レイ アカリ',
    procedure: 'renew',
    kinds: both,
    step: 'finished',
    next: 'nothing',
    handler: '見本 管理',
  }),
  sampleCase({
    number: 8,
    at: '9:48',
    name: '練習 和字',
    kana: 'レンシュウ ワジ',
    procedure: 'renew',
    kinds: both,
    capacity: 'agent',
    route: 'inquiry',
    step: 'verified',
    next: 'postLetter',
    handler: '見本 次席',
  }),
  sampleCase({
    number: 7,
    at: '9:41',
    name: '渡邉 例夫',
    kana: 'ワタナベ レイオ',
    procedure: 'renew',
    kinds: both,
    step: 'finished',
    next: 'nothing',
    handler: '見本 窓口',
  }),
  sampleCase({
    number: 6,
    at: '9:31',
    name: '例 光',
    kana: 'レイ ヒカル',
    procedure: 'issue',
    kinds: both,
    step: 'finished',
    next: 'nothing',
    handler: '見本 管理',
  }),
  sampleCase({
    number: 5,
    at: '9:26',
    name: '例 節',
    kana: 'レイ セツ',
    procedure: 'renew',
    kinds: both,
    step: 'finished',
    next: 'nothing',
    handler: '見本 次席',
  }),
  sampleCase({
    number: 4,
    at: '9:22',
    name: '例 拓',
    kana: 'レイ タク',
    procedure: 'issue',
    kinds: ['signature'],
    route: null,
    step: 'withdrawn',
    next: 'nothing',
    handler: '見本 窓口',
  }),
  sampleCase({
    number: 3,
    at: '9:08',
    name: '例 恵',
    kana: 'レイ メグミ',
    procedure: 'renew',
    kinds: both,
    step: 'finished',
    next: 'nothing',
    handler: '見本 管理',
  }),
];

/** 何もない日: nothing received, nothing typed, nothing that waits. */
export function quietHome() {
  return {
    day: '2026-11-24',
    cases: [],
    drafts: [],
    unfinishedBefore: [],
    lettersDueSoon: 0,
    approvalsWaiting: 0,
    sampling: null,
  };
}

export const sampleDrafts: readonly DraftSummary[] = [
  {
    draft: id(0x900),
    version: 3,
    task: 'receive',
    title: '\u{9AD9}橋 例子',
    owner: '見本 窓口',
    ownedByMe: true,
    savedAt: '2026-11-24T10:31:00.000+09:00',
  },
];

export const sampleBefore: readonly CaseSummary[] = [
  {
    ...sampleCase({
      number: 40,
      at: '15:10',
      name: '例 美和',
      kana: 'レイ ミワ',
      procedure: 'renew',
      kinds: both,
      step: 'verified',
      next: 'recordIssuance',
      handler: '見本 窓口',
    }),
    receivedAt: '2026-11-20T15:10:00.000+09:00',
  },
];
