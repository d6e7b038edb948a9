/** 写真付きの書類のいくつか (I4), by the rulebook's codes. */
export const photoDocuments = ['driversLicence', 'passport', 'myNumberCard', 'residenceCard'] as const;
