import { resolve } from 'node:path';
import { defaultLedgerFolder } from '../../../system/folders.ts';
import { usedWrongly } from '../result.ts';

/** 台帳に入るための指定 */
export const access = {
  data: { type: 'string' },
  staff: { type: 'string' },
  'password-fd': { type: 'string' },
} as const;

const accessUsage = '[--data フォルダー] --staff 職員番号 [--password-fd 番号]';

/** 使い方 of the commands that touch a ledger. */
export const ledgerUsage = [
  '  day-log --date 日 | --from 日 --until 日 | --month 月 | --fiscal-year 年度',
  '          [--office shiminka|sobue|heiwa|all] [--procedure issue|renew|revoke]',
  `          --format csv|csv-cp932|xlsx|pdf|json [--replace 〓] --out ファイル ${accessUsage}`,
  `  letters --due-before 日 --format csv [--out ファイル] ${accessUsage}`,
  '  statistics --month 月 | --fiscal-year 年度 [--office shiminka|sobue|heiwa|all] --format csv|xlsx|pdf --out ファイル',
  `          ${accessUsage}`,
  `  forecast [--office shiminka|sobue|heiwa|all] --format csv|xlsx|pdf --out ファイル ${accessUsage}`,
  '  audit --from 日 --until 日 [--staff-number 職員番号] [--office shiminka|sobue|heiwa] --format csv|xlsx',
  `        --out ファイル ${accessUsage}`,
  `  verify ${accessUsage}`,
  '  practice --people 人数 --days 日数 --seed 数 [--until 日] [--data フォルダー]',
  'パスワードは環境変数 MADOGUCHI_PASSWORD か --password-fd で渡します。日は YYYY-MM-DD、月は YYYY-MM、年度は4月1日の年です。',
].join('\n');

/** 使い方が違う: exit 2, with what to give. */
export const wrong = (words: string) => usedWrongly(`${words}\n使い方:\n${ledgerUsage}`);

type Given = { readonly data?: string; readonly 'password-fd'?: string };

/** 台帳への入り方 from what was given. */
export function accessOf(values: Given, staff: string) {
  return {
    data: values.data === undefined ? defaultLedgerFolder(false) : resolve(values.data),
    staff,
    passwordFd: values['password-fd'] ?? null,
  };
}
