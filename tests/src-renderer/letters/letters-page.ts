import { afterEach } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useIssue } from '../../../src-renderer/store/issue-slice.ts';
import { useLetters } from '../../../src-renderer/store/letters-slice.ts';
import { useTask } from '../../../src-renderer/store/task-slice.ts';
import type { Contact, Letter } from '../../../src-shared/contract/api/case-shapes.ts';
import type { LetterRow } from '../../../src-shared/contract/api/letters-api.ts';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { type FakeCounter, fakeCounter } from '../fake-counter.ts';
import { open, until, untilText } from '../mount.tsx';
import { id, quietHome, sampleCase } from '../samples.ts';

afterEach(() => {
  useLetters.setState(useLetters.getInitialState(), true);
  useIssue.setState(useIssue.getInitialState(), true);
});

type Handlers = Parameters<FakeCounter['answer']>[0];
type Sample = Pick<LetterRow, 'state'> & {
  readonly number: number;
  readonly name: string;
  readonly kana: string;
  readonly procedure?: 'issue' | 'renew' | 'revoke';
  readonly kinds?: readonly ('signature' | 'userAuthentication')[];
  readonly relation: string | null;
  readonly capacity?: 'holder' | 'agent' | 'statutoryRepresentative';
  readonly daysLeft?: number;
  readonly letter?: Omit<Letter, 'number' | 'returned'>;
  readonly contacts?: readonly Contact[];
};

const steps = {
  toPost: { step: 'verified', next: 'postLetter' },
  open: { step: 'letterPosted', next: 'waitForReply' },
  lapsed: { step: 'letterPosted', next: 'nothing' },
  returned: { step: 'letterReturned', next: 'postAgain' },
  replied: { step: 'replyAccepted', next: 'recordIssuance' },
} as const;

export function letterRow(sample: Sample): LetterRow {
  const { state, contacts = [] } = sample;
  const letter = sample.letter === undefined ? null : { number: 1, ...sample.letter, returned: state === 'returned' };
  return {
    summary: sampleCase({
      at: '9:40',
      kinds: ['userAuthentication', 'signature'],
      procedure: 'renew',
      capacity: 'agent',
      ...sample,
      route: 'inquiry',
      ...steps[state],
      lapsed: state === 'lapsed',
      letter,
      handler: '見本 窓口',
    }),
    state,
    daysLeft: sample.daysLeft ?? null,
    visitorName: sample.capacity === 'holder' ? null : '見本 代理',
    visitorRelation: sample.relation,
    letters: letter === null ? [] : [letter],
    contacts: [...contacts],
  };
}

export function contact(day: string, reached: boolean, who = '見本 窓口'): Contact {
  return { at: `${day}T10:00:00.000+09:00`, how: 'telephone', reached, note: '', who };
}

const due = (postedOn: string, dueOn: string, acceptedUntil = dueOn) => ({ postedOn, dueOn, acceptedUntil });

/** 期限が11月22日(日)、23日は祝日、24日まで受け付ける照会書 (D2). */
export const dueToday = letterRow({
  number: 8,
  name: '練習 良子',
  kana: 'レンシュウ ヨシコ',
  state: 'open',
  relation: '次女',
  daysLeft: 0,
  letter: due('2026-10-23', '2026-11-22', '2026-11-24'),
  contacts: [contact('2026-11-12', false, '見本 次席'), contact('2026-11-17', true)],
});

/** 照会の一覧: made-up people, the days reckoned by hand from the calendar of autumn 2026. */
export const sampleLetters: readonly LetterRow[] = [
  letterRow({
    number: 5,
    name: '練習 久子',
    kana: 'レンシュウ ヒサコ',
    state: 'lapsed',
    relation: '長男',
    daysLeft: -5,
    letter: due('2026-10-20', '2026-11-19'),
    contacts: [contact('2026-11-20', false)],
  }),
  letterRow({
    number: 6,
    name: '例 翔',
    kana: 'レイ ショウ',
    procedure: 'issue',
    state: 'returned',
    relation: '妻',
    letter: due('2026-10-30', '2026-11-29', '2026-11-30'),
  }),
  dueToday,
  letterRow({
    number: 9,
    name: '練習 健太',
    kana: 'レンシュウ ケンタ',
    procedure: 'issue',
    kinds: ['userAuthentication'],
    capacity: 'statutoryRepresentative',
    state: 'open',
    relation: '母',
    daysLeft: 1,
    letter: due('2026-10-26', '2026-11-25'),
    contacts: [contact('2026-11-20', true)],
  }),
  letterRow({
    number: 10,
    name: '見本 フミ',
    kana: 'ミホン フミ',
    state: 'open',
    relation: '長女',
    daysLeft: 2,
    letter: due('2026-10-27', '2026-11-26'),
  }),
  letterRow({
    number: 11,
    name: '見本 誠',
    kana: 'ミホン マコト',
    state: 'open',
    relation: null,
    capacity: 'holder',
    daysLeft: 3,
    letter: due('2026-10-28', '2026-11-27'),
  }),
  letterRow({
    number: 12,
    name: '例 咲',
    kana: 'レイ サキ',
    procedure: 'issue',
    kinds: ['userAuthentication'],
    capacity: 'statutoryRepresentative',
    state: 'open',
    relation: '父',
    daysLeft: 6,
    letter: due('2026-10-30', '2026-11-29', '2026-11-30'),
  }),
  letterRow({
    number: 15,
    name: '例 昇',
    kana: 'レイ ノボル',
    state: 'open',
    relation: '三男',
    daysLeft: 10,
    letter: due('2026-11-04', '2026-12-04'),
  }),
  letterRow({
    number: 16,
    name: '練習 さゆり',
    kana: 'レンシュウ サユリ',
    state: 'open',
    relation: '夫',
    daysLeft: 16,
    letter: due('2026-11-10', '2026-12-10'),
  }),
  letterRow({
    number: 17,
    name: '見本 清',
    kana: 'ミホン キヨシ',
    procedure: 'revoke',
    state: 'open',
    relation: '長男',
    daysLeft: 20,
    letter: due('2026-11-13', '2026-12-13', '2026-12-14'),
  }),
  letterRow({
    number: 3,
    name: '例 正',
    kana: 'レイ タダシ',
    state: 'replied',
    relation: '妻',
    letter: due('2026-10-29', '2026-11-28', '2026-11-30'),
  }),
  letterRow({
    number: 18,
    name: '練習 陽菜',
    kana: 'レンシュウ ハルナ',
    procedure: 'issue',
    kinds: ['userAuthentication'],
    capacity: 'statutoryRepresentative',
    state: 'toPost',
    relation: '母',
  }),
  letterRow({
    number: 19,
    name: '練習 和子',
    kana: 'レンシュウ カズコ',
    state: 'toPost',
    relation: '長女',
  }),
];

export function list(letters: readonly LetterRow[] = sampleLetters) {
  return { day: '2026-11-24', letters: [...letters] };
}

/** 照会を開く: the whole program, F4 pressed, the list read. */
export async function openLetters(
  handlers: Handlers = {},
  changes: Partial<ProgramStatus> = {},
  letters: readonly LetterRow[] = sampleLetters,
): Promise<FakeCounter> {
  const fake = fakeCounter(changes);
  fake.answer({ 'home.today': quietHome, 'letters.list': () => list(letters), ...handlers });
  open(fake);
  await untilText('今日の受付はまだありません。');
  useTask.getState().go({ kind: 'letters' });
  await untilText(letters.length === 0 ? '照会中の受付はありません。' : '30日の経過');
  return fake;
}

export function scanField(): HTMLInputElement {
  return byId('letters-scan');
}

export function byId(name: string): HTMLInputElement {
  const found = document.getElementById(name);
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${name}`);
  return found;
}

/** 番号を打って開く. */
export async function typeNumber(receipt: string): Promise<void> {
  await userEvent.fill(scanField(), receipt);
  await userEvent.click(scanField());
  await userEvent.keyboard('{Enter}');
}

/** 読み取り機: twenty keys within a few milliseconds, then Enter. */
export function scanCode(receipt: string): void {
  for (const key of [...receipt, 'Enter']) {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
}

export function panelText(): string {
  return document.querySelector<HTMLElement>('.letters-panel')?.innerText ?? '';
}

/** 一つ選ぶ: in the group of this name. */
export async function pick(legend: string, label: string): Promise<void> {
  const group = document.querySelector(`[role="radiogroup"][aria-label="${legend}"]`);
  const option = [...(group?.querySelectorAll('label') ?? [])].find((each) => each.innerText.trim() === label);
  const radio = option?.querySelector('input');
  if (radio == null) throw new Error(`no choice ${legend} ${label}`);
  await userEvent.click(radio);
}

/** 書類を選ぶ: by typing its reading, ↓ and Enter. */
export async function chooseDocument(reading: string): Promise<void> {
  const before = document.querySelectorAll('.chosen-item').length;
  await userEvent.click(byId('reply-documents'));
  await userEvent.keyboard(reading);
  await until('書類の一覧', () => document.querySelector('.combo-option') !== null);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await until('選んだ書類', () => document.querySelectorAll('.chosen-item').length > before);
}

/** D4 をすべて確かめる: number, completeness, hand and card. */
export async function lookAtAll(): Promise<void> {
  await pick('回答・委任状', 'そろう');
  await pick('記入した人', '本人');
  await pick('本人のカード', 'ある');
}

export function accepted(fake: FakeCounter): Input<'reply.accept'>[] {
  // The fake parsed each input by the schema of its own method.
  return fake.calls
    .filter(({ method }) => method === 'reply.accept')
    .map(({ input }) => input as Input<'reply.accept'>);
}

/** 左の数: everything of a made-up row but its number. */
export const receiptOf = (row: LetterRow): string => row.summary.receipt;
export const unknownCase = id(0x7777);
