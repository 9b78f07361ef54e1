import type { Finding } from '../finding.ts';
import { pageAt, type Survey } from '../survey.ts';
import { conditionRoots, partsOf, type ConditionNode, type ConditionRoot } from './condition-nodes.ts';
import { possibility, type Possibility } from './possibility.ts';
import type { Goal } from './possible-variables.ts';

const TOO_COMPLEX =
  'The conditions hang together in so many ways that it cannot be checked whether they can be met. Simplify them.';

/** Pages and questions that nobody can ever see, and parts of conditions that can never hold. */
export function checkVisibility(survey: Survey): Finding[] {
  const roots = conditionRoots(survey.definition);
  const verdicts = roots.map((root) => ({ root, verdict: verdictOn(survey, root) }));
  const unreachable = new Set(
    verdicts.flatMap(({ root, verdict }) => (root.question === null && verdict === 'impossible' ? [root.page] : [])),
  );
  return [
    ...verdicts.flatMap(({ root, verdict }) => {
      // Where nobody reaches the page, one finding says so for all its questions.
      if (root.question !== null && unreachable.has(root.page)) return [];
      return findingsOn(survey, root, verdict);
    }),
    ...pagesOfHiddenQuestions(survey, verdicts)
      .filter(({ page }) => !unreachable.has(page))
      .map(hiddenPage),
  ];
}

type Verdict = Possibility['kind'];

function verdictOn(survey: Survey, root: ConditionRoot): Verdict {
  const page = pageAt(survey, root.page).showIf;
  const goals: Goal[] = [{ condition: root.condition, page: root.page }];
  if (page && root.question !== null) goals.push({ condition: page, page: root.page });
  return possibility(survey, goals).kind;
}

function findingsOn(survey: Survey, root: ConditionRoot, verdict: Verdict): Finding[] {
  const { place } = root;
  switch (verdict) {
    case 'possible':
      return impossibleParts(survey, root, root.page);
    case 'unknown':
      return [{ place, rule: 'condition_too_complex', message: TOO_COMPLEX }];
    case 'impossible':
      return [root.question === null ? unreachablePage(place) : neverVisible(place)];
    default:
      return verdict satisfies never;
  }
}

/** Every `all` inside a condition that no answers can meet, the outermost of each. */
function impossibleParts(survey: Survey, node: ConditionNode, page: number): Finding[] {
  return partsOf(node).flatMap((part) => {
    const impossible =
      part.condition.kind === 'all' && possibility(survey, [{ condition: part.condition, page }]).kind === 'impossible';
    if (!impossible) return impossibleParts(survey, part, page);
    const message = 'No answers can meet all of these conditions at once. Correct them, or use "any".';
    return [{ place: part.place, rule: 'impossible_condition', message }];
  });
}

function pagesOfHiddenQuestions(
  survey: Survey,
  verdicts: readonly { root: ConditionRoot; verdict: Verdict }[],
): { page: number }[] {
  return survey.definition.pages
    .map((page, index) => ({ page: index, questions: page.questions.length }))
    .filter(({ page, questions }) => {
      const hidden = verdicts.filter(
        ({ root, verdict }) => root.page === page && root.question !== null && verdict === 'impossible',
      );
      return hidden.length === questions;
    });
}

function unreachablePage(place: string): Finding {
  const message =
    'No answers can meet this condition, so nobody ever reaches the page. Correct the condition or take the page away.';
  return { place, rule: 'unreachable_page', message };
}

function neverVisible(place: string): Finding {
  const message =
    'No answers can meet this condition together with that of the page, so nobody is ever asked the question. Correct the condition or take the question away.';
  return { place, rule: 'never_visible', message };
}

function hiddenPage({ page }: { page: number }): Finding {
  const message = 'Every question of the page is always hidden. Correct their conditions or take the page away.';
  return { place: `pages[${page}].questions`, rule: 'page_of_hidden_questions', message };
}
