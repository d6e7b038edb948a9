import type { ExportedCode, PrintedCode, ShownCode } from '../domain/case/listed-codes.ts';
import { PRINT_FORM_NAMES } from './print-view.ts';

/** 見せたものの言葉 */
const SHOWN_NAMES: Readonly<Record<ShownCode, string>> = {
  home: '今日の窓口',
  case: '受付',
  knownCertificates: 'いまの証明書',
  dayLog: '日報',
  drafts: '入力中のもの',
  letters: '照会の一覧',
  search: '台帳の検索結果',
  person: '台帳の人の頁',
  endingSoon: 'もうすぐ満了する証明書',
  approvals: '承認待ち',
  issuerRange: '発行者の符号の範囲',
  printPreview: '印刷の見本',
  openWork: '引継ぎで渡るもの',
  audit: '監査',
  sampling: '抽出確認',
  settings: '設定の変更の記録',
};

/** 書き出したものの言葉 */
const EXPORTED_NAMES: Readonly<Record<ExportedCode, string>> = {
  dayLog: '日報',
  today: '今日の窓口',
  letters: '照会の一覧',
  lettersEverywhere: '照会の一覧(すべての窓口)',
  endingSoon: 'もうすぐ満了する証明書',
  unfinished: '前日までの未了',
  person: '人の経過',
  statistics: '月計・年度計',
  renewalForecast: '更新の見込み',
  audit: '監査',
  sampling: '抽出確認',
  settings: '設定の変更の記録',
};

/** 刷ったものの言葉 */
const PRINTED_NAMES: Readonly<Record<PrintedCode, string>> = { ...PRINT_FORM_NAMES, list: '一覧', dayLog: '日報' };

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  csv: 'CSV',
  csvCp932: 'CSV(CP932)',
  xlsx: 'Excel',
  pdf: 'PDF',
  json: 'JSON',
};

const named = (names: Readonly<Record<string, string>>, code: string): string | undefined =>
  Object.hasOwn(names, code) ? names[code] : undefined;

/** 見せたものの名前: a code that another version of the program wrote has none of its own. */
export function shownName(code: string): string {
  return named(SHOWN_NAMES, code) ?? 'この版にない一覧';
}

/** 書き出したものの名前 */
export function exportedName(code: string): string {
  return named(EXPORTED_NAMES, code) ?? 'この版にない一覧';
}

/** 刷ったものの名前 */
export function printedName(code: string): string {
  return named(PRINTED_NAMES, code) ?? 'この版にない用紙';
}

/** 形の名前 */
export function formatName(code: string): string {
  return named(FORMAT_NAMES, code) ?? code;
}
