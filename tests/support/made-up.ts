import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceiveFacts } from '../../src-shared/contract/api/receive-api.ts';

/** 作り話の火曜日: a counter day long before any run of these tests. */
export const storyStart = '2026-11-24T08:41';

export const administrator = {
  staffNumber: '10001',
  name: '見本 管理',
  kana: 'ミホン カンリ',
  password: 'ひみつの合言葉 その一号',
} as const;
export const supervisor = {
  staffNumber: '10321',
  name: '見本 責任',
  kana: 'ミホン セキニン',
  password: 'ひみつの合言葉 その二号',
} as const;
export const clerk = {
  staffNumber: '10482',
  name: '見本 窓口',
  kana: 'ミホン マドグチ',
  password: 'ひみつの合言葉 その三号',
} as const;

/** 渡されたパスワード: what an administrator types for somebody new; it is changed at the first sign-in */
export const givenPassword = 'はじめだけに使う言葉です';

export const place = { office: 'shiminka', terminal: 1, terminalName: '窓口1番' } as const;

/** 一時フォルダー: removed by the caller with `remove`. */
export function scratchFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'madoguchi-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function requestId(): string {
  return randomBytes(16).toString('hex');
}

const holderInPerson: ReceiveFacts['visitor'] = {
  capacity: 'holder',
  documents: ['driversLicence'],
  name: null,
  relation: null,
  address: null,
  reason: null,
  proof: null,
};

/** 例田 代理さん: an agent who shows a driving licence and says why; override what the story needs. */
export function agentOf(change: Partial<ReceiveFacts['visitor']> = {}): ReceiveFacts['visitor'] {
  return { ...holderInPerson, capacity: 'agent', name: '例田 代理', reason: '入院のため', ...change };
}

/** 通知による失効の来庁: nobody came. */
export const nobodyCame: ReceiveFacts['visitor'] = { ...holderInPerson, capacity: null, documents: [] };

/** 練習 花子さんの来庁: new issuance of both kinds in person; override what the story needs. */
export function visitOf(change: Partial<ReceiveFacts> = {}): ReceiveFacts {
  return {
    lines: [
      { kind: 'signature', procedure: 'issue', cause: null, feeReason: null },
      { kind: 'userAuthentication', procedure: 'issue', cause: null, feeReason: null },
    ],
    holder: {
      name: '練習 花子',
      kana: 'レンシュウ ハナコ',
      bornOn: '1988-04-01',
      sex: 'female',
      address: '愛知県稲沢市見本町1番地',
      inRegister: true,
      adultWard: false,
    },
    card: { medium: 'myNumberCard', expiresOn: '2030-04-01' },
    visitor: holderInPerson,
    basis: null,
    current: [],
    substitutions: { name: [], address: [] },
    ...change,
  };
}
