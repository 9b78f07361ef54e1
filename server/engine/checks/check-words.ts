import type { Finding } from '../finding.ts';
import type { Survey } from '../survey.ts';
import { checkOptionRanges } from './check-option-ranges.ts';
import { checkScaleEnds } from './check-scale-ends.ts';
import { checkSentences } from './check-sentences.ts';
import { checkTexts } from './check-texts.ts';
import { checkVariables } from './check-variables.ts';

/** Everything that is wrong with the words of a definition, by rules that need no understanding. */
export function checkWords(survey: Survey): Finding[] {
  const { definition } = survey;
  return [
    ...checkTexts(definition),
    ...checkSentences(definition),
    ...checkVariables(survey),
    ...checkScaleEnds(definition),
    ...checkOptionRanges(definition),
  ];
}
