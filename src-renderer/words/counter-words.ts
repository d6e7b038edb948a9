import type { ProgramStatus } from '../../src-shared/contract/api/program-api.ts';
import { CAPACITY_NAMES, ROLE_NAMES } from '../../src-shared/contract/names-ja.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';

type Office = NonNullable<ProgramStatus['place']>['office'];
type Role = NonNullable<ProgramStatus['user']>['role'];

/** 窓口の名前。 */
export const officeNames: Readonly<Record<Office, string>> = OFFICE_NAMES;

/** 窓口の記号: first letter of a receipt number. */
export const officeLetters: Readonly<Record<Office, string>> = { shiminka: 'S', sobue: 'B', heiwa: 'H' };

/** 受付番号の窓口: whose number it is, by its first letter. */
export function officeOfReceipt(receipt: string): string {
  const office = (['shiminka', 'sobue', 'heiwa'] as const).find((each) => receipt.startsWith(officeLetters[each]));
  return office === undefined ? '' : officeNames[office];
}

/** 役割の名前: as staff lists show it. */
export const roleNames: Readonly<Record<Role, string>> = ROLE_NAMES;

/** 役割の短い名前: who sits at the counter, in the header. */
export const roleShortNames: Readonly<Record<Role, string>> = {
  clerk: '窓口',
  supervisor: '責任者',
  administrator: '管理者',
};

/** 手続の名前。 */
export const procedureNames = { issue: '新規', renew: '更新', revoke: '失効' } as const;

/** 来庁者の立場。 */
export const capacityNames = CAPACITY_NAMES;

/** 来庁者の言葉: 通知 where nobody came. */
export function visitorWord(capacity: keyof typeof CAPACITY_NAMES | null): string {
  return CAPACITY_NAMES[capacity ?? 'notice'];
}

/** 経路の名前。 */
export const routeNames = { sameDay: '即日', inquiry: '照会' } as const;

/** 端末の短い名前: S1. */
export function terminalName(place: { readonly office: Office; readonly terminal: number }): string {
  return `${officeLetters[place.office]}${place.terminal}`;
}

/** 証明書の種類を短く: 両方, 署名用 or 利用者用. */
export function kindsWord(lines: readonly { readonly kind: 'signature' | 'userAuthentication' }[]): string {
  const kinds = new Set(lines.map((line) => line.kind));
  if (kinds.size === 2) return '両方';
  return kinds.has('signature') ? '署名用' : '利用者用';
}

/** 手続の言葉: 新規, or 新規・更新 where the lines differ. */
export function proceduresWord(lines: readonly { readonly procedure: 'issue' | 'renew' | 'revoke' }[]): string {
  return [...new Set(lines.map((line) => procedureNames[line.procedure]))].join('・');
}

/** 半角にそろえる: full-width digits and letters as a clerk may type them with the IME on. */
export function halfWidth(text: string): string {
  return text.normalize('NFKC').trim();
}
