import type { ForeignEvent } from '../../../src-main/app/ports-file.ts';
import { canonicalJson } from '../../../src-main/store/canonical-json.ts';
import { commitment, eventHash, noPredecessor } from '../../../src-main/store/hashing.ts';
import { publicKeyOf } from '../../../src-main/store/terminal-key.ts';
import type { EventEnvelope } from '../../../src-shared/domain/case/event.ts';
import { chance, day, holder } from './fixture.ts';

type Said = Partial<EventEnvelope> & { readonly type: string };

/** Another terminal's chain, written by hand: what it says next, with or without a personal record. */
export function foreignLedger(terminal = 7) {
  const ledger = chance.hex(16);
  let seq = 0;
  let prev = noPredecessor;
  const say = (said: Said, fields: unknown = null): ForeignEvent => {
    const salt = Buffer.from(chance.hex(32), 'hex');
    const text = fields === null ? null : canonicalJson(fields);
    const body = canonicalJson({
      version: 1,
      case: null,
      caseVersion: null,
      continues: null,
      actor: null,
      role: null,
      office: 'sobue',
      terminal,
      policy: '2026-11',
      occurredAt: `${day}T09:00:00.000+09:00`,
      recordedAt: `${day}T09:00:00.000+09:00`,
      payload: {},
      record: text === null ? null : chance.hex(16),
      commit: text === null ? null : commitment(salt, text),
      ...said,
    });
    seq += 1;
    const link = { ledger, epoch: 1, seq, prev };
    const hash = eventHash(link, body);
    prev = hash;
    return { ...link, hash, body, record: text === null ? null : { salt, fields: text } };
  };
  const open = () =>
    say({ type: 'ledgerOpened', payload: { practice: false, publicKey: publicKeyOf(new Uint8Array(32)) } });
  const reception = (caseId: string, number = 1, name = '平和 三郎') =>
    say(
      {
        type: 'caseReceived',
        version: 2,
        case: caseId,
        caseVersion: 1,
        payload: {
          receiptDay: day,
          receiptOffice: 'sobue',
          receiptTerminal: terminal,
          receiptNumber: number,
          capacity: 'holder',
          documents: ['passport'],
          lines: [{ line: 1, kind: 'signature', procedure: 'issue', cause: null, fee: 0 }],
          proof: null,
          backEntry: null,
        },
      },
      holder({ name, kana: 'ヘイワ サブロウ', bornOn: '1970-07-07' }),
    );
  const next = (
    caseId: string,
    version: number,
    continues: string,
    said: Said = { type: 'caseTakenUp' },
    fields: unknown = null,
  ) => say({ case: caseId, caseVersion: version, continues, ...said }, fields);
  return { ledger, say, open, reception, next };
}
