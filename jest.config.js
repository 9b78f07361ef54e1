// Pure tests lie beside the code; tests that need a database or HTTP lie in test/.
export default {
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  coverageProvider: 'v8',
  testTimeout: 60000,
  // An embedded database takes some 400 MB, so workers are few.
  maxWorkers: 2,
};
