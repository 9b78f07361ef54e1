import type { SurveyDefinition } from '../definition.ts';
import type { Finding } from '../finding.ts';
import { LANGUAGES } from '../text.ts';
import { readTexts } from './read-texts.ts';
import { wordsIn } from './words-in.ts';

/** A sentence of more words is read twice. */
const MOST_WORDS = 25;
// An amount of money is no year.
const YEAR = /(?<![\p{L}\d])(?:19|20)\d\d(?![\p{L}\d]|\s*(?:€|euro))/iu;

/**
 * Sentences of more than 25 words, calendar years in what respondents read, and numbers that differ
 * between the languages of one text.
 */
export function checkSentences(definition: SurveyDefinition): Finding[] {
  return readTexts(definition).flatMap(({ place, text }) => [
    ...LANGUAGES.flatMap((language) => checkOne(`${place}.${language}`, text[language])),
    ...numbersDiffer(place, text),
  ]);
}

function checkOne(place: string, text: string): Finding[] {
  const longest = Math.max(0, ...text.split(/[.!?:;](?:\s|$)/u).map((sentence) => wordsIn(sentence).length));
  const year = YEAR.exec(text)?.[0];
  const findings: Finding[] = [];
  if (longest > MOST_WORDS) {
    const message = `A sentence has ${longest} words, and more than ${MOST_WORDS} are read twice. Divide it.`;
    findings.push({ place, rule: 'long_sentence', message });
  }
  if (year !== undefined) {
    const message = `The text names the year ${year} and is wrong in every other round. Write {graduation_year}, or "since graduation".`;
    findings.push({ place, rule: 'calendar_year', message });
  }
  return findings;
}

function numbersDiffer(place: string, text: Readonly<Record<(typeof LANGUAGES)[number], string>>): Finding[] {
  const first = numbersIn(text.fi);
  return LANGUAGES.filter((language) => text[language].trim() !== '' && numbersIn(text[language]) !== first).map(
    (language) => ({
      place: `${place}.${language}`,
      rule: 'numbers_differ',
      message: `The numbers in "${language}" (${numbersIn(text[language]) || 'none'}) are not those in "fi" (${first || 'none'}). Correct the translation that is wrong.`,
    }),
  );
}

/** The numbers of a text in order, thousands written together whatever parts them. */
function numbersIn(text: string): string {
  const joined = text.replaceAll(/(?<=\d)[\s.,](?=\d{3}(?!\d))/gu, '');
  return (joined.match(/\d+/gu) ?? []).toSorted((one, other) => Number(one) - Number(other)).join(', ');
}
