import { needingSubstitute, readerCharacters } from './characters.ts';
import { type Finding, judge, type RuleAnswer } from './decision.ts';
import { isPermitted } from './repertoire.ts';
import type { VisitFacts } from './visit.ts';

/** 代替文字の判定 (G1–G4): for a 署名用 that may be issued; a character outside the set asks for a choice, never refuses. */
export function judgeSubstitution({ holder, substitutions }: VisitFacts): readonly Finding[] {
  if (holder.name === null || holder.address === null) {
    const unread: RuleAnswer = { code: 'G1', held: null, effect: 'note', text: '氏名・住所の文字' };
    return judge('signature', [unread, forSignatureOnly]);
  }
  const outside = [...outsideOf(holder.name), ...outsideOf(holder.address)];
  if (outside.length === 0) {
    return judge('signature', [{ code: 'G1', held: true, effect: 'note', text: '使える文字だけ' }, forSignatureOnly]);
  }
  const open = [
    ...needingSubstitute(holder.name, substitutions.name),
    ...needingSubstitute(holder.address, substitutions.address),
  ];
  const listed = `「${[...new Set(outside)].join('」「')}」`;
  const chosen = open.length === 0;
  return judge('signature', [
    { code: 'G1', held: chosen ? true : 'pending', effect: 'note', text: `${listed}は代替文字が要る` },
    {
      code: 'G2',
      held: chosen ? true : 'pending',
      effect: 'note',
      text: chosen ? '代替文字を選んだ' : 'まだ選んでいない',
    },
    { code: 'G3', held: true, effect: 'note', text: '住民票・戸籍は変わらない' },
    forSignatureOnly,
  ]);
}

const forSignatureOnly: RuleAnswer = { code: 'G4', held: true, effect: 'note', text: '文字は署名用のみ' };

function outsideOf(text: string): readonly string[] {
  return readerCharacters(text).filter((character) => !isPermitted(character));
}
