import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import { assertNever } from '../../../src-shared/kernel/assert-never.ts';
import type { StampName } from '../../components/verdict-stamp.tsx';
import { westernDay } from '../../words/day-words.ts';

/** 受付の立ち位置: what may be done with this case now. */
export type Standing =
  | 'toRecord'
  | 'toRevoke'
  | 'held'
  | 'systemStopped'
  | 'waitingPerson'
  | 'toPost'
  | 'posted'
  | 'returned'
  | 'lapsed'
  | 'notAllowed'
  | 'done'
  | 'refused'
  | 'withdrawn';

/** `stopped`: the national system stands still at this moment (L3). */
export function standingOf({ summary, certificates }: CaseDetail, stopped: boolean): Standing {
  if (summary.step === 'finished') return 'done';
  if (summary.step === 'refused' || summary.step === 'withdrawn') return summary.step;
  if (summary.lapsed) return 'lapsed';
  switch (summary.next) {
    case 'readDateAgain':
      return 'held';
    case 'waitForSystem':
      // The hold is lifted by the recording itself, once the stop is over.
      return stopped ? 'systemStopped' : finishing(summary, certificates);
    case 'waitForSecondPerson':
      // A date that waits for a supervisor may still be typed again, or accepted on this screen.
      return certificates.some(isDateHeld) ? 'held' : 'waitingPerson';
    case 'postLetter':
      return 'toPost';
    case 'waitForReply':
      return 'posted';
    case 'postAgain':
      return 'returned';
    case 'recordRevocation':
      return 'toRevoke';
    case 'recordIssuance':
      return finishing(summary, certificates);
    case 'nothing':
      return 'notAllowed';
    default:
      return assertNever(summary.next);
  }
}

/** 済ませる段: what is to be revoked comes first, since a new certificate needs its place (E4). */
function finishing({ lines }: CaseDetail['summary'], certificates: CaseDetail['certificates']): Standing {
  const open = lines.filter(({ outcome }) => outcome === 'open');
  if (open.some(({ procedure }) => procedure === 'revoke')) return 'toRevoke';
  const allowed = certificates.filter(({ verdict }) => verdict === 'accept');
  return open.some(({ line }) => allowed.some((each) => each.line === line)) ? 'toRecord' : 'notAllowed';
}

/** 満了日の相違で止まった明細か (V7). */
export function isDateHeld({ held, issued }: Pick<CaseDetail['certificates'][number], 'held' | 'issued'>): boolean {
  return held?.rule === 'V7' && issued === null;
}

/** 失効だけの受付か: nothing is handed over, and no card is written. */
export function isOnlyRevocation({ certificates }: CaseDetail): boolean {
  return certificates.every(({ procedure }) => procedure === 'revoke');
}

type StandingWords = { readonly stamp: StampName; readonly headline: string; readonly reason: string };

/** 立ち位置の言葉を受付から: a case that went by letter does not become one of the same day by its reply. */
export function wordsOfStanding(standing: Standing, detail: CaseDetail): StandingWords {
  const words = standingWords(standing, isOnlyRevocation(detail));
  return words.stamp === 'sameDay' && detail.summary.route === 'inquiry' ? { ...words, stamp: 'inquiry' } : words;
}

/** 判定の帯の言葉。 */
function standingWords(standing: Standing, onlyRevocation: boolean): StandingWords {
  const what = onlyRevocation ? '失効' : '発行';
  switch (standing) {
    case 'toRecord':
      return { stamp: 'sameDay', headline: '統合端末で発行します', reason: '端末の満了日を写して、記録します' };
    case 'toRevoke':
      return { stamp: 'revoked', headline: '失効を記録します', reason: '記録したときから効力を失います' };
    case 'held':
      return { stamp: 'stopped', headline: 'まだ渡せません', reason: '確認が終わるまで、カードを渡しません' };
    case 'systemStopped':
      return {
        stamp: 'stopped',
        headline: 'システムの再開を待ちます',
        reason: `停止が終わったら、${what}を記録します`,
      };
    case 'waitingPerson':
      return { stamp: 'stopped', headline: '責任者を待っています', reason: '承認されるまで、先へ進めません' };
    case 'toPost':
      return {
        stamp: 'inquiry',
        headline: '照会書を本人に郵送します',
        reason: `回答を受け付けるまで、${what}できません`,
      };
    case 'posted':
      return { stamp: 'inquiry', headline: '回答を待っています', reason: `回答を受け付けるまで、${what}できません` };
    case 'returned':
      return { stamp: 'stopped', headline: '照会書が戻りました', reason: '住所を確かめ、もう一度投函します' };
    case 'lapsed':
      return { stamp: 'refused', headline: '回答の期限が切れました', reason: '新しい申請が要ります' };
    case 'notAllowed':
      return { stamp: 'refused', headline: '今日は発行できません', reason: '判定の根拠を確かめてください' };
    case 'done':
      return onlyRevocation
        ? { stamp: 'revoked', headline: '失効しました', reason: '台帳への記録が済みました' }
        : { stamp: 'sameDay', headline: 'カードを渡せます', reason: '台帳への記録が済みました' };
    case 'refused':
      return { stamp: 'refused', headline: 'この受付は済んでいます', reason: '受付不可を記録しました' };
    case 'withdrawn':
      return { stamp: 'withdrawn', headline: 'この受付は済んでいます', reason: '取下げを記録しました' };
  }
}

/** 来庁者に伝えること: today's judgement while lines are open; once done, what is handed over and until when it counts. */
export function toldOf(detail: CaseDetail, standing: Standing): readonly string[] {
  if (standing === 'held') return ['日付を確かめています。少しお待ちください。'];
  if (standing === 'systemStopped') return ['いま全国のシステムが止まっています。動き出してから続けます。'];
  if (standing === 'lapsed') return ['回答の期限を過ぎました。もう一度、申請からお願いします。'];
  const issued = detail.certificates.flatMap(({ kind, issued: done }) =>
    done === null ? [] : [{ kind, on: done.expiresOn }],
  );
  if (standing !== 'done') return detail.told;
  const [first, second] = issued;
  const until =
    first !== undefined && second !== undefined && first.on === second.on
      ? [`どちらも${westernDay(first.on)}まで使えます。`]
      : issued.map(({ kind, on }) => `${KIND_NAMES[kind]}は${westernDay(on)}まで使えます。`);
  const { holder } = detail;
  const respelled =
    holder !== null && holder.certificateName !== holder.name && issued.some(({ kind }) => kind === 'signature')
      ? [`氏名は証明書だけ「${holder.certificateName}」になります。住民票や戸籍は変わりません。`]
      : [];
  const ended = detail.summary.lines
    .filter(({ outcome }) => outcome === 'revoked')
    .map(
      ({ kind }) =>
        `${KIND_NAMES[kind]}を失効しました。${issued.some((each) => each.kind === kind) ? '' : 'もう使えません。'}`,
    );
  const handedOver = isOnlyRevocation(detail) && detail.summary.capacity === null ? [] : ['カードをお返しします。'];
  return [...handedOver, ...ended, ...until, ...respelled];
}

/** 済んだ受付: nothing more is typed or recorded on it. */
export function isOver(standing: Standing): boolean {
  return standing === 'done' || standing === 'refused' || standing === 'withdrawn';
}
