import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import { type BackEntryFacts, checkReceiveFacts } from '../../../src-shared/contract/receive-fields.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { agentOf, nobodyCame, visitOf } from '../../support/made-up.ts';
import { hardWords, plainSentence } from './plain-words.ts';

const today = plainDate('2026-11-24');
const ordinary = visitOf();
const personalNumber = '123456789018';

type Change = {
  readonly holder?: Partial<ReceiveFacts['holder']>;
  readonly visitor?: Partial<ReceiveFacts['visitor']>;
  readonly card?: Partial<ReceiveFacts['card']>;
  readonly lines?: ReceiveFacts['lines'];
  readonly substitutions?: ReceiveFacts['substitutions'];
  readonly current?: ReceiveFacts['current'];
  readonly basis?: ReceiveFacts['basis'];
};

type Verdict = 'accept' | 'refuse';
type Line = ReceiveFacts['lines'][number];

function lineOf(kind: Line['kind'], procedure: Line['procedure'], cause: Line['cause'] = null): Line {
  return { kind, procedure, cause, feeReason: null };
}

function check(change: Change, note = '', verdict: Verdict = 'accept', backEntry: BackEntryFacts | null = null) {
  return checkReceiveFacts(
    { facts: visit(change), note, backEntry },
    { today, now: '2026-11-24T10:30', verdict, feeReasons: ['紛失による再交付'] },
  );
}

function visit(change: Change): ReceiveFacts {
  return {
    lines: change.lines ?? ordinary.lines,
    holder: { ...ordinary.holder, ...change.holder },
    card: { ...ordinary.card, ...change.card },
    visitor: { ...ordinary.visitor, ...change.visitor },
    basis: change.basis ?? null,
    current: change.current ?? [],
    substitutions: change.substitutions ?? ordinary.substitutions,
  };
}

/** the fields that would have to be mended */
function marked(change: Change, note = '', verdict: Verdict = 'accept'): readonly string[] {
  return check(change, note, verdict).failures.map(({ field }) => field);
}

describe('受付の欄', () => {
  test('ふつうの受付には、直すところがない', () => {
    expect(marked({})).toEqual([]);
  });

  test.each([
    ['氏名', 'holder.name', 100, (text: string): Change => ({ holder: { name: text } })],
    ['住所', 'holder.address', 200, (text: string): Change => ({ holder: { address: text } })],
    ['代理人の氏名', 'visitor.name', 100, (text: string): Change => ({ visitor: agentOf({ name: text }) })],
    ['代理の理由', 'visitor.reason', 200, (text: string): Change => ({ visitor: agentOf({ reason: text }) })],
  ] as const)('%sは決めた文字数まで入り、1文字でも多いと直しになる', (_, field, most, change) => {
    expect(marked(change('あ'.repeat(most)))).toEqual([]);
    expect(marked(change('あ'.repeat(most + 1)))).toEqual([field]);
    expect(marked(change('あ'.repeat(300)))).toEqual([field]);
  });

  test('文字数は読む人の数え方で数える(異体字と濁点は前の字の一部)', () => {
    expect(marked({ holder: { name: '辻\u{E0100}'.repeat(100) } })).toEqual([]);
    expect(marked({ holder: { name: '\u{20BB7}'.repeat(100) } })).toEqual([]);
    expect(marked({ holder: { name: '\u{20BB7}'.repeat(101) } })).toEqual(['holder.name']);
  });

  test('メモは200文字まで、なくてもよい', () => {
    expect(marked({}, '')).toEqual([]);
    expect(marked({}, 'あ'.repeat(200))).toEqual([]);
    expect(marked({}, 'あ'.repeat(201))).toEqual(['note']);
  });

  test('空白だけの氏名・フリガナ・住所は、書いてないものとして扱う', () => {
    for (const blank of ['', ' ', '\u{3000}\u{3000}']) {
      expect(marked({ holder: { name: blank, kana: blank, address: blank } })).toEqual([
        'holder.name',
        'holder.kana',
        'holder.address',
      ]);
    }
  });

  test('受付不可のときは、住所とカードの期限は空いていてよい(氏名・フリガナ・生年月日は要る)', () => {
    expect(marked({ holder: { address: '' }, card: { expiresOn: '' } }, '', 'refuse')).toEqual([]);
    expect(marked({ holder: { address: '' }, card: { expiresOn: '' } }, '', 'accept')).toEqual([
      'holder.address',
      'card.expiresOn',
    ]);
    expect(marked({ holder: { name: '', bornOn: '' } }, '', 'refuse')).toEqual(['holder.name', 'holder.bornOn']);
    expect(marked({ card: { expiresOn: '2030-02-30' } }, '', 'refuse')).toEqual(['card.expiresOn']);
  });

  test.each([
    ['絵文字', '練習 花子😀'],
    ['見えない文字', '練習\u{200B}花子'],
    ['改行', '練習\n花子'],
    ['制御文字', '練習\u{0007}花子'],
    ['向きを変える文字', '練習\u{202E}花子'],
    ['個人番号', `練習 ${personalNumber}`],
    ['漢数字で書いた個人番号', '一二三四五六七八九〇一八'],
    ['全角で区切った個人番号', '１２３４－５６７８－９０１８'],
  ])('氏名に%sがあれば直しになる', (_, name) => {
    expect(marked({ holder: { name } })).toEqual(['holder.name']);
  });

  test('個人番号は、どの自由な欄に書いても見つかる', () => {
    expect(marked({ holder: { address: `稲沢市 ${personalNumber}` } })).toEqual(['holder.address']);
    expect(marked({ visitor: { reason: personalNumber } })).toEqual(['visitor.reason']);
    expect(marked({ visitor: { capacity: 'agent', name: personalNumber, reason: '' } })).toEqual(['visitor.name']);
    expect(marked({}, `メモ ${personalNumber}`)).toEqual(['note']);
  });

  test('半角カナとひらがなのフリガナは全角カタカナになり、漢字や英字は直しになる', () => {
    for (const kana of ['ﾚﾝｼｭｳ ﾊﾅｺ', 'れんしゅう はなこ', 'レンシュウ  ハナコ']) {
      const checked = check({ holder: { kana } });
      expect(checked.failures).toEqual([]);
      expect(checked.facts.holder.kana).toBe('レンシュウ\u{3000}ハナコ');
    }
    for (const kana of ['練習 ハナコ', 'RENSHU', 'レンシュウ1'])
      expect(marked({ holder: { kana } })).toEqual(['holder.kana']);
    expect(marked({ holder: { kana: 'ア'.repeat(120) } })).toEqual([]);
    expect(marked({ holder: { kana: 'ア'.repeat(121) } })).toEqual(['holder.kana']);
  });

  test('生年月日は今日まで、1873年1月1日から', () => {
    expect(marked({ holder: { bornOn: '2026-11-24' } })).toEqual([]);
    expect(marked({ holder: { bornOn: '2026-11-25' } })).toEqual(['holder.bornOn']);
    expect(marked({ holder: { bornOn: '1873-01-01' } })).toEqual([]);
    expect(marked({ holder: { bornOn: '1872-12-31' } })).toEqual(['holder.bornOn']);
    for (const bornOn of ['', '1988-02-30', 'S63.4.1', '1988-4-1']) {
      expect(marked({ holder: { bornOn } }), bornOn).toEqual(['holder.bornOn']);
    }
  });

  test('氏名は、字の形を変えずに残す(前後の空白だけ落とす)', () => {
    for (const name of ['\u{FA10}本 花子', '髙\u{E0101}橋', 'が', 'か\u{3099}']) {
      const checked = check({ holder: { name: ` ${name}\u{3000}` } });
      expect(checked.facts.holder.name).toBe(name);
    }
  });

  test('代理人の欄は代理のときだけ要り、本人と同じ氏名は直しになる', () => {
    expect(marked({ visitor: agentOf({ name: null }) })).toEqual(['visitor.name']);
    expect(marked({ visitor: { capacity: 'agent', name: '練習 花子', reason: '入院のため' } })).toEqual([
      'visitor.name',
    ]);
    const alone = check({ visitor: { name: '例田 代理', relation: '子', address: '見本町', proof: 'familyRegister' } });
    expect(alone.failures).toEqual([]);
    expect(alone.facts.visitor).toEqual(ordinary.visitor);
  });

  test('一覧にない書類、同じ証明書の重なり、字に合わない代替文字は直しになる', () => {
    expect(marked({ visitor: { documents: ['driversLicence', 'libraryCard'] } })).toEqual(['visitor.documents']);
    const line = lineOf('signature', 'issue');
    expect(marked({ lines: [line, line] })).toEqual(['lines']);
    expect(marked({ lines: [line, lineOf('signature', 'renew')] })).toEqual(['lines']);
    const named = (substitute: string, index = 0) => ({
      holder: { name: '髙橋 花子' },
      substitutions: { name: [{ index, original: '髙', substitute }], address: [] },
    });
    expect(marked(named('高'))).toEqual([]);
    expect(marked(named('高', 1))).toEqual(['holder.name']);
    expect(marked(named('髙'))).toEqual(['holder.name']);
    expect(marked(named('😀'))).toEqual(['holder.name']);
  });

  test('失効でない手続に失効の事由があれば直しになる', () => {
    expect(marked({ lines: [lineOf('signature', 'issue', 'X1')] })).toEqual(['lines']);
    expect(marked({ lines: [lineOf('signature', 'renew', 'X3')] })).toEqual(['lines']);
    expect(marked({ lines: [lineOf('signature', 'revoke', 'X1')] })).toEqual([]);
  });

  test('失効と発行は、同じ証明書でも二つの明細になる(見つかったカードの失効と新規発行)', () => {
    expect(marked({ lines: [lineOf('signature', 'revoke', 'X1'), lineOf('signature', 'issue')] })).toEqual([]);
    expect(marked({ lines: [lineOf('signature', 'revoke', 'X1'), lineOf('signature', 'revoke', 'X2')] })).toEqual([
      'lines',
    ]);
  });

  test('失効には事由が要り、発行者署名符号の事由(X5)は受付では記録しない', () => {
    expect(marked({ lines: [lineOf('signature', 'revoke')] })).toEqual(['lines']);
    expect(marked({ lines: [lineOf('signature', 'revoke', 'X5')], basis: '機構からの通知' })).toEqual(['lines']);
  });

  test.each(['X3', 'X3d', 'X4'] as const)(
    '通知による失効(%s)は、来庁者・カード・住所を聞かず、通知の内容が要る',
    (cause) => {
      const notice: Change = {
        lines: [lineOf('signature', 'revoke', cause)],
        holder: { address: '' },
        card: { medium: null, expiresOn: '' },
        visitor: nobodyCame,
        basis: '令和8年11月20日の転居の異動通知',
      };
      expect(marked(notice)).toEqual([]);
      expect(marked({ ...notice, basis: ' ' })).toEqual(['basis']);
      expect(marked({ ...notice, basis: 'あ'.repeat(200) })).toEqual([]);
      expect(marked({ ...notice, basis: 'あ'.repeat(201) })).toEqual(['basis']);
      expect(marked({ ...notice, basis: `通知 ${personalNumber}` })).toEqual(['basis']);
    },
  );

  test.each(['X1', 'X2'] as const)(
    '申請と届出の失効(%s)には、来庁者・カードの種類・住所が要る(期限は要らない)',
    (cause) => {
      const lines = [lineOf('userAuthentication', 'revoke', cause)];
      expect(marked({ lines, card: { expiresOn: '' } })).toEqual([]);
      expect(marked({ lines, card: { medium: null, expiresOn: '' } })).toEqual(['card.medium']);
      expect(marked({ lines, visitor: nobodyCame })).toEqual(['visitor.capacity']);
      expect(marked({ lines, holder: { address: '' } })).toEqual(['holder.address']);
      expect(check({ lines, basis: '通知ではない' }).facts.basis).toBeNull();
    },
  );

  test('通知による失効に続けて発行するときは、来庁者とカードも要る', () => {
    const lines = [lineOf('signature', 'revoke', 'X3'), lineOf('signature', 'issue')];
    const basis = '令和8年11月20日の転居の異動通知';
    expect(marked({ lines, basis })).toEqual([]);
    expect(marked({ lines, basis, visitor: nobodyCame, card: { medium: null, expiresOn: '' } })).toEqual([
      'card.medium',
      'card.expiresOn',
      'visitor.capacity',
    ]);
  });

  test('法定代理人を受け付けるには、資格を示したものが要る(I8)', () => {
    const parent = agentOf({ capacity: 'statutoryRepresentative', reason: null });
    expect(marked({ visitor: parent })).toEqual(['visitor.proof']);
    expect(marked({ visitor: parent }, '', 'refuse')).toEqual([]);
    expect(marked({ visitor: { ...parent, proof: 'sameHousehold' } })).toEqual([]);
    expect(check({ visitor: agentOf({ proof: 'sameHousehold' }) }).facts.visitor.proof).toBeNull();
  });

  test('続柄は40文字、代理人の住所は200文字まで、なくてもよい', () => {
    expect(marked({ visitor: agentOf({ relation: '', address: '' }) })).toEqual([]);
    expect(check({ visitor: agentOf({ relation: ' ', address: ' ' }) }).facts.visitor).toEqual(agentOf());
    const long = (relation: number, address: number) =>
      marked({ visitor: agentOf({ relation: 'あ'.repeat(relation), address: 'あ'.repeat(address) }) });
    expect(long(40, 200)).toEqual([]);
    expect(long(41, 201)).toEqual(['visitor.relation', 'visitor.address']);
    expect(marked({ visitor: agentOf({ relation: personalNumber, address: personalNumber }) })).toEqual([
      'visitor.relation',
      'visitor.address',
    ]);
  });

  test('代理の理由は、聞いていない(なし)と、聞いても言われなかった(空白)を分けて残す(I6)', () => {
    expect(check({ visitor: agentOf({ reason: ' ' }) }).facts.visitor.reason).toBe('');
    expect(check({ visitor: agentOf({ reason: null }) }).facts.visitor.reason).toBeNull();
  });

  test('手数料は、いまの表にある理由だけを選べる(F1)', () => {
    const withFee = (feeReason: string) => [{ ...lineOf('signature', 'issue'), feeReason }];
    expect(marked({ lines: withFee('紛失による再交付') })).toEqual([]);
    expect(marked({ lines: withFee('表にない理由') })).toEqual(['fee']);
  });

  test('いまの証明書の発行番号は、全角でも小文字でも読み、空なら分からないとして残す', () => {
    const typed = (serial: string | null) => ({
      current: [{ kind: 'signature' as const, issuedOn: '2022-01-05', expiresOn: '2027-04-01', serial }],
    });
    expect(check(typed('ｓｇ０１－０００２')).facts.current[0]?.serial).toBe('SG01-0002');
    expect(check(typed(' ')).facts.current[0]?.serial).toBeNull();
    expect(check(typed(null)).facts.current[0]?.serial).toBeNull();
    expect(marked(typed('番号なし'))).toEqual(['current.signature']);
  });

  test('紙で受け付けたものは、日時がいまより後でなく、理由が5文字以上で入る(L4)', () => {
    const paper = (happenedAt: string, reason: string) =>
      check({}, '', 'accept', { happenedAt, reason }).failures.map(({ field }) => field);
    expect(paper('2026-11-24T10:30', '停電のため')).toEqual([]);
    expect(paper('2026-11-24T10:31', '停電のため')).toEqual(['backEntry.happenedAt']);
    for (const moment of ['', '2026-11-24', '2026-02-30T10:00', '2026-11-24T24:00']) {
      expect(paper(moment, '停電のため'), moment).toEqual(['backEntry.happenedAt']);
    }
    expect(paper('2026-11-24T09:00', '停電中だ')).toEqual(['backEntry.reason']);
    expect(paper('2026-11-24T09:00', 'あ'.repeat(201))).toEqual(['backEntry.reason']);
    expect(paper('2026-11-24T09:00', `停電のため ${personalNumber}`)).toEqual(['backEntry.reason']);
  });

  test('直しの言葉は、いつも文になっていて、難しい言葉も打った内容も含まない', () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '😀', personalNumber, 'あ'.repeat(300), '\u{0000}', 'ABC-xyz', '2026-13-40'),
    );
    fc.assert(
      fc.property(strange, strange, strange, strange, strange, (name, kana, address, bornOn, note) => {
        const { failures } = check(
          {
            holder: { name, kana, address, bornOn },
            card: { expiresOn: bornOn },
            visitor: agentOf({ documents: [note], name, relation: kana, address, reason: note }),
            current: [{ kind: 'signature', issuedOn: '2022-01-05', expiresOn: '2027-04-01', serial: note }],
          },
          note,
          'accept',
          { happenedAt: bornOn, reason: kana },
        );
        for (const { message } of failures) {
          expect(message).toMatch(plainSentence);
          expect(message).not.toMatch(hardWords);
          expect(message).not.toContain(personalNumber);
        }
      }),
      { numRuns: 300 },
    );
  });
});
