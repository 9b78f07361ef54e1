// Pure tests lie beside the code; tests that need a database or HTTP lie in test/.
// `npm test` needs Node and npm only. What needs more takes part when its variable names it:
// TEST_DATABASE_URL a PostgreSQL server (test/support/with-postgres.ts starts one), CHROMIUM_PATH a
// browser. `.ci/run` sets both and counts that these tests were really run.
const needs = { '/test/postgres/': 'TEST_DATABASE_URL', '/test/browser/': 'CHROMIUM_PATH' };
const left = Object.keys(needs).filter((folder) => !process.env[needs[folder]]);

export default {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...left],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  coverageProvider: 'v8',
  // A limit for what hangs, not for what is slow on a busy machine.
  testTimeout: 240000,
  // An embedded database takes some 400 MB, so workers are few.
  maxWorkers: 2,
};
