// Who may import whom. Arrows point inward: pages and commands → use cases → stores and rules → the
// pure engine. ARCHITECTURE.md says it in words; this file makes it so, type-only imports included.

const TEST = '\\.test\\.ts$';
// Folders with a concept's pages, use cases and store: all but the pure middle, plumbing and wiring.
const SLICE = '^server/(?!engine/|comparability/|statistics/|disclosure/|db/|http/|keys/|csv/|commands/|demo/)[a-z-]+/';
const STORE = `${SLICE}[a-z-]*store\\.ts$`;
const RULES = [`${SLICE}decide-[a-z-]+\\.ts$`, `${SLICE}[a-z-]*view-model\\.ts$`];
const ROUTES = '^server/[a-z-]+/[a-z-]*routes\\.ts$';
const PURE = '^server/(engine|comparability|statistics|disclosure)/';
const DATA = '^(survey-definitions|reports)/';
const OURS = '^(server|survey-definitions|reports|migrations|bench)/';
const NPM = '^node_modules/';

/** The same as `to`, but types may be imported. */
const values = (to) => ({ ...to, dependencyTypesNot: ['type-only'] });
const MACHINE = { dependencyTypes: ['core'] };

/** Files of `path` (tests aside, and aside from `but`) must not import `to`. */
function forbid(name, comment, [path, ...but], to) {
  return { name, comment, severity: 'error', from: { path, pathNot: [TEST, ...but] }, to };
}

const everywhere = [
  {
    name: 'no-cycles',
    comment: 'Two modules that need each other are one, or lack a third.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolved',
    comment: 'The import names nothing.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  forbid('no-undeclared-package', 'The package is not in package.json.', ['.'], {
    dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
  }),
  forbid(
    'no-dev-package-in-product',
    'The product runs with `npm ci --omit=dev`.',
    ['^(server|survey-definitions|reports|migrations)/'],
    values({ dependencyTypes: ['npm-dev'] }),
  ),
  forbid('no-tests-in-product', 'Code never needs a test.', ['^(server|survey-definitions|reports|migrations)/'], {
    path: ['^test/', TEST],
  }),
  forbid('bench-takes-test-support', 'Of the tests the bench takes what starts and drives the product.', ['^bench/'], {
    path: ['^test/', TEST],
    pathNot: '^test/support/',
  }),
  {
    name: 'attacker-alone',
    comment: 'Whoever attacks the product shares nothing with it.',
    severity: 'error',
    from: { path: '^test/attacker/' },
    to: { path: OURS },
  },
  {
    name: 'attacker-knows-no-test-support',
    comment: 'Test support runs the product: only tests of the attacker may use it.',
    severity: 'error',
    from: { path: '^test/attacker/', pathNot: TEST },
    to: { path: '^test/', pathNot: '^test/attacker/' },
  },
  forbid(
    'routes-for-app',
    'Pages are registered in app.ts, or by the routes they belong to.',
    ['.', '^server/app\\.ts$', ROUTES],
    {
      path: ROUTES,
    },
  ),
  forbid(
    'wiring-for-entry-points',
    'What opens everything is for the start of a process.',
    ['^server/', '^server/(main|uras)\\.ts$', '^server/(commands|demo)/'],
    {
      path: '^server/(main|uras|open-deps)\\.ts$',
    },
  ),
];

const pureMiddle = [
  forbid('engine-alone', 'What a survey means depends on nothing of the shell.', ['^server/engine/'], {
    path: OURS,
    pathNot: '^server/engine/',
  }),
  forbid('comparability-over-engine', 'Versions are compared as the engine knows them.', ['^server/comparability/'], {
    path: OURS,
    pathNot: '^server/(engine|comparability)/',
  }),
  forbid('statistics-take-data', 'Figures depend on nothing of the shell.', ['^server/statistics/'], {
    path: OURS,
    pathNot: '^server/(engine|statistics)/',
  }),
  forbid('disclosure-takes-data', 'Disclosure control depends on nothing of the shell.', ['^server/disclosure/'], {
    path: OURS,
    pathNot: '^server/(engine|statistics|disclosure)/',
  }),
  forbid(
    'numbers-take-engine-types',
    'Figures never run the engine: they take its types.',
    ['^server/(statistics|disclosure)/'],
    values({ path: '^server/engine/' }),
  ),
  forbid('pure-without-machine', 'No files, clock, randomness or network.', [PURE], MACHINE),
  forbid(
    'data-without-machine',
    'No files, clock, randomness or network; imported lists are files.',
    [DATA, '^survey-definitions/classifications/imported-files\\.ts$'],
    MACHINE,
  ),
  forbid('pure-needs-zod-at-most', 'Pure code needs no package but zod.', [PURE], { path: NPM, pathNot: `${NPM}zod/` }),
  forbid('data-needs-zod-at-most', 'Data needs no package but zod.', [DATA], { path: NPM, pathNot: `${NPM}zod/` }),
  forbid(
    'definitions-are-data',
    'A definition takes types; the registers alone run code.',
    [DATA, '/index\\.ts$', '^survey-definitions/comparability\\.ts$'],
    values({ path: '^server/' }),
  ),
  forbid('definitions-know-no-shell', 'Definitions know the pure middle at most.', [DATA], {
    path: ['^server/', '^migrations/'],
    pathNot: PURE,
  }),
  forbid('surveys-know-no-reports', 'A report is built on a survey, not the other way.', ['^survey-definitions/'], {
    path: ['^reports/', '^server/(statistics|disclosure)/'],
  }),
];

const plumbing = [
  forbid('schema-over-engine', 'Tables are typed over the engine.', ['^server/db/schema/'], {
    path: OURS,
    pathNot: '^server/(db/schema|engine)/',
  }),
  forbid(
    'schema-is-types',
    'Tables are types and run nothing.',
    ['^server/db/schema/'],
    values({ pathNot: '^server/db/schema/' }),
  ),
  forbid(
    'db-knows-no-concept',
    'The database layer knows tables and configuration.',
    ['^server/db/', '^server/db/schema/'],
    { path: OURS, pathNot: ['^server/db/', '^server/config\\.ts$'] },
  ),
  forbid('http-knows-no-concept', 'HTTP plumbing knows no concept of ours.', ['^server/http/'], {
    path: OURS,
    pathNot: ['^server/(http|engine)/', '^server/deps\\.ts$'],
  }),
  forbid(
    'http-takes-types',
    'Of engine and deps HTTP plumbing takes types.',
    ['^server/http/'],
    values({ path: ['^server/engine/', '^server/deps\\.ts$'] }),
  ),
  forbid('keys-know-no-concept', 'Keys are keys.', ['^server/keys/'], {
    path: OURS,
    pathNot: ['^server/keys/', '^server/config\\.ts$'],
  }),
  forbid('csv-knows-no-concept', 'Files of rows are files of rows.', ['^server/csv/'], {
    path: OURS,
    pathNot: '^server/(csv|engine)/',
  }),
  forbid(
    'csv-takes-types',
    'Of the engine, files of rows take types.',
    ['^server/csv/'],
    values({ path: '^server/engine/' }),
  ),
  forbid('drivers-in-db', 'Connections are made in server/db.', ['^server/', '^server/db/'], {
    path: `${NPM}(pg|pg-cursor|@electric-sql|@types/pg)/`,
  }),
  forbid(
    'sql-in-stores',
    'Every SQL statement stands in a store, or in server/db.',
    ['^server/', STORE, '^server/db/'],
    values({ path: `${NPM}kysely/` }),
  ),
  forbid(
    'requests-in-routes',
    'Rules, stores and use cases know no request.',
    ['^server/', ROUTES, '^server/(app|main)\\.ts$', '^server/http/'],
    { path: `${NPM}@?fastify/` },
  ),
];

const slices = [
  forbid('slices-know-no-wiring', 'Commands and pages call a slice; it never calls them.', [SLICE], {
    path: ['^server/(app|main|uras|open-deps)\\.ts$', '^server/(commands|demo)/'],
  }),
  forbid('rules-without-machine', 'A decision and a view model work on data.', [RULES], MACHINE),
  forbid(
    'rules-reach-no-shell',
    'Of the shell a decision and a view model take types.',
    [RULES],
    values({ path: ['^server/(db|http|keys)/', '^server/[a-z-]+\\.ts$', STORE, ROUTES, NPM] }),
  ),
  forbid('stores-without-machine', 'A store knows tables: no HTTP, no keys, no files.', [STORE], MACHINE),
  forbid(
    'stores-know-tables',
    'A store knows tables: no HTTP, no keys, no figures.',
    [STORE],
    values({ path: '^server/(http|keys|statistics|disclosure)/' }),
  ),
  {
    name: 'stores-stand-alone',
    comment: "What needs two stores is a use case's.",
    severity: 'error',
    from: { path: '^server/([^/]+)/[a-z-]*store\\.ts$' },
    to: values({ path: SLICE, pathNot: '^server/$1/' }),
  },
  forbid('pages-ask-use-cases', 'A page parses, calls one use case and answers.', [ROUTES], values({ path: STORE })),
  forbid('reports-from-releases', 'Raw figures and answers never come near a report.', ['^server/results/'], {
    path: ['^server/(statistics|releases|responses)/', '^server/db/schema/(answer|contact)\\.ts$'],
  }),
];

export default {
  forbidden: [...everywhere, ...pureMiddle, ...plumbing, ...slices],
  options: {
    doNotFollow: { path: NPM },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
