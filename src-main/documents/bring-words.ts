import type { BringItem } from '../../src-shared/contract/print-view.ts';

/** 持ってくるもの, in one line of a letter. */
export const bringWords: Readonly<Record<BringItem, string>> = {
  reply: 'この用紙',
  holderCard: '本人のマイナンバーカード',
  holderIdentity: '本人の本人確認書類(期限内のもの)',
  visitorPhotoDocument: '来る人の写真付き本人確認書類(期限内のもの)',
  representativeProof: '法定代理人であることが分かる書類(戸籍・登記事項証明書など)',
  rememberedPin: '暗証番号(覚えてきてください)',
};

type EasyItem = { readonly what: string; readonly more: string | null };

/** 持ってくるもの, in やさしい日本語: `{漢字|かんじ}` puts the reading over the characters. */
export const easyBringWords: Readonly<Record<BringItem, EasyItem>> = {
  reply: {
    what: '{市役所|しやくしょ}から {届|とど}いた {紙|かみ} 「{照会書|しょうかいしょ}{兼|けん}{回答書|かいとうしょ}」',
    more: '{本人|ほんにん}が、{黒|くろ}い ペンで {書|か}いてください。{切|き}らないで ください。',
  },
  holderCard: { what: '{本人|ほんにん}の マイナンバーカード', more: null },
  holderIdentity: {
    what: '{本人|ほんにん}だと {分|わ}かる もの',
    more: '{写真|しゃしん}が あるもの 1つ({運転免許証|うんてんめんきょしょう}、パスポート、{在留|ざいりゅう}カードなど)、または {写真|しゃしん}が ないもの 2つ({資格確認書|しかくかくにんしょ}、{年金手帳|ねんきんてちょう}など)。',
  },
  visitorPhotoDocument: {
    what: '{市役所|しやくしょ}に {来|く}る {人|ひと}の、{写真|しゃしん}が ある {証明書|しょうめいしょ}',
    more: '{運転免許証|うんてんめんきょしょう}、パスポート、{在留|ざいりゅう}カード、マイナンバーカードなど。{今|いま} {使|つか}えるもの。',
  },
  representativeProof: {
    what: '{法定代理人|ほうていだいりにん}だと {分|わ}かる {紙|かみ}',
    more: '{戸籍|こせき}の {証明|しょうめい}、{登記事項証明書|とうきじこうしょうめいしょ}など。',
  },
  rememberedPin: {
    what: '{暗証番号|あんしょうばんごう}({覚|おぼ}えてきて ください)',
    more: '{紙|かみ}に {書|か}かないで ください。{窓口|まどぐち}の {人|ひと}にも {言|い}わないで ください。',
  },
};
