/**
 * The import rules of the house. One number counts: violations = 0.
 * Floors import downwards only: packs (data, imported by no code) < engines < services < adapters < apps.
 */

/** Engine rooms that may use another room than the kernel, and why. Every other pair is forbidden. */
const enginePairs = [
  { from: 'planner', to: 'recognition', why: 'a route is searched over the verdicts of the rules' },
];

/** What the pure floors may take from outside. Each entry carries its reason. */
const engineLibraries = [
  {
    room: 'kernel',
    library: '@noble/hashes',
    why: 'SHA-256 that is synchronous and the same in browser and Node',
  },
  {
    room: 'credentials',
    library: '(jsonld|rdf-canonize|fflate)',
    why: 'expansion and canonical graphs under our own pinned contexts; gzip of status lists, alike in browser and Node',
  },
  {
    room: 'yaml',
    library: 'yaml',
    why: 'pack files are read alike by the loader and by the page on which a rule is changed',
  },
];

const tests = '\\.(test|prop\\.test|db\\.test|browser\\.test|test-d|fixture)\\.ts$';
const floors = (...names) => `^(${names.join('|')})/`;

/** A room other than the kernel: itself, the kernel, and the pairs above. */
const roomRules = [...new Set(enginePairs.map((pair) => pair.from))].map((room) => {
  const friends = enginePairs.filter((pair) => pair.from === room).map((pair) => pair.to);
  return {
    name: `engine-${room}-uses-only-its-friends`,
    severity: 'error',
    from: { path: `^engines/${room}/` },
    to: { path: '^engines/[^/]+/', pathNot: `^engines/(${[room, 'kernel', ...friends].join('|')})/` },
  };
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types may refer to each other, and a component may draw itself (a tree); other code may not.',
      severity: 'error',
      from: { path: '(.+)' },
      to: { pathNot: '^$1$', circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-found',
      comment: 'Also catches deep imports: the exports maps offer only the doors.',
      severity: 'error',
      from: { pathNot: '\\.svelte-kit' },
      to: { couldNotResolve: true, pathNot: '^(\\$app|\\$env|\\$service-worker|\\./\\$types)' },
    },
    {
      name: 'packs-are-data',
      severity: 'error',
      from: {},
      to: { path: '^packs/', pathNot: '^packs/package\\.json$' },
    },
    {
      name: 'engines-are-the-ground-floor',
      severity: 'error',
      from: { path: '^engines/', pathNot: tests },
      to: { path: floors('services', 'adapters', 'apps', 'testing', 'bench', 'scripts') },
    },
    {
      name: 'services-import-only-engines',
      severity: 'error',
      from: { path: '^services/', pathNot: tests },
      to: { path: floors('adapters', 'apps', 'testing', 'bench', 'scripts') },
    },
    {
      name: 'adapters-import-downwards',
      severity: 'error',
      from: { path: '^adapters/', pathNot: tests },
      to: { path: floors('apps', 'testing', 'bench', 'scripts') },
    },
    {
      name: 'apps-do-not-lean-on-the-scaffolding',
      severity: 'error',
      from: { path: '^apps/', pathNot: tests },
      to: { path: floors('testing', 'bench', 'scripts') },
    },
    {
      name: 'portal-reaches-the-world-through-the-server',
      comment: 'The portal holds screens: no adapter, no other app.',
      severity: 'error',
      from: { path: '^apps/portal/', pathNot: tests },
      to: { path: floors('adapters', 'apps/server', 'apps/cli') },
    },
    {
      name: 'engine-rooms-use-the-kernel-only',
      severity: 'error',
      from: {
        path: '^engines/([^/]+)/',
        pathNot: `^engines/(${enginePairs.map((pair) => pair.from).join('|')})/`,
      },
      to: { path: '^engines/[^/]+/', pathNot: '^engines/($1|kernel)/' },
    },
    ...roomRules,
    {
      name: 'engine-rooms-enter-by-the-door',
      severity: 'error',
      from: { path: '^engines/([^/]+)/' },
      to: { path: '^engines/[^/]+/.+', pathNot: '^engines/($1/.+|[^/]+/index\\.ts$)' },
    },
    {
      name: 'services-enter-by-the-door',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/[^/]+/.+', pathNot: '^services/($1/.+|[^/]+/index\\.ts$)' },
    },
    {
      name: 'adapters-never-import-each-other',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^adapters/[^/]+/', pathNot: '^adapters/($1|node_modules)/' },
    },
    {
      name: 'pure-floors-have-no-io',
      severity: 'error',
      from: { path: floors('engines', 'services'), pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-floors-have-no-libraries',
      severity: 'error',
      from: {
        path: floors('engines', 'services'),
        pathNot: [tests, ...engineLibraries.map((entry) => `^engines/${entry.room}/`)],
      },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    ...engineLibraries.map((entry) => ({
      name: `engine-${entry.room}-libraries`,
      severity: 'error',
      from: { path: `^engines/${entry.room}/`, pathNot: tests },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: `node_modules/${entry.library}/`,
      },
    })),
    {
      name: 'declared-dependencies-only',
      severity: 'error',
      from: { pathNot: ['^[^/]+$', '^scripts/', tests] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|\\.svelte-kit|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['testamur-source', 'svelte', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
