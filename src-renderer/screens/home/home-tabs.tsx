import { flushSync } from 'react-dom';
import { stateFaces } from '../../components/case-state.ts';
import { Icon } from '../../components/icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { useNumberKeys } from '../../keyboard/number-keys.ts';
import { type HomeTab, useHome } from '../../store/home-slice.ts';
import { type HomeRow, homeGroups } from './home-rows.ts';

const tabs: readonly { readonly tab: HomeTab; readonly title: string }[] = [
  { tab: 'all', title: 'すべて' },
  ...homeGroups.map(({ group, title }) => ({ tab: group, title })),
];

/** 一覧の見出し: the counts are the tabs; 1–4 choose one wherever no field is being typed in, and go to its first row. */
export function HomeTabs({ rows }: { readonly rows: readonly HomeRow[] }) {
  const tab = useHome((home) => home.tab);
  const choose = useHome((home) => home.choose);
  useNumberKeys((place) => {
    const chosen = tabs[place];
    if (chosen === undefined) return;
    flushSync(() => choose(chosen.tab));
    const row = document.querySelector<HTMLElement>('#home-list .row-open[tabindex="0"]');
    const target = row ?? document.getElementById(`home-tab-${chosen.tab}`);
    target?.focus();
    // A row that had the focus already may have moved out of sight with the rows before it.
    target?.scrollIntoView({ block: 'nearest' });
  });

  return (
    <div className="home-tabs-row">
      <div className="home-tabs" role="tablist" aria-label="一覧の分け方">
        {tabs.map(({ tab: each, title }, index) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`home-tab-${each}`}
            className="home-tab"
            aria-selected={each === tab}
            aria-controls="home-list"
            tabIndex={each === tab ? 0 : -1}
            onClick={() => choose(each)}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              const next = tabs[(index + step + tabs.length) % tabs.length];
              if (step === 0 || next === undefined) return;
              choose(next.tab);
              document.getElementById(`home-tab-${next.tab}`)?.focus();
            }}
          >
            <b>{countOf(rows, each)}</b>
            {title}
            <KeyCap>{index + 1}</KeyCap>
          </button>
        ))}
      </div>
      <DoneSummary rows={rows} />
    </div>
  );
}

function countOf(rows: readonly HomeRow[], tab: HomeTab): number {
  return tab === 'all' ? rows.length : rows.filter((row) => row.group === tab).length;
}

/** 済みの内わけ: issued, refused, and the rest as one number. */
function DoneSummary({ rows }: { readonly rows: readonly HomeRow[] }) {
  const done = rows.filter((row) => row.group === 'done');
  const issued = done.filter((row) => row.state === 'issued').length;
  const refused = done.filter((row) => row.state === 'refused').length;
  const others = done.length - issued - refused;
  if (done.length === 0) return null;
  return (
    <p className="home-done">
      {issued > 0 && (
        <span className="inline-flex gap-1">
          <StateChip state="issued" plain /> {issued}
        </span>
      )}
      {refused > 0 && (
        <span className={`state-plain tone-${stateFaces.refused.tone}`}>
          <Icon name={stateFaces.refused.icon} />
          不可 {refused}
        </span>
      )}
      {others > 0 && <span>ほか {others}</span>}
    </p>
  );
}
