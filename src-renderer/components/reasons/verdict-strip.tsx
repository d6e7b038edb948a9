import { CodeChip } from '../code-chip.tsx';
import { Icon } from '../icon.tsx';
import { VerdictStamp } from '../verdict-stamp.tsx';
import type { MissingLine } from './missing-band.tsx';
import type { VerdictWords } from './verdict-words.ts';

type Props = { readonly words: VerdictWords; readonly missing: readonly MissingLine[] };

/** 判定の帯(一列): in one column, the verdict and the first thing missing above the form; F8 opens the rest. */
export function VerdictStrip({ words, missing }: Props) {
  const [first] = missing;
  return (
    <section className="verdict-strips" aria-label="判定のあらまし">
      <p className="verdict-strip" data-verdict={words.stamp}>
        <VerdictStamp verdict={words.stamp} strip />
        <b>{words.headline}</b>
      </p>
      {first !== undefined && (
        <p className="verdict-strip verdict-strip-missing">
          <Icon name="warning" />
          <span>
            <b>あと{missing.length}つ:</b> {first.text} {first.code !== null && <CodeChip code={first.code} />}
          </span>
        </p>
      )}
    </section>
  );
}
