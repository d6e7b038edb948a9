import { DocumentCode, documentName, PHOTO_DOCUMENTS } from '../../../src-shared/domain/documents.ts';
import type { Choice } from '../../components/choice-combobox.tsx';

/** 書類の読み: how a clerk may type a document's name before it is converted, and its everyday short forms. */
const readings: Readonly<Record<DocumentCode, readonly string[]>> = {
  driversLicence: ['うんてんめんきょしょう', 'めんきょ'],
  drivingHistoryCertificate: ['うんてんけいれきしょうめいしょ'],
  passport: ['ぱすぽーと', 'りょけん', '旅券'],
  myNumberCard: ['まいなんばーかーど', 'こじんばんごうかーど', '個人番号カード'],
  residentCardWithPhoto: ['じゅうみんきほんだいちょうかーど', 'じゅうきかーど', '住基カード'],
  residenceCard: ['ざいりゅうかーど'],
  specialPermanentResidentCertificate: ['とくべつえいじゅうしゃしょうめいしょ'],
  seamansBook: ['せんいんてちょう'],
  maritimeOfficerLicence: ['かいぎめんじょう'],
  smallVesselLicence: ['こがたせんぱくそうじゅうめんきょしょう'],
  gunPermit: ['りょうじゅう', 'くうきじゅうしょじきょかしょう'],
  physicalDisabilityCertificate: ['しんたいしょうがいしゃてちょう', 'しょうがいしゃてちょう'],
  woundedVeteranCertificate: ['せんしょうびょうしゃてちょう'],
  realEstateBrokerCard: ['たくちたてものとりひき', 'たっけん', '宅建'],
  electricianLicence: ['でんきこうじしめんじょう'],
  radioOperatorLicence: ['むせんじゅうじしゃめんきょしょう'],
  certifiedElectricalWorker: ['にんていでんきこうじじゅうじしゃ'],
  specialElectricalWorker: ['とくしゅでんきこうじ'],
  airworthinessInspector: ['たいくうけんさいん'],
  airmanCertificate: ['こうくうじゅうじしゃ'],
  flightDispatcherCertificate: ['うんこうかんりしゃ'],
  railMotorVehicleLicence: ['どうりょくしゃそうじゅうしゃうんてんめんきょしょう'],
  drivingInstructorQualification: ['きょうしゅうしかくにんていしょう'],
  securityTestCertificate: ['けんていごうかくしょう'],
  mentalDisabilityCertificate: ['せいしんしょうがいしゃほけんふくしてちょう', 'しょうがいしゃてちょう'],
  healthInsuranceEligibility: ['しかくかくにんしょ', 'けんこうほけん', '健康保険', '保険証'],
  longTermCareInsuranceCard: ['かいごほけんひほけんしゃしょう'],
  pensionBook: ['ねんきんてちょう', 'きそねんきんばんごう'],
  pensionCertificate: ['ねんきんしょうしょ'],
  medicalRecipientCertificate: ['いりょうじゅきゅうしゃしょう'],
  maternalHandbook: ['ぼしけんこうてちょう', 'ぼしてちょう', '母子手帳'],
  publicAssistanceCertificate: ['せいかつほごじゅきゅうしゃしょう'],
  employeeCard: ['しゃいんしょう'],
  studentCard: ['がくせいしょう'],
};

/** 顔写真があるか: what a list and a chosen document say beside the name. */
export function photoWord(code: DocumentCode): string {
  return Object.hasOwn(PHOTO_DOCUMENTS, code) ? '顔写真あり' : '顔写真なし';
}

/** 選べる書類: an agent is shown those without a photo too, and that they do not suffice (I4). */
export function documentChoices(represented: boolean, chosen: readonly DocumentCode[]): readonly Choice[] {
  return DocumentCode.options
    .filter((code) => !chosen.includes(code))
    .map((code): Choice => {
      const photo = Object.hasOwn(PHOTO_DOCUMENTS, code);
      return {
        code,
        label: documentName(code),
        note: photoWord(code),
        foundBy: readings[code],
        refusal: represented && !photo ? '顔写真なし・使えません' : undefined,
      };
    });
}
