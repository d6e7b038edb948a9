import type { LetterRow } from '../../src-shared/contract/api/letters-api.ts';
import type { DocumentCode } from '../../src-shared/domain/documents.ts';
import type { Capacity } from '../../src-shared/domain/visit.ts';

/** 回答の確認 (D4): what the clerk has looked at; null is not looked at yet. */
export type ReplyTyped = {
  /** the number on the letter, as scanned or typed */
  readonly scanned: string;
  readonly complete: boolean | null;
  readonly rightHand: boolean | null;
  readonly cardPresent: boolean | null;
  readonly capacity: Capacity;
  readonly documents: readonly DocumentCode[];
  readonly noDocuments: boolean;
  readonly name: string;
  readonly relation: string;
  readonly questionsAnswered: boolean | null;
  readonly note: string;
};

/** はじめの確認: whoever applied most often brings the reply too; what was shown then is looked at anew. */
export function freshReply({ summary, visitorName, visitorRelation }: LetterRow): ReplyTyped {
  return {
    scanned: '',
    complete: null,
    rightHand: null,
    cardPresent: null,
    capacity: summary.capacity ?? 'holder',
    documents: [],
    noDocuments: false,
    name: visitorName ?? '',
    relation: visitorRelation ?? '',
    questionsAnswered: null,
    note: '',
  };
}
