/**
 * 見せたもの・書き出したものの符号: what a set of results was (B5). A new screen or list adds its code here; the payload takes any
 * code, so that no event needs another version for it. Their words are in `contract/listed-names.ts`.
 */

export const shownCodes = [
  'home',
  'case',
  'knownCertificates',
  'dayLog',
  'drafts',
  'letters',
  'search',
  'person',
  'endingSoon',
  'approvals',
  'issuerRange',
  'printPreview',
  'audit',
  'sampling',
  'openWork',
  'settings',
] as const;
export type ShownCode = (typeof shownCodes)[number];

export const exportedCodes = [
  'dayLog',
  'today',
  'letters',
  'lettersEverywhere',
  'endingSoon',
  'unfinished',
  'person',
  'statistics',
  'renewalForecast',
  'audit',
  'sampling',
  'settings',
] as const;
export type ExportedCode = (typeof exportedCodes)[number];

/** 刷ったものの符号: a form of a case (様式), a list, or the daily log's sheet. */
export const printedCodes = [
  'application',
  'inquiryLetter',
  'revocation',
  'checklist',
  'receiptSlip',
  'addressLabel',
  'list',
  'dayLog',
] as const;
export type PrintedCode = (typeof printedCodes)[number];
