import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '../engine/text.ts';
import { textsOf } from './texts/index.ts';

/** What generated text never says: a judgement, an absence that was not shown, a cause, false precision. */
const BANNED: Record<(typeof LANGUAGES)[number], RegExp> = {
  fi: /(^|[^\p{L}])(parempi|parempia|huonompi|huonompia|menestyi|sama|ei eroa|osaavat|johtui|paransi|vaikutti|tasan|varmasti)(?![\p{L}])/iu,
  sv: /(^|[^\p{L}])(bättre|sämre|lyckades|samma resultat|ingen skillnad|berodde|förbättrade|exakt hälften|säkert)(?![\p{L}])/iu,
  en: /(^|[^\p{L}])(better|worse|succeeded|no difference|caused|improved|certainly|students can)(?![\p{L}])/iu,
};

/** Every text of a catalogue, functions called with a sign that stands for a number. */
function allTexts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return allTexts(value('7', '8', '9'), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => allTexts(part, `${path}.${key}`));
}

describe.each(LANGUAGES)('words of reports: %s', (language) => {
  const texts = allTexts(textsOf(language));

  test('nothing is blank, and no parameter is lost', () => {
    expect(texts.filter(([, text]) => text.trim() === '' || /undefined|\$\{/.test(text))).toEqual([]);
  });

  test('no word judges, explains or promises', () => {
    expect(texts.filter(([, text]) => BANNED[language].test(text))).toEqual([]);
  });

  test('the per cent sign stands as the language has it', () => {
    const wrong = language === 'en' ? /\d\s%/ : /\d%|\d %/;
    expect(texts.filter(([, text]) => wrong.test(text))).toEqual([]);
  });
});

test('all languages have the same texts', () => {
  const paths = LANGUAGES.map((language) => allTexts(textsOf(language)).map(([path]) => path));
  expect(paths[1]).toEqual(paths[0]);
  expect(paths[2]).toEqual(paths[0]);
});
