/** 読み取りの欄の場所: F11 leads here while the letter's number is missing. */
export const scanFieldId = 'letters-scan';

/** 回答の欄の場所。 */
export const replyIds = {
  complete: 'reply-complete',
  rightHand: 'reply-rightHand',
  cardPresent: 'reply-cardPresent',
  documents: 'reply-documents',
  name: 'reply-name',
  relation: 'reply-relation',
  questions: 'reply-questions',
  note: 'reply-note',
} as const;
