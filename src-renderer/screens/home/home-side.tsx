import type { ProgramStatus } from '../../../src-shared/contract/api/program-api.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { stateFaces, stateOfCase } from '../../components/case-state.ts';
import { CodeChip } from '../../components/code-chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { SectionHeading } from '../../components/section-heading.tsx';
import { useHome } from '../../store/home-slice.ts';
import { useListOutput } from '../../store/list-output.ts';
import { type Task, useTask } from '../../store/task-slice.ts';
import { proceduresWord } from '../../words/counter-words.ts';
import { dayOf, monthDayWeekday, shortMonthDay, timeWord } from '../../words/day-words.ts';
import { erasedName } from './home-rows.ts';

/** 脇の列: what is announced, what is left of earlier days, and how the ledger stands. */
export function HomeSide({ status }: { readonly status: ProgramStatus }) {
  const before = useHome((home) => home.unfinishedBefore);
  const read = useHome((home) => home.day !== null);
  const go = useTask((tasks) => tasks.go);
  return (
    <aside className="home-side" aria-label="お知らせと未了">
      <section className="home-side-part">
        <SectionHeading>お知らせ</SectionHeading>
        {status.notices.length === 0 && <p className="support">お知らせはありません。</p>}
        {status.notices.map((notice) => (
          <Banner
            key={notice.code + notice.headline}
            tone="warning"
            icon="warning"
            headline={notice.headline}
            announced={false}
          >
            <p>
              {notice.text} {/^[A-Z]\d/.test(notice.code) && <CodeChip code={notice.code} />}
            </p>
          </Banner>
        ))}
      </section>
      <LettersPart />
      <ApprovalsPart />
      <section className="home-side-part">
        <SectionHeading end={read ? `${before.length}件` : undefined}>前日までの未了</SectionHeading>
        {read && before.length === 0 && <p className="support">前日までの受付は、すべて済んでいます。</p>}
        <ul className="home-before">
          {before.map((summary) => (
            <li key={summary.case}>
              <button
                type="button"
                className="button-text"
                onClick={() => go({ kind: 'issueRecord', caseId: summary.case })}
              >
                {summary.name ?? erasedName}
              </button>
              <span>
                {proceduresWord(summary.lines)}・{stateFaces[stateOfCase(summary)].word}
              </span>
              <span className="support">{shortMonthDay(dayOf(summary.receivedAt))}から</span>
            </li>
          ))}
        </ul>
        {before.length > 0 && <UnfinishedOutput />}
      </section>
      <SamplingPart />
      {status.user !== null && status.user.role !== 'clerk' && <SupervisorPart role={status.user.role} />}
      {status.ledger !== null && (
        <section className="home-side-part">
          <SectionHeading>端末の台帳</SectionHeading>
          <p className="support">
            {status.ledger.state === 'normal' &&
              `起動時に${status.ledger.checkedAtStart.toLocaleString('ja-JP')}件の連なりを検証。`}
            いま
            {status.ledger.events.toLocaleString('ja-JP')}件
            {status.ledger.lastRecordedAt === null ? '' : `、最後の記録 ${lastWord(status.ledger.lastRecordedAt)}`}
          </p>
        </section>
      )}
    </aside>
  );
}

/** 責任者の仕事: the screens that no key opens, in one place, so that what is to be done today stays in view above them. */
function SupervisorPart({ role }: { readonly role: 'supervisor' | 'administrator' }) {
  const go = useTask((tasks) => tasks.go);
  const ways: readonly { readonly words: string; readonly task: Task }[] = [
    { words: '月計・年度計・更新の見込みを開く', task: { kind: 'statistics' } },
    { words: '監査を開く', task: { kind: 'audit', person: null } },
    { words: '設定を開く', task: { kind: 'settings' } },
    { words: role === 'administrator' ? '職員を加える・見る' : '職員を見る・引き継ぐ', task: { kind: 'staff' } },
  ];
  return (
    <section className="home-side-part">
      <SectionHeading end={role === 'administrator' ? '管理者' : '責任者'}>責任者の仕事</SectionHeading>
      <div className="home-ways">
        {ways.map(({ words, task }) => (
          <Button key={words} small onPress={() => go(task)}>
            {words}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** 前日までの未了を出す: F9 and F10 are today's list's; this one has buttons of its own. */
function UnfinishedOutput() {
  const { F9, F10 } = useListOutput('unfinished');
  return (
    <div className="home-before-output">
      <Button small onPress={F9.act}>
        未了の一覧を印刷
      </Button>
      <Button small onPress={F10.act}>
        書き出す
      </Button>
    </div>
  );
}

/** 期限の近い照会書: how many, and the way to their list. */
function LettersPart() {
  const due = useHome((home) => home.lettersDueSoon);
  const read = useHome((home) => home.day !== null);
  const go = useTask((tasks) => tasks.go);
  if (!read) return null;
  return (
    <section className="home-side-part">
      <SectionHeading end={`${due}件`}>期限の近い照会書</SectionHeading>
      <p className={due === 0 ? 'support' : 'home-due'}>
        {due > 0 && <Icon name="clock" />}
        {due === 0 ? '3日以内に期限の来る照会書はありません。' : '3日以内に期限が来るか、宛所不明で戻っています。'}
      </p>
      <div>
        <Button small shortcut="F4" onPress={() => go({ kind: 'letters' })}>
          照会の一覧を開く
        </Button>
      </div>
    </section>
  );
}

/** 承認待ち (B7): only while something waits. */
function ApprovalsPart() {
  const waiting = useHome((home) => home.approvalsWaiting);
  const go = useTask((tasks) => tasks.go);
  if (waiting === 0) return null;
  return (
    <section className="home-side-part">
      <SectionHeading end={`${waiting}件`}>承認待ち</SectionHeading>
      <p>責任者の承認を待っている依頼があります。</p>
      <div>
        <Button small onPress={() => go({ kind: 'approvals' })}>
          承認待ちを開く
        </Button>
      </div>
    </section>
  );
}

/** 抽出確認: for supervisors; how many cases and findings wait, and whether a day is still to be drawn. */
function SamplingPart() {
  const sampling = useHome((home) => home.sampling);
  const go = useTask((tasks) => tasks.go);
  if (sampling === null) return null;
  const { cases, findings, days } = sampling;
  const ahead = [
    ...(cases > 0 ? [`確かめる受付が${cases}件`] : []),
    ...(findings > 0 ? [`済んでいない気づきが${findings}件`] : []),
    ...(days > 0 ? [`抽出する日が${days}日`] : []),
  ];
  return (
    <section className="home-side-part">
      <SectionHeading end={`${cases + findings}件`}>抽出確認</SectionHeading>
      <p className={ahead.length === 0 ? 'support' : undefined}>
        {ahead.length === 0 ? '待っているものはありません。' : `${ahead.join('、')}あります。`}
      </p>
      <div>
        <Button small onPress={() => go({ kind: 'sampling' })}>
          抽出確認を開く
        </Button>
      </div>
    </section>
  );
}

function lastWord(at: string): string {
  return `${monthDayWeekday(dayOf(at))}${timeWord(at)}`;
}
