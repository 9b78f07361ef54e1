import type { AnswerValue } from '../answer.ts';
import { isMet, type Condition } from '../condition.ts';
import type { Question } from '../question.ts';
import { typeOf } from '../question-types/index.ts';
import { pageAt, type Survey } from '../survey.ts';
import { backgroundValues, backgroundVariable } from './background-values.ts';
import { conditionNodes } from './condition-nodes.ts';

/** A condition and the page that it stands on: it looks at earlier pages only. */
export type Goal = { condition: Condition; page: number };
/** What the search gives values to: a background variable, or a question that is visible when `gates` hold. */
export type Variable =
  | { kind: 'background'; key: string; code: string; values: readonly string[] }
  | {
      kind: 'question';
      key: string;
      code: string;
      page: number;
      gates: readonly Goal[];
      values: readonly AnswerValue[];
    };

/** A condition without parts. */
export type Atom = Exclude<Condition, { kind: 'all' | 'any' | 'not' }>;

/**
 * Everything that the truth of the goals hangs on, also through the visibility of the questions they
 * look at; background first, then questions in the order of their pages. Of values that are alike to
 * every condition there is one.
 */
export function variablesOf(survey: Survey, goals: readonly Goal[]): Variable[] {
  const atoms = new Map<string, Atom[]>();
  const gates = new Map<string, readonly Goal[]>();
  collect(survey, goals, atoms, gates);
  const background = [...atoms].flatMap(([, list]): Variable[] => {
    const first = list[0];
    if (first?.kind !== 'background') return [];
    const variable = backgroundVariable(survey, first.variable);
    if (!variable) return [];
    const values = backgroundValues(survey, variable);
    const alike = different(values, list, (value) => [{}, { [variable.code]: value }]);
    return [{ kind: 'background', key: keyOf(first), code: variable.code, values: alike }];
  });
  const questions = [...gates].flatMap(([code, own]): Extract<Variable, { kind: 'question' }>[] => {
    const question = survey.questions.get(code);
    if (!question) return [];
    const key = questionKey(code);
    const values = valuesOf(survey, question, atoms.get(key) ?? []);
    return [{ kind: 'question', key, code, page: survey.pageOf.get(code) ?? 0, gates: own, values }];
  });
  return [...background, ...questions.sort((one, other) => one.page - other.page)];
}

/** Whether a condition on that page may look at the question at all. */
export function looksBack(survey: Survey, question: string, page: number): boolean {
  const asked = survey.pageOf.get(question);
  return asked !== undefined && asked < page;
}

function collect(
  survey: Survey,
  goals: readonly Goal[],
  atoms: Map<string, Atom[]>,
  gates: Map<string, readonly Goal[]>,
): void {
  for (const { atom, page } of goals.flatMap(atomsOf)) {
    if (atom.kind !== 'background' && !looksBack(survey, atom.question, page)) continue;
    const key = keyOf(atom);
    atoms.set(key, [...(atoms.get(key) ?? []), atom]);
    if (atom.kind === 'background' || gates.has(atom.question)) continue;
    const own = gatesOf(survey, atom.question);
    gates.set(atom.question, own);
    collect(survey, own, atoms, gates);
  }
}

/** The conditions under which a question is asked: its page's and its own. */
function gatesOf(survey: Survey, code: string): Goal[] {
  const page = survey.pageOf.get(code) ?? 0;
  const conditions = [pageAt(survey, page).showIf, survey.questions.get(code)?.showIf];
  return conditions.flatMap((condition) => (condition ? [{ condition, page }] : []));
}

function atomsOf({ condition, page }: Goal): { atom: Atom; page: number }[] {
  return conditionNodes({ condition, place: '' }).flatMap(({ condition: part }) =>
    part.kind === 'all' || part.kind === 'any' || part.kind === 'not' ? [] : [{ atom: part, page }],
  );
}

function valuesOf(survey: Survey, question: Question, atoms: readonly Atom[]): AnswerValue[] {
  const samples = typeOf(question).samples(survey, question, {
    optionLists: atoms.flatMap((atom) => (atom.kind === 'any_of' ? [atom.options] : [])),
    numbers: atoms.flatMap((atom) => (atom.kind === 'at_least' || atom.kind === 'at_most' ? [atom.value] : [])),
  });
  return different(samples, atoms, (value) => [{ [question.code]: value }, {}]);
}

/** One value for each combination of truth of the atoms. */
function different<V>(
  values: readonly V[],
  atoms: readonly Atom[],
  state: (value: V) => [Record<string, AnswerValue>, Record<string, string>],
): V[] {
  const byTruth = new Map<string, V>();
  for (const value of values) {
    const truth = atoms.map((atom) => isMet(atom, ...state(value))).join();
    if (!byTruth.has(truth)) byTruth.set(truth, value);
  }
  return [...byTruth.values()];
}

/** The name of the variable that a condition looks at. A question and a background variable may share a code. */
export function keyOf(atom: Atom): string {
  return atom.kind === 'background' ? `background ${atom.variable}` : questionKey(atom.question);
}

function questionKey(code: string): string {
  return `question ${code}`;
}
