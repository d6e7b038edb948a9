import type { StaffChange } from '../../src-shared/contract/api/staff-api.ts';
import { ROLE_NAMES } from '../../src-shared/contract/names-ja.ts';
import type { KnownEvent } from '../../src-shared/domain/case/event.ts';
import { OFFICE_NAMES } from '../../src-shared/domain/visit.ts';
import { plainDate } from '../../src-shared/kernel/plain-date.ts';
import { formatWareki } from '../../src-shared/kernel/wareki.ts';
import type { LedgerReads, OfficeCode, Role } from './ports.ts';

type Standing = { readonly role: Role; readonly offices: readonly OfficeCode[] | null };

/** 窓口の言葉: null is every office. */
export function officesWords(offices: readonly OfficeCode[] | null): string {
  return offices === null ? 'すべての窓口' : offices.map((office) => OFFICE_NAMES[office]).join('・');
}

/** 職員の経過, latest first: every change of the account with who, why and who confirmed it; old spellings stay readable. */
export function staffHistory(reads: LedgerReads, staff: string): StaffChange[] {
  const nameOf = (id: string | null): string | null => (id === null ? null : (reads.staffById(id)?.name ?? null));
  return reads.staffEvents(staff).flatMap((event): StaffChange[] => {
    const words = wordsOf(event, staff, nameOf);
    if (words === null) return [];
    const approver = approverOf(event);
    return [
      {
        at: event.envelope.recordedAt,
        words,
        by: nameOf(event.envelope.actor),
        approver: nameOf(approver),
        reason: reasonOf(event),
        office: event.envelope.office,
      },
    ];
  });
}

function approverOf(event: KnownEvent): string | null {
  if (event.name === 'supervisorHandedOver/1') return event.payload.to;
  return 'approver' in event.payload ? (event.payload.approver ?? null) : null;
}

function reasonOf({ personal }: KnownEvent): string {
  return personal !== null && 'reason' in personal && personal.reason !== null ? personal.reason : '';
}

const standingWords = ({ role, offices }: Standing): string => `${ROLE_NAMES[role]}・${officesWords(offices)}`;

/** 監査の言葉: the same words with whose account it is; old spellings stand in the history alone. */
export function staffAuditWords(event: KnownEvent, nameOf: (id: string) => string | null): string {
  if (event.name === 'supervisorHandedOver/1') {
    const { from, to } = event.payload;
    return `責任者を引き継いだ(${nameOf(from) ?? '職員'} → ${nameOf(to) ?? '職員'})`;
  }
  const staff = 'staff' in event.payload ? event.payload.staff : null;
  const words = staff === null ? null : wordsOf(event, staff, nameOf);
  return words === null ? '職員の記録' : `${nameOf(staff ?? '') ?? '職員'}さん: ${words}`;
}

function wordsOf(event: KnownEvent, staff: string, nameOf: (id: string) => string | null): string | null {
  switch (event.name) {
    case 'staffAdded/2':
      return `加えた(${standingWords(event.payload)})`;
    case 'staffRenamed/1':
      return event.personal === null ? '氏名・番号を変えた' : renameWords(event.personal);
    case 'staffReassigned/1':
      return `役割・窓口を変えた(${standingWords(event.payload.from)} → ${standingWords(event.payload.to)})`;
    case 'staffSuspended/1':
      return '停止した';
    case 'staffReinstated/1':
      return '停止を解いた';
    case 'passwordChanged/1':
      return event.payload.by === 'self' ? '自分でパスワードを変えた' : '管理者がパスワードを設定し直した';
    case 'supervisorHandedOver/1':
      return handOverWords(event.payload, staff, nameOf);
    default:
      return null;
  }
}

function renameWords({ before, after }: NonNullable<KnownEvent<'staffRenamed/1'>['personal']>): string {
  const changed = (['name', 'kana', 'staffNumber'] as const).filter((field) => before[field] !== after[field]);
  const names = { name: '氏名', kana: 'フリガナ', staffNumber: '職員番号' } as const;
  return changed.map((field) => `${names[field]}「${before[field]}」→「${after[field]}」`).join('、');
}

function handOverWords(
  { from, to, predecessor, effectiveFrom }: KnownEvent<'supervisorHandedOver/1'>['payload'],
  staff: string,
  nameOf: (id: string) => string | null,
): string {
  const day = formatWareki(plainDate(effectiveFrom));
  if (staff === to) return `${nameOf(from) ?? '—'}さんから責任者を引き継いだ(${day}から)`;
  const then = { stays: '責任者のまま', clerk: '職員に戻る', suspended: '停止' } as const;
  return `${nameOf(to) ?? '—'}さんに責任者を引き継いだ(${day}から・本人は${then[predecessor]})`;
}
