import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { configuration } from './dependency-cruiser.config.mjs';

export type Cruised = { readonly modules: number; readonly violations: readonly string[] };

/** 依存をたどる: cruises the sources of a tree by our rules; throws where nothing was read, since that would pass everything. */
export async function cruiseSources(
  root: string,
  folders: readonly string[] = ['src-shared', 'src-main', 'src-renderer'],
): Promise<Cruised> {
  const before = process.cwd();
  process.chdir(root);
  try {
    const { output } = await cruise([...folders], {
      ...configuration.options,
      ruleSet: { forbidden: configuration.forbidden },
      validate: true,
    });
    if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result');
    return summarise(output);
  } finally {
    process.chdir(before);
  }
}

function summarise({ summary }: ICruiseResult): Cruised {
  if (summary.totalCruised === 0) throw new Error('dependency-cruiser read no module');
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}
