import type { Finding } from '../finding.ts';
import type { Option } from '../question.ts';
import { LANGUAGES, type Text } from '../text.ts';
import { repeatedCodes } from './repeated-codes.ts';

type Labelled = { code: string; label: Text };

/** Options of a single choice: codes and labels all different, nothing exclusive. */
export function checkSingleOptions(options: readonly Option[]): Finding[] {
  const exclusive = options.flatMap((option, index) => (option.exclusive ? [index] : []));
  return [
    ...checkLabelledCodes('options', options),
    ...exclusive.map((index) => ({
      place: `options[${index}].exclusive`,
      rule: 'exclusive_in_single',
      message: 'A single choice has one answer, so nothing needs to exclude the rest: take `exclusive` away.',
    })),
  ];
}

/** Options of a question with several choices: the same, and the rules of `exclusive` and `max`. */
export function checkMultipleOptions(options: readonly Option[], max: number | undefined): Finding[] {
  return [...checkLabelledCodes('options', options), ...checkExclusive(options), ...checkMost(options, max)];
}

/** Codes that occur twice, and labels that two codes share in one language. */
export function checkLabelledCodes(place: string, options: readonly Labelled[]): Finding[] {
  return [
    ...repeatedCodes(place, options, 'option'),
    ...LANGUAGES.flatMap((language) => sameLabels(place, options, language)),
  ];
}

function sameLabels(place: string, options: readonly Labelled[], language: keyof Text): Finding[] {
  const first = new Map<string, number>();
  return options.flatMap((option, index) => {
    const label = option.label[language].replace(/\s+/gu, ' ').trim().toLowerCase();
    const earlier = first.get(label);
    if (label === '' || earlier === undefined) {
      first.set(label, index);
      return [];
    }
    const message = `Option ${earlier} has the same label in this language ("${option.label[language].trim()}"), so nobody can tell the two apart: word one of them differently.`;
    return [{ place: `${place}[${index}].label.${language}`, rule: 'same_label', message }];
  });
}

function checkExclusive(options: readonly Option[]): Finding[] {
  const exclusive = options.flatMap((option, index) => (option.exclusive ? [index] : []));
  const [first, ...more] = exclusive;
  if (first === undefined) return [];
  const repeated = more.map((index) => ({
    place: `options[${index}].exclusive`,
    rule: 'exclusive_twice',
    message: `Option ${first} already excludes all others; a question has at most one such option. Take \`exclusive\` away here or there.`,
  }));
  if (options.length - exclusive.length >= 2) return repeated;
  const message =
    'An exclusive option needs at least two others that it excludes. Add options, or make this a single choice.';
  return [...repeated, { place: `options[${first}].exclusive`, rule: 'exclusive_alone', message }];
}

function checkMost(options: readonly Option[], max: number | undefined): Finding[] {
  const choosable = options.filter((option) => !option.exclusive).length;
  if (max === undefined || max <= choosable) return [];
  const message = `At most ${max} may be chosen, but only ${choosable} can be chosen together. Lower \`max\` or leave it out.`;
  return [{ place: 'max', rule: 'max_above_options', message }];
}
