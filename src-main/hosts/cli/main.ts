import { text } from 'node:stream/consumers';
import { type CommandResult, failed } from './result.ts';
import { findRulesCommand, runRulesCommand } from './rules/run.ts';

/**
 * 命令の入口 (command line): the answer goes to stdout, messages to stderr. `rules` needs no ledger and loads none of it;
 * the database is loaded only by the commands that touch one.
 */
async function main(args: readonly string[]): Promise<CommandResult> {
  const [group, ...rest] = args;
  if (group === 'rules') return runRulesCommand(rest, findRulesCommand(rest) === null ? '' : await text(process.stdin));
  const ledger = await import('./ledger/commands.ts');
  const { ledgerUsage } = await import('./ledger/access.ts');
  const { auditCommand } = await import('./ledger/audit.ts');
  const { dayLogCommand } = await import('./ledger/day-log.ts');
  const { lettersCommand } = await import('./ledger/letters.ts');
  const statistics = await import('./ledger/statistics.ts');
  const commands = {
    'day-log': dayLogCommand,
    letters: lettersCommand,
    statistics: statistics.statisticsCommand,
    forecast: statistics.forecastCommand,
    audit: auditCommand,
    verify: ledger.verifyCommand,
    practice: ledger.practiceCommand,
  };
  const command = Object.entries(commands).find(([name]) => name === group)?.[1];
  if (command === undefined) {
    return {
      exitCode: 2,
      stdout: '',
      stderr: `使い方: madoguchi <命令>\n  rules <規則の命令> < 入力.json\n${ledgerUsage}\n`,
    };
  }
  try {
    return await command(rest);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return { exitCode: 2, stdout: '', stderr: `読めない指定があります。\n使い方:\n${ledgerUsage}\n` };
    }
    // Only the kind: a message may quote what was typed or recorded.
    const kind = error instanceof Error ? error.name : typeof error;
    return failed(
      'defect',
      `思わぬことが起きました(${kind})。フォルダーの場所と権限を確かめ、管理者に知らせてください。`,
    );
  }
}

const result = await main(process.argv.slice(2));
process.stderr.write(result.stderr);
process.stdout.write(result.stdout);
process.exitCode = result.exitCode;
