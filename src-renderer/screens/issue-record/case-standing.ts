import type { CaseDetail } from '../../../src-shared/contract/api/case-shapes.ts';
import { KIND_NAMES } from '../../../src-shared/domain/visit.ts';
import type { StampName } from '../../components/verdict-stamp.tsx';
import { westernDay } from '../../words/day-words.ts';

/** 受付の立ち位置: what may be done with this case now. */
export type Standing = 'toRecord' | 'held' | 'inquiry' | 'notAllowed' | 'done' | 'refused' | 'withdrawn';

export function standingOf({ summary, certificates }: CaseDetail): Standing {
  if (summary.step === 'finished') return 'done';
  if (summary.step === 'refused' || summary.step === 'withdrawn') return summary.step;
  if (summary.held !== null) return 'held';
  if (summary.route === 'inquiry') return 'inquiry';
  const open = new Set(summary.lines.filter(({ outcome }) => outcome === 'open').map(({ line }) => line));
  return certificates.some(({ line, verdict }) => open.has(line) && verdict === 'accept') ? 'toRecord' : 'notAllowed';
}

/** 判定の帯の言葉。 */
export function standingWords(standing: Standing): {
  readonly stamp: StampName;
  readonly headline: string;
  readonly reason: string;
} {
  switch (standing) {
    case 'toRecord':
      return { stamp: 'sameDay', headline: '統合端末で発行します', reason: '端末の満了日を写して、記録します' };
    case 'held':
      return { stamp: 'stopped', headline: 'まだ渡せません', reason: '確認が終わるまで、カードを渡しません' };
    case 'inquiry':
      return { stamp: 'inquiry', headline: '照会書を本人に郵送します', reason: '回答を受け付けるまで、発行できません' };
    case 'notAllowed':
      return { stamp: 'refused', headline: '今日は発行できません', reason: '判定の根拠を確かめてください' };
    case 'done':
      return { stamp: 'sameDay', headline: 'カードを渡せます', reason: '台帳への記録が済みました' };
    case 'refused':
      return { stamp: 'refused', headline: 'この受付は済んでいます', reason: '受付不可を記録しました' };
    case 'withdrawn':
      return { stamp: 'withdrawn', headline: 'この受付は済んでいます', reason: '取下げを記録しました' };
  }
}

/** 来庁者に伝えること: today's judgement while lines are open; once done, what is handed over and until when it counts. */
export function toldOf(detail: CaseDetail, standing: Standing): readonly string[] {
  if (standing === 'held') return ['日付を確かめています。少しお待ちください。'];
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
  return ['カードをお返しします。', ...until, ...respelled];
}

/** 済んだ受付: nothing more is typed or recorded on it. */
export function isOver(standing: Standing): boolean {
  return standing === 'done' || standing === 'refused' || standing === 'withdrawn';
}
