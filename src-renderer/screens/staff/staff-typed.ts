import type { StaffRow } from '../../../src-shared/contract/api/staff-api.ts';
import type { AfterHandOver } from '../../../src-shared/domain/hand-over.ts';

type Role = StaffRow['role'];
type Office = NonNullable<StaffRow['offices']>[number];

/** 職員にすること: what is open in the panel. */
export type StaffActKind = 'add' | 'rename' | 'reassign' | 'suspend' | 'reinstate' | 'resetPassword' | 'handOver';

/** 職員の画面に入力したもの: one form for every act; each reads what it needs. */
export type StaffTyped = {
  readonly role: Role | null;
  /** every office where all three are chosen */
  readonly offices: readonly Office[];
  readonly staffNumber: string;
  readonly name: string;
  readonly kana: string;
  readonly password: string;
  readonly passwordAgain: string;
  readonly reason: string;
  readonly second: { readonly staffNumber: string; readonly password: string };
  readonly successor: { readonly staffNumber: string; readonly password: string };
  readonly predecessor: AfterHandOver | null;
  readonly effectiveFrom: string;
};

export const everyOffice = ['shiminka', 'sobue', 'heiwa'] as const satisfies readonly Office[];
const nobody = { staffNumber: '', password: '' } as const;

export const nothingTyped: StaffTyped = {
  role: null,
  offices: everyOffice,
  staffNumber: '',
  name: '',
  kana: '',
  password: '',
  passwordAgain: '',
  reason: '',
  second: nobody,
  successor: nobody,
  predecessor: null,
  effectiveFrom: '',
};

/** いまのものから始める: what stands there already is typed in advance. */
export function typedFor(kind: StaffActKind, member: StaffRow | null): StaffTyped {
  if (member === null || kind === 'add') return nothingTyped;
  const { role, offices, staffNumber, name, kana } = member;
  switch (kind) {
    case 'rename':
      return { ...nothingTyped, staffNumber, name, kana };
    case 'reassign':
      return { ...nothingTyped, role, offices: offices ?? everyOffice };
    default:
      return nothingTyped;
  }
}

/** 窓口の選び方を渡す形にする: all three are every office, also those to come. */
export function officesOf(offices: readonly Office[]): Office[] | null {
  return everyOffice.every((office) => offices.includes(office))
    ? null
    : everyOffice.filter((office) => offices.includes(office));
}
