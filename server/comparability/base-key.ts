import type { Condition } from '../engine/condition.ts';
import { typeOf } from '../engine/question-types/index.ts';
import type { Survey } from '../engine/survey.ts';
import type { Mapping } from './comparability-schema.ts';
import { reduceConditions } from './reduce-conditions.ts';

export type Side = 'from' | 'to';
/**
 * How the answers to a filter (a question or background variable that conditions look at) of one version are
 * told in terms of both. `name` is the same on both sides. `classes`: through the classes of a common scale.
 */
export type FilterLink =
  { kind: 'same'; name: string } | { kind: 'classes'; name: string; mapping: Mapping } | { kind: 'different' };
/** One version seen from the comparison. */
export type Version = {
  survey: Survey;
  side: Side;
  questionLink: (code: string) => FilterLink;
  variableLink: (code: string) => FilterLink;
};

/** The conditions under which a question is asked: its page's and its own. */
export function conditionsOf(survey: Survey, code: string): Condition[] {
  const page = survey.definition.pages[survey.pageOf.get(code) ?? -1];
  const question = survey.questions.get(code);
  const own = question && 'showIf' in question ? question.showIf : undefined;
  return [page?.showIf, own].filter((condition) => condition !== undefined);
}

/**
 * Names the people who meet all conditions, so that two versions ask the same people when their keys are
 * equal (rule: statistics 4, "changed routing or base"). A filter counts with its own base, since who was
 * not asked meets nothing. A filter on another scale is told in classes of the common scale, where the
 * condition takes whole classes; otherwise, and for a filter that cannot be compared, the key names its
 * version and so equals no key of the other. Keys may differ for conditions that mean the same by accident;
 * equal keys always mean the same people.
 */
export function baseKey(version: Version, conditions: readonly Condition[], within: readonly string[] = []): string {
  const keys = reduceConditions(conditions).map((condition) => conditionKey(version, condition, within));
  return [...new Set(keys)].toSorted().join(' & ');
}

function conditionKey(version: Version, condition: Condition, within: readonly string[]): string {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return `${condition.kind}(${condition.conditions
        .map((part) => conditionKey(version, part, within))
        .toSorted()
        .join(', ')})`;
    case 'not':
      return `not(${conditionKey(version, condition.condition, within)})`;
    case 'background':
      return leafKey(version, version.variableLink(condition.variable), condition, condition.values);
    case 'answered':
    case 'any_of':
    case 'at_least':
    case 'at_most': {
      const { question } = condition;
      const key = leafKey(version, version.questionLink(question), condition, optionsMeeting(version, condition));
      if (within.includes(question)) return key;
      const base = baseKey(version, conditionsOf(version.survey, question), [...within, question]);
      return base === '' ? key : `${key} of those with ${base}`;
    }
    default:
      return condition satisfies never;
  }
}

type Leaf = Extract<Condition, { question: string }> | Extract<Condition, { kind: 'background' }>;

function leafKey({ side }: Version, link: FilterLink, leaf: Leaf, options: readonly string[] | null): string {
  const here = `${side}:${JSON.stringify(leaf)}`;
  switch (link.kind) {
    case 'different':
      return here;
    case 'same':
      return `${link.name} ${valueKey(leaf)}`;
    case 'classes': {
      if (leaf.kind === 'answered') return `${link.name} answered`;
      const classes = options && wholeClasses(link.mapping, options);
      return classes ? `${link.name} in classes ${classes.join('|')}` : here;
    }
    default:
      return link satisfies never;
  }
}

function valueKey(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'answered':
      return 'answered';
    case 'any_of':
      return `in ${leaf.options.toSorted().join('|')}`;
    case 'background':
      return `in ${leaf.values.toSorted().join('|')}`;
    case 'at_least':
      return `>= ${leaf.value}`;
    case 'at_most':
      return `<= ${leaf.value}`;
    default:
      return leaf satisfies never;
  }
}

/** The options of a filter that meet a condition; null where the question has none. */
function optionsMeeting({ survey }: Version, leaf: Extract<Leaf, { question: string }>): readonly string[] | null {
  if (leaf.kind === 'answered') return null;
  if (leaf.kind === 'any_of') return leaf.options;
  const question = survey.questions.get(leaf.question);
  const options = question ? typeOf(question).choices(survey, question) : null;
  return (
    options?.filter((code) => (leaf.kind === 'at_least' ? Number(code) >= leaf.value : Number(code) <= leaf.value)) ??
    null
  );
}

/** The classes that the options make up, or null where they take only a part of a class. */
function wholeClasses(mapping: Mapping, options: readonly string[]): string[] | null {
  const classes = new Set(options.map((option) => mapping[option] ?? null));
  if (classes.has(null)) return null;
  const members = Object.entries(mapping).filter(([, target]) => classes.has(target));
  return members.length === new Set(options).size ? [...classes].filter((code) => code !== null).toSorted() : null;
}
