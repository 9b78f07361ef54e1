import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import type { FigureContext, ShownGroup } from './figure.ts';
import { formatsOf } from './format-figures.ts';
import { textsOf } from './texts/index.ts';

/** What the figures of one group are made from, whatever group it is: its cells are those of 'own'. */
export function groupContext(
  { survey, language }: { survey: Survey; language: Language },
  group: ShownGroup,
): FigureContext {
  return {
    survey,
    language,
    texts: textsOf(language),
    format: formatsOf(language),
    groups: { own: group, field: null, nation: null },
    columns: ['own'],
    upperHalf: {},
  };
}
