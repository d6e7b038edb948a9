import { describe, expect, test } from 'vitest';
import { caseForm, caseFormFileName } from '../../../src-main/documents/case-forms.ts';
import { PrintableCase, PrintForm } from '../../../src-shared/contract/print-view.ts';
import { longPrintable, practising, printableOf, sameDay, usual } from '../../support/printables.ts';

/** what is read on the paper: the markup taken out, readings too */
function words(text: string): string {
  return text
    .replace(/^.*<body>/s, '')
    .replaceAll(/<svg.*?<\/svg>|<rt>.*?<\/rt>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[ \n]+/g, ' ');
}
const said = (form: PrintForm, printable: PrintableCase) => words(caseForm(form, [printable]));
const hostile = '<b onload="x">練習 & 花子</b>\'"';

describe('どの様式も', () => {
  test.each(PrintForm.options)('%s は、暗証番号と個人番号を書かないように足に書く', (form) => {
    expect(said(form, usual[form])).toContain('暗証番号・個人番号(マイナンバー)は、この用紙に書かないでください。');
  });

  test.each(PrintForm.options)('%s は、受付番号と、部目と、確認符号の8桁を載せる', (form) => {
    const text = said(form, usual[form]);
    expect(text).toContain('S01-20261124-0003-0');
    expect(text).toContain('1部目');
    expect(text).toContain('3f9a 1c20');
  });

  test.each(PrintForm.options)('%s は、打たれた文字をそのまま見せ、印にしない', (form) => {
    const { holder, visitor } = usual[form];
    const changed: PrintableCase = {
      ...usual[form],
      holder: {
        ...holder,
        name: hostile,
        certificateName: hostile,
        address: hostile,
        certificateAddress: hostile,
        kana: hostile,
      },
      visitor: { ...visitor, name: hostile, relation: hostile, address: hostile, reason: hostile },
      documents: [hostile],
      print: { ...usual[form].print, by: hostile },
    };
    const written = caseForm(form, [changed]);
    expect(written).not.toContain('onload="');
    expect(written).not.toContain('<b onload');
    expect(written).toContain('&lt;b onload=&quot;x&quot;&gt;練習 &amp; 花子&lt;/b&gt;&#39;&quot;');
    expect(written).not.toMatch(/<script/i);
  });

  test.each(PrintForm.options)('%s は、練習なら枠の中にそう書き、本番なら書かない', (form) => {
    const ruled = (printable: PrintableCase) =>
      /class="(practice-frame|forward)"[^>]*>練習</.test(caseForm(form, [printable]));
    expect(ruled(practising(usual[form]))).toBe(true);
    expect(ruled(usual[form])).toBe(false);
  });

  test('見本には部目も確認符号もなく、見本と書く', () => {
    const { print } = printableOf();
    const preview = said('application', printableOf({ print: { ...print, copy: null, headDigits: null } }));
    expect(preview).toContain('見本・1 / 1');
    expect(preview).not.toContain('部目');
  });

  test('印刷する受付の形は契約のとおり', () => {
    for (const printable of [...Object.values(usual), longPrintable()])
      expect(PrintableCase.parse(printable)).toEqual(printable);
  });
});

describe('様式第1', () => {
  test('市の題、本人、申請の内容と期限を決めた規則、代理人と理由を載せる', () => {
    const text = said('application', printableOf());
    for (const part of [
      '様式第1',
      '電子証明書 新規発行/更新 申請書',
      '稲沢市長 様',
      'レンシュウ　ハナコ',
      '昭和63年4月1日(1988年)',
      '署名用電子証明書',
      '利用者証明用電子証明書',
      '2030年(令和12年)4月1日まで(V3)',
      '見本 太郎(任意代理人・長男)',
      '本人が入院しているため',
      '運転免許証',
      '来た人の署名',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('代替文字');
  });

  test('代替文字があれば両方の表記を載せ、戸籍は変わらないと書く (G3)', () => {
    const { holder } = printableOf();
    const text = said(
      'application',
      printableOf({ holder: { ...holder, name: '髙橋 花子', certificateName: '高橋 花子' } }),
    );
    expect(text).toContain('髙橋 花子');
    expect(text).toContain('高橋 花子');
    expect(text).toContain('戸籍・住民票の文字は変わりません。');
  });

  test('失効の明細は申請書に載せない', () => {
    expect(said('application', longPrintable())).not.toContain('X1');
  });
});

describe('様式第2', () => {
  test('宛名に転送不要、期日そのもの、持ってくる所、回答欄、委任状がある (D1, D2, D3)', () => {
    const text = said('inquiryLetter', printableOf());
    for (const part of [
      '転送不要',
      '愛知県稲沢市見本町1番地',
      '練習 花子 様',
      '様式第2',
      '電子証明書 新規発行 照会書兼回答書',
      '代理人のかたから下の申請がありました。',
      '本人が書いて',
      '令和8年12月24日(木)',
      '稲沢市役所 市民課',
      '平日 9:00–17:00',
      '支所・市民センターでは受け付けません',
      '上の申請は、私の意思によるものです。',
      '委任状',
      '切り離さず、このままお持ちください',
    ])
      expect(text).toContain(part);
  });

  test('期日が閉庁日で受付が延びても、手紙には期日そのものを書く (D2)', () => {
    const letter = { number: 2, postedOn: '2026-12-01', dueOn: '2026-12-31', acceptedUntil: '2027-01-04' };
    const text = said('inquiryLetter', printableOf({ letter }));
    expect(text).toContain('令和8年12月31日(木)');
    expect(text).not.toContain('1月4日');
    expect(text).toContain('(2回目)');
  });

  test('15歳未満と成年被後見人の回答書は、法定代理人が書く (D4)', () => {
    const text = said('inquiryLetter', printableOf({ replyWriter: 'statutoryRepresentative' }));
    expect(text).toContain('法定代理人が書いて');
    expect(text).toContain('法定代理人の氏名');
  });

  test('本人が来て確認できなかったときは、本人の申請かを確かめると書く (I2)', () => {
    const visitor = { capacity: 'holder', name: null, relation: null, address: null, reason: null } as const;
    expect(said('inquiryLetter', printableOf({ visitor }))).toContain(
      'あなたの申請であることを、この用紙で確かめます。',
    );
  });

  test('受付不可になった証明書は、照会に含まないと書く', () => {
    const [signature, user] = printableOf().lines;
    if (signature === undefined || user === undefined) throw new Error('two lines are usual');
    const text = said('inquiryLetter', printableOf({ lines: [{ ...signature, outcome: 'refused' }, user] }));
    expect(text).toContain('(署名用電子証明書は含みません)');
  });

  test('投函されていない手紙は作らない (B3)', () => {
    expect(() => caseForm('inquiryLetter', [printableOf({ letter: null })])).toThrow();
  });
});

describe('様式第3', () => {
  const revoking = (cause: 'X1' | 'X2') =>
    sameDay({ lines: [{ kind: 'signature', procedure: 'revoke', cause, expiry: null, outcome: 'open' }] });
  const ticked = (printable: PrintableCase) =>
    [...caseForm('revocation', [printable]).matchAll(/aria-label="(あてはまる|あてはまらない)"/g)].map(
      ([, mark]) => mark,
    );

  test('失効の申請 (X1) と、秘密鍵漏えい等の届出 (X2) のどちらかに印がある', () => {
    expect(ticked(revoking('X1'))).toEqual(['あてはまる', 'あてはまらない']);
    expect(ticked(revoking('X2'))).toEqual(['あてはまらない', 'あてはまる']);
    expect(said('revocation', revoking('X1'))).toContain('電子証明書 失効申請書/秘密鍵漏えい等届出書');
    expect(said('revocation', revoking('X1'))).toContain('失効した電子証明書は、もとに戻せません。');
    expect(said('revocation', revoking('X2'))).toContain('届出による失効は、受け付けるとすぐに行います。');
  });
});

describe('次に持ってくるもの', () => {
  test('やさしい日本語で、期日と、持ってくるものと、場所を書き、漢字にふりがなを付ける', () => {
    const text = said('checklist', printableOf());
    for (const part of ['もの', 'までに', 'マイナンバーカード', 'てください', '0587-32-1311', '令和8年12月24日(木)'])
      expect(text).toContain(part);
    expect(caseForm('checklist', [printableOf()])).toContain('<ruby>次<rt>つぎ</rt></ruby>');
    expect(text).not.toContain('{');
    expect(text).not.toContain('|');
  });

  test('照会でなければ期日を書かず、受付した窓口を書く', () => {
    const text = said('checklist', sameDay({ office: 'sobue' }));
    expect(text).not.toContain('までに');
    expect(text).toContain('祖父江支所');
  });
});

describe('受付票', () => {
  test('来庁者の控えと市の控えがあり、規則の符号は市の控えだけに載せる', () => {
    const [, visitors = '', office = ''] = said('receiptSlip', printableOf()).split('受付票');
    expect(visitors).toContain('来庁者の控え');
    expect(visitors).toContain('令和8年12月24日(木)までに回答書をお持ちください。');
    expect(visitors).not.toContain('(V3)');
    expect(office).toContain('市の控え');
    expect(office).toContain('(V3)');
  });

  test('済んだ受付では、済んだことと使える期限を書く', () => {
    const [line] = sameDay().lines;
    if (line === undefined) throw new Error('a line is usual');
    const text = said('receiptSlip', sameDay({ lines: [{ ...line, outcome: 'issued' }] }));
    expect(text).toContain('新規発行 済み 2030年(令和12年)4月1日まで使えます');
    expect(text).toContain('手続は終わりました。');
  });
});

describe('PDFの名前', () => {
  test('様式と番号と部目で、人の名前は入らない。練習ならそう始まる', () => {
    expect(caseFormFileName('application', [printableOf()])).toBe('申請書(様式第1)-S01-20261124-0003-0-1部目.pdf');
    expect(caseFormFileName('inquiryLetter', [printableOf(), printableOf()])).toBe(
      '照会書兼回答書(様式第2)-20261124-2件.pdf',
    );
    expect(caseFormFileName('application', [practising(printableOf())])).toMatch(/^練習-/);
    for (const form of PrintForm.options) expect(caseFormFileName(form, [printableOf()])).not.toMatch(/花子/);
  });
});
