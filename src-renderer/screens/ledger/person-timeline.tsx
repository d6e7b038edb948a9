import type { TimelineEntry } from '../../../src-shared/contract/api/person-api.ts';
import { EmptyBox } from '../../components/empty-box.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { useTask } from '../../store/task-slice.ts';
import { officeNames } from '../../words/counter-words.ts';
import { dayOf, eraYear, shortMonthDay, timeWord } from '../../words/day-words.ts';

type Face = { readonly icon: IconName; readonly tone: string };
type Props = { readonly entries: readonly TimelineEntry[]; readonly what: string };

const plain: Face = { icon: 'infoCircle', tone: 'grey' };
const faces: Readonly<Record<string, Face>> = {
  受付: { icon: 'tray', tone: 'grey' },
  確認: { icon: 'card', tone: 'blue' },
  照会: { icon: 'envelope', tone: 'cyan' },
  回答: { icon: 'openEnvelope', tone: 'cyan' },
  宛所不明: { icon: 'returnedEnvelope', tone: 'orange' },
  連絡: { icon: 'person', tone: 'grey' },
  発行: { icon: 'checkCircle', tone: 'green' },
  失効: { icon: 'slash', tone: 'red' },
  受付不可: { icon: 'crossCircle', tone: 'red' },
  取下げ: { icon: 'returnArrow', tone: 'grey' },
  訂正: { icon: 'pen', tone: 'heed' },
  停止: { icon: 'octagon', tone: 'red' },
  再開: { icon: 'octagon', tone: 'grey' },
  承認待ち: { icon: 'hourglass', tone: 'orange' },
  承認: { icon: 'key', tone: 'grey' },
  承認せず: { icon: 'key', tone: 'grey' },
  まとめ: { icon: 'people', tone: 'heed' },
  分ける: { icon: 'people', tone: 'grey' },
  印刷: { icon: 'printer', tone: 'grey' },
  閲覧: { icon: 'person', tone: 'grey' },
};

/** 経過: by year, the latest first; an entry that belongs to one case opens it by its number. */
export function PersonTimeline({ entries, what }: Props) {
  const go = useTask((tasks) => tasks.go);
  if (entries.length === 0) {
    return <EmptyBox headline={`「${what}」の記録はまだありません。`}>「すべて」で、ほかの記録を見ます。</EmptyBox>;
  }
  const years = [...new Set(entries.map(({ at }) => at.slice(0, 4)))];
  return (
    <div className="timeline">
      {years.map((year) => (
        <section key={year} aria-label={`${year}年`}>
          <h4>
            {eraYear(`${year}-12-31`)}({year}年)
          </h4>
          <ol>
            {entries
              .filter(({ at }) => at.startsWith(year))
              .map((entry, index) => (
                // Two entries may say the same of one minute; their place is their identity.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <li key={index}>
                  <time dateTime={entry.at} title={timeWord(entry.at)}>
                    {shortMonthDay(dayOf(entry.at))}
                  </time>
                  <span className={`timeline-mark timeline-${(faces[entry.what] ?? plain).tone}`}>
                    <Icon name={(faces[entry.what] ?? plain).icon} />
                  </span>
                  <b>{entry.what}</b>
                  <span className="timeline-detail">
                    {entry.changes.map(({ label, from, to }) => (
                      <span className="timeline-change" key={label}>
                        {label} <s>{from}</s> → <b>{to}</b>
                      </span>
                    ))}
                    {entry.detail}
                    {entry.what === '受付' && entry.case !== null && (
                      <button
                        type="button"
                        className="button-text"
                        onClick={() => {
                          if (entry.case !== null) go({ kind: 'issueRecord', caseId: entry.case });
                        }}
                      >
                        {entry.receipt}
                      </button>
                    )}
                  </span>
                  <span className="timeline-who">
                    {entry.group === 'view' || entry.group === 'print' ? `${timeWord(entry.at)} ` : ''}
                    {officeNames[entry.office]} {familyName(entry.who)}
                  </span>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function familyName(name: string | null): string {
  return name === null ? '' : (name.split(/\s/u)[0] ?? name);
}
