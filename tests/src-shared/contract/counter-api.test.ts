import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { cannotOpenWords } from '../../../src-shared/contract/cannot-open.ts';
import { counterApi } from '../../../src-shared/contract/counter-api.ts';
import { Failure, failureCodes } from '../../../src-shared/contract/errors.ts';
import { failureMessages } from '../../../src-shared/contract/messages-ja.ts';
import { hardWords, plainSentence } from './plain-words.ts';

type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
};

/** every object inside a schema, by its place, and whether it refuses keys that it does not know */
function objectsIn(schema: z.ZodType, place: string): readonly { readonly place: string; readonly strict: boolean }[] {
  const definition = schema.def as unknown as Definition; // zod's own description of a schema, by kind
  const below = [
    ...Object.entries(definition.shape ?? {}).flatMap(([key, inner]) => objectsIn(inner, `${place}.${key}`)),
    ...(definition.element === undefined ? [] : objectsIn(definition.element, `${place}[]`)),
    ...(definition.innerType === undefined ? [] : objectsIn(definition.innerType, place)),
    ...(definition.options ?? []).flatMap((inner) => objectsIn(inner, place)),
  ];
  const strict = (definition.catchall?.def as unknown as Definition | undefined)?.type === 'never';
  return definition.type === 'object' ? [{ place, strict }, ...below] : below;
}

describe('契約', () => {
  test('どの依頼のどの段の項目も、知らない項目を受け取らない', () => {
    const objects = Object.entries(counterApi).flatMap(([method, { input, output }]) => [
      ...objectsIn(input, `${method} 依頼`),
      ...objectsIn(output, `${method} 答え`),
    ]);
    expect(objects.length).toBeGreaterThan(80);
    expect(objects.filter(({ strict }) => !strict)).toEqual([]);
    expect(objectsIn(Failure, '失敗').every(({ strict }) => strict)).toBe(true);
  });

  test('書く依頼には、二度押しても一つになる番号が要る(サインイン、パスワード、入力中のもののほか)', () => {
    const without = Object.entries(counterApi)
      .filter(([, { input }]) => !('requestId' in input.shape))
      .map(([method]) => method);
    expect(without.toSorted()).toEqual(
      [
        'approval.list',
        'audit.hints',
        'audit.list',
        'case.find',
        'case.open',
        'close.overview',
        'close.preview',
        'dayLog.export',
        'dayLog.exportCancel',
        'dayLog.exportProgress',
        'dayLog.preview',
        'dayLog.view',
        'draft.discard',
        'draft.open',
        'draft.save',
        'home.today',
        'issuer.cover',
        'ledger.verify',
        'letters.everywhere',
        'letters.list',
        'list.endingSoon',
        'person.knownCertificates',
        'person.open',
        'person.search',
        'print.choices',
        'print.offsets',
        'print.preview',
        'program.status',
        // a day is drawn once, however often it is asked for
        'sampling.draw',
        'sampling.list',
        'sampling.open',
        'sampling.statistics',
        'session.changePassword',
        'session.lock',
        'session.signIn',
        'session.signOut',
        'session.unlock',
        'settings.view',
        'setup.complete',
        'staff.list',
        'staff.openWork',
        'staff.view',
        'statistics.forecast',
        'statistics.view',
      ].toSorted(),
    );
  });

  test('どの失敗の符号にも、窓口の言葉がある', () => {
    expect(Object.keys(failureMessages).toSorted()).toEqual([...failureCodes].toSorted());
    for (const [code, message] of Object.entries(failureMessages)) {
      expect(message, code).toMatch(plainSentence);
      expect(message, code).not.toMatch(hardWords);
    }
  });

  test('記録できたか分からないときの言葉は、記録したとも、していないとも言わない', () => {
    for (const code of ['unreadableAnswer', 'connectionLost', 'resultUnknown', 'ledgerDamaged', 'defect'] as const) {
      expect(failureMessages[code], code).not.toMatch(/何も記録していません|台帳は変わっていません|記録しました/);
    }
  });

  test('台帳が断ったときの言葉は、何も記録していないと言う', () => {
    for (const code of [
      'ledgerFull',
      'ledgerBusy',
      'ledgerReadOnly',
      'clockWentBack',
      'decisionChanged',
      'cannotOpen',
    ] as const) {
      expect(failureMessages[code], code).toContain('何も記録していません');
    }
  });

  test('開けない台帳の言葉は、どの符号でも、知らない符号でも、何も変えていないと言う', () => {
    const codes =
      'ledgerLost folderNotWritable keyMissing keyRefused notALedger unreadable newerFile notLocalDisk practiceMismatch sqliteTooOld';
    for (const code of codes.split(' ')) {
      const words = cannotOpenWords(code);
      expect(words.text, code).toMatch(/変わっていません|何も変えていません|変えていません/);
      expect(`${words.headline}${words.text}`, code).not.toMatch(hardWords);
    }
  });
});
