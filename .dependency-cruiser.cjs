/**
 * Who may import whom: one line a room. A room's front door is its src/index.ts, reached as `#room`.
 * Pure rooms do no I/O; `apps` and `test` may import any room; nobody imports them.
 */
const rooms = {
  // pure
  statistics: [],
  contract: ['statistics'],
  documents: ['contract'],
  scoring: ['statistics', 'contract', 'documents'],
  instruments: ['statistics', 'contract', 'documents', 'scoring'],
  fieldwork: ['statistics', 'contract', 'documents', 'instruments'],
  campaigns: ['statistics', 'contract', 'documents', 'instruments'],
  figures: ['statistics', 'scoring', 'contract', 'documents'],
  reports: ['statistics', 'scoring', 'contract', 'figures'],
  // doors to the outside
  settings: ['contract'],
  spreadsheets: ['contract', 'documents'],
  database: ['contract', 'settings'],
  printing: ['contract', 'settings'],
  // what the platform knows
  access: ['contract', 'database', 'settings'],
  media: ['contract', 'database', 'settings', 'access'],
  network: ['contract', 'database', 'access', 'spreadsheets'],
  schemes: ['contract', 'documents', 'scoring', 'instruments', 'spreadsheets', 'database', 'access'],
  cycles: ['contract', 'documents', 'scoring', 'database', 'access', 'network', 'schemes'],
  assessments: ['contract', 'scoring', 'settings', 'spreadsheets', 'database', 'access', 'media', 'network', 'cycles'],
  visits: [
    'contract',
    'documents',
    'statistics',
    'instruments',
    'fieldwork',
    'spreadsheets',
    'database',
    'access',
    'media',
    'network',
    'schemes',
    'cycles',
  ],
  surveys: [
    'contract',
    'documents',
    'statistics',
    'instruments',
    'campaigns',
    'spreadsheets',
    'settings',
    'printing',
    'reports',
    'database',
    'access',
    'network',
    'schemes',
    'cycles',
  ],
  results: [
    'contract',
    'documents',
    'statistics',
    'scoring',
    'instruments',
    'figures',
    'spreadsheets',
    'database',
    'access',
    'network',
    'schemes',
    'cycles',
    'visits',
    'surveys',
    'assessments',
  ],
  scorecards: [
    'contract',
    'figures',
    'reports',
    'settings',
    'printing',
    'database',
    'access',
    'network',
    'cycles',
    'results',
  ],
};

const pure = [
  'statistics',
  'contract',
  'documents',
  'scoring',
  'instruments',
  'fieldwork',
  'campaigns',
  'figures',
  'reports',
];
const home = (room) => (room === 'reports' ? '^reports/' : `^libs/${room}/`);
const door = (room) => (room === 'reports' ? '^reports/src/index\\.ts$' : `^libs/${room}/src/index\\.ts$`);
const own = '^(libs|reports|apps|migrations|test|bench|demo)/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(rooms).map(([room, mayImport]) => ({
      name: `${room}-imports`,
      comment: `${room} may import only: ${mayImport.join(', ') || 'nothing of ours'}, and through the front door`,
      severity: 'error',
      from: { path: home(room) },
      to: {
        path: own,
        pathNot: [home(room), ...mayImport.map(door), ...(room === 'database' ? ['^migrations/'] : [])],
      },
    })),
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      from: { path: pure.map(home), pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-rooms-know-no-framework',
      severity: 'error',
      from: { path: pure.map(home), pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|puppeteer|fastify|graphile-worker)' },
    },
    {
      name: 'front-doors-only',
      comment: 'apps, tests and migrations enter a room through its index.ts',
      severity: 'error',
      from: { path: '^(apps|migrations|test|bench|demo)/' },
      to: { path: '^(libs/[^/]+|reports)/src/', pathNot: '^(libs/[^/]+|reports)/src/index\\.ts$' },
    },
    {
      name: 'nobody-imports-an-app',
      severity: 'error',
      from: { pathNot: '^(apps|test|bench)/' },
      to: { path: '^(apps|test|bench)/' },
    },
    {
      name: 'apps-do-not-import-tests',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules|\\.nujoom)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'node', 'import', 'default'], exportsFields: ['exports'] },
  },
};
