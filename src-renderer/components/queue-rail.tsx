import type { CaseStateName } from './case-state.ts';
import { KeyHint } from './key-hint.tsx';
import { SectionHeading } from './section-heading.tsx';
import { StateChip } from './state-chip.tsx';

export type RailItem = {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly state: CaseStateName;
  readonly time: string;
};
export type RailGroup = { readonly title: string; readonly items: readonly RailItem[] };

type Props = {
  readonly title: string;
  readonly groups: readonly RailGroup[];
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
};

/** 順番の柱: groups of today's cases; the one in hand is white with a bar. */
export function QueueRail({ title, groups, current, onOpen }: Props) {
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);
  return (
    <aside className="rail" aria-label={title}>
      <div className="rail-head">
        <SectionHeading end={`${count}件`}>{title}</SectionHeading>
      </div>
      <div className="rail-scroll">
        {groups
          .filter((group) => group.items.length > 0)
          .map((group) => (
            <section key={group.title} aria-label={group.title}>
              <div className="rail-group" aria-hidden="true">
                {group.title}
              </div>
              <ul className="rail-list">
                {group.items.map((item) => (
                  <li key={item.id}>
                    <button
                      type="button"
                      className="rail-item"
                      aria-current={item.id === current ? 'true' : undefined}
                      onClick={() => onOpen(item.id)}
                    >
                      <b>{item.name}</b>
                      <span>{item.number}</span>
                      <StateChip state={item.state} plain />
                      <span>{item.time}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
      <div className="rail-foot">
        <KeyHint keys={['Ctrl', '↑', '↓']} words="前後へ" />
      </div>
    </aside>
  );
}
