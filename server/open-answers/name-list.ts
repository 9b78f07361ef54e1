import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { COMMON_NAMES, NO_NAMES } from './common-names.ts';

const require = createRequire(import.meta.url);
let names: ReadonlySet<string> | undefined;

/**
 * Parts of names of people, in small letters: the spelling dictionary of names (MIT licence, some 39,000,
 * kept up by many) and the common Finnish and Swedish ones that it lacks, without common words.
 */
export function nameList(): ReadonlySet<string> {
  names ??= readNames();
  return names;
}

function readNames(): ReadonlySet<string> {
  const entry = require.resolve('@cspell/dict-people-names/cspell-ext.json');
  const lines = readFileSync(entry.replace(/cspell-ext\.json$/, 'dict/people-names.txt'), 'utf8').split('\n');
  const all = new Set(
    [...lines.filter((line) => /^\p{L}{3,}/u.test(line)), ...COMMON_NAMES].map((name) => name.trim().toLowerCase()),
  );
  for (const word of NO_NAMES) all.delete(word);
  return all;
}
