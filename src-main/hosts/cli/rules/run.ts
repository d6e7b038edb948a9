import { fail, type Result } from '../../../../src-shared/kernel/result.ts';
import type { CommandResult } from '../result.ts';
import { charactersCommand } from './characters.ts';
import type { RulesCommand, RulesFailure } from './command.ts';
import { decideCommand } from './decide.ts';
import { expiryCommand } from './expiry.ts';
import { openCommand } from './open.ts';
import { renewalWindowCommand } from './renewal-window.ts';
import { replyDueCommand } from './reply-due.ts';
import { revokeCommand } from './revoke.ts';

const COMMANDS: readonly RulesCommand[] = [
  expiryCommand,
  renewalWindowCommand,
  replyDueCommand,
  openCommand,
  charactersCommand,
  decideCommand,
  revokeCommand,
];

/** rules の命令を探す: null where the words name none; nothing is read from standard input then. */
export function findRulesCommand(args: readonly string[]): RulesCommand | null {
  const [name, ...rest] = args;
  return rest.length > 0 ? null : (COMMANDS.find((command) => command.name === name) ?? null);
}

/** rules の命令: JSON in, JSON out; an array of inputs gives an array of answers, each judged by itself. */
export function runRulesCommand(args: readonly string[], stdin: string): CommandResult {
  const command = findRulesCommand(args);
  if (command === null) return { exitCode: 2, stdout: '', stderr: usage() };
  const input = readJson(stdin);
  if (!input.ok) return single(input);
  if (!Array.isArray(input.value)) return single(answer(command, input.value));
  const answers = input.value.map((one) => written(answer(command, one)));
  return { exitCode: 0, stdout: `${JSON.stringify(answers)}\n`, stderr: '' };
}

function answer(command: RulesCommand, input: unknown): Result<unknown, RulesFailure> {
  try {
    return command.answer(input);
  } catch (thrown) {
    // Only arithmetic beyond the years 0000–9999 throws a RangeError; anything else is a defect.
    if (!(thrown instanceof RangeError)) throw thrown;
    return fail({
      code: 'outOfRange',
      message: '扱える年の外になる日付があります。日付を確かめて、もう一度実行してください。',
    });
  }
}

function single(result: Result<unknown, RulesFailure>): CommandResult {
  const stdout = `${JSON.stringify(written(result))}\n`;
  return result.ok
    ? { exitCode: 0, stdout, stderr: '' }
    : { exitCode: 1, stdout, stderr: `${result.failure.message}\n` };
}

function written(result: Result<unknown, RulesFailure>): unknown {
  return result.ok ? result.value : { error: { code: result.failure.code, message: result.failure.message } };
}

function readJson(text: string): Result<unknown, RulesFailure> {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\u{FEFF}/u, '')) };
  } catch {
    return fail({
      code: 'unreadableJson',
      message: '標準入力をJSONとして読めません。内容を確かめて、もう一度実行してください。',
    });
  }
}

function usage(): string {
  const lines = COMMANDS.map(({ name, purpose }) => `  rules ${name.padEnd(15)} ${purpose}`);
  return ['使い方: madoguchi rules <命令> < 入力.json', ...lines, ''].join('\n');
}
