import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReceiveFacts } from '../../../src-shared/contract/api/receive-api.ts';
import { checkReceiveFacts } from '../../../src-shared/contract/receive-fields.ts';
import { plainDate } from '../../../src-shared/kernel/plain-date.ts';
import { visitOf } from '../../support/made-up.ts';
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
};

function visit(change: Change): ReceiveFacts {
  return {
    lines: change.lines ?? ordinary.lines,
    holder: { ...ordinary.holder, ...change.holder },
    card: { ...ordinary.card, ...change.card },
    visitor: { ...ordinary.visitor, ...change.visitor },
    current: change.current ?? [],
    substitutions: change.substitutions ?? ordinary.substitutions,
  };
}

/** the fields that would have to be mended */
function marked(change: Change, note = '', verdict: 'accept' | 'refuse' = 'accept'): readonly string[] {
  return checkReceiveFacts(visit(change), note, today, verdict).failures.map(({ field }) => field);
}

describe('受付の欄', () => {
  test('ふつうの受付には、直すところがない', () => {
    expect(marked({})).toEqual([]);
  });

  test.each([
    ['氏名', 'holder.name', 100, (text: string): Change => ({ holder: { name: text } })],
    ['住所', 'holder.address', 200, (text: string): Change => ({ holder: { address: text } })],
    [
      '代理人の氏名',
      'visitor.name',
      100,
      (text: string): Change => ({ visitor: { capacity: 'agent', name: text, reason: '入院のため' } }),
    ],
    [
      '代理の理由',
      'visitor.reason',
      200,
      (text: string): Change => ({ visitor: { capacity: 'agent', name: '例田 代理', reason: text } }),
    ],
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
      const checked = checkReceiveFacts(visit({ holder: { kana } }), '', today, 'accept');
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
      const checked = checkReceiveFacts(visit({ holder: { name: ` ${name}\u{3000}` } }), '', today, 'accept');
      expect(checked.facts.holder.name).toBe(name);
    }
  });

  test('代理人の欄は代理のときだけ要り、本人と同じ氏名は直しになる', () => {
    expect(marked({ visitor: { capacity: 'agent', name: null, reason: '入院のため' } })).toEqual(['visitor.name']);
    expect(marked({ visitor: { capacity: 'agent', name: '練習 花子', reason: '入院のため' } })).toEqual([
      'visitor.name',
    ]);
    const alone = checkReceiveFacts(visit({ visitor: { name: '例田 代理' } }), '', today, 'accept');
    expect(alone.failures).toEqual([]);
    expect(alone.facts.visitor.name).toBeNull();
  });

  test('一覧にない書類、同じ証明書の重なり、字に合わない代替文字は直しになる', () => {
    expect(marked({ visitor: { documents: ['driversLicence', 'libraryCard'] } })).toEqual(['visitor.documents']);
    const line = { kind: 'signature', procedure: 'issue', cause: null } as const;
    expect(marked({ lines: [line, line] })).toEqual(['lines']);
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
    expect(marked({ lines: [{ kind: 'signature', procedure: 'issue', cause: 'X1' }] })).toEqual(['lines']);
    expect(marked({ lines: [{ kind: 'signature', procedure: 'renew', cause: 'X3' }] })).toEqual(['lines']);
    expect(marked({ lines: [{ kind: 'signature', procedure: 'revoke', cause: 'X1' }] })).toEqual([]);
  });

  test('直しの言葉は、いつも文になっていて、難しい言葉も打った内容も含まない', () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '😀', personalNumber, 'あ'.repeat(300), '\u{0000}', 'ABC-xyz', '2026-13-40'),
    );
    fc.assert(
      fc.property(strange, strange, strange, strange, strange, (name, kana, address, bornOn, note) => {
        const { failures } = checkReceiveFacts(
          visit({
            holder: { name, kana, address, bornOn },
            card: { expiresOn: bornOn },
            visitor: { documents: [note] },
          }),
          note,
          today,
          'accept',
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
