import { readFileSync } from 'node:fs';
import { counterApi, type Input, type Method, type Output } from '../../../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../../../src-shared/contract/errors.ts';
import { fail, type Result, succeed } from '../../../../src-shared/kernel/result.ts';
import type { Files, Printer } from '../../../app/ports.ts';
import { type Counter, makeCounter } from '../../../system/counter-parts.ts';
import { type CommandResult, failed } from '../result.ts';

/** 台帳を使う命令の条件: `--data`, `--staff`, and the password from `MADOGUCHI_PASSWORD` or `--password-fd`. */
export type LedgerAccess = {
  readonly data: string;
  readonly staff: string;
  readonly passwordFd: string | null;
  readonly files?: Files;
  /** where a sheet is to be laid out; whoever brings it closes it */
  readonly printer?: Printer;
};

export type Call = <Name extends Method>(method: Name, input: Input<Name>) => Promise<Result<Output<Name>, Failure>>;

const ownPasswordWords =
  '管理者から渡されたパスワードのままです。窓口台帳の画面でサインインし、自分のパスワードに変えてから使ってください。';

function readPassword(access: LedgerAccess): string | null {
  if (access.passwordFd === null) return process.env['MADOGUCHI_PASSWORD'] ?? null;
  try {
    return readFileSync(Number(access.passwordFd), 'utf8').replace(/\r?\n$/, '');
  } catch {
    return null;
  }
}

function callsOf(counter: Counter): Call {
  return async <Name extends Method>(method: Name, input: Input<Name>): Promise<Result<Output<Name>, Failure>> => {
    const answer: { ok: boolean; value: unknown; failure: Failure } = JSON.parse(
      await counter.invoke(method, JSON.stringify(input)),
    );
    // parsed by the call's own schema, which is what Output is made from
    return answer.ok ? succeed(counterApi[method].output.parse(answer.value) as Output<Name>) : fail(answer.failure);
  };
}

/** The folder tells whether it holds the real ledger or the practice one; what leaves a practice ledger says so itself. */
function openEither(access: LedgerAccess): Counter {
  const open = (practice: boolean) =>
    makeCounter({
      folder: access.data,
      practice,
      host: 'commandLine',
      ownsWindow: false,
      ...(access.files === undefined ? {} : { files: access.files }),
      ...(access.printer === undefined ? {} : { printer: access.printer }),
    });
  const counter = open(false);
  if (counter.cannotOpen?.code !== 'practiceMismatch') return counter;
  counter.close();
  return open(true);
}

/** 台帳を開いてサインインし、仕事をして閉じる: the same handlers as the window's, beside it if one is open. */
export async function withLedger(
  access: LedgerAccess,
  work: (call: Call, counter: Counter) => Promise<CommandResult>,
): Promise<CommandResult> {
  const password = readPassword(access);
  if (password === null) {
    return failed('passwordMissing', 'パスワードを環境変数 MADOGUCHI_PASSWORD か --password-fd で渡してください。');
  }
  const counter = openEither(access);
  try {
    if (counter.cannotOpen !== null) {
      return failed(counter.cannotOpen.code, `${counter.cannotOpen.headline}。${counter.cannotOpen.text}`);
    }
    const call = callsOf(counter);
    const seated = await call('session.signIn', { staffNumber: access.staff, password });
    if (!seated.ok) return failed(seated.failure.code, seated.failure.message);
    if (seated.value.phase === 'ownPassword') {
      await call('session.signOut', {});
      return failed('ownPasswordNeeded', ownPasswordWords);
    }
    const result = await work(call, counter);
    await call('session.signOut', {});
    return result;
  } finally {
    counter.close();
  }
}
