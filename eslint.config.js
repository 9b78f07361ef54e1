import { builtinModules } from 'node:module';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// A short list on purpose: each rule stands for a fault that has cost someone time. Layout is
// prettier's, types are tsc's, who may import whom is dependency-cruiser's.

const PURE_FOLDERS = [
  'server/engine/**/*.ts',
  'server/comparability/**/*.ts',
  'server/statistics/**/*.ts',
  'server/disclosure/**/*.ts',
  'survey-definitions/**/*.ts',
];
const TESTS = ['**/*.test.ts', 'test/**/*.ts'];

// A getter in each object, or a method put in place of that of its class, makes a shape of its own, which the engine
// keeps until the next full collection, and all that it sees with it: a whole request. A class has one for all.
const noOwnGetter = {
  selector: ":matches(ObjectExpression > Property[kind='get'], ObjectExpression > Property[kind='set'])",
  message: 'Write a class with a getter: one in each object keeps all that it sees in memory.',
};
const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a thing has one name wherever it is used.',
};
const outsideWorld = [
  {
    selector: 'NewExpression[callee.name="Date"]',
    message: 'The clock and its time zone come in as arguments; keep days as text.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The time is an argument.' },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'The time is an argument.' },
  { selector: 'MemberExpression[object.name="performance"]', message: 'The time is an argument.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Randomness is an argument.' },
  { selector: 'MemberExpression[object.name="crypto"]', message: 'Randomness is an argument.' },
  { selector: 'Identifier[name="process"]', message: 'The environment is an argument.' },
];

export default defineConfig(
  { ignores: ['node_modules/', 'data/', 'coverage/'] },
  {
    files: ['**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            ...builtinModules
              .filter((name) => !name.startsWith('_') && !name.startsWith('node:'))
              .map((name) => ({ name, message: `Write node:${name}.` })),
            { name: 'node:test', message: 'Tests are written for jest: @jest/globals.' },
            { name: 'node:assert', message: 'Tests use expect; code throws an Error that says what is wrong.' },
          ],
          patterns: [
            { regex: '^\\.{1,2}/(?!.*\\.(ts|js|mjs|json)$)', message: 'Imports carry their ending: ./name.ts' },
            { regex: '^kysely/dist|^pg/lib', message: "Only a package's public entry." },
          ],
        },
      ],
      'no-restricted-syntax': ['error', noDefaultExport, noOwnGetter],
    },
  },
  {
    // A migration is one sequence of statements and a catalogue one list of texts, read from top to bottom.
    files: ['**/*.ts'],
    ignores: [...TESTS, 'migrations/*.ts', 'server/*/texts/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 50, skipBlankLines: false, skipComments: false }] },
  },
  {
    // Definitions and classifications are data: as long as what they list.
    files: ['**/*.ts'],
    ignores: ['survey-definitions/**/*.ts', 'reports/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }] },
  },
  {
    files: PURE_FOLDERS,
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noOwnGetter, ...outsideWorld] },
  },
  {
    // A drawing goes to another process, which gets only what an object has of its own.
    files: ['server/results/row-chart.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    files: ['server/main.ts', 'server/uras.ts', 'bench/**/*.ts', 'test/support/with-postgres.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Plain JavaScript: what the browser loads, the launchers, these settings.
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  { files: ['server/public/**/*.js'], rules: { 'no-console': 'error' } },
);
