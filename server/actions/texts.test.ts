import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '../engine/text.ts';
import { openAnswerTexts } from '../open-answers/texts/index.ts';
import { changeTexts } from './texts/changes.ts';
import { actionTexts } from './texts/index.ts';

/** What generated text never says: a judgement, an absence that was not shown, a cause, false precision. */
const BANNED: Record<(typeof LANGUAGES)[number], RegExp> = {
  fi: /(^|[^\p{L}])(parempi|parempia|huonompi|huonompia|menestyi|sama|ei eroa|osaavat|johtui|paransi|vaikutti|toimi hyvin|onnistui|tasan|varmasti)(?![\p{L}])/iu,
  sv: /(^|[^\p{L}])(bättre|sämre|lyckades|samma resultat|ingen skillnad|berodde|förbättrade|fungerade|exakt hälften|säkert)(?![\p{L}])/iu,
  en: /(^|[^\p{L}])(better|worse|succeeded|no difference|caused|improved|worked|certainly|students can)(?![\p{L}])/iu,
};

function allTexts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return allTexts(value('7', '8', '9'), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => allTexts(part, `${path}.${key}`));
}

describe.each([
  ['actions', actionTexts],
  ['open answers', openAnswerTexts],
  ['changes', changeTexts],
] as const)('words of %s', (_name, textsOf) => {
  test.each(LANGUAGES)('in %s are whole, judge nothing and give no cause', (language) => {
    const texts = allTexts(textsOf(language));
    expect(texts.filter(([, text]) => text.trim() === '' || /undefined|\$\{|!/.test(text))).toEqual([]);
    expect(texts.filter(([, text]) => BANNED[language].test(text))).toEqual([]);
    expect(texts.filter(([, text]) => (language === 'en' ? /\d\s%/ : /\d%|\d %/).test(text))).toEqual([]);
  });

  test('all languages have the same texts', () => {
    const paths = LANGUAGES.map((language) => allTexts(textsOf(language)).map(([path]) => path));
    expect([paths[1], paths[2]]).toEqual([paths[0], paths[0]]);
  });
});
