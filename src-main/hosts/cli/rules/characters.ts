import { z } from 'zod';
import { describeCharacters } from '../../../../src-shared/domain/characters.ts';
import { succeed } from '../../../../src-shared/kernel/result.ts';
import { type RulesCommand, readInput } from './command.ts';

const CharactersInput = z.strictObject({ text: z.string() });

/** rules characters: 使える文字と代替文字の候補 (G1, G2, G5). */
export const charactersCommand: RulesCommand = {
  name: 'characters',
  purpose: '使える文字と代替文字の候補 (G1, G2, G5)',
  answer: (input) => {
    const read = readInput(CharactersInput, input);
    if (!read.ok) return read;
    return succeed({ characters: describeCharacters(read.value.text) });
  },
};
