import type { EventName } from './case/event.ts';

/** したことの種類 (kind of act): what the audit is filtered by. */
export const auditActs = [
  'seen',
  'printed',
  'exported',
  'recorded',
  'corrected',
  'approval',
  'session',
  'failed',
  'settings',
  'closed',
  'review',
  'ledger',
  'unknown',
] as const;
export type AuditAct = (typeof auditActs)[number];

/** したことの種類の言葉 */
export const AUDIT_ACT_NAMES: Readonly<Record<AuditAct, string>> = {
  seen: '見た',
  printed: '印刷した',
  exported: '書き出した',
  recorded: '記録した',
  corrected: '訂正・まとめた',
  approval: '依頼・承認した',
  session: 'サインイン・ロック',
  failed: 'サインインできず',
  settings: '設定・職員を変えた',
  closed: '締めた',
  review: '監査・抽出確認をした',
  ledger: '台帳の手入れ',
  unknown: 'この版では読めない',
};

/** どの出来事がどの種類か: every event has one, so that a new one does not build before it is decided. A change needs a new fold. */
const acts: Readonly<Record<EventName, AuditAct>> = {
  'ledgerOpened/1': 'ledger',
  'staffAdded/1': 'settings',
  'signedIn/1': 'session',
  'signInFailed/1': 'failed',
  'signedOut/1': 'session',
  'locked/1': 'session',
  'unlocked/1': 'session',
  'caseReceived/2': 'recorded',
  'caseVerified/1': 'recorded',
  'caseRefused/1': 'recorded',
  'caseWithdrawn/1': 'recorded',
  'caseParked/1': 'recorded',
  'caseTakenUp/1': 'recorded',
  'holdPlaced/2': 'recorded',
  'holdLifted/2': 'recorded',
  'certificateIssued/2': 'recorded',
  'certificateRevoked/1': 'recorded',
  'lineRefused/1': 'recorded',
  'letterPosted/1': 'recorded',
  'letterReturned/1': 'recorded',
  'replyAccepted/1': 'recorded',
  'replyTurnedAway/1': 'recorded',
  'contactAttempted/1': 'recorded',
  'issuerKeyRevoked/1': 'recorded',
  'approvalAsked/1': 'approval',
  'approvalAnswered/1': 'approval',
  'entryCorrected/1': 'corrected',
  'personsJoined/1': 'corrected',
  'personsParted/1': 'corrected',
  'calendarEntryAdded/1': 'settings',
  'calendarEntryDropped/1': 'settings',
  'policyChanged/1': 'settings',
  'policyChangeWithdrawn/1': 'settings',
  'holidaysConfirmed/1': 'settings',
  'dayClosed/1': 'closed',
  'receiptGapExplained/1': 'closed',
  'printed/2': 'printed',
  'printFailed/2': 'printed',
  'shown/3': 'seen',
  'exported/3': 'exported',
  'exportFailed/1': 'exported',
  'settingChanged/1': 'settings',
  'auditHintReviewed/1': 'review',
  'sampleDrawn/1': 'review',
  'sampleReviewed/1': 'review',
  'findingSettled/1': 'review',
  'personErased/1': 'ledger',
  'erasureVerified/1': 'ledger',
  'logsTakenIn/1': 'ledger',
};

/** したことの種類 of an event */
export function auditActOf(name: EventName): AuditAct {
  return acts[name];
}
