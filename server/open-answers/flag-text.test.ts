import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadSurveys } from '../../survey-definitions/index.ts';
import { joinFlags, needsSecond, type Flag, type FlagKind } from './flag.ts';
import { markText, type FlagSources } from './flag-text.ts';
import { knownNames } from './known-names.ts';
import { nameList } from './name-list.ts';
import { countWords } from './rare-words.ts';

const survey = loadSurveys().find('amk-career', 2);
if (!survey) throw new Error('no career survey');
const sources: FlagSources = { names: nameList(), known: knownNames(survey), words: countWords([]) };

/** 'kind: words' of each mark. */
const marked = (body: string, from = sources) =>
  markText(body, from).map(({ kinds, span }) => `${kinds.join('+')}: ${body.slice(...span)}`);
const has = (body: string, kind: FlagKind, words: string) =>
  markText(body, sources).some(({ kinds, span }) => kinds.includes(kind) && body.slice(...span).includes(words));

describe('what may tell who wrote a text is marked', () => {
  test.each<[string, FlagKind, string]>([
    ['Kirjoita minulle: aino.k@example.org kiitos', 'email', 'aino.k@example.org'],
    ['see www.example.org/me and more', 'link', 'www.example.org/me'],
    ['Soita 040 123 4567 jos kysyttävää', 'phone', '040 123 4567'],
    ['Soita 040-1234567', 'phone', '040-1234567'],
    ['Call +46 70 123 45 67 any time', 'phone', '+46 70 123 45 67'],
    ['tunnus 131052-308T on minun', 'identity', '131052-308T'],
    ['Matti Virtanen auttoi paljon', 'person', 'Matti'],
    ['Opettaja oli Pekka', 'person', 'Pekka'],
    ['Liisan ohjaus oli hyvää', 'person', 'Liisan'],
    ['Virtasen kurssi oli paras', 'person', 'Virtasen'],
    ['Jag frågade Annikas grupp', 'person', 'Annikas'],
    ['Ask Anna-Liisa about it', 'person', 'Anna-Liisa'],
    ['Työnantajani Rauta ja Kivi Oy maksoi', 'organisation', 'Kivi Oy'],
    ['olen töissä keskussairaalassa', 'organisation', 'keskussairaalassa'],
    ['jag jobbar på Centralsjukhuset', 'organisation', 'Centralsjukhuset'],
    ['harjoittelu Nokialla oli hyvä', 'name', 'Nokialla'],
    ['olin töissä HUSissa pitkään', 'name', 'HUS'],
    ['asun Pirkanmaalla ja viihdyn', 'known', 'Pirkanmaalla'],
    ['aloitin 1.8.2016 heti', 'date', '1.8.2016'],
    ['valmistuin toukokuussa 2020', 'date', 'toukokuussa'],
    ['I left in May and came back', 'date', 'May'],
    ['olin ryhmän ainoa mies', 'only_one', 'ainoa mies'],
    ['ainoana jatkoin loppuun', 'only_one', 'ainoana'],
    ['jag var den enda mannen i gruppen', 'only_one', 'enda mannen'],
    ['I was the only man in the group', 'only_one', 'only man'],
  ])('%s', (body, kind, words) => {
    expect([marked(body), has(body, kind, words)]).toEqual([marked(body), true]);
  });

  test.each([
    'Opinnot antoivat hyvän pohjan. Harjoittelu oli parasta.',
    'Kun aloitin työt, osasin jo paljon. Aina olisi voinut oppia lisää.',
    'Praktiken var bra. Mera av den.',
    'The practical work was the best part. I would do it again.',
    'AMK-opinnot ja IT olivat hyviä',
    '- Enemmän ryhmätyötä\n- Vähemmän luentoja',
  ])('and nothing else: %s', (body) => {
    expect(marked(body)).toEqual([]);
  });
});

describe('rare words', () => {
  const many = Array.from({ length: 300 }, (_, index) => `harjoittelu oli hyvä numero ${index}`);

  test('are marked where there are enough texts to tell, and ask for nobody else', () => {
    const body = 'harjoittelussa opin purjelentämistä';
    const words = countWords([...many, body]);
    expect(marked(body, { ...sources, words })).toEqual(['rare: purjelentämistä']);
    expect(needsSecond(markText(body, { ...sources, words }))).toBe(false);
    expect(marked(body, { ...sources, words: countWords([body]) })).toEqual([]);
  });
});

describe('marks', () => {
  const flags = fc.array(
    fc.record({
      kind: fc.constantFrom<FlagKind>('person', 'date', 'rare'),
      span: fc
        .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
        .map(([start, size]) => [start, start + size] as const),
    }),
  );

  test('never overlap, and every flag lies in one that says its kind', () => {
    fc.assert(
      fc.property(flags, (all: readonly Flag[]) => {
        const marks = joinFlags(all);
        for (const [index, { span }] of marks.entries())
          expect(span[0]).toBeGreaterThanOrEqual(marks[index - 1]?.span[1] ?? 0);
        for (const { kind, span } of all) {
          const holds = marks.filter(
            (mark) => mark.span[0] <= span[0] && mark.span[1] >= span[1] && mark.kinds.includes(kind),
          );
          expect(holds).toHaveLength(1);
        }
      }),
    );
  });

  test('lie inside any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ mode: 'sentences' })), (body) => {
        for (const { span, kinds } of markText(body, sources)) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeLessThanOrEqual(body.length);
          expect(span[1]).toBeGreaterThan(span[0]);
          expect(kinds.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
