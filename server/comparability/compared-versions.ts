import type { BackgroundVariable, Page } from '../engine/definition.ts';
import type { Survey } from '../engine/survey.ts';
import type { Text } from '../engine/text.ts';
import type { FilterLink, Side, Version } from './base-key.ts';
import type { ComparabilityMap } from './comparability-schema.ts';
import { canonical } from './diff-parts.ts';
import { questionFacts, variableFacts, type ItemFacts } from './item-facts.ts';
import { pairItems, type Pair } from './pair-items.ts';

/** Two versions of a survey, and which of their questions and variables belong together. */
export type ComparedVersions = {
  from: Survey;
  to: Survey;
  questions: readonly Pair[];
  variables: readonly Pair[];
};
export type PartText = { part: string; text: Text };
/** One side of an item: its facts, and the page that asks it. */
export type ItemSide = { facts: ItemFacts; page: string | null; around: readonly PartText[] };

/** Pairs everything in two versions: as the map relates it, otherwise by code. */
export function pairVersions(from: Survey, to: Survey, map: ComparabilityMap | undefined): ComparedVersions {
  const variables = (survey: Survey) => survey.definition.background.map(({ code }) => code);
  return {
    from,
    to,
    questions: pairItems([...from.questions.keys()], [...to.questions.keys()], map?.items ?? []),
    variables: pairItems(variables(from), variables(to), map?.background ?? []),
  };
}

/** A question of a version with its page, or null where the version does not have it. */
export function questionSide(survey: Survey, code: string | null): ItemSide | null {
  const question = code === null ? undefined : survey.questions.get(code);
  if (!question) return null;
  const page = survey.definition.pages[survey.pageOf.get(question.code) ?? -1];
  // An introduction tells how to answer every question of its page.
  const around = question.kind === 'info' ? [] : introOf(page, 'page.intro');
  return { facts: questionFacts(survey, question), page: page?.code ?? null, around };
}

/** A background variable of a version, or null where the version does not have it. */
export function variableSide(survey: Survey, code: string | null): ItemSide | null {
  const variable = survey.definition.background.find((one: BackgroundVariable) => one.code === code);
  return variable ? { facts: variableFacts(survey, variable), page: null, around: [] } : null;
}

/** The introduction of a page, where it has one. */
export function introOf(page: Page | undefined, part: string): PartText[] {
  return page?.intro ? [{ part, text: page.intro }] : [];
}

/** One of the two versions as base keys take it. */
export function versionOf(versions: ComparedVersions, side: Side): Version {
  const linkWith = (pairs: readonly Pair[], sideOf: typeof questionSide) => (code: string) => {
    const pair = pairs.find((one) => one[side] === code);
    if (!pair) return { kind: 'different' as const };
    return linkOf(pair, side, sideOf(versions.from, pair.from), sideOf(versions.to, pair.to));
  };
  return {
    survey: versions[side],
    side,
    questionLink: linkWith(versions.questions, questionSide),
    variableLink: linkWith(versions.variables, variableSide),
  };
}

function linkOf(pair: Pair, side: Side, before: ItemSide | null, after: ItemSide | null): FilterLink {
  if (!before || !after || pair.to === null) return { kind: 'different' };
  const { match, recode, base } = pair.item ?? {};
  if (match === 'concept_only' || match === 'broken' || base) return { kind: 'different' };
  if (match === 'recodable' && recode) return { kind: 'classes', name: pair.to, mapping: recode[side] };
  const same = shapeOf(before.facts) === shapeOf(after.facts);
  return same ? { kind: 'same', name: pair.to } : { kind: 'different' };
}

/** What a condition can see of a filter's answers: its options, not their words. */
function shapeOf({ kind, answers, sets, settings }: ItemFacts): string {
  if (answers === 'numbers' || answers === 'none') return kind;
  const codes = sets.flatMap(({ part, options }) => options.map(({ code, score }) => canonical([part, code, score])));
  const rules = settings.filter(({ weight }) => weight === 'options');
  return canonical([kind, answers === 'steps' ? codes : codes.toSorted(), rules]);
}
