import type { CaseSummary, DraftSummary, ProgramStatus } from '../../src-shared/contract/counter-api.ts';
import type { DayLogView } from '../../src-shared/contract/day-log-view.ts';

/** 見本の人と受付: all made up. */

export function id(number: number): string {
  return number.toString(16).padStart(32, '0');
}

export const clerk: ProgramStatus['user'] = { staff: id(1), staffNumber: '10482', name: '佐藤 美咲', role: 'clerk' };
export const supervisor: ProgramStatus['user'] = {
  staff: id(2),
  staffNumber: '10311',
  name: '石川 裕子',
  role: 'supervisor',
};
export const administrator: ProgramStatus['user'] = {
  staff: id(3),
  staffNumber: '10005',
  name: '近藤 翔',
  role: 'administrator',
};

export function sampleStatus(changes: Partial<ProgramStatus> = {}): ProgramStatus {
  return {
    phase: 'open',
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
    idleLockMinutes: 5,
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
  readonly handler: string;
};

const both = ['userAuthentication', 'signature'] as const;

export function sampleCase(sample: Sample): CaseSummary {
  const outcome = (
    { received: 'open', verified: 'open', refused: 'refused', withdrawn: 'withdrawn', finished: 'issued' } as const
  )[sample.step];
  const done = sample.procedure === 'revoke' ? 'revoked' : sample.procedure === 'renew' ? 'renewed' : 'issued';
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
      outcome: outcome === 'issued' ? done : outcome,
      refusedBy: [],
      heldBy: sample.held ?? null,
    })),
    capacity: sample.capacity ?? 'holder',
    route: sample.route === undefined ? 'sameDay' : sample.route,
    step: sample.step,
    held: sample.held ?? null,
    parked: false,
    next: sample.next,
    handler: sample.handler,
  };
}

export const sampleCases: readonly CaseSummary[] = [
  sampleCase({
    number: 14,
    at: '10:35',
    name: '加藤 陽菜',
    kana: 'カトウ ハルナ',
    procedure: 'issue',
    kinds: ['userAuthentication'],
    capacity: 'statutoryRepresentative',
    route: 'inquiry',
    step: 'verified',
    next: 'waitForLetter',
    handler: '近藤 翔',
  }),
  sampleCase({
    number: 13,
    at: '10:24',
    name: '森 大輔',
    kana: 'モリ ダイスケ',
    procedure: 'renew',
    kinds: both,
    step: 'verified',
    next: 'recordIssuance',
    handler: '水野 亮',
  }),
  sampleCase({
    number: 12,
    at: '10:12',
    name: '小林 千夏',
    kana: 'コバヤシ チナツ',
    procedure: 'issue',
    kinds: both,
    step: 'verified',
    next: 'readDateAgain',
    held: 'V7',
    handler: '佐藤 美咲',
  }),
  sampleCase({
    number: 11,
    at: '10:05',
    name: '青木 勇',
    kana: 'アオキ イサム',
    procedure: 'issue',
    kinds: both,
    route: null,
    step: 'refused',
    next: 'nothing',
    handler: '水野 亮',
  }),
  sampleCase({
    number: 10,
    at: '9:58',
    name: '伊藤 健司',
    kana: 'イトウ ケンジ',
    procedure: 'revoke',
    kinds: ['signature'],
    step: 'finished',
    next: 'nothing',
    handler: '佐藤 美咲',
  }),
  sampleCase({
    number: 9,
    at: '9:52',
    name: '野田 あかり',
    kana: 'ノダ アカリ',
    procedure: 'renew',
    kinds: both,
    step: 'finished',
    next: 'nothing',
    handler: '近藤 翔',
  }),
  sampleCase({
    number: 8,
    at: '9:48',
    name: '服部 和子',
    kana: 'ハットリ カズコ',
    procedure: 'renew',
    kinds: both,
    capacity: 'agent',
    route: 'inquiry',
    step: 'verified',
    next: 'waitForLetter',
    handler: '水野 亮',
  }),
  sampleCase({
    number: 7,
    at: '9:41',
    name: '渡邉 昭彦',
    kana: 'ワタナベ アキヒコ',
    procedure: 'renew',
    kinds: both,
    step: 'finished',
    next: 'nothing',
    handler: '佐藤 美咲',
  }),
  sampleCase({
    number: 6,
    at: '9:31',
    name: '大島 光',
    kana: 'オオシマ ヒカル',
    procedure: 'issue',
    kinds: both,
    step: 'finished',
    next: 'nothing',
    handler: '近藤 翔',
  }),
  sampleCase({
    number: 5,
    at: '9:26',
    name: '山田 節子',
    kana: 'ヤマダ セツコ',
    procedure: 'renew',
    kinds: both,
    step: 'finished',
    next: 'nothing',
    handler: '水野 亮',
  }),
  sampleCase({
    number: 4,
    at: '9:22',
    name: '岩田 拓海',
    kana: 'イワタ タクミ',
    procedure: 'issue',
    kinds: ['signature'],
    route: null,
    step: 'withdrawn',
    next: 'nothing',
    handler: '佐藤 美咲',
  }),
  sampleCase({
    number: 3,
    at: '9:08',
    name: '中島 恵',
    kana: 'ナカシマ メグミ',
    procedure: 'renew',
    kinds: both,
    step: 'finished',
    next: 'nothing',
    handler: '近藤 翔',
  }),
];

export const sampleDrafts: readonly DraftSummary[] = [
  {
    draft: id(0x900),
    version: 3,
    task: 'receive',
    title: '\u{9AD9}橋 由美子',
    owner: '佐藤 美咲',
    ownedByMe: true,
    savedAt: '2026-11-24T10:31:00.000+09:00',
  },
];

export const sampleBefore: readonly CaseSummary[] = [
  {
    ...sampleCase({
      number: 40,
      at: '15:10',
      name: '石黒 美和',
      kana: 'イシグロ ミワ',
      procedure: 'renew',
      kinds: both,
      step: 'verified',
      next: 'recordIssuance',
      handler: '佐藤 美咲',
    }),
    receivedAt: '2026-11-20T15:10:00.000+09:00',
  },
];

const zero = {
  persons: 0,
  sameDayDone: 0,
  inquiry: 0,
  refused: 0,
  withdrawn: 0,
  open: 0,
  signature: 0,
  userAuthentication: 0,
};

export function emptyDayLog(day: string): DayLogView {
  return {
    day,
    office: 'shiminka',
    practice: false,
    rows: (['renew', 'issue', 'revoke'] as const).map((procedure) => ({ procedure, ...zero })),
    total: zero,
    byCapacity: [],
    byRoute: [],
    byState: [],
    arrivals: [],
    minutesToIssue: [],
    byHandler: [],
    fees: 0,
    receiptGaps: [],
    cases: [],
  };
}

/** Sums counted by hand from one list of 52: 34 + 15 + 3. */
export function sampleDayLog(): DayLogView {
  const renew = {
    persons: 34,
    sameDayDone: 29,
    inquiry: 4,
    refused: 0,
    withdrawn: 1,
    open: 0,
    signature: 29,
    userAuthentication: 29,
  };
  const issue = {
    persons: 15,
    sameDayDone: 10,
    inquiry: 2,
    refused: 2,
    withdrawn: 1,
    open: 0,
    signature: 9,
    userAuthentication: 7,
  };
  const revoke = {
    persons: 3,
    sameDayDone: 3,
    inquiry: 0,
    refused: 0,
    withdrawn: 0,
    open: 0,
    signature: 3,
    userAuthentication: 1,
  };
  const minutes = [
    8, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 14, 15, 15, 15, 16, 16, 16, 16, 17, 17, 18, 18, 18, 19, 19, 20, 20, 21,
    21, 22, 23, 24, 25, 26, 28, 30, 33, 75,
  ];
  const perSlot: readonly (readonly [string, string])[] = [
    ['09:00', 'rrrri'],
    ['09:30', 'Rrrix'],
    ['10:00', 'rii'],
    ['10:30', 'rriI'],
    ['11:00', 'rrri'],
    ['11:30', 'rrx'],
    ['12:00', 'ri'],
    ['12:30', 'rR'],
    ['13:00', 'rrri'],
    ['13:30', 'rRr'],
    ['14:00', 'rri'],
    ['14:30', 'rx'],
    ['15:00', 'rI'],
    ['15:30', 'rri'],
    ['16:00', 'rrRi'],
    ['16:30', 'rri'],
  ];
  const procedures = { r: 'renew', i: 'issue', x: 'revoke' } as const;
  return {
    ...emptyDayLog('2026-11-24'),
    rows: [
      { procedure: 'renew', ...renew },
      { procedure: 'issue', ...issue },
      { procedure: 'revoke', ...revoke },
    ],
    total: {
      persons: 52,
      sameDayDone: 42,
      inquiry: 6,
      refused: 2,
      withdrawn: 2,
      open: 0,
      signature: 41,
      userAuthentication: 37,
    },
    byCapacity: [
      { capacity: 'holder', persons: 46 },
      { capacity: 'agent', persons: 4 },
      { capacity: 'statutoryRepresentative', persons: 2 },
    ],
    byRoute: [
      { route: 'sameDay', persons: 44 },
      { route: 'inquiry', persons: 6 },
      { route: 'none', persons: 2 },
    ],
    byState: [
      { state: 'issued', persons: 39 },
      { state: 'revoked', persons: 3 },
      { state: 'inquiry', persons: 5 },
      { state: 'open', persons: 1 },
      { state: 'refused', persons: 2 },
      { state: 'withdrawn', persons: 2 },
    ],
    arrivals: perSlot.flatMap(([slot, signs]) =>
      [...signs].map((sign) => ({
        slot,
        procedure: procedures[sign.toLowerCase() as keyof typeof procedures],
        agent: sign !== sign.toLowerCase(),
      })),
    ),
    minutesToIssue: minutes.map((each, index) => ({ minutes: each, procedure: index % 4 === 3 ? 'issue' : 'renew' })),
    byHandler: [
      { handler: '佐藤 美咲', persons: 18 },
      { handler: '水野 亮', persons: 18 },
      { handler: '近藤 翔', persons: 16 },
    ],
    fees: 400,
    receiptGaps: [],
    cases: sampleCases.map((summary) => ({
      case: summary.case,
      receipt: summary.receipt,
      shortReceipt: summary.shortReceipt,
      receivedAt: summary.receivedAt,
      finishedAt: summary.step === 'finished' ? summary.changedAt : null,
      name: summary.name,
      procedure: summary.lines[0]?.procedure ?? 'issue',
      kinds: summary.lines.map((line) => line.kind).join('・'),
      capacity: summary.capacity,
      route: summary.route ?? 'none',
      result: summary.step === 'finished' ? 'issued' : summary.step === 'verified' ? 'open' : summary.step,
      codes: summary.held === null ? [] : [summary.held],
      fee: summary.case === id(0x1005) ? 400 : 0,
      handler: summary.handler,
    })),
  };
}
