import * as z from 'zod';

/** 失敗の符号: every failure that is expected. Codes are stable; their words are in `messages-ja.ts`. */
export const failureCodes = [
  'unreadableRequest',
  'unreadableAnswer',
  'connectionLost',
  'cannotOpen',
  'alreadySetUp',
  'notSetUp',
  'notSignedIn',
  'locked',
  'notAllowed',
  'signInFailed',
  'signInPaused',
  'secondPersonFailed',
  'secondPersonIsSelf',
  'secondPersonNotSupervisor',
  'secondPersonNotHere',
  'staffSuspended',
  'staffElsewhere',
  'ownPasswordNeeded',
  'wrongPassword',
  'staffNotFound',
  'staffActRefused',
  'secondAdministratorNeeded',
  'staffNumberTaken',
  'badFields',
  'personalNumber',
  'decisionChanged',
  'noLongerAllowed',
  'stillAllowed',
  'staleVersion',
  'staleDraft',
  'caseNotFound',
  'caseEnded',
  'caseLapsed',
  'caseBlocked',
  'wrongStep',
  'waitsForSecondPerson',
  'secondPersonNeeded',
  'alreadyAsked',
  'alreadyAnswered',
  'revokeFirst',
  'replyNotAccepted',
  'nothingToCorrect',
  'correctedMeanwhile',
  'rangeChanged',
  'nothingThere',
  'draftNotFound',
  'lineNotOpen',
  'signatureBeforeUserAuthentication',
  'ledgerFull',
  'ledgerBusy',
  'ledgerReadOnly',
  'ledgerDamaged',
  'clockWentBack',
  'resultUnknown',
  'fileNotWritten',
  'charactersDoNotFit',
  'sheetNotMade',
  'rangeTooLong',
  'printerMissing',
  'printFailed',
  'nothingToPrint',
  'letterNotPosted',
  'dayClosed',
  'dayAlreadyClosed',
  'dayNotOver',
  'nothingToClose',
  'countsChanged',
  'defect',
] as const;

export const FailureCode = z.enum(failureCodes);
export type FailureCode = z.infer<typeof FailureCode>;

/** 欄の指摘: which field, what happened and what to do; `suggestion` is a value that was probably meant. */
export const FieldFailure = z.strictObject({
  field: z.string(),
  message: z.string(),
  suggestion: z.string().nullable(),
});
export type FieldFailure = z.infer<typeof FieldFailure>;

/** 失敗 (failure): an expected no, in words that a clerk can act on. `incident` is given with a defect, and where the ledger's file was found damaged. */
export const Failure = z.strictObject({
  code: FailureCode,
  message: z.string(),
  fields: z.array(FieldFailure),
  incident: z.string().nullable(),
});
export type Failure = z.infer<typeof Failure>;
