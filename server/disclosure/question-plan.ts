import type { Aggregation } from '../engine/aggregation.ts';
import type { QuestionKind } from '../engine/question.ts';
import type { Survey } from '../engine/survey.ts';
import type { AskedOf } from './asked-of.ts';
import { cellsOf, type Cell, type Counted } from './cells.ts';
import { allowsQuartiles, classify, type CellClass } from './classify.ts';
import { routingOf, type Routing } from './routing.ts';
import { RULES } from './rules.ts';
import { commonCategory } from './top-code.ts';

/** All that disclosure control needs to know of a question. */
export type QuestionPlan = {
  code: string;
  kind: QuestionKind;
  aggregation: Counted;
  cells: readonly Cell[];
  routing: Routing;
  threshold: number;
  /** Fewest categories with answers. */
  categories: number;
  /** Whose graduates alone are asked; everybody when absent. */
  askedOf?: AskedOf;
};

/** What a cell may be by itself, before its siblings are looked at. */
export type Standing = 'exact' | 'bounded' | 'hidden';

/**
 * The questions that come into the tables, in the order of the definition, so that a question
 * stands after those that lead to it. Text and information have no place there.
 */
export function questionPlans(
  survey: Survey,
  aggregations: ReadonlyMap<string, Aggregation>,
  askedOf: ReadonlyMap<string, AskedOf> = new Map(),
): QuestionPlan[] {
  return [...survey.questions.values()].flatMap((question) => {
    const aggregation = aggregations.get(question.code);
    if (!aggregation || aggregation.kind === 'none') return [];
    const routing = routingOf(survey, aggregations, question.code);
    const sensitive = 'sensitive' in question && question.sensitive === true;
    const cells = cellsOf(question.code, aggregation);
    const asked = askedOf.get(question.code);
    return [
      {
        ...(asked ? { askedOf: asked } : {}),
        code: question.code,
        kind: question.kind,
        aggregation,
        cells,
        routing,
        // Asked of one register group only, it is a split by that group (R2).
        threshold: sensitive || routing.register ? RULES.sensitive_threshold : RULES.threshold,
        categories:
          sensitive && (cells[0]?.categories.length ?? 0) > RULES.sensitive_categories ? RULES.sensitive_categories : 1,
      },
    ];
  });
}

/** The class of a cell's counts under its question's rules; numbers are judged on their bands. */
export function classOf(plan: QuestionPlan, counts: readonly number[], slack: number = RULES.slack): CellClass {
  return classify(counts, { threshold: plan.threshold, categories: plan.categories, slack });
}

/**
 * What a cell may be by itself. It is `bounded` only where the tables can name what nearly all
 * answered: not for an option that nearly nobody chose, nor for numbers.
 * Example: an option chosen by 11 of 12 → bounded; by 1 of 12 → hidden.
 */
export function standingOf(plan: QuestionPlan, cell: Cell, counts: readonly number[]): Standing {
  const found = classOf(plan, counts);
  if (plan.aggregation.kind === 'bands') {
    return found === 'exact' && allowsQuartiles(counts, plan.threshold) ? 'exact' : 'hidden';
  }
  if (found === 'exact') return 'exact';
  const common = found === 'homogeneous' ? commonCategory(counts) : null;
  return common !== null && (cell.categories[common] ?? null) !== null ? 'bounded' : 'hidden';
}
