import { z } from 'zod';

/** 官公署発行・顔写真付きの書類 (I4): the code, and the words the clerk reads. */
export const PHOTO_DOCUMENTS = {
  driversLicence: '運転免許証',
  drivingHistoryCertificate: '運転経歴証明書',
  passport: 'パスポート',
  myNumberCard: 'マイナンバーカード',
  residentCardWithPhoto: '住民基本台帳カード(顔写真付き)',
  residenceCard: '在留カード',
  specialPermanentResidentCertificate: '特別永住者証明書',
  seamansBook: '船員手帳',
  maritimeOfficerLicence: '海技免状',
  smallVesselLicence: '小型船舶操縦免許証',
  gunPermit: '猟銃・空気銃所持許可証',
  physicalDisabilityCertificate: '身体障害者手帳',
  woundedVeteranCertificate: '戦傷病者手帳',
  realEstateBrokerCard: '宅地建物取引主任者証・宅地建物取引士証',
  electricianLicence: '電気工事士免状',
  radioOperatorLicence: '無線従事者免許証',
  certifiedElectricalWorker: '認定電気工事従事者認定証',
  specialElectricalWorker: '特殊電気工事資格者認定証',
  airworthinessInspector: '耐空検査員の証',
  airmanCertificate: '航空従事者技能証明書',
  flightDispatcherCertificate: '運行管理者技能検定合格証明書',
  railMotorVehicleLicence: '動力車操縦者運転免許証',
  drivingInstructorQualification: '教習資格認定証',
  securityTestCertificate: '検定合格証',
  mentalDisabilityCertificate: '精神障害者保健福祉手帳',
} as const;

/** 顔写真のない書類 (I1 の二つめの一覧): two of them confirm a holder in person, never an agent. */
export const SECOND_LIST_DOCUMENTS = {
  healthInsuranceEligibility: '資格確認書',
  longTermCareInsuranceCard: '介護保険被保険者証',
  pensionBook: '年金手帳・基礎年金番号通知書',
  pensionCertificate: '年金証書',
  medicalRecipientCertificate: '医療受給者証',
  maternalHandbook: '母子健康手帳',
  publicAssistanceCertificate: '生活保護受給者証',
  employeeCard: '社員証',
  studentCard: '学生証',
} as const;

export type PhotoDocumentCode = keyof typeof PHOTO_DOCUMENTS;
export type SecondListDocumentCode = keyof typeof SECOND_LIST_DOCUMENTS;

// Object.keys forgets the literal keys that the two tables above are made of.
const photoCodes = Object.keys(PHOTO_DOCUMENTS) as PhotoDocumentCode[];
const secondCodes = Object.keys(SECOND_LIST_DOCUMENTS) as SecondListDocumentCode[];

/** 本人確認書類の種類: recorded by kind, never by number. */
export const DocumentCode = z.enum([...photoCodes, ...secondCodes]);
export type DocumentCode = z.infer<typeof DocumentCode>;

/** 顔写真付きの書類の種類すべて。 */
export const PHOTO_DOCUMENT_CODES: readonly PhotoDocumentCode[] = photoCodes;

/** 顔写真のない書類の種類すべて。 */
export const SECOND_LIST_DOCUMENT_CODES: readonly SecondListDocumentCode[] = secondCodes;

/** 書類の名前: the words for a document code. */
export function documentName(code: DocumentCode): string {
  const names: Readonly<Record<DocumentCode, string>> = { ...PHOTO_DOCUMENTS, ...SECOND_LIST_DOCUMENTS };
  return names[code];
}
