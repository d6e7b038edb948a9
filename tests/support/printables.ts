import type { PrintableCase, PrintableList, PrintForm } from '../../src-shared/contract/print-view.ts';

const line = { kind: 'signature', procedure: 'issue', cause: null, outcome: 'open' } as const;

/** 練習 花子さんの印刷: both kinds newly issued through an agent, the first letter posted; override what a test needs. */
export function printableOf(change: Partial<PrintableCase> = {}): PrintableCase {
  return {
    receipt: 'S01-20261124-0003-0',
    office: 'shiminka',
    terminal: 1,
    receivedAt: '2026-11-24T10:12:00.000+09:00',
    lines: [
      { ...line, expiry: { on: '2030-04-01', decidedBy: 'V3' } },
      { ...line, kind: 'userAuthentication', expiry: { on: '2030-04-01', decidedBy: 'V3' } },
    ],
    holder: {
      name: '練習 花子',
      kana: 'レンシュウ　ハナコ',
      bornOn: '1988-04-01',
      sex: 'female',
      address: '愛知県稲沢市見本町1番地',
      certificateName: '練習 花子',
      certificateAddress: '愛知県稲沢市見本町1番地',
    },
    visitor: {
      capacity: 'agent',
      name: '見本 太郎',
      relation: '長男',
      address: '愛知県稲沢市練習町2番地の3',
      reason: '本人が入院しているため',
    },
    documents: ['運転免許証'],
    cardExpiresOn: '2030-04-01',
    route: 'inquiry',
    letter: { number: 1, postedOn: '2026-11-24', dueOn: '2026-12-24', acceptedUntil: '2026-12-24' },
    replyWriter: 'holder',
    replyOffices: ['shiminka'],
    bring: ['reply', 'holderCard', 'visitorPhotoDocument', 'rememberedPin'],
    letterOffset: { xMm: 0, yMm: 0 },
    print: {
      copy: 1,
      headDigits: '3f9a1c20',
      at: '2026-11-24T10:20:00.000+09:00',
      by: '見本 窓口',
      practice: false,
    },
    ...change,
  };
}

/** いちばん長い受付: names and addresses as long as their fields let them be. */
export function longPrintable(): PrintableCase {
  const name = `見本${'長'.repeat(97)}`.concat('子');
  const address = `愛知県稲沢市見本町1番地 ${'見本町団地第一号棟練習階段'.repeat(20)}`.slice(0, 200);
  const usual = printableOf();
  return printableOf({
    holder: {
      ...usual.holder,
      name,
      kana: 'ミホン'.repeat(40),
      address,
      certificateName: `${name.slice(0, -1)}コ`,
      certificateAddress: address,
    },
    visitor: { ...usual.visitor, name, address, relation: '配偶者の弟', reason: '理'.repeat(200) },
    documents: ['小型船舶操縦免許証', '認定電気工事従事者認定証', '航空従事者技能証明書', '教習資格認定証'],
    lines: [
      { ...line, procedure: 'revoke', cause: 'X1', expiry: null },
      { ...line, procedure: 'revoke', cause: 'X2', kind: 'userAuthentication', expiry: null },
      { ...line, procedure: 'issue', expiry: { on: '2030-04-01', decidedBy: 'V3' } },
      { ...line, procedure: 'renew', kind: 'userAuthentication', expiry: { on: '2030-04-01', decidedBy: 'V4' } },
    ],
    replyWriter: 'statutoryRepresentative',
    bring: ['reply', 'holderCard', 'holderIdentity', 'visitorPhotoDocument', 'representativeProof', 'rememberedPin'],
    letter: { number: 12, postedOn: '2026-11-24', dueOn: '2026-12-24', acceptedUntil: '2027-01-04' },
    replyOffices: ['shiminka', 'sobue', 'heiwa'],
  });
}

/** 見本の一覧: as many rows as are asked for. */
export function listOf(rows: number, change: Partial<PrintableList> = {}): PrintableList {
  return {
    title: '照会中の受付',
    subtitle: '令和8年11月24日(火)・期限の近い順',
    office: '市民課',
    columns: [
      { label: '受付番号', share: 4, numeric: false },
      { label: '本人', share: 3, numeric: false },
      { label: '住所', share: 6, numeric: false },
      { label: '期限', share: 3, numeric: false },
      { label: '残り(日)', share: 2, numeric: true },
    ],
    rows: Array.from({ length: rows }, (_, index) => [
      `S01-20261124-${String(index + 1).padStart(4, '0')}-0`,
      `練習 ${index + 1}子`,
      '愛知県稲沢市見本町1番地 見本町団地第一号棟'.repeat(index % 3 === 0 ? 2 : 1),
      '12月24日(木)',
      String(30 - (index % 30)),
    ]),
    notes: ['期限の日まで受け付けます。'],
    practice: false,
    printedAt: '2026-11-24T10:20:00.000+09:00',
    printedBy: '見本 窓口',
    ...change,
  };
}

/** 本人が来た即日の印刷 */
export const sameDay = (change: Partial<PrintableCase> = {}): PrintableCase =>
  printableOf({
    route: 'sameDay',
    letter: null,
    visitor: { capacity: 'holder', name: null, relation: null, address: null, reason: null },
    bring: ['holderCard', 'holderIdentity'],
    ...change,
  });
const revoking = sameDay({
  lines: [{ kind: 'signature', procedure: 'revoke', cause: 'X1', expiry: null, outcome: 'open' }],
});
/** 様式ごとの、ふつうの受付 */
export const usual: Readonly<Record<PrintForm, PrintableCase>> = {
  application: sameDay(),
  inquiryLetter: printableOf(),
  revocation: revoking,
  checklist: printableOf(),
  receiptSlip: sameDay(),
  addressLabel: printableOf(),
};
/** 練習の印刷 */
export const practising = (printable: PrintableCase): PrintableCase => ({
  ...printable,
  print: { ...printable.print, practice: true },
});
