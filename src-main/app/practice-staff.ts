import type { Role } from './ports.ts';

/** 練習の職員: made up, and known to everyone; they exist in the practice ledger alone. */
export const practiceStaff: readonly {
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string;
  readonly role: Role;
  readonly password: string;
}[] = [
  { staffNumber: '90482', name: '練習 窓口', kana: 'レンシュウ マドグチ', role: 'clerk', password: 'renshu-madoguchi' },
  {
    staffNumber: '90321',
    name: '練習 責任',
    kana: 'レンシュウ セキニン',
    role: 'supervisor',
    password: 'renshu-sekinin',
  },
  {
    staffNumber: '90001',
    name: '練習 管理',
    kana: 'レンシュウ カンリ',
    role: 'administrator',
    password: 'renshu-kanri',
  },
];
