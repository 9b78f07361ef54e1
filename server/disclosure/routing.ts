import type { Aggregation } from '../engine/aggregation.ts';
import type { Condition } from '../engine/condition.ts';
import type { Survey } from '../engine/survey.ts';

/**
 * What the number of answers to a question gives away of other questions. `cells`: those whose
 * answers decide who is asked, each by cell id. `coarse`: one of them is published in less detail
 * than the condition looks at. `register`: asked of some groups of the register only.
 */
export type Routing = { cells: readonly string[]; coarse: boolean; register: boolean };

/**
 * The routing of a question, from its own condition and its page's. Everybody who answers a
 * follow-up gave the answer that leads to it, so its n is a bound on that answer: with twelve
 * respondents and twelve answers on working hours, all twelve are in work. A follow-up is
 * therefore shown only where the leading cells are shown exactly (docs/statistics.md).
 *
 * Example: asked if `status` is any of 'work' → { cells: ['status'], coarse: false, register: false }.
 */
export function routingOf(survey: Survey, aggregations: ReadonlyMap<string, Aggregation>, question: string): Routing {
  const page = survey.definition.pages[survey.pageOf.get(question) ?? -1];
  const conditions = [survey.questions.get(question)?.showIf, page?.showIf].flatMap((one) => (one ? [one] : []));
  const found: Found = { cells: new Set(), coarse: false, register: false };
  for (const condition of conditions) collect(condition, survey, aggregations, found);
  return { cells: [...found.cells], coarse: found.coarse, register: found.register };
}

type Found = { cells: Set<string>; coarse: boolean; register: boolean };

function collect(
  condition: Condition,
  survey: Survey,
  aggregations: ReadonlyMap<string, Aggregation>,
  found: Found,
): void {
  switch (condition.kind) {
    case 'background':
      found.register = true;
      return;
    case 'answered':
      // That somebody answered at all is no answer.
      return;
    case 'all':
    case 'any':
      for (const part of condition.conditions) collect(part, survey, aggregations, found);
      return;
    case 'not':
      collect(condition.condition, survey, aggregations, found);
      return;
    case 'any_of':
      addLeading(condition.question, condition.options, survey, aggregations, found);
      return;
    case 'at_least':
    case 'at_most':
      addLeading(condition.question, [], survey, aggregations, found);
      return;
    default:
      condition satisfies never;
  }
}

function addLeading(
  question: string,
  options: readonly string[],
  survey: Survey,
  aggregations: ReadonlyMap<string, Aggregation>,
  found: Found,
): void {
  const kind = aggregations.get(question)?.kind ?? 'none';
  if (kind === 'none') return;
  if (kind === 'options') for (const option of options) found.cells.add(`${question}/${option}`);
  else found.cells.add(question);
  if (kind === 'bands' || survey.questions.get(question)?.kind === 'codelist') found.coarse = true;
}
