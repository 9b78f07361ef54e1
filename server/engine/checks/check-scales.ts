import type { Scale } from '../definition.ts';
import type { Finding } from '../finding.ts';
import type { QuestionOf } from '../question.ts';
import type { Survey } from '../survey.ts';
import { LANGUAGES } from '../text.ts';
import { directionFindings, orderFindings } from './check-directions.ts';
import { checkLabelledCodes } from './check-options.ts';
import { repeatedCodes } from './repeated-codes.ts';

/** All scales: codes, labels, scores, and the same number and direction of steps in every language. */
export function checkScales(scales: readonly Scale[]): Finding[] {
  return [
    ...repeatedCodes('scales', scales, 'scale'),
    ...scales.flatMap((scale, index) => checkScale(`scales[${index}].options`, scale)),
  ];
}

/** The scale that a question names must exist. */
export function checkScaleName(survey: Survey, name: string, place: string): Finding[] {
  if (survey.scales.has(name)) return [];
  const known = [...survey.scales.keys()].join(', ');
  const message = `There is no scale "${name}". Add it to \`scales\` or use one of: ${known}.`;
  return [{ place, rule: 'unknown_scale', message }];
}

/**
 * Both scales of a pair exist and have the same steps: a gap is the difference of two scores of one
 * person, so both must be counted on one scale. Their words may differ.
 */
export function checkPairScales(survey: Survey, question: QuestionOf<'pair'>): Finding[] {
  const importance = survey.scales.get(question.importance.scale);
  const development = survey.scales.get(question.development.scale);
  if (!importance || !development) {
    return [
      ...checkScaleName(survey, question.importance.scale, 'importance.scale'),
      ...checkScaleName(survey, question.development.scale, 'development.scale'),
    ];
  }
  if (steps(importance) === steps(development)) return [];
  const message = `"${importance.code}" and "${development.code}" differ in codes or scores, so no gap can be counted. Use scales with the same codes and scores.`;
  return [{ place: 'development.scale', rule: 'pair_scales_differ', message }];
}

function checkScale(place: string, { options }: Scale): Finding[] {
  return [
    ...checkLabelledCodes(place, options),
    ...checkScores(place, options),
    ...checkLengths(place, options),
    ...directionFindings(place, options),
    ...orderFindings(place, options),
  ];
}

function checkScores(place: string, options: Scale['options']): Finding[] {
  return options.flatMap(({ score }, index) => {
    const before = options[index - 1];
    if (!before || score > before.score) return [];
    const message = `The score ${score} is not above ${before.score}, the score before it. Options run from least to most, and scores rise with them.`;
    return [{ place: `${place}[${index}].score`, rule: 'scores_not_increasing', message }];
  });
}

function checkLengths(place: string, options: Scale['options']): Finding[] {
  return LANGUAGES.flatMap((language) => {
    const worded = options.filter(({ label }) => label[language].trim() !== '').length;
    if (worded === options.length) return [];
    const message = `The scale has ${options.length} steps, but ${worded} of them have words in "${language}". Write the missing labels.`;
    return [{ place, rule: 'scale_length', message }];
  });
}

function steps(scale: Scale): string {
  return JSON.stringify(scale.options.map(({ code, score }) => [code, score]));
}
