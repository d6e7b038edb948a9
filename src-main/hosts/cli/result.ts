/** 命令の結果: exit 0 answered or done (a refusal by the rules is an answer), 1 failed with a code, 2 used wrongly. */
export type CommandResult = { readonly exitCode: 0 | 1 | 2; readonly stdout: string; readonly stderr: string };

export function answered(value: unknown): CommandResult {
  return { exitCode: 0, stdout: `${JSON.stringify(value)}\n`, stderr: '' };
}

/** 失敗: the code on standard output as JSON, its words on standard error. */
export function failed(code: string, message: string): CommandResult {
  return { exitCode: 1, stdout: `${JSON.stringify({ error: { code, message } })}\n`, stderr: `${message}\n` };
}

export function usedWrongly(usage: string): CommandResult {
  return { exitCode: 2, stdout: '', stderr: `${usage}\n` };
}
