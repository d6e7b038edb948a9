import type { Input, Method, Output } from '../../src-shared/contract/counter-api.ts';
import type { Failure } from '../../src-shared/contract/errors.ts';

export type Invoke = (method: string, json: string) => Promise<string>;
export type Answer<Name extends Method> =
  | { readonly ok: true; readonly value: Output<Name> }
  | { readonly ok: false; readonly failure: Failure };

export type Caller = {
  /** the answer as it is */
  readonly ask: <Name extends Method>(method: Name, input: Input<Name>) => Promise<Answer<Name>>;
  /** the value; throws where the answer is a no */
  readonly call: <Name extends Method>(method: Name, input: Input<Name>) => Promise<Output<Name>>;
  /** the failure's code; throws where the answer is a yes */
  readonly refused: <Name extends Method>(method: Name, input: Input<Name>) => Promise<Failure>;
};

/** 画面の代わりに呼ぶ: two strings each way, as the screens do. */
export function callerOf(invoke: Invoke): Caller {
  const ask = async <Name extends Method>(method: Name, input: Input<Name>): Promise<Answer<Name>> =>
    // The answer was parsed by its own schema before it was sent; here it is only read back.
    JSON.parse(await invoke(method, JSON.stringify(input))) as Answer<Name>;
  return {
    ask,
    call: async (method, input) => {
      const answer = await ask(method, input);
      if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.failure)}`);
      return answer.value;
    },
    refused: async (method, input) => {
      const answer = await ask(method, input);
      if (answer.ok) throw new Error(`${method} was answered: ${JSON.stringify(answer.value)}`);
      return answer.failure;
    },
  };
}
