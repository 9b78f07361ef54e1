import type { BackgroundVariable } from '../definition.ts';
import { within, type Finding } from '../finding.ts';
import type { Survey } from '../survey.ts';
import { checkBands } from './check-bands.ts';
import { checkListUse } from './check-lists.ts';
import { checkLabelledCodes } from './check-options.ts';
import { repeatedCodes } from './repeated-codes.ts';

/** Background variables: codes all different, lists that exist, categories and bands in order. */
export function checkBackground(survey: Survey): Finding[] {
  const { background } = survey.definition;
  return [
    ...repeatedCodes('background', background, 'background'),
    ...background.flatMap((variable, index) => within(`background[${index}]`, checkVariable(survey, variable))),
  ];
}

function checkVariable(survey: Survey, variable: BackgroundVariable): Finding[] {
  switch (variable.kind) {
    case 'codelist':
      return checkListUse(survey, variable.list, 'code');
    case 'category':
      return checkLabelledCodes('categories', variable.categories);
    case 'age_band':
      return checkBands('bands', variable.bands);
    default:
      return variable satisfies never;
  }
}
