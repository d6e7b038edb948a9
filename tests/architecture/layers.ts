/** 層 (layers): who may import whom; the one table that the dependency net is made from. `ports` is src-main/app/ports.ts alone. */
export const layers = {
  kernel: '^src-shared/kernel/',
  domain: '^src-shared/domain/',
  contract: '^src-shared/contract/',
  app: '^src-main/app/',
  store: '^src-main/store/',
  documents: '^src-main/documents/',
  exchange: '^src-main/exchange/',
  system: '^src-main/system/',
  practice: '^src-main/practice/',
  electron: '^src-main/hosts/electron/',
  chromium: '^src-main/hosts/chromium/',
  cli: '^src-main/hosts/cli/',
  launcher: '^src-main/hosts/launcher/',
  renderer: '^src-renderer/',
} as const;

export type Layer = keyof typeof layers;

const shared = ['kernel', 'domain', 'contract'] as const;
const everythingBelowHosts = [...shared, 'app', 'store', 'documents', 'exchange', 'system', 'practice'] as const;

/** rows: from; each may import itself and what is named. `system` makes the ports that all hosts share, `practice` the made-up days. */
export const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  kernel: [],
  domain: ['kernel'],
  contract: ['kernel', 'domain'],
  app: [...shared],
  store: [...shared],
  documents: [...shared],
  exchange: [...shared],
  system: [...shared, 'app', 'store', 'documents', 'exchange'],
  practice: [...shared, 'app', 'system'],
  electron: [...everythingBelowHosts],
  chromium: [...everythingBelowHosts],
  cli: [...everythingBelowHosts],
  launcher: ['system'],
  renderer: [...shared],
};

/** these see of the application its ports alone */
export const portsOnly: readonly Layer[] = ['store', 'documents', 'exchange'];
export const portsFile =
  '^src-main/app/ports(-file|-close|-export|-statistics|-staff|-audit|-sampling|-settings)?\\.ts$';
