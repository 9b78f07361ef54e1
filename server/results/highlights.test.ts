import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { BANNED, BANNED_IN_SENTENCES } from '../../test/support/banned-words.ts';
import { careerSurvey, exact, figureContext } from '../../test/support/figure-context.ts';
import type { SafeCell } from '../disclosure/safe-table.ts';
import { LANGUAGES, type Language } from '../engine/text.ts';
import { mean, standardDeviation } from '../statistics/mean.ts';
import { toHighlights, type HighlightsView } from './highlights.ts';

const { report } = careerSurvey();
/** What is said of `OWN` beside `FIELD`. It changes only with the rule or the words, and then on purpose. */
const golden: unknown = JSON.parse(
  readFileSync(new URL('../../test/support/highlights-golden.json', import.meta.url), 'utf8'),
);
const SCORES = [1, 2, 3, 4, 5, 6];
const point = (value: number) => ({ value, low: null, high: null });
type Counts = readonly number[];
type Items = Readonly<Record<string, Counts>>;

const sum = (counts: Counts) => counts.reduce((total, count) => total + count, 0);
const together = (one: Counts, other: Counts) => one.map((count, index) => count + (other[index] ?? 0));

function scaleCell(id: string, counts: Counts): SafeCell {
  const sd = standardDeviation(counts, SCORES);
  const measures = {
    mean: point(mean(counts, SCORES, Infinity)?.value ?? 0),
    ...(sd === null ? {} : { sd: point(sd) }),
  };
  return exact(id, Object.fromEntries(counts.map((count, index) => [String(index + 1), count])), measures);
}

/** A gap as a release has it: number, mean and standard deviation. The counts are of gaps −1 to 4. */
function gapCell(id: string, counts: Counts): SafeCell {
  const gaps = [-1, 0, 1, 2, 3, 4];
  const measures = {
    gap: point(mean(counts, gaps, Infinity)?.value ?? 0),
    sd: point(standardDeviation(counts, gaps) ?? 0),
  };
  return { status: 'exact', id, item: id, n: sum(counts), categories: [], cannotSay: null, measures };
}

const cellsOf = (items: Items): SafeCell[] =>
  Object.entries(items).map(([id, counts]) =>
    id.startsWith('gap ') ? gapCell(id.slice(4), counts) : scaleCell(id, counts),
  );

/** The view of own answers beside those of the rest of the field. */
function viewOf(own: Items, rest: Items, { language = 'en' as Language, respondents = 41, isFieldShown = true } = {}) {
  const field = Object.fromEntries(Object.entries(own).map(([id, counts]) => [id, together(counts, rest[id] ?? [])]));
  const context = figureContext({ own: cellsOf(own), ...(isFieldShown ? { field: cellsOf(field) } : {}) }, language);
  const mine = context.groups.own;
  if (!mine) throw new Error('not shown');
  const shown = { ...mine, population: { ...mine.population, respondents } };
  return toHighlights({ ...context, groups: { ...context.groups, own: shown } }, report);
}

const ALIKE = [0, 2, 6, 20, 10, 3];
const REST = [0, 50, 150, 500, 250, 75];
const LOW = [3, 10, 20, 6, 2, 0];
const GAP = [2, 6, 12, 14, 5, 2];
const LARGEST = [0, 3, 9, 16, 9, 4];
const GAP_REST = [300, 450, 200, 40, 10, 0];
const OWN: Items = {
  degree_satisfaction: [0, 0, 1, 3, 12, 25],
  'skill_negotiation.development': LOW,
  'gap skill_negotiation': GAP,
  'skill_project.development': ALIKE,
  'gap skill_stress': LARGEST,
  ready_for_work: ALIKE,
};
const FIELD: Items = {
  degree_satisfaction: REST,
  'skill_negotiation.development': REST,
  'gap skill_negotiation': GAP_REST,
  'skill_project.development': REST,
  'gap skill_stress': [20, 100, 250, 380, 200, 60],
  ready_for_work: REST,
};

describe('what stands out', () => {
  test('is said in the same words for the same data, in every language', () => {
    const said = LANGUAGES.map((language) => {
      const { comparisons, ...view } = viewOf(OWN, FIELD, { language });
      const table = comparisons?.table.bodies.flatMap(({ head, rows }) =>
        rows.map((row) => [head, row.head, ...row.cells.map(({ text }) => text)].join(' | ')),
      );
      return [language, { ...view, table }];
    });
    expect(Object.fromEntries(said)).toEqual(golden);
  });

  test('is three things at most, each with the anchor of its chart', () => {
    const { cards, message } = viewOf(OWN, FIELD);
    expect(message).toBeNull();
    expect(cards).toHaveLength(3);
    expect(new Set(cards.map(({ anchor }) => anchor)).size).toBe(3);
  });

  test('has two honest messages where there is nothing', () => {
    const alike = viewOf({ ready_for_work: ALIKE }, { ready_for_work: REST });
    expect(alike.message).toBe('No result differs clearly from the comparison group.');
    expect(alike.comparisons?.table.bodies.flatMap(({ rows }) => rows)).toHaveLength(1);
    const few = viewOf(OWN, FIELD, { respondents: 20 });
    expect(few).toEqual({
      message: 'There are too few answers to look for differences. This does not mean there are none.',
      cards: [],
      method: null,
      comparisons: null,
    });
  });

  test('without a field that is shown there are own gaps alone, said to be without comparison', () => {
    const { message, cards, comparisons } = viewOf(OWN, FIELD, { isFieldShown: false });
    expect(message).toMatch(/^The comparison group is too small/);
    expect(cards.map(({ facts }) => facts)).toEqual([
      expect.stringContaining('Without comparison.'),
      expect.stringContaining('Without comparison.'),
    ]);
    expect(comparisons).toBeNull();
  });
});

describe('sentences', () => {
  const counts = (most: number) => fc.array(fc.nat(most), { minLength: 6, maxLength: 6 });
  const pages = (most: number) => fc.record(Object.fromEntries(Object.keys(OWN).map((id) => [id, counts(most)])));

  test.each(LANGUAGES)('judge, rank and explain nothing, whatever the figures are: %s', (language) => {
    const names = new RegExp([...namesIn(language)].map(escaped).join('|'), 'g');
    let cards = 0;
    fc.assert(
      fc.property(pages(20), pages(400), fc.boolean(), (own, rest, isFieldShown) => {
        const view = viewOf(own, rest, { language, isFieldShown });
        cards += view.cards.length;
        for (const sentence of sentencesOf(view)) {
          const ours = sentence.replace(names, '…'); // the words of a question are the survey's own
          expect(ours).not.toMatch(BANNED[language]);
          expect(ours).not.toMatch(BANNED_IN_SENTENCES[language]);
          expect(ours).not.toMatch(/undefined|NaN|Infinity|!/);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(cards).toBeGreaterThan(60); // the figures drawn do make sentences
  });

  test('a difference is told with its interval', () => {
    fc.assert(
      fc.property(pages(20), pages(400), (own, rest) => {
        for (const { facts } of viewOf(own, rest).cards) expect(facts).toMatch(/95% interval [+−\d]/);
      }),
      { numRuns: 30, seed: 8 },
    );
  });

  test('the words for the bans find what they must', () => {
    const wrong: Record<Language, string[]> = {
      fi: ['parempi kuin muualla', 'paras tulos', 'johtui opetuksesta', 'ei eroa', 'heikoin'],
      sv: ['bättre än andra', 'bäst i området', 'berodde på', 'rangordning', 'svagare'],
      en: ['better than others', 'the best result', 'caused by', 'ranked first', 'significantly lower'],
    };
    for (const language of LANGUAGES)
      for (const sentence of wrong[language])
        expect(BANNED[language].test(sentence) || BANNED_IN_SENTENCES[language].test(sentence)).toBe(true);
  });
});

function sentencesOf({ message, cards, method }: HighlightsView): string[] {
  return [message, method, ...cards.flatMap(({ title, facts }) => [title, facts])].filter((text) => text !== null);
}

function namesIn(language: Language): Set<string> {
  const { survey } = careerSurvey();
  const questions = [...survey.questions.values()].map(({ text }) => text[language].replace(/\.$/, ''));
  return new Set([...questions, ...report.headlines.map(({ title }) => title[language])]);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
