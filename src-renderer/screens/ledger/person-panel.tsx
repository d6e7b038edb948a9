import { useState } from 'react';
import type { PersonPage, TimelineEntry } from '../../../src-shared/contract/api/person-api.ts';
import { Button } from '../../components/button.tsx';
import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { useProgram } from '../../store/program-slice.ts';
import { useTask } from '../../store/task-slice.ts';
import { dayOf, shortMonthDay, timeWord } from '../../words/day-words.ts';
import { PartDialog } from './part-dialog.tsx';
import { birthAndTown, todayLines } from './person-words.ts';
import { SideBySideDialog } from './side-by-side-dialog.tsx';

type Props = { readonly page: PersonPage; readonly today: string };

const fewest = 5;

/** 脇の列: what could be done today, which records may be the same person's, who looked, what was printed. */
export function PersonPanel({ page, today }: Props) {
  const role = useProgram((program) => program.status?.user?.role ?? 'clerk');
  const go = useTask((tasks) => tasks.go);
  const [compared, setCompared] = useState<string | null>(null);
  const [parting, setParting] = useState<string | null>(null);
  const views = page.timeline.filter(({ group }) => group === 'view');
  const prints = page.timeline.filter(({ group }) => group === 'print');
  const joined = page.joined.find(({ join }) => join === parting);
  return (
    <>
      <section className="panel-section">
        <SectionHeading>今日できること</SectionHeading>
        <ul className="today-lines">
          {todayLines(page.today).map((line) => (
            <li key={line.key} data-possible={line.possible ? '' : undefined}>
              <Icon name={line.possible ? 'checkCircle' : 'crossCircle'} />
              <div>
                <p>
                  <b>{line.headline}</b> {line.possible ? 'できます' : 'できません'}
                </p>
                <p className="support">
                  {line.text} {line.code !== null && <CodeChip code={line.code} />}
                  {line.shortcut !== null && <KeyCap>{line.shortcut}</KeyCap>}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel-section">
        <SectionHeading end={`${page.possiblySame.length}件`}>同じ人かもしれない記録</SectionHeading>
        {page.possiblySame.length === 0 && <p className="support">読みと生年月日が同じ、別の記録はありません。</p>}
        {page.possiblySame.map(({ person, differs }) => (
          <div className="same-box" key={person.case}>
            <p>
              <b>{person.name}</b> {person.kana}
            </p>
            <p className="support">{birthAndTown(person)}</p>
            <p className="support">{differs}</p>
            <Button small onPress={() => setCompared(person.case)}>
              並べて見る
            </Button>
            <p className="support">まとめるのは責任者だけ。もとに戻せます。</p>
          </div>
        ))}
      </section>
      {page.joined.length > 0 && (
        <section className="panel-section">
          <SectionHeading end={`${page.joined.length}件`}>まとめた記録</SectionHeading>
          {page.joined.map(({ join, person, reason }) => (
            <div className="same-box" key={join + person.case}>
              <p>
                <b>{person.name}</b> {person.kana}
              </p>
              <p className="support">{birthAndTown(person)}</p>
              <p className="support">理由:{reason}</p>
              <Button
                small
                onPress={() => setParting(join)}
                disabledReason={role === 'clerk' ? 'もとに戻すのは責任者です。' : undefined}
              >
                もとに戻す
              </Button>
            </div>
          ))}
        </section>
      )}
      <section className="panel-section">
        <SectionHeading end={`${views.length}件`}>閲覧の記録</SectionHeading>
        <ShortList entries={views.slice(0, fewest)} today={today} of="who" />
        <p className="support">
          見た人・時刻・端末が残ります <CodeChip code="B5" />
        </p>
        {role !== 'clerk' && (
          <div className="letter-acts">
            <Button small onPress={() => go({ kind: 'audit', person: page.person.case })}>
              この人の監査を開く
            </Button>
          </div>
        )}
      </section>
      <section className="panel-section">
        <SectionHeading end={`${prints.length}枚`}>印刷したもの</SectionHeading>
        {prints.length === 0 && <p className="support">印刷した記録はありません。</p>}
        <ShortList entries={prints.slice(0, fewest)} today={today} of="detail" />
      </section>
      {compared !== null && (
        <SideBySideDialog page={page} other={compared} today={today} onClose={() => setCompared(null)} />
      )}
      {joined !== undefined && <PartDialog join={joined} onClose={() => setParting(null)} />}
    </>
  );
}

type ShortListProps = {
  readonly entries: readonly TimelineEntry[];
  readonly today: string;
  readonly of: 'who' | 'detail';
};

function ShortList({ entries, today, of }: ShortListProps) {
  return (
    <ul className="short-list">
      {entries.map((entry, index) => (
        // Two views of one minute by one clerk are alike; their place is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index}>
          <b>{dayOf(entry.at) === today ? timeWord(entry.at) : shortMonthDay(dayOf(entry.at))}</b>
          <span>{of === 'who' ? (entry.who ?? '—') : entry.detail}</span>
          <span className="support">{of === 'who' ? entry.detail : (entry.who ?? '')}</span>
        </li>
      ))}
    </ul>
  );
}
