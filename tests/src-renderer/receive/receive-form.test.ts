import { describe, expect, test } from 'vitest';
import type { KnownCertificate } from '../../../src-renderer/screens/receive/current-reading.ts';
import { type FormReading, readReceiveForm } from '../../../src-renderer/screens/receive/receive-form.ts';
import { chooseSubstitute, followText, kanaOfCharacter } from '../../../src-renderer/screens/receive/spelling.ts';
import {
  draftContent,
  emptyForm,
  readDraft,
  type Typed,
  withoutMyNumbers,
} from '../../../src-renderer/screens/receive/typed.ts';
import { rulesFrom } from '../../../src-renderer/store/rules.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { plainDateTime } from '../../../src-shared/kernel/plain-date-time.ts';

const at = plainDateTime('2026-11-24T10:42');
const filled: Typed = {
  ...emptyForm,
  name: '練習 花子',
  kana: 'ﾚﾝｼｭｳ ﾊﾅｺ',
  sex: 'female',
  bornOn: 'S63.4.1',
  address: '愛知県稲沢市見本町1番地',
  cardExpiresOn: '2030.4.1',
  currentAnswer: 'none',
  documents: ['driversLicence'],
};

const rules = rulesFrom({ calendar: [], changes: [], holidays: [] });

function read(change: Partial<Typed> = {}, certificates: readonly KnownCertificate[] = []): FormReading {
  return readReceiveForm(
    { ...filled, ...change },
    { at, office: 'shiminka', rules, known: { certificates, ended: [] } },
  );
}

describe('打ったものから受付の内容へ', () => {
  test('日付は暦日に、フリガナは全角になり、氏名は変えない', () => {
    const { ready, decision } = read();
    const facts = ready?.facts;
    expect(decision).toMatchObject({ verdict: 'accept', route: 'sameDay' });
    expect(facts?.holder).toMatchObject({
      name: '練習 花子',
      kana: 'レンシュウ\u{3000}ハナコ',
      bornOn: '1988-04-01',
    });
    expect(facts?.card).toEqual({ medium: 'myNumberCard', expiresOn: '2030-04-01' });
  });

  test('空の様式は何も断らず、足りないものを様式の順に言う', () => {
    const { decision, missing, ready, issues } = readReceiveForm(emptyForm, {
      at,
      office: 'shiminka',
      rules,
      known: { certificates: [], ended: [] },
    });
    expect(decision.verdict).toBe('undecided');
    expect(decision.findings.filter(({ status }) => status === 'unmet')).toEqual([]);
    expect(missing.map(({ field }) => field)).toEqual([
      'holder.name',
      'holder.kana',
      'holder.sex',
      'holder.bornOn',
      'holder.address',
      'card.expiresOn',
      'current',
      'visitor.documents',
    ]);
    expect(issues).toEqual([]);
    expect(ready).toBeNull();
  });

  test('書類を言わないうちは、代理人でも断らず、満了日は見込みで出る', () => {
    const open = read({ capacity: 'agent', visitorName: '練習 次郎', reason: '入院のため', documents: [] });
    expect(open.decision.verdict).toBe('undecided');
    expect(open.decision.lines.map(({ expiry }) => expiry?.on)).toEqual(['2030-04-01', '2030-04-01']);
    const none = read({
      capacity: 'agent',
      visitorName: '練習 次郎',
      reason: '入院のため',
      documents: [],
      noDocuments: true,
    });
    expect(none.decision.verdict).toBe('refuse');
  });

  test('更新は、いまの証明書を言わないうちは断らず、「なし」と言えば断る', () => {
    expect(read({ procedure: 'renew', currentAnswer: null }).decision.verdict).toBe('undecided');
    expect(read({ procedure: 'renew' }).decision.verdict).toBe('refuse');
  });

  test('種類ごとの手続が、明細それぞれの手続になる', () => {
    const certificate = { issuedOn: '2022.1.10', expiresOn: '2027.1.8', serial: 'ｕａ１－０００１' };
    const { ready } = read({
      procedure: 'each',
      signatureProcedure: 'issue',
      userAuthenticationProcedure: 'renew',
      currentAnswer: 'some',
      currentUserAuthentication: certificate,
    });
    expect(ready?.facts.lines).toEqual([
      { kind: 'userAuthentication', procedure: 'renew', cause: null, feeReason: null },
      { kind: 'signature', procedure: 'issue', cause: null, feeReason: null },
    ]);
    expect(ready?.facts.current).toEqual([
      { kind: 'userAuthentication', issuedOn: '2022-01-10', expiresOn: '2027-01-08', serial: 'UA1-0001' },
    ]);
  });

  test('台帳で見つかった証明書は判定に入るが、打ったものとしては送らない', () => {
    const known: KnownCertificate[] = (['signature', 'userAuthentication'] as const).map((kind) => ({
      kind,
      issuedOn: plainDate('2025-04-01'),
      expiresOn: plainDate('2030-04-01'),
      serial: null,
    }));
    const { decision, ready } = read({ currentAnswer: null }, known);
    expect(decision.verdict).toBe('refuse');
    expect(ready?.facts.current).toEqual([]);
  });

  test('証明書の発行日と満了日が逆なら、そう言う', () => {
    const { issues } = read({
      currentAnswer: 'some',
      currentSignature: { issuedOn: '2026.4.1', expiresOn: '2025.4.1', serial: '' },
    });
    expect(issues.map(({ field }) => field)).toEqual(['current.signature']);
    expect(issues[0]?.message).toContain('発行日が満了日より後です');
  });

  test('断る受付では、住所とカードの期限は空でもよい', () => {
    const { missing, ready, decision } = read({ medium: 'residentCard', address: '', cardExpiresOn: '' });
    expect(decision.verdict).toBe('refuse');
    expect(missing).toEqual([]);
    expect(ready?.facts.holder.address).toBe('');
  });

  test('署名用を頼まないとき、選んであった代替文字は送らない(G4)', () => {
    const name = '\u{9AD9}橋 例子';
    const nameSpellings = [{ index: 0, original: '\u{9AD9}', substitute: '高' }];
    expect(read({ name, nameSpellings }).ready?.facts.substitutions.name).toEqual(nameSpellings);
    expect(read({ name, nameSpellings, signature: false }).ready?.facts.substitutions.name).toEqual([]);
  });

  test('読めない日付と打ちかけの日付を分けて言う', () => {
    const half = read({ bornOn: 'S63.' }).issues[0];
    expect(half).toMatchObject({ field: 'holder.bornOn', half: true, blocks: true });
    const wrong = read({ bornOn: 'S64.1.8' }).issues[0];
    expect(wrong).toMatchObject({ half: false, mend: { value: '平成元年1月8日', label: '平成元年1月8日にする' } });
    const future = read({ bornOn: '2026-11-25' }).issues[0];
    expect(future?.message).toContain('生年月日が今日より後です(令和8年11月25日)');
    expect(read({ bornOn: '2026-11-24' }).issues).toEqual([]);
  });

  test('カードの期限は、その日のうちは使え、翌日から断る', () => {
    expect(read({ cardExpiresOn: '2026.11.24' }).decision.verdict).toBe('accept');
    const expired = read({ cardExpiresOn: '2026.11.23' });
    expect(expired.decision.verdict).toBe('refuse');
    expect(expired.issues[0]).toMatchObject({ field: 'card.expiresOn', blocks: false });
    expect(expired.ready).not.toBeNull();
  });

  test('個人番号はどの欄でも止める', () => {
    for (const change of [
      { name: '練習 123456789018' },
      { address: '1234-5678-9018' },
      { note: '一二三四五六七八九〇一八' },
    ]) {
      const { issues, ready } = read(change);
      expect(issues[0]?.message).toBe('12桁の個人番号と思われる数字があります。消してください。');
      expect(ready).toBeNull();
    }
  });

  test('目に見えない文字は止める', () => {
    expect(read({ name: '練習\u{200B}花子' }).issues[0]?.message).toContain('目に見えない文字');
  });
});

describe('代替文字の選択', () => {
  const chosen = [{ index: 0, original: '\u{9AD9}', substitute: '高' }];

  test('前に文字が入っても、選択はその文字に付いていく', () => {
    expect(followText('大\u{9AD9}橋', chosen)).toEqual([{ ...chosen[0], index: 1 }]);
    expect(followText('大橋', chosen)).toEqual([]);
  });

  test('同じ文字が二つあれば、どちらも同じ代替になる', () => {
    expect(chooseSubstitute('\u{9AD9}\u{9AD9}', [], 0, '高').map(({ index }) => index)).toEqual([0, 1]);
  });

  test('かなは、一字だけの姓や名のときだけ分かる', () => {
    expect(kanaOfCharacter('\u{9AD9} 例子', 'タカ レイコ', 0)).toBe('タカ');
    expect(kanaOfCharacter('\u{9AD9}橋 例子', 'タカハシ レイコ', 0)).toBeNull();
  });
});

describe('入力中の中身', () => {
  test('打ったものがそのまま戻る', () => {
    expect(readDraft(draftContent(filled))).toEqual(filled);
  });

  test('前の版で残した入力中も、あとからできた欄を空として戻る', () => {
    const later = ['cause', 'reissue', 'basis', 'signatureFee', 'userAuthenticationFee', 'relation', 'visitorAddress'];
    const more = ['sameAddress', 'proof', 'noReason', 'onPaper', 'paperDay', 'paperTime', 'paperReason', 'serial'];
    const earlier = JSON.stringify(filled, (key, value: unknown) =>
      [...later, ...more].includes(key) ? undefined : value,
    );
    expect(readDraft(earlier)).toEqual(filled);
  });

  test('形の違うものは戻さない', () => {
    expect(readDraft('{"name":"練習"}')).toBeNull();
    expect(readDraft('こわれている')).toBeNull();
  });

  test('個人番号だけを除き、電話番号は残す', () => {
    expect(withoutMyNumbers('控え 123456789018 まで')).toBe('控え  まで');
    expect(withoutMyNumbers('0587-32-1111')).toBe('0587-32-1111');
  });
});
