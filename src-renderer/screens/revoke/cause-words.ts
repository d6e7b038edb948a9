import { losesEffect } from '../../../src-shared/domain/revocation.ts';
import type { CertificateKind, RevocationCause } from '../../../src-shared/domain/visit.ts';
import type { Typed } from '../receive/typed.ts';

/** 失効の事由の一行: the law's letter, its name at the counter, and by what it is recorded. */
export type CauseRow = {
  readonly cause: RevocationCause;
  readonly letter: string;
  readonly name: string;
  readonly by: string;
};

export const causeRows: readonly CauseRow[] = [
  { cause: 'X1', letter: '(ア)', name: '本人の申請', by: '様式第3' },
  { cause: 'X2', letter: '(イ)', name: '秘密鍵の漏えい・き損の届出', by: '様式第3・すぐ' },
  { cause: 'X3', letter: '(ウ)', name: '氏名・住所などの異動', by: '届出で・申請不要' },
  { cause: 'X3d', letter: '(ウ)', name: '住民票の消除・カードの失効', by: '届出で・申請不要' },
  { cause: 'X4', letter: '(エ)', name: '記録の誤り', by: '責任者' },
  { cause: 'X5', letter: '(オ)', name: '発行者の署名符号の漏えい', by: '責任者・範囲' },
];

/** 効力の言葉: whether a kind goes on, ends, or ends as far as it is asked for; by the rule's own table. */
export type Effect = { readonly loses: boolean; readonly sure: boolean; readonly words: string };

const whereAsked: Readonly<Partial<Record<RevocationCause, string>>> = {
  X1: '申請したもの',
  X2: '届け出たもの',
  X4: '該当するもの',
  X5: '範囲のすべて',
};

export function effectOf(cause: RevocationCause, kind: CertificateKind): Effect {
  if (!losesEffect(kind, cause)) return { loses: false, sure: true, words: '続く' };
  const asked = whereAsked[cause];
  return asked === undefined ? { loses: true, sure: true, words: '失効' } : { loses: true, sure: false, words: asked };
}

/** 事由を選んだときの種類: what a notice ends stands ticked, and of the rest nothing, so that nothing is ended unasked. */
function kindsAtFirst(cause: RevocationCause): Readonly<Record<CertificateKind, boolean>> {
  const ends = (kind: CertificateKind): boolean => {
    const { loses, sure } = effectOf(cause, kind);
    return loses && sure;
  };
  return { signature: ends('signature'), userAuthentication: ends('userAuthentication') };
}

type Chosen = Pick<Typed, 'cause' | 'signature' | 'userAuthentication' | 'reissue'>;

/** 事由をまだ選んでいない: as the form is opened. */
export const nothingChosen: Chosen = {
  cause: null,
  signature: false,
  userAuthentication: false,
  reissue: false,
};

/** 事由を選ぶ: with its kinds, and nothing that another cause had asked for. */
export function causeChosen(cause: RevocationCause): Chosen {
  return { cause, ...kindsAtFirst(cause), reissue: false };
}
