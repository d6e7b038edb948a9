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
  password: 'ひみつの合言葉 一号',
} as const;
export const supervisor = {
  staffNumber: '10321',
  name: '見本 責任',
  kana: 'ミホン セキニン',
  password: 'ひみつの合言葉 二号',
} as const;
export const clerk = {
  staffNumber: '10482',
  name: '見本 窓口',
  kana: 'ミホン マドグチ',
  password: 'ひみつの合言葉 三号',
} as const;

export const place = { office: 'shiminka', terminal: 1, terminalName: '窓口1番' } as const;

/** 一時フォルダー: removed by the caller with `remove`. */
export function scratchFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'madoguchi-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function requestId(): string {
  return randomBytes(16).toString('hex');
}

/** 練習 花子さんの来庁: new issuance of both kinds in person; override what the story needs. */
export function visitOf(change: Partial<ReceiveFacts> = {}): ReceiveFacts {
  return {
    lines: [
      { kind: 'signature', procedure: 'issue', cause: null },
      { kind: 'userAuthentication', procedure: 'issue', cause: null },
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
    visitor: { capacity: 'holder', documents: ['driversLicence'], name: null, reason: null },
    current: [],
    substitutions: { name: [], address: [] },
    ...change,
  };
}
