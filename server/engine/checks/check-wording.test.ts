import { expect, test } from '@jest/globals';
import { aDefinition } from '../../../test/support/build-definition.ts';
import { editQuestion, findingsAfter, option } from '../../../test/support/edit-definition.ts';
import { adviseOnWording } from './check-wording.ts';

const advice = (question: string, text: { fi: string; sv: string; en: string }): string[] =>
  adviseOnWording(aDefinition(editQuestion(question, { text }))).map(({ place, rule, severity }) => {
    return `${place} ${rule} ${severity}`;
  });

test('both ends of a scale named, and "or" between them, are sound', () => {
  const both = {
    fi: 'Kuinka tyytyväinen tai tyytymätön olet?',
    sv: 'Hur nöjd eller missnöjd är du?',
    en: 'How satisfied or dissatisfied are you?',
  };
  expect(advice('satisfied', both)).toEqual([]);
});

test('words are whole words: "jakaa" does not join, "english" does not deny', () => {
  expect(advice('level', { fi: 'Jakaa työnsä.', sv: 'Ordförande.', en: 'Notable understanding.' })).toEqual([]);
  expect(advice('level', { fi: 'Työ ja palkka.', sv: 'Arbete, lön.', en: 'Work, pay.' })).toEqual([
    'pages[2].questions[1].text.fi double_barrelled advice',
  ]);
});

test('a number written with and without a space between thousands is the same; 25 words are not too many', () => {
  const text = { fi: 'Yli 2 000 euroa', sv: 'Över 2000 euro', en: 'Over 2,000 euros' };
  expect(findingsAfter(editQuestion('activity', { text }))).toEqual([]);
  const words = (count: number): string => Array.from({ length: count }, () => 'sana').join(' ');
  const long = (count: number): string[] =>
    findingsAfter(editQuestion('activity', { text: { fi: words(count), sv: 'a', en: 'b' } }));
  expect(long(25)).toEqual([]);
  expect(long(26)).toEqual(['pages[0].questions[1].text.fi long_sentence']);
});

test('a calendar year in an option is found, in bands of years it is not', () => {
  const options = [option('a', 'Before'), option('b', 'In 2019')];
  const found = findingsAfter(editQuestion('reasons', { options }));
  expect(found.filter((each) => each.endsWith('calendar_year'))).toEqual(
    ['fi', 'sv', 'en'].map((language) => `pages[4].questions[2].options[1].label.${language} calendar_year`),
  );
});
