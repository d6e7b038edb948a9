import type { ProgramStatus } from '../../src-shared/contract/api/program-api.ts';
import { counterApi, type Input, type Method, type Output } from '../../src-shared/contract/counter-api.ts';
import type { FailureCode, FieldFailure } from '../../src-shared/contract/errors.ts';
import { failureMessages } from '../../src-shared/contract/messages-ja.ts';
import { sampleOverview, samplePreview } from './sample-close.ts';
import { emptyDayLog, sampleDayLog } from './sample-day-log.ts';
import { sampleStaff } from './sample-staff.ts';
import { clerk, id, sampleBefore, sampleCases, sampleDrafts, sampleStatus } from './samples.ts';

/** 断り: what a fake handler throws to answer with a failure. */
export class Refusal extends Error {
  readonly code: FailureCode;
  readonly fields: readonly FieldFailure[];
  constructor(code: FailureCode, fields: readonly FieldFailure[] = []) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

type Handlers = { [Name in Method]?: (input: Input<Name>) => Output<Name> | Promise<Output<Name>> };

/** にせの本体: answers through the contract's own schemas, so that no test passes on an answer that could not come. */
export type FakeCounter = {
  readonly invoke: (method: string, json: string) => Promise<string>;
  readonly calls: { readonly method: string; readonly input: unknown }[];
  readonly count: (method: Method) => number;
  readonly answer: (handlers: Handlers) => void;
  status: ProgramStatus;
};

export function fakeCounter(changes: Partial<ProgramStatus> = {}, handlers: Handlers = {}): FakeCounter {
  const calls: { method: string; input: unknown }[] = [];
  const own: Record<string, ((input: never) => unknown) | undefined> = {};
  const fake: FakeCounter = {
    status: sampleStatus(changes),
    calls,
    count: (method) => calls.filter((each) => each.method === method).length,
    answer: (more) => void Object.assign(own, more),
    invoke: async (method, json) => {
      const call = Object.hasOwn(counterApi, method) ? counterApi[method as Method] : null;
      const handler = own[method];
      if (call === null || handler === undefined) throw new Error(`no answer for ${method}`);
      const input = call.input.parse(JSON.parse(json));
      calls.push({ method, input });
      try {
        const value = call.output.parse(await handler(input as never));
        return JSON.stringify({ ok: true, value });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, fields } = error;
        return JSON.stringify({ ok: false, failure: { code, message: failureMessages[code], fields, incident: null } });
      }
    },
  };
  Object.assign(own, usual(fake), handlers);
  return fake;
}

function usual(fake: FakeCounter): Handlers {
  const become = (changes: Partial<ProgramStatus>): ProgramStatus => {
    fake.status = { ...fake.status, ...changes };
    return fake.status;
  };
  return {
    'program.status': () => fake.status,
    'setup.complete': () => become({ phase: 'signIn' }),
    'session.signIn': ({ password }) => {
      if (password !== 'correct') throw new Refusal('signInFailed');
      return become({ phase: 'open', user: fake.status.user ?? clerk });
    },
    'session.lock': () => become({ phase: 'locked' }),
    'session.unlock': ({ password }) => {
      if (password !== 'correct') throw new Refusal('signInFailed');
      return become({ phase: 'open' });
    },
    'session.signOut': () => become({ phase: 'signIn', user: null }),
    'staff.list': () => ({
      staff: [
        sampleStaff({
          staff: id(3),
          staffNumber: '10005',
          name: '見本 管理',
          kana: 'ミホン カンリ',
          role: 'administrator',
        }),
        sampleStaff({ staff: id(1), staffNumber: '10482', name: '見本 窓口', kana: 'ミホン マドグチ' }),
      ],
    }),
    'staff.view': ({ staff }) => ({ member: sampleStaff({ staff }), history: [] }),
    'session.changePassword': () => become({ phase: 'open' }),
    'home.today': () => ({
      day: '2026-11-24',
      cases: [...sampleCases],
      drafts: [...sampleDrafts],
      unfinishedBefore: [...sampleBefore],
      lettersDueSoon: 0,
      sampling: null,
      approvalsWaiting: 0,
    }),
    'case.find': () => ({ case: sampleCases[0]?.case ?? '' }),
    'dayLog.view': ({ day }) => (day === '2026-11-24' ? sampleDayLog() : emptyDayLog(day)),
    'close.overview': () => sampleOverview(),
    'close.preview': ({ day }) => samplePreview({ day }),
    'dayLog.export': () => ({ path: 'D:\\madoguchi\\書き出し\\日報-市民課-20261124.csv', rows: 52 }),
    'dayLog.preview': () => ({ pages: ['iVBORw0KGgo='] }),
    'dayLog.print': ({ to }) => ({ path: to === 'file' ? 'D:\\madoguchi\\書き出し\\日報-市民課-20261124.pdf' : null }),
    'dayLog.exportProgress': () => null,
    'dayLog.exportCancel': () => ({ stopped: true }),
    'ledger.verify': () => ({
      events: 12_481,
      head: 'a'.repeat(64),
      broken: { seq: 12_482, what: 'link' },
    }),
  };
}
