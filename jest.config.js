/** One configuration for every ring of tests; see docs/architecture.md. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['<rootDir>/{apps,libs,reports,migrations,test}/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.nujoom'],
  testSequencer: '<rootDir>/jest.order.js',
  globalSetup: '<rootDir>/test/platform/global-setup.ts',
  setupFiles: ['<rootDir>/test/platform/laws.ts'],
  testTimeout: 60_000,
  maxWorkers: 2,
  // Modules that a file has loaded stay in its worker: one that holds much collects garbage more than it tests, and is begun anew.
  workerIdleMemoryLimit: '700MB',
};
