import { layers, mayImport, portsFile, portsOnly } from './layers.ts';

const sources = '^(src-shared|src-main|src-renderer)/';

const layerRules = Object.entries(mayImport).map(([layer, allowed]) => {
  const own = [layers[layer], ...allowed.map((each) => layers[each])];
  const permitted = portsOnly.includes(layer) ? [...own, portsFile] : own;
  return {
    name: `layer-${layer}`,
    severity: 'error',
    comment: `${layer} may import ${[layer, ...allowed].join(', ')} only`,
    from: { path: layers[layer] },
    to: { path: sources, pathNot: permitted },
  };
});

/** 依存の網 (dependency net): the table of layers, and what no layer may do. There is no ignore list. */
export const configuration = {
  forbidden: [
    ...layerRules,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-runs-anywhere',
      severity: 'error',
      from: { path: '^src-shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-packages',
      severity: 'error',
      comment: 'src-shared needs nothing but zod',
      from: { path: '^src-shared/' },
      to: { path: 'node_modules', pathNot: 'node_modules/zod/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: 'vite\\.config\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-store-knows-sql',
      severity: 'error',
      from: { path: '^src-(main|renderer|shared)/', pathNot: layers.store },
      to: { path: 'node_modules/better-sqlite3' },
    },
    {
      name: 'only-electron-host-knows-electron',
      severity: 'error',
      from: { path: '^src-', pathNot: layers.electron },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'sources-import-sources',
      severity: 'error',
      comment: 'what a program needs of db/ or package.json it reads at run time, or it was generated from it',
      from: { path: '^src-' },
      to: { path: '^(db|out)/|^[^/]+\\.[a-z]+$' },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-tests-in-sources',
      severity: 'error',
      from: { path: '^src-' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^src-', pathNot: ['\\.config\\.ts$', layers.launcher, layers.electron] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
