import { type ReactNode, useContext, useEffect, useRef } from 'react';
import { assertNever } from '../../../src-shared/kernel/assert-never.ts';
import { Banner } from '../../components/banner.tsx';
import { EmptyBox } from '../../components/empty-box.tsx';
import { Shown } from '../../components/shown.ts';
import { TaskTitle } from '../../components/task-title.tsx';
import { goHome, useStepBack } from '../../keyboard/step-back.ts';
import { useProgram } from '../../store/program-slice.ts';
import { type SettingsSection, useSettings } from '../../store/settings-slice.ts';
import { failureWords } from '../../words/failure-words.ts';
import { CalendarSection } from './calendar-section.tsx';
import { FeesSection } from './fees-section.tsx';
import { HistorySection } from './history-section.tsx';
import { HolidaysSection } from './holidays-section.tsx';
import { LetterPlaceSection } from './letter-place-form.tsx';
import { RulesSection } from './rules-section.tsx';
import { SettingsTabs, sectionNames } from './settings-tabs.tsx';

/** 設定: calendar and holidays (L2, L3) by a supervisor, every ⚙ of the rules by an administrator; each change is an event with who and why. */
export function SettingsScreen() {
  const role = useProgram((program) => program.status?.user?.role ?? 'clerk');
  useStepBack(goHome);
  if (role === 'clerk')
    return (
      <main className="task-main">
        <TaskTitle title="設定" />
        <Banner tone="info" headline="設定は責任者か管理者が変えます" announced={false}>
          <p>F12でロックし、F8「別の職員に替わる」で責任者に替わってください。</p>
        </Banner>
      </main>
    );
  return <SettingsForSupervisors administrator={role === 'administrator'} />;
}

function SettingsForSupervisors({ administrator }: { readonly administrator: boolean }) {
  const { shown: settings, section, failure, recorded } = useSettings();
  const shown = useContext(Shown);
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown) void useSettings.getState().load();
  }, [shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is read, the tabs are where it begins.
  useEffect(() => {
    document.getElementById(`settings-tab-${section}`)?.focus();
  }, [settings === null]);
  // What was recorded is said at the top.
  useEffect(() => {
    if (recorded !== null) sheet.current?.scrollTo({ top: 0 });
  }, [recorded]);
  const words = settings === null && failure !== null ? failureWords(failure) : null;
  return (
    <main ref={sheet} className="task-main">
      <div className="settings-inner">
        <TaskTitle title="設定">
          <SettingsTabs />
        </TaskTitle>
        <div id="settings-section" role="tabpanel" aria-label={sectionNames[section]} className="settings-section">
          {words !== null && (
            <Banner tone="stop" headline={words.headline}>
              <p>{words.text}</p>
            </Banner>
          )}
          {settings === null ? <EmptyBox headline="設定を読んでいます。" /> : sectionOf(section, administrator)}
        </div>
      </div>
    </main>
  );
}

function sectionOf(section: SettingsSection, administrator: boolean): ReactNode {
  switch (section) {
    case 'calendar':
      return <CalendarSection />;
    case 'holidays':
      return <HolidaysSection />;
    case 'rules':
      return <RulesSection administrator={administrator} />;
    case 'fees':
      return <FeesSection administrator={administrator} />;
    case 'envelope':
      return <LetterPlaceSection administrator={administrator} />;
    case 'history':
      return <HistorySection />;
    default:
      return assertNever(section);
  }
}
