import { describe, expect, test } from '@jest/globals';
import { editQuestion, findingsAfter, type Edit } from '../../../test/support/edit-definition.ts';
import { words } from '../../../test/support/words.ts';

describe('scales', () => {
  const relabel =
    (step: number, language: string, text: string): Edit =>
    (input) =>
      Object.assign(input.scales[1]?.options[step]?.label ?? {}, { [language]: text });

  test('a translation that names the other end', () => {
    expect(findingsAfter(relabel(3, 'sv', 'ganska missnöjd'))).toEqual([
      'scales[1].options[3].label.sv label_direction',
    ]);
    expect(findingsAfter(relabel(1, 'fi', 'tyytyväinen ehkä'))).toContain(
      'scales[1].options[1].label.fi label_direction',
    );
  });

  test('a language that runs the other way round', () => {
    const turned: Edit = (input) => {
      const options = input.scales[0]?.options ?? [];
      const labels = options.map(({ label }) => label.en).reverse();
      options.forEach(({ label }, index) => Object.assign(label, { en: labels[index] }));
    };
    const found = findingsAfter(turned);
    expect(found.filter((finding) => finding.endsWith('label_direction'))).toHaveLength(6);
    expect(found).toContain('scales[0].options[3].label.en label_order');
  });

  test('all languages from most to least', () => {
    const found = findingsAfter((input) => {
      const options = input.scales[1]?.options ?? [];
      const labels = options.map(({ label }) => label).reverse();
      options.forEach((each, index) => Object.assign(each, { label: labels[index] }));
    });
    expect(found).toEqual(['fi', 'sv', 'en'].map((language) => `scales[1].options[3].label.${language} label_order`));
  });

  test('scores that do not rise', () => {
    const found = findingsAfter((input) => Object.assign(input.scales[1]?.options[3] ?? {}, { score: 3 }));
    expect(found).toEqual(['scales[1].options[3].score scores_not_increasing']);
  });

  test('a scale that does not exist, of a scale and of a part of a pair', () => {
    expect(findingsAfter(editQuestion('registration', { scale: 'zzz' }))).toEqual([
      'pages[4].questions[3].scale unknown_scale',
    ]);
    const development = { text: words('part'), scale: 'zzz' };
    expect(findingsAfter(editQuestion('law', { development }))).toEqual([
      'pages[3].questions[5].development.scale unknown_scale',
    ]);
  });

  test('a pair on two scales that cannot be subtracted', () => {
    const found = findingsAfter((input) => {
      const extent = input.scales[2]?.options ?? [];
      input.scales.push({ code: 'short', options: extent.slice(0, 5) });
      editQuestion('law', { development: { text: words('part'), scale: 'short' } })(input);
    });
    expect(found).toEqual(['pages[3].questions[5].development.scale pair_scales_differ']);
  });
});
