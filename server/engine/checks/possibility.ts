import type { Answers, AnswerValue } from '../answer.ts';
import { isMet, type Background, type Condition } from '../condition.ts';
import type { Survey } from '../survey.ts';
import { allOf, truthOf, type Truth } from '../truth.ts';
import { keyOf, looksBack, variablesOf, type Goal, type Variable } from './possible-variables.ts';

/** Steps of the search before it gives up. The conditions of a real survey need some dozens. */
const MOST_STEPS = 50_000;

type State = {
  survey: Survey;
  goals: readonly Goal[];
  variables: readonly Variable[];
  answers: Record<string, AnswerValue>;
  background: Record<string, string>;
  decided: Set<string>;
  stepsLeft: number;
};

/** Answers and background with which all goals hold. */
export type Witness = { answers: Answers; background: Background };
export type Possibility = ({ kind: 'possible' } & Witness) | { kind: 'impossible' } | { kind: 'unknown' };

/**
 * Whether some person can meet all goals at once: a search over one value for each way in which the
 * answers can meet the conditions, where a hidden question has no answer and a visible one may be left
 * out. Parts that are found wrong elsewhere (a question that does not exist or comes later) are taken as
 * open, so that one mistake is not reported twice. 'unknown' where the search would take too long.
 *
 * @example possibility(survey, [{ condition: { kind: 'at_least', question: 'satisfaction', value: 7 }, page: 3 }]) // { kind: 'impossible' }
 */
export function possibility(survey: Survey, goals: readonly Goal[]): Possibility {
  const state: State = {
    survey,
    goals,
    variables: variablesOf(survey, goals),
    answers: {},
    background: {},
    decided: new Set(),
    stepsLeft: MOST_STEPS,
  };
  const witness = search(state, 0);
  if (witness) return { kind: 'possible', ...witness };
  return { kind: state.stepsLeft > 0 ? 'impossible' : 'unknown' };
}

function search(state: State, next: number): Witness | null {
  state.stepsLeft -= 1;
  if (state.stepsLeft <= 0) return null;
  const truth = allOf(state.goals.map((goal) => truthAt(state, goal.condition, goal.page)));
  if (truth === false) return null;
  const variable = state.variables[next];
  // Where all is decided, what is still open are parts that are reported elsewhere.
  if (truth === true || !variable) return { answers: { ...state.answers }, background: { ...state.background } };
  state.decided.add(variable.key);
  const found =
    variable.kind === 'background' ? tryBackground(state, next, variable) : tryAnswers(state, next, variable);
  state.decided.delete(variable.key);
  return found;
}

function tryBackground(
  state: State,
  next: number,
  variable: Extract<Variable, { kind: 'background' }>,
): Witness | null {
  for (const value of variable.values) {
    state.background[variable.code] = value;
    const found = search(state, next + 1);
    if (found) return found;
  }
  delete state.background[variable.code];
  return null;
}

function tryAnswers(state: State, next: number, variable: Extract<Variable, { kind: 'question' }>): Witness | null {
  const visible = allOf(variable.gates.map((gate) => truthAt(state, gate.condition, gate.page))) !== false;
  for (const value of visible ? variable.values : []) {
    state.answers[variable.code] = value;
    const found = search(state, next + 1);
    if (found) return found;
  }
  delete state.answers[variable.code];
  return search(state, next + 1);
}

/** True, false, or null while it is open. */
function truthAt(state: State, condition: Condition, page: number): Truth {
  return truthOf(condition, (leaf) => {
    if (leaf.kind === 'background') return state.decided.has(keyOf(leaf)) ? isMet(leaf, {}, state.background) : null;
    if (!looksBack(state.survey, leaf.question, page) || !state.decided.has(keyOf(leaf))) return null;
    return isMet(leaf, state.answers, {});
  });
}
