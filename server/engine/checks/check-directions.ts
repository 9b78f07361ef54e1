import type { Finding } from '../finding.ts';
import { LANGUAGES, type Language, type Text } from '../text.ts';
import { labelDirection, type Direction } from './label-direction.ts';

type Labelled = { code: string; label: Text };

/**
 * Labels that name opposite ends in two languages, as when a Swedish "ganska missnöjd" stands beside a
 * Finnish "melko tyytyväinen". One finding a label: the language that differs from the other two, or,
 * where only two are known, both are named.
 */
export function directionFindings(place: string, options: readonly Labelled[]): Finding[] {
  return options.flatMap(({ label }, index) => {
    const read = LANGUAGES.map((language) => ({ language, direction: labelDirection(label[language], language) }));
    const low = read.filter(({ direction }) => direction === -1).map(({ language }) => language);
    const high = read.filter(({ direction }) => direction === 1).map(({ language }) => language);
    const odd = (low.length < high.length ? low : high)[0] ?? low[0];
    const other = (low.length < high.length ? high : low)[0];
    if (odd === undefined || other === undefined || odd === other) return [];
    const message = `"${label[odd]}" (${odd}) and "${label[other]}" (${other}) name opposite ends of the scale. Correct the translation that is wrong.`;
    return [{ place: `${place}[${index}].label.${odd}`, rule: 'label_direction', message }];
  });
}

/** Labels of one language that fall back to the lower end after the upper end has begun. */
export function orderFindings(place: string, options: readonly Labelled[]): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const directions = options.map(({ label }) => labelDirection(label[language], language));
    const index = firstFall(directions);
    if (index === null) return [];
    const message = `"${options[index]?.label[language] ?? ''}" comes after labels of the upper end. Options run from least to most in every language: ${listed(options, language)}.`;
    return [{ place: `${place}[${index}].label.${language}`, rule: 'label_order', message }];
  });
}

function firstFall(directions: readonly Direction[]): number | null {
  const rise = directions.indexOf(1);
  const fall = directions.findIndex((direction, index) => rise >= 0 && index > rise && direction === -1);
  return fall < 0 ? null : fall;
}

function listed(options: readonly Labelled[], language: Language): string {
  return options.map(({ label }) => label[language]).join(' · ');
}
