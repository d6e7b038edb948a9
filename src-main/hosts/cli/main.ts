import { text } from 'node:stream/consumers';
import { type CommandResult, findRulesCommand, runRulesCommand } from './rules/run.ts';

/** 命令の入口 (command line): the first word names the group of commands; the answer goes to stdout, messages to stderr. */
async function main(args: readonly string[]): Promise<CommandResult> {
  const [group, ...rest] = args;
  if (group === 'rules') return runRulesCommand(rest, findRulesCommand(rest) === null ? '' : await text(process.stdin));
  return { exitCode: 2, stdout: '', stderr: '使い方: madoguchi rules <命令>\n' };
}

const result = await main(process.argv.slice(2));
process.stderr.write(result.stderr);
process.stdout.write(result.stdout);
process.exitCode = result.exitCode;
