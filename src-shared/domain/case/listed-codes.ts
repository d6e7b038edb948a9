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
] as const;
export type ExportedCode = (typeof exportedCodes)[number];
