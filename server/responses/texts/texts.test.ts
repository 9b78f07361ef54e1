import { describe, expect, test } from '@jest/globals';
import { expectPlain, sentencesIn, textsOf, wordsIn } from '../../../test/support/plain-words.ts';
import { LANGUAGES, type Language } from '../../engine/text.ts';
import { TEXTS } from './index.ts';
import { READING } from './reading.ts';

const reader = { institution: 'X', variables: 'a ja b', reference: 'AAAA' };
const stranger = { institution: null, variables: null, reference: null };

/** Plural functions take a number first, others a text; both are tried, since types are gone here. */
const TRIED = [0, 1, 2, 5, 12].map((count) => [count, count]);

function allTexts(language: Language): string[] {
  const reading = READING[language];
  const pages = [reading.privacy(reader), reading.privacy(stranger), reading.help(reader), reading.help(stranger)];
  return [
    TEXTS[language],
    ...pages,
    reading.accessibility({
      date: '1.2.2026',
      pages: 30,
      checks: 360,
      everyCombination: true,
      faults: [],
      browser: 'X',
      feedback: '/x',
    }),
    reading.accessibility({
      date: '1.2.2026',
      pages: 30,
      checks: 360,
      everyCombination: false,
      faults: ['a: b'],
      browser: 'X',
      feedback: '/x',
    }),
    reading.accessibility({
      date: '1.2.2026',
      pages: 0,
      checks: 0,
      everyCombination: false,
      faults: [],
      browser: 'X',
      feedback: '/x',
    }),
    reading.genuine('https://x/v/'),
    reading.genuine(null),
  ].flatMap((one) => textsOf(one, TRIED));
}

describe.each(LANGUAGES)('what the pages say in %s', (language) => {
  const sentences = sentencesIn(allTexts(language));

  test('is plain: 12 words a sentence on average, 25 at most, no shouting, no begging', () => {
    expectPlain(sentences);
  });

  test('has no gaps', () => {
    expect(
      allTexts(language).filter((text) => text.trim() === '' || /\bundefined\b|\bnull\b|NaN|\[object| {2}/.test(text)),
    ).toEqual([]);
  });

  test('is not the text of another language', () => {
    const others = new Set(LANGUAGES.filter((other) => other !== language).flatMap(allTexts));
    expect(allTexts(language).filter((text) => wordsIn(text) > 2 && others.has(text))).toEqual([]);
  });
});

test('numbers in sentences: nought, one, two, five, many', () => {
  const blank = (language: Language) => [1, 2, 5, 12].map((count) => TEXTS[language].part.blank(count).split('.')[0]);
  expect(blank('fi')).toEqual([
    'Yksi kohta jäi tyhjäksi',
    'Kaksi kohtaa jäi tyhjäksi',
    'Viisi kohtaa jäi tyhjäksi',
    '12 kohtaa jäi tyhjäksi',
  ]);
  expect(blank('sv')).toEqual([
    'En punkt lämnades tom',
    'Två punkter lämnades tomma',
    'Fem punkter lämnades tomma',
    '12 punkter lämnades tomma',
  ]);
  expect(blank('en')).toEqual([
    'One item is blank',
    'Two items are blank',
    'Five items are blank',
    '12 items are blank',
  ]);
  expect(TEXTS.fi.tooMany.text(1)).toContain('minuutin kuluttua');
  expect(TEXTS.sv.tooMany.text(5)).toContain('om 5 minuter');
  expect(TEXTS.fi.resume.parts(1, 1)).toBe('osa 1');
  expect(TEXTS.en.resume.parts(1, 3)).toBe('parts 1–3');
});
