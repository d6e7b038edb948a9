import type { z } from 'zod';
import { fail, type Result, succeed } from '../../../../src-shared/kernel/result.ts';

/** 読めない入力: a stable code, and in Japanese what happened and what to do. It never repeats a value that was given. */
export type RulesFailure = {
  readonly code: 'unreadableJson' | 'unreadableInput' | 'contradiction' | 'outOfRange' | 'personalNumber';
  readonly message: string;
};

/** rules の命令1つ: one input to one answer that can be written as JSON. */
export type RulesCommand = {
  readonly name: string;
  /** what it answers, for the usage text */
  readonly purpose: string;
  readonly answer: (input: unknown) => Result<unknown, RulesFailure>;
};

/** 入力の読み取り: by schema, unknown keys refused; the message names each place that could not be read. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>, RulesFailure> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return succeed(parsed.data);
  const places = [...new Set(parsed.error.issues.map(describeIssue))];
  return fail({ code: 'unreadableInput', message: `${places.join('')}入力の形を確かめて、もう一度実行してください。` });
}

/** 食い違う入力: each fact can be read, but two of them cannot both be so. */
export function contradiction(message: string): Result<never, RulesFailure> {
  return fail({ code: 'contradiction', message });
}

/** 個人番号の入った自由記入: refused, and not repeated. */
export function personalNumber(place: string): Result<never, RulesFailure> {
  return fail({
    code: 'personalNumber',
    message: `「${place}」に個人番号と思われる数字があります。個人番号は扱いません。消してから、もう一度実行してください。`,
  });
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.length === 0 ? '入力' : `「${issue.path.map(String).join('.')}」`;
  if (issue.code === 'unrecognized_keys') return `${place}に知らない項目「${issue.keys.join('」「')}」があります。`;
  return `${place}を読めません。`;
}
