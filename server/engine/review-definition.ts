import { checkDefinition } from './check-definition.ts';
import { adviseOnRangeGaps } from './checks/check-option-ranges.ts';
import { checkPaths, type Paths } from './checks/check-paths.ts';
import { listsUsed } from './checks/check-questions.ts';
import { adviseOnBalance } from './checks/check-scale-ends.ts';
import { adviseOnUnused } from './checks/check-unused.ts';
import { adviseOnFallbacks } from './checks/check-variables.ts';
import { adviseOnWording } from './checks/check-wording.ts';
import type { Finding } from './finding.ts';
import type { Survey } from './survey.ts';

/** Errors and advice on a definition, and what random walks saw. `paths` null: not walked, or no walk reached the end. */
export type Review = { findings: Finding[]; paths: Paths | null };

/**
 * All that can be said of a definition before anybody answers it: the errors of the checker, advice on
 * wording, and walks at random. A definition with errors is not walked, since its ways mean nothing yet.
 *
 * @example reviewDefinition(survey).paths?.reached // 1
 */
export function reviewDefinition(survey: Survey): Review {
  const errors = checkDefinition(survey);
  const walked = errors.length === 0 ? checkPaths(survey) : { paths: null, findings: [] };
  const { definition } = survey;
  const advice = [
    ...adviseOnWording(definition),
    ...adviseOnBalance(definition),
    ...adviseOnRangeGaps(definition),
    ...adviseOnUnused(survey, listsUsed(definition)),
    ...adviseOnFallbacks(survey),
  ];
  return { findings: [...errors, ...walked.findings, ...advice], paths: walked.paths };
}
