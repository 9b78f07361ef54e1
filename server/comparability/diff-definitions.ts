import type { Page } from '../engine/definition.ts';
import type { Survey } from '../engine/survey.ts';
import { baseKey, conditionsOf } from './base-key.ts';
import {
  introOf,
  pairVersions,
  questionSide,
  variableSide,
  versionOf,
  type ComparedVersions,
  type PartText,
} from './compared-versions.ts';
import type { ComparabilityMap } from './comparability-schema.ts';
import { diffItem, type ItemDiff, type RoutingDiff } from './diff-item.ts';
import { canonical, diffTexts, inOrder, VERDICTS, type TextDiff, type Verdict } from './diff-parts.ts';
import { filtersOf } from './filters-of.ts';
import type { Pair } from './pair-items.ts';

/** A part of a survey. `verdicts` are its own; those of its questions stand with them. */
export type PageDiff = {
  code: string;
  verdicts: readonly Verdict[];
  texts: readonly TextDiff[];
  questions: readonly ItemDiff[];
};
/** Everything that differs between two versions, and what stayed, by page, question, option and language. */
export type DefinitionDiff = {
  survey: string;
  from: number;
  to: number;
  texts: readonly TextDiff[];
  background: readonly ItemDiff[];
  /** Pages of the later version in its order; a dropped page follows the page it followed. */
  pages: readonly PageDiff[];
};

/**
 * Compares two versions of a survey. What a change does to a trend is read from the map; without one, each
 * change says what has to be declared.
 *
 * @example diffDefinitions(v1, v2).pages[1].questions[5].verdicts // ['scale']
 */
export function diffDefinitions(from: Survey, to: Survey, map?: ComparabilityMap): DefinitionDiff {
  const versions = pairVersions(from, to, map);
  const diffs = versions.questions.map((pair) => diffQuestion(versions, pair));
  return {
    survey: to.definition.survey,
    from: from.definition.version,
    to: to.definition.version,
    texts: diffTexts([{ part: 'title', text: from.definition.title }], [{ part: 'title', text: to.definition.title }]),
    background: versions.variables.map((pair) => diffVariable(versions, pair)),
    pages: inOrder(from.definition.pages, to.definition.pages, ({ code }) => code).map(([before, after]) =>
      diffPage(before, after, diffs),
    ),
  };
}

function diffPage(before: Page | undefined, after: Page | undefined, diffs: readonly ItemDiff[]): PageDiff {
  const code = after?.code ?? before?.code ?? '';
  const texts = diffTexts(pageTexts(before), pageTexts(after));
  const routing = canonical(before?.showIf ?? null) !== canonical(after?.showIf ?? null);
  const words = texts.map(({ verdict }): Verdict => (verdict === 'new' || verdict === 'dropped' ? 'wording' : verdict));
  const found: readonly Verdict[] = !before
    ? ['new']
    : !after
      ? ['dropped']
      : [...words, ...(routing ? ['routing' as const] : [])];
  const verdicts = VERDICTS.filter((verdict) => found.includes(verdict));
  const differing = verdicts.filter((verdict) => verdict !== 'same');
  // A question that moved stands on its new page, a dropped one on its old page.
  const questions = diffs.filter(({ page }) => (page.to ?? page.from) === code);
  return { code, verdicts: differing.length > 0 ? differing : ['same'], texts, questions };
}

function pageTexts(page: Page | undefined): PartText[] {
  return page ? [{ part: 'title', text: page.title }, ...introOf(page, 'intro')] : [];
}

function diffQuestion(versions: ComparedVersions, pair: Pair): ItemDiff {
  const [before, after] = [questionSide(versions.from, pair.from), questionSide(versions.to, pair.to)];
  return diffItem(before, after, before && after ? diffRouting(versions, pair) : null, pair.item);
}

function diffVariable({ from, to }: ComparedVersions, pair: Pair): ItemDiff {
  return diffItem(variableSide(from, pair.from), variableSide(to, pair.to), null, pair.item);
}

function diffRouting(versions: ComparedVersions, pair: Pair): RoutingDiff | null {
  const from = conditionsOf(versions.from, pair.from ?? '');
  const to = conditionsOf(versions.to, pair.to ?? '');
  const [before, after] = [versionOf(versions, 'from'), versionOf(versions, 'to')];
  if (baseKey(before, from) === baseKey(after, to)) return null;
  const filters = [...filtersOf(versions.from, from), ...filtersOf(versions.to, to)];
  const changed = filters.filter(({ kind, code }) =>
    [before, after].some((version) => {
      const link = kind === 'question' ? version.questionLink(code) : version.variableLink(code);
      return link.kind !== 'same';
    }),
  );
  return { from, to, through: [...new Set(changed.map(({ code }) => code))] };
}
