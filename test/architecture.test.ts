import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { placesOf, projectRoot, sourceFiles, sourceText } from './support/source-files.ts';

// What the compiler, the linter and dependency-cruiser do not say. Each list of exceptions gives a
// reason, and an exception that is no longer needed fails as well.

const typescript = sourceFiles('**/*.ts');
const isTest = (file: string) => file.startsWith('test/') || file.endsWith('.test.ts');
const product = typescript.filter((file) => !isTest(file) && !file.startsWith('bench/'));
const pure = product.filter((file) =>
  /^(server\/(engine|comparability|statistics|disclosure)|survey-definitions|reports)\//.test(file),
);
const views = sourceFiles('server/**/*.eta');

const MAX_LINES = 300;
const MAX_IMPORTS = 12;
/** A test brings together what it tests. */
const MAX_TEST_IMPORTS = 18;
/** File → why it is longer. */
const LONGER: Record<string, string> = {};
/** File → why it imports more. */
const MORE_IMPORTS: Record<string, string> = {
  'server/accounts/guard-routes.ts': 'it decides of every request: who asks, for what, and what is posted',
  'server/app.ts': 'it registers the pages of every slice',
  'server/commands/commands.ts': 'it adds every group of commands',
  'server/disclosure/protect-release.ts': 'it hands a release from rule to rule, each in a file of its own',
};

/** Readers of the environment: each hands what it reads to `readConfig`, or says where a person typed. */
const READERS_OF_ENVIRONMENT = ['server/config.ts', 'server/main.ts', 'server/uras.ts', 'server/db/migrate.ts'];

describe('size', () => {
  const lines = (file: string) => sourceText(file).trimEnd().split('\n').length;
  const imports = (file: string) => sourceText(file).match(/^import\s/gm)?.length ?? 0;

  test(`a file has ${MAX_LINES} lines at most`, () => {
    const files = [...typescript, ...views, ...sourceFiles('**/*.{js,mjs,css}')];
    expect(files.filter((file) => lines(file) > MAX_LINES)).toEqual(Object.keys(LONGER).sort());
  });

  test(`a file has ${MAX_IMPORTS} imports at most`, () => {
    const most = (file: string) => (isTest(file) ? MAX_TEST_IMPORTS : MAX_IMPORTS);
    expect(typescript.filter((file) => imports(file) > most(file))).toEqual(Object.keys(MORE_IMPORTS).sort());
  });
});

describe('names', () => {
  test('files are named in kebab-case', () => {
    const files = [...typescript, ...views, ...sourceFiles('{server,bench,test}/**/*.{js,mjs,css}')].filter(
      (file) => !file.startsWith('migrations/'),
    );
    expect(files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.[a-z]+$/.test(basename(file)))).toEqual([]);
  });

  test('migrations are named by time and deed, so that their order is their names', () => {
    expect(
      sourceFiles('migrations/*.ts').filter((file) => !/^migrations\/\d{8}T\d{4}-[a-z0-9-]+\.ts$/.test(file)),
    ).toEqual([]);
  });
});

describe('what comes from outside', () => {
  test('the environment is read by the configuration and the entry points only', () => {
    const others = product.filter((file) => !READERS_OF_ENVIRONMENT.includes(file));
    expect(placesOf(others, /\bprocess\s*\.\s*env\b|\bimport\s*\{[^}]*\benv\b[^}]*\}\s*from 'node:process'/)).toEqual(
      [],
    );
  });

  test('pure folders have no clock, no randomness and no waiting', () => {
    const forbidden =
      /\bnew Date\(|\bDate\.now\b|\bMath\.random\b|\bperformance\.|\bcrypto\.|\bprocess\.|\bset(Timeout|Interval|Immediate)\(|\bfetch\(/;
    expect(placesOf(pure, forbidden)).toEqual([]);
  });

  test('an order of words never depends on the language of the machine', () => {
    expect(
      placesOf(product, /\.localeCompare\((?![^)]*,)[^)]*\)|\bnew Intl\.\w+\(\s*\)|\.toLocale(\w*)String\(\s*\)/),
    ).toEqual([]);
  });

  test('every exported function of the pure middle says what it does', () => {
    const middle = pure.filter((file) => file.startsWith('server/'));
    const bare = middle.flatMap((file) => {
      const rows = sourceText(file).split('\n');
      return rows.flatMap((row, index) =>
        /^export (async )?function /.test(row) && !/\*\/\s*$/.test(rows[index - 1] ?? '')
          ? [`${file}:${index + 1} ${row}`]
          : [],
      );
    });
    expect(bare).toEqual([]);
  });
});

describe('templates', () => {
  const printed = product.flatMap((file) =>
    [...sourceText(file).matchAll(/(?:defineView(?:<[^(]*>)?|printView)\(\s*'([^']+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  const included = views.flatMap((file) =>
    [...sourceText(file).matchAll(/include\(\s*'\/([^']+)'/g)].map((match) => match[1] ?? ''),
  );
  const layouts = [
    ...product.flatMap((file) => [...sourceText(file).matchAll(/layout: '([^']+)'/g)]),
    ...views.flatMap((file) => [...sourceText(file).matchAll(/layout\('\/([^']+)'/g)]),
  ].map((match) => match[1] ?? '');
  const existing = views.map((file) => file.replace(/^server\/(.*)\.eta$/, '$1')).sort();

  test('every view and every included part is a file, and every file is used', () => {
    expect(printed.length).toBeGreaterThan(0);
    expect([...new Set([...printed, ...included, ...layouts])].sort()).toEqual(existing);
  });

  test('included parts are named from the root, with a slash', () => {
    expect(placesOf(views, /include\(\s*(?!'\/)/)).toEqual([]);
  });

  test('output is escaped, but for the body of the layout, parts that are printed already and drawings', () => {
    expect(
      placesOf(views, /<%~(?!\s*(it\.body|[\w.]*\b([sS]vg|printed[A-Z]\w*))\s*%>)(?!\s*(include|it\.apart)\()/),
    ).toEqual([]);
  });

  test('no script, style or handler stands in a page: the content policy would refuse it', () => {
    expect(placesOf(views, /<script(?![^>]*\bsrc=)|<style\b|\sstyle="|\son[a-z]+="/)).toEqual([]);
  });
});

describe('checks', () => {
  test('dependency-cruiser sees every TypeScript file', () => {
    const folders = ['server', 'survey-definitions', 'reports', 'migrations', 'bench', 'test'].filter((folder) =>
      existsSync(join(projectRoot, folder)),
    );
    const program = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
    const { stdout } = spawnSync(process.execPath, [program, ...folders, '--output-type', 'json'], {
      cwd: projectRoot,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    const cruised = JSON.parse(stdout) as { modules: { source: string; dependencies: unknown[] }[] }; // its documented output
    const seen = cruised.modules.filter(
      (module) => module.source.endsWith('.ts') && !module.source.includes('node_modules'),
    );
    expect(seen.map((module) => module.source).sort()).toEqual(expect.arrayContaining(typescript));
    expect(seen.filter((module) => module.dependencies.length > 0).length).toBeGreaterThan(seen.length / 2);
  });

  test('no test is skipped, focused or empty', () => {
    const words = ['skip', 'only', 'todo', 'failing'].join('|');
    const pattern = new RegExp(`\\b(it|test|describe)(\\.each)?\\.(${words})\\b|^\\s*x(it|test|describe)\\(`);
    expect(placesOf(typescript.filter(isTest), pattern)).toEqual([]);
  });

  test('no file names a folder of one machine', () => {
    const files = sourceFiles('{**/*.{ts,js,mjs,json,md,eta,css,yml,sql},.ci/*,Dockerfile,.npmrc}').filter(
      (file) => file !== 'package-lock.json',
    );
    expect(placesOf(files, /(^|[\s'"`(=:])\/(root|tmp|work|home\/\w+)\//)).toEqual([]);
  });
});

describe('packages', () => {
  type LockedPackage = { resolved?: string; optionalDependencies?: Record<string, string> };
  const lock = JSON.parse(sourceText('package-lock.json')) as { packages: Record<string, LockedPackage> }; // npm's format, version 3
  const wanted = JSON.parse(sourceText('package.json')) as Record<string, Record<string, string> | undefined>; // npm's format

  const above = (place: string) => place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1));
  /** Whether npm finds the package from that place: there, or in a folder above. */
  function isLocked(place: string, name: string): boolean {
    if (lock.packages[posix.join(place, 'node_modules', name)]) return true;
    return place !== '' && isLocked(above(place), name);
  }

  test('the lock has an entry for every platform of every package: npm 11 refuses it otherwise', () => {
    const missing = Object.entries(lock.packages).flatMap(([place, locked]) =>
      Object.keys(locked.optionalDependencies ?? {})
        .filter((name) => !isLocked(place, name))
        .map((name) => `${place} → ${name}`),
    );
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  test('the lock says what is wanted, not from where', () => {
    const places = Object.values(lock.packages).flatMap((locked) => locked.resolved ?? []);
    expect(places).toEqual([]);
  });

  test('versions are exact', () => {
    const all = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
      Object.entries(wanted[kind] ?? {}),
    );
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('npm does not refuse an older Node: the launcher brings its own', () => {
    expect(sourceFiles('.npmrc').filter((file) => sourceText(file).includes('engine-strict'))).toEqual([]);
  });
});
