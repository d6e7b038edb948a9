import { afterEach } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useLedger } from '../../../src-renderer/store/ledger-slice.ts';
import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import type {
  PersonPage,
  PersonRow,
  SearchResult,
  TimelineEntry,
} from '../../../src-shared/contract/api/person-api.ts';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { type FakeCounter, fakeCounter } from '../fake-counter.ts';
import { open, until, untilText } from '../mount.tsx';
import { id, sampleCase } from '../samples.ts';

afterEach(() => {
  useLedger.setState(useLedger.getInitialState(), true);
});

type Handlers = Parameters<FakeCounter['answer']>[0];

export const hamada: PersonRow = {
  case: id(0x2001),
  name: '\u{6FF5}田 例一',
  kana: 'ハマダ レイイチ',
  bornOn: '1965-06-15',
  address: '愛知県稲沢市見本町12番地の8',
  cases: 3,
  possiblySame: true,
};
export const twin: PersonRow = { ...hamada, case: id(0x2002), name: '濱田 例一', cases: 1 };
const others: readonly PersonRow[] = [
  ['浜田 例介', 'ハマダ レイスケ', '1977-01-09', '愛知県稲沢市練習町3番地'],
  ['濱田 例子', 'ハマダ レイコ', '1991-02-27', '愛知県稲沢市見本町5番地'],
  ['濱田 例代', 'ハマダ レイヨ', '1946-11-03', '愛知県稲沢市練習町8番地'],
].map(([name = '', kana = '', bornOn = '', address = ''], index) => ({
  case: id(0x2003 + index),
  name,
  kana,
  bornOn,
  address,
  cases: 1,
  possiblySame: false,
}));

export const found: SearchResult = {
  case: null,
  persons: [hamada, twin, ...others],
  by: 'name',
  more: false,
};

const third = { case: id(0x2001), receipt: 'H01-20260420-0002-5', office: 'heiwa' } as const;
const entry = (at: string, what: string, detail: string, change: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at: `${at}:00.000+09:00`,
  group: 'procedure',
  what,
  detail,
  changes: [],
  case: third.case,
  receipt: third.receipt,
  who: '見本 窓口',
  office: 'shiminka',
  ...change,
});

const timeline: readonly TimelineEntry[] = [
  entry('2026-11-24T10:42', '閲覧', '台帳', { group: 'view' }),
  entry('2026-05-12T09:30', '訂正', '理由:聞き取りを誤っていたため。承認 見本 責任', {
    changes: [{ label: 'フリガナ', from: 'ハマタ レイイチ', to: 'ハマダ レイイチ' }],
  }),
  entry('2026-05-12T09:20', '閲覧', '受付', { group: 'view', who: '見本 責任' }),
  entry('2026-05-11T11:05', '発行', '署名用を更新・2031年(令和13年)6月15日まで V2'),
  entry('2026-05-11T11:02', '発行', '利用者証明用を更新・2031年(令和13年)6月15日まで V2'),
  entry('2026-05-11T10:50', '回答', '任意代理人(妻)が持参'),
  entry('2026-04-20T14:22', '印刷', '照会書(様式第2)', { group: 'print', office: 'heiwa', who: '練習 窓口' }),
  entry('2026-04-20T14:20', '照会', '照会書を投函・期限5月20日', { office: 'heiwa', who: '練習 窓口' }),
  entry('2026-04-20T14:10', '印刷', '申請書(様式第1)', { group: 'print', office: 'heiwa', who: '練習 窓口' }),
  entry('2026-04-20T14:05', '受付', '更新・両方・任意代理人(妻)', { office: 'heiwa', who: '練習 窓口' }),
  entry('2024-02-13T10:20', '発行', '署名用を発行・2026年(令和8年)6月15日まで V4', {
    case: id(0x2009),
    receipt: 'S01-20240213-0004-1',
  }),
  entry('2024-02-13T10:10', '失効', '署名用・基本4情報の変更(異動等) X3', {
    case: id(0x2009),
    receipt: 'S01-20240213-0004-1',
  }),
  entry('2024-02-13T10:02', '受付', '失効と新規発行・署名用・本人', {
    case: id(0x2009),
    receipt: 'S01-20240213-0004-1',
  }),
  entry('2021-07-02T09:40', '発行', '署名用を発行・2026年(令和8年)6月15日まで V1', {
    case: id(0x200a),
    receipt: 'S01-20210702-0003-3',
  }),
  entry('2021-07-02T09:30', '受付', '新規発行・両方・本人', { case: id(0x200a), receipt: 'S01-20210702-0003-3' }),
];

function life(
  kind: 'signature' | 'userAuthentication',
  procedure: 'issue' | 'renew',
  issuedOn: string,
  expiresOn: string,
  ended: { readonly endedOn: string; readonly cause: string } | null = null,
): PersonPage['certificates'][number] {
  return {
    case: issuedOn === '2026-05-11' ? third.case : id(Number(issuedOn.slice(0, 4))),
    line: kind === 'signature' ? 2 : 1,
    kind,
    procedure,
    serial: `MADE-${issuedOn}`,
    issuedOn,
    expiresOn,
    endedOn: ended?.endedOn ?? null,
    cause: ended?.cause ?? null,
  };
}

const today = (['signature', 'userAuthentication'] as const).flatMap((kind): PersonPage['today'] => [
  { procedure: 'renew', kind, possible: false, code: 'W1', text: '2031年(令和13年)3月16日から' },
  { procedure: 'issue', kind, possible: false, code: 'E4', text: '有効な証明書があります' },
  { procedure: 'revoke', kind, possible: true, code: null, text: '本人の申請・届出' },
]);

export const hamadaPage: PersonPage = {
  person: hamada,
  sex: 'male',
  certificateName: hamada.name,
  cardExpiresOn: '2031-06-15',
  certificates: [
    life('signature', 'issue', '2021-07-02', '2026-06-15', { endedOn: '2024-02-13', cause: 'X3' }),
    life('userAuthentication', 'issue', '2021-07-02', '2026-06-15', { endedOn: '2026-05-11', cause: 'replaced' }),
    life('signature', 'issue', '2024-02-13', '2026-06-15', { endedOn: '2026-05-11', cause: 'replaced' }),
    life('signature', 'renew', '2026-05-11', '2031-06-15'),
    life('userAuthentication', 'renew', '2026-05-11', '2031-06-15'),
  ],
  cases: [
    {
      ...sampleCase({
        number: 2,
        at: '14:05',
        name: hamada.name,
        kana: hamada.kana,
        procedure: 'renew',
        kinds: ['userAuthentication', 'signature'],
        step: 'finished',
        next: 'nothing',
        handler: '見本 窓口',
      }),
      case: third.case,
      receipt: third.receipt,
    },
  ],
  timeline: [...timeline],
  today,
  possiblySame: [{ person: twin, differs: '違うのは「\u{6FF5}」と「濱」だけです。' }],
  joined: [],
};

export const twinPage: PersonPage = {
  ...hamadaPage,
  person: twin,
  certificateName: twin.name,
  cardExpiresOn: null,
  certificates: [],
  cases: [],
  timeline: [],
  possiblySame: [{ person: hamada, differs: '違うのは「濱」と「\u{6FF5}」だけです。' }],
};

const reception = `${'a'.repeat(32)}/1/7`;
const issuance = `${'a'.repeat(32)}/1/9`;

/** 受付の全体: with a reception and an issuance that can be corrected. */
export function correctableDetail(): CaseDetail {
  const [summary] = hamadaPage.cases;
  if (summary === undefined) throw new Error('the sample has a case');
  const common = { who: '見本 窓口', office: '市民課', recordedAt: '2026-05-11T11:05:00.000+09:00' };
  return {
    summary,
    holder: null,
    visitor: { name: null, relation: null, reason: null, documents: [], proof: null },
    basis: null,
    backEntryReason: null,
    certificates: [],
    letters: [],
    contacts: [],
    corrections: [],
    waiting: [],
    findings: [],
    told: [],
    parkedNote: null,
    history: [
      {
        entry: reception,
        at: '2026-04-20T14:05:00.000+09:00',
        what: '受付',
        correctable: [
          { field: 'name', label: '氏名', value: hamada.name },
          { field: 'kana', label: 'フリガナ', value: 'ハマタ レイイチ' },
          { field: 'bornOn', label: '生年月日', value: '1965-06-15' },
          { field: 'sex', label: '性別', value: 'male' },
          { field: 'address', label: '住所', value: hamada.address },
        ],
        ...common,
      },
      { entry: `${'a'.repeat(32)}/1/8`, at: '2026-04-20T14:20:00.000+09:00', what: '照会', correctable: [], ...common },
      {
        entry: issuance,
        at: '2026-05-11T11:05:00.000+09:00',
        what: '署名用 発行',
        correctable: [
          { field: 'serial', label: '発行番号', value: 'MADE-0001' },
          { field: 'expiresOn', label: '満了日', value: '2031-06-15' },
        ],
        ...common,
      },
    ],
  };
}
export const entries = { reception, issuance };

/** 台帳を開く: the whole program with F6 pressed. */
export async function openLedger(handlers: Handlers = {}, status: Partial<ProgramStatus> = {}): Promise<FakeCounter> {
  const fake = fakeCounter(status);
  fake.answer({
    'person.search': () => found,
    'person.open': ({ case: caseId }) => (caseId === twin.case ? twinPage : hamadaPage),
    'case.open': correctableDetail,
    ...handlers,
  });
  open(fake);
  await untilText('練習 一郎');
  await userEvent.keyboard('{F6}');
  await until('欄', () => document.activeElement?.id === 'ledger-search');
  return fake;
}

/** 人を開く: searched by kana, the first row opened. */
export async function openHamada(handlers: Handlers = {}, status: Partial<ProgramStatus> = {}): Promise<FakeCounter> {
  const fake = await openLedger(handlers, status);
  await userEvent.keyboard('はまだ');
  await userEvent.keyboard('{Enter}');
  await untilText('5人');
  await userEvent.keyboard('{Enter}');
  await untilText('令和8年(2026年)');
  return fake;
}
