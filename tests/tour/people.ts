import { madeUpVisit, type TypedVisit } from '../support/counter-steps.ts';

/** 一巡りの人たち: all made up; the certificates of each hang on birthday and card. */

export const hanako: TypedVisit = madeUpVisit;

export const takahashi: TypedVisit = {
  ...madeUpVisit,
  name: '髙橋 練習子',
  kana: 'タカハシ レンシュウコ',
  bornOn: '平成2年5月10日',
  cardExpiresOn: '2034.5.10',
};

/** the same reading and birthday under another name and address */
export const takahashiAgain: TypedVisit = {
  ...takahashi,
  name: '高橋 練修子',
  address: '愛知県稲沢市練習町8番地',
};

/** a renewal in its window */
export const haruko: TypedVisit = {
  ...madeUpVisit,
  name: '例田 春子',
  kana: 'レイダ ハルコ',
  bornOn: 'S55.12.20',
  address: '愛知県稲沢市練習町2番地',
  cardExpiresOn: '2034.12.20',
  current: { userAuthentication: ['2021.12.1', '2026.12.20'], signature: ['2021.12.1', '2026.12.20'] },
};

/** 利用者証明用 is there and can be renewed, 署名用 ended when the holder moved */
export const moved: TypedVisit = {
  ...madeUpVisit,
  name: '例田 転居',
  kana: 'レイダ テンキョ',
  sex: '男',
  bornOn: 'H5.1.15',
  address: '愛知県稲沢市練習町3番地',
  cardExpiresOn: '2032.1.15',
  current: { userAuthentication: ['2021.11.30', '2027.1.15'], signature: ['', ''] },
};

/** a card that ends soon: what is issued on it ends with it */
export const shortCard: TypedVisit = {
  ...madeUpVisit,
  name: '見本 三月',
  kana: 'ミホン サンガツ',
  bornOn: 'S47.1.20',
  address: '愛知県稲沢市見本町5番地',
  cardExpiresOn: '2027.1.20',
};

export const inHospital: TypedVisit = {
  ...madeUpVisit,
  name: '練習 久',
  kana: 'レンシュウ ヒサシ',
  sex: '男',
  bornOn: 'S15.3.3',
  address: '愛知県稲沢市練習町6番地1',
  cardExpiresOn: '2031.3.3',
};

/** whose letter comes back */
export const movedAway: TypedVisit = {
  ...madeUpVisit,
  name: '見本 里子',
  kana: 'ミホン サトコ',
  bornOn: 'S22.7.7',
  address: '愛知県稲沢市見本町9番地',
  cardExpiresOn: '2030.7.7',
};

export const onPaper: TypedVisit = {
  ...madeUpVisit,
  name: '練習 紙子',
  kana: 'レンシュウ カミコ',
  bornOn: 'H10.10.10',
  address: '愛知県稲沢市練習町7番地',
  cardExpiresOn: '2033.10.10',
};
