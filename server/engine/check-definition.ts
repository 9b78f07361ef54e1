import { checkBackground } from './checks/check-background.ts';
import { checkCodes } from './checks/check-codes.ts';
import { checkConditions } from './checks/check-conditions.ts';
import { checkLists } from './checks/check-lists.ts';
import { checkMinutes } from './checks/check-minutes.ts';
import { checkQuestions, listsUsed } from './checks/check-questions.ts';
import { checkScales } from './checks/check-scales.ts';
import { checkUnused } from './checks/check-unused.ts';
import { checkVisibility } from './checks/check-visibility.ts';
import { checkWords } from './checks/check-words.ts';
import type { Finding } from './finding.ts';
import type { Survey } from './survey.ts';

/**
 * Everything wrong with a definition that the schema cannot see; empty for a sound one. The survey may
 * be compiled from any definition that fits the schema. A definition with findings is not published.
 *
 * @example checkDefinition(compileSurvey(definition, lists)) // [{ place: 'pages[2].questions[4].text.sv', rule: 'missing_translation', … }]
 */
export function checkDefinition(survey: Survey): Finding[] {
  const { definition } = survey;
  return [
    ...checkWords(survey),
    ...checkCodes(survey),
    ...checkMinutes(definition),
    ...checkScales(definition.scales),
    ...checkUnused(survey),
    ...checkBackground(survey),
    ...checkQuestions(survey),
    ...checkLists(survey, listsUsed(definition)),
    ...checkConditions(survey),
    ...checkVisibility(survey),
  ];
}
