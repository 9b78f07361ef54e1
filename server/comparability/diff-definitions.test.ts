import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { questionInput, TEST_LISTS } from '../../test/support/build-definition.ts';
import { aMap, alone, related } from '../../test/support/build-maps.ts';
import {
  before,
  differing,
  editing,
  items,
  later,
  one,
  optionsOf,
  scaleSteps,
  type Edit,
} from '../../test/support/compare-versions.ts';
import { words } from '../../test/support/words.ts';
import { compileSurvey } from '../engine/survey.ts';
import { diffDefinitions } from './diff-definitions.ts';

describe('nothing changed', () => {
  test('everything is the same and every trend goes on', () => {
    expect(differing(() => {})).toEqual([]);
    const trends = items(() => {}).map(({ kind, trend }) => [kind.to === 'info' || kind.to === 'text', trend.kind]);
    expect(trends).toEqual(trends.map(([silent]) => [silent, silent ? 'none' : 'continues']));
    const { pages, texts, background } = diffDefinitions(
      before,
      later(() => {}),
    );
    expect([...pages, ...background].flatMap(({ verdicts }) => verdicts)).toEqual(Array(9).fill('same'));
    expect(texts[0]?.verdict).toBe('same');
  });
});

describe('words', () => {
  test('a changed Finnish text is another wording, in the languages that changed', () => {
    const item = one(
      'level',
      editing('level', (question) => (question['text'] = { ...words('the level fits'), fi: 'uusi', en: 'new' })),
    );
    expect(item.texts).toEqual([
      {
        part: 'text',
        verdict: 'wording',
        from: words('the level fits'),
        to: { fi: 'uusi', sv: 'the level fits sv', en: 'new' },
        languages: { fi: 'wording', sv: 'same', en: 'wording' },
      },
    ]);
    expect([item.verdicts, item.trend.kind]).toEqual([['wording'], 'needs_declaration']);
  });

  test('a changed Swedish text alone is another translation', () => {
    const item = one(
      'level',
      editing('level', (question) => (question['text'] = { ...words('the level fits'), sv: 'nytt' })),
    );
    expect(item.verdicts).toEqual(['translation']);
    expect(item.texts[0]?.languages).toEqual({ fi: 'same', sv: 'translation', en: 'same' });
    expect(item.trend.kind).toBe('needs_declaration');
  });

  test('a hint that came or went is another wording', () => {
    expect(differing(editing('level', (question) => (question['hint'] = words('think of your job'))))).toEqual([
      ['level', 'wording', 'needs_declaration'],
    ]);
  });

  test('the introduction of a page is read with each of its questions, its title is not', () => {
    const intro: Edit = ({ pages }) => pages[0] && (pages[0].intro = words('answer all'));
    expect(differing(intro).map(([code]) => code)).toEqual(['activity', 'further']);
    expect(differing(({ pages }) => pages[0] && (pages[0].title = words('today')))).toEqual([]);
  });

  test('a scale with other words changes every question on it, in the part of the language that changed', () => {
    const item = one('satisfied', (input) => {
      const step = scaleSteps(input, 'satisfaction')[3];
      if (step) step.label.sv = 'ganska missnöjd';
    });
    expect([item.verdicts, item.options.filter(({ verdict }) => verdict !== 'same').map(({ code }) => code)]).toEqual([
      ['translation'],
      ['4'],
    ]);
  });
});

describe('options', () => {
  test('other labels and another order ask for a word, since codes keep their meaning', () => {
    const edit: Edit = (input) => {
      optionsOf(input, 'activity').reverse();
      for (const option of optionsOf(input, 'activity')) option.label = words(`now: ${option.code}`);
    };
    const item = one('activity', edit);
    expect([item.verdicts, item.trend.kind, item.limits?.answers]).toEqual([
      ['wording'],
      'needs_declaration',
      'identical',
    ]);
    expect(item.options.map(({ moved }) => moved)).toEqual([true, true, false, true, true]);
    expect(one('activity', edit, aMap(1, 2, { items: [related('activity', 'editorial')] })).trend.kind).toBe(
      'continues',
    );
  });

  test('a new or dropped option asks for a mapping', () => {
    const more: Edit = (input) => optionsOf(input, 'reasons').push({ code: 'health', label: words('health') });
    expect(differing(more)).toEqual([['reasons', 'options', 'needs_mapping']]);
    expect(differing((input) => optionsOf(input, 'reasons').pop())).toEqual([['reasons', 'options', 'needs_mapping']]);
  });

  test('a code that took over the words of another stands for something else', () => {
    const swapped: Edit = (input) => {
      const [first, second] = optionsOf(input, 'reasons');
      if (first && second) [first.label, second.label] = [second.label, first.label];
    };
    const item = one('reasons', swapped);
    expect(item.verdicts).toContain('options');
    expect(item.options.map(({ verdict }) => verdict)).toEqual(['options', 'options', 'same']);
  });

  test('how many may be chosen, and what excludes the rest, belong to the options', () => {
    expect(differing(editing('further', (question) => (question['max'] = 3)))).toEqual([
      ['further', 'options', 'needs_mapping'],
    ]);
  });

  test('"cannot say" that comes or goes moves people onto the steps', () => {
    expect(differing(editing('uses_skills', (question) => delete question['cannotSay']))).toEqual([
      ['uses_skills', 'options wording', 'needs_mapping'],
    ]);
  });

  test('bands of a number protect and no more: a word is enough', () => {
    const edit = editing('staff', (question) =>
      (question['bands'] as { code: string }[]).forEach((band) => (band.code += 'x')),
    );
    expect(differing(edit)).toEqual([['staff', 'options', 'needs_declaration']]);
  });

  test('a list with other groups has other categories', () => {
    const places = TEST_LISTS.get('places');
    if (!places) throw new Error('no list of places');
    const codes = places.codes.map((entry) => (entry.code === 'P3' ? { ...entry, group: 'coast' } : entry));
    const after = later(() => {});
    const regrouped = compileSurvey(after.definition, new Map([...TEST_LISTS, ['places', { ...places, codes }]]));
    const place = diffDefinitions(before, regrouped)
      .pages.flatMap(({ questions }) => questions)
      .find(({ to }) => to === 'place');
    expect([place?.verdicts, place?.trend.kind]).toEqual([['options'], 'needs_mapping']);
  });
});

describe('scales', () => {
  test('a step less is another scale, and who is asked through it changes with it', () => {
    const shorter: Edit = (input) => scaleSteps(input, 'agreement').pop();
    expect(differing(shorter)).toEqual([
      ['uses_skills', 'scale', 'needs_mapping'],
      ['level', 'scale', 'needs_mapping'],
      ['reasons', 'routing', 'needs_declaration'],
      ['registration', 'scale', 'needs_mapping'],
    ]);
    expect(one('reasons', shorter).routing?.through).toEqual(['level']);
  });

  test('other scores, or steps turned round, are another scale', () => {
    const shifted: Edit = (input) => scaleSteps(input, 'satisfaction').forEach((step) => (step.score -= 1));
    expect(differing(shifted)).toEqual([['satisfied', 'scale', 'needs_mapping']]);
    const turned: Edit = (input) => {
      const labels = scaleSteps(input, 'satisfaction').map(({ label }) => label);
      scaleSteps(input, 'satisfaction').forEach((step, index) => (step.label = labels.at(-1 - index) ?? step.label));
    };
    expect(differing(turned)[0]?.[1]).toMatch(/^scale/);
  });

  test('a scale under another name with the same steps is the same scale', () => {
    const renamed: Edit = (input) => {
      input.scales.push({ ...structuredClone(input.scales[1] ?? input.scales[0]!), code: 'satisfaction_again' });
      questionInput(input, 'satisfied')['scale'] = 'satisfaction_again';
    };
    expect(differing(renamed)).toEqual([]);
  });

  test('another kind of question shares no answers', () => {
    const edit: Edit = ({ pages }) => {
      const [page] = pages.filter(({ code }) => code === 'studies');
      page?.questions.splice(0, 1, { kind: 'text', code: 'satisfied', text: words('how satisfied'), maxLength: 50 });
    };
    const { limits, verdicts } = one('satisfied', edit);
    expect([limits?.answers, verdicts[0]]).toEqual(['concept_only', 'scale']);
  });
});

describe('new, dropped, moved', () => {
  test('a dropped question stands on its old page, a new one begins, and a moved one stays the same', () => {
    const edit: Edit = ({ pages }) => {
      const [now, work] = pages;
      now?.questions.pop();
      work?.questions.unshift({ kind: 'nps', code: 'fresh', text: words('new'), low: words('no'), high: words('yes') });
      pages.at(-1)?.questions.unshift(...(pages[4]?.questions.splice(0, 1) ?? []));
    };
    expect(differing(edit)).toEqual([
      ['further', 'dropped', 'ends'],
      ['fresh', 'new', 'begins'],
    ]);
    const { pages } = diffDefinitions(before, later(edit));
    expect(pages[0]?.questions.map(({ from }) => from)).toEqual(['welcome', 'activity', 'further']);
    expect(one('satisfied', edit).page).toEqual({ from: 'studies', to: 'pay' });
  });

  test('a dropped page follows the page it followed, with its questions', () => {
    const { pages } = diffDefinitions(
      before,
      later((input) => input.pages.splice(5, 1)),
    );
    expect(pages.map(({ code, verdicts }) => [code, verdicts[0]]).slice(-2)).toEqual([
      ['studies', 'same'],
      ['pay', 'dropped'],
    ]);
    expect(pages.at(-1)?.questions.map(({ verdicts }) => verdicts[0])).toEqual(['dropped', 'dropped']);
  });

  test('what is declared of a trend is told with its note', () => {
    const map = aMap(1, 2, { items: [related('level', 'concept_only'), alone('from', 'satisfied')] });
    expect(one('level', () => {}, map).trend).toEqual({
      kind: 'broken',
      match: 'concept_only',
      classes: null,
      note: words('level concept_only'),
    });
  });
});

test('another order of options is never more than another wording', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
      const shuffle: Edit = (input) => {
        const options = [...optionsOf(input, 'activity')];
        questionInput(input, 'activity')['options'] = order.map((index) => options[index]);
      };
      const inOrder = order.every((index, at) => index === at);
      expect(differing(shuffle)).toEqual(inOrder ? [] : [['activity', 'wording', 'needs_declaration']]);
    }),
    { numRuns: 20 },
  );
});
