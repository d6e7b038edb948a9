import { useId } from 'react';
import type { PersonPage } from '../../../src-shared/contract/api/person-api.ts';
import { CertificateLanes } from '../../components/certificate-lanes.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { Segments } from '../../components/segments.tsx';
import { type TimelineTab, useLedger } from '../../store/ledger-slice.ts';
import { useRules } from '../../store/rules.ts';
import { eraDay } from '../../words/day-words.ts';
import { PersonTimeline } from './person-timeline.tsx';
import { ageWord, sexWords } from './person-words.ts';

type Props = { readonly page: PersonPage; readonly today: string };

const tabNames = { procedure: '手続と証明書', print: '印刷', view: '閲覧', all: 'すべて' } as const;
const tabs: readonly TimelineTab[] = ['procedure', 'print', 'view', 'all'];

/** 人の紙面: who it is, the life of the certificates, and what happened. */
export function PersonSheet({ page, today }: Props) {
  const rules = useRules();
  const tab = useLedger((ledger) => ledger.tab);
  const choose = useLedger((ledger) => ledger.choose);
  const headingId = useId();
  const { person, sex, certificateName, timeline } = page;
  const entriesOf = (which: TimelineTab) => timeline.filter(({ group }) => which === 'all' || group === which);
  const entries = entriesOf(tab);
  return (
    <article aria-labelledby={headingId}>
      <header className="person-head">
        <h2 id={headingId}>{person.name}</h2>
        <span>{person.kana}</span>
        <span>
          {eraDay(person.bornOn)}生・{ageWord(person.bornOn, today, rules)}・{sexWords[sex]}
        </span>
      </header>
      <dl className="person-facts">
        <div>
          <dt>住所</dt>
          <dd>{person.address === '' ? '—' : person.address}</dd>
        </div>
        <div>
          <dt>証明書の氏名</dt>
          <dd>
            {certificateName}
            {certificateName !== person.name && <small>代替文字を使います。住民票の記載は変わりません</small>}
          </dd>
        </div>
      </dl>
      <CertificateLanes lives={page.certificates} cardExpiresOn={page.cardExpiresOn} today={today} />
      <section className="person-story">
        <div className="person-story-head">
          <SectionHeading level={3}>経過</SectionHeading>
          <Segments
            legend="経過の分け方"
            options={tabs.map((each) => ({ value: each, label: `${tabNames[each]} ${entriesOf(each).length}` }))}
            value={tab}
            onChange={choose}
          />
        </div>
        <PersonTimeline entries={entries} what={tabNames[tab]} />
      </section>
    </article>
  );
}
