import { afterEach } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useIssuer } from '../../../src-renderer/store/issuer-slice.ts';
import { useRevoke } from '../../../src-renderer/store/revoke-slice.ts';
import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import type { RevocationCause } from '../../../src-shared/domain/visit.ts';
import type { FakeCounter } from '../fake-counter.ts';
import { until } from '../mount.tsx';
import { fill, type Handlers, openProgram, pick } from '../receive/form-page.ts';
import { id } from '../samples.ts';

afterEach(() => {
  useRevoke.setState(useRevoke.getInitialState(), true);
  useIssuer.setState(useIssuer.getInitialState(), true);
});

/** 失効を開く: the whole program, F5 pressed, the first field in focus; both certificates of the holder are on record. */
export async function openRevoke(handlers: Handlers = {}, status: Partial<ProgramStatus> = {}): Promise<FakeCounter> {
  const fake = await openProgram(
    {
      'person.knownCertificates': () => ({
        certificates: (['signature', 'userAuthentication'] as const).map((kind) => ({
          kind,
          issuedOn: '2023-09-01',
          expiresOn: '2028-04-01',
          serial: `${kind === 'signature' ? 'SG' : 'UA'}-0001`,
        })),
        ended: [],
      }),
      ...handlers,
    },
    status,
  );
  await userEvent.keyboard('{F5}');
  await until('失効の最初の欄', () => document.activeElement?.id === 'receive-holder-name');
  return fake;
}

/** 練習 花子さん: the holder, and what the ledger knows of her. */
export async function fillHolderOf(): Promise<void> {
  await fill('holder-name', '練習 花子');
  await fill('holder-kana', 'レンシュウ ハナコ');
  await fill('holder-bornOn', 'S63.4.1');
  await pick('性別', '女');
  await fill('holder-address', '愛知県稲沢市見本町1番地');
  await until('台帳の証明書', () => useRevoke.getState().known !== null);
}

export async function chooseCause(cause: RevocationCause): Promise<void> {
  const radio = document.querySelector(`[aria-labelledby="cause-${cause}"]`);
  if (radio === null) throw new Error(`no cause ${cause}`);
  await userEvent.click(radio);
}

/** 失効しても有効な姿: what the drawing of the certificates says aloud. */
export function lanesSpoken(): string {
  return document.querySelector('.after-lanes')?.getAttribute('aria-label') ?? '';
}

/** 練習 花子さんの受付: as 台帳 opens it, finished. */
export function pageOfHanako(): CaseDetail {
  const at = '2026-11-20T10:00:00.000+09:00';
  return {
    summary: {
      case: id(0x3001),
      version: 3,
      receipt: 'S01-20261120-0001-9',
      shortReceipt: 'S01 0001',
      receivedAt: at,
      changedAt: at,
      name: '練習 花子',
      kana: 'レンシュウ ハナコ',
      lines: [],
      capacity: 'holder',
      route: 'sameDay',
      step: 'finished',
      lapsed: false,
      letter: null,
      held: null,
      parked: false,
      corrected: false,
      asked: false,
      next: 'nothing',
      handler: '見本 窓口',
    },
    holder: {
      name: '練習 花子',
      kana: 'レンシュウ ハナコ',
      bornOn: '1988-04-01',
      sex: 'female',
      address: '愛知県稲沢市見本町1番地',
      certificateName: '練習 花子',
      certificateAddress: '愛知県稲沢市見本町1番地',
      cardExpiresOn: '2030-04-01',
    },
    visitor: { name: null, relation: null, reason: null, documents: [], proof: null },
    basis: null,
    backEntryReason: null,
    certificates: [],
    letters: [],
    contacts: [],
    corrections: [],
    waiting: [],
    findings: [],
    told: [],
    parkedNote: null,
    history: [],
  };
}
