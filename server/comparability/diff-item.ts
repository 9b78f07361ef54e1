import type { Condition } from '../engine/condition.ts';
import type { Text } from '../engine/text.ts';
import { MATCHES, type MapItem, type Match } from './comparability-schema.ts';
import {
  diffOptions,
  diffSettings,
  diffTexts,
  VERDICTS,
  type OptionDiff,
  type SettingDiff,
  type TextDiff,
  type Verdict,
} from './diff-parts.ts';
import type { ItemSide } from './compared-versions.ts';
import type { ItemFacts } from './item-facts.ts';

/**
 * What happens to the trend of an item. `continues`, `recoded` and `broken` as the map declares, or, for an
 * item that did not change, without a word. `begins` and `ends`: new and dropped. `none`: it has no figures.
 */
export type TrendEffect = {
  kind: 'continues' | 'needs_declaration' | 'needs_mapping' | 'recoded' | 'broken' | 'begins' | 'ends' | 'none';
  match: Match | null;
  /** Number of classes of the common scale. */
  classes: number | null;
  note: Text | null;
};
/** Who is asked. `through`: filters that changed, where the conditions themselves may have stayed. */
export type RoutingDiff = { from: readonly Condition[]; to: readonly Condition[]; through: readonly string[] };

/** The best match that may be declared, by what changed: the answers, the words, or the people asked. */
export type MatchLimits = { answers: Match; words: Match; base: Match };

/** One question or background variable of two versions. */
export type ItemDiff = {
  from: string | null;
  to: string | null;
  kind: { from: string | null; to: string | null };
  page: { from: string | null; to: string | null };
  /** The gravest first; never empty. */
  verdicts: readonly Verdict[];
  texts: readonly TextDiff[];
  options: readonly OptionDiff[];
  settings: readonly SettingDiff[];
  routing: RoutingDiff | null;
  /** The best match that each kind of change allows; null where there is nothing to compare. */
  limits: MatchLimits | null;
  trend: TrendEffect;
};

/**
 * The difference of one item, its verdicts and the best match that they allow. `around`: texts outside the
 * item that it is read with (the introduction of its page). Rule: statistics 4, rules 1 to 4.
 */
export function diffItem(
  before: ItemSide | null,
  after: ItemSide | null,
  routing: RoutingDiff | null,
  item: MapItem | null,
): ItemDiff {
  const [old, young] = [before?.facts, after?.facts];
  const graver = old?.answers === 'steps' && young?.answers === 'steps' ? 'scale' : 'options';
  const texts = diffTexts(textsOf(before), textsOf(after));
  const options = diffOptions(old?.sets ?? [], young?.sets ?? [], graver);
  const settings = diffSettings(old?.settings ?? [], young?.settings ?? []);
  const verdicts =
    !before || !after
      ? [before ? ('dropped' as const) : ('new' as const)]
      : [
          ...new Set([
            ...partVerdicts(before, after, texts, options, settings),
            ...(routing ? ['routing' as const] : []),
          ]),
        ];
  const sorted = VERDICTS.filter((verdict) => verdicts.includes(verdict));
  const bare = {
    from: old?.code ?? null,
    to: young?.code ?? null,
    kind: { from: old?.kind ?? null, to: young?.kind ?? null },
    page: { from: before?.page ?? null, to: after?.page ?? null },
    verdicts: sorted.length > 0 ? sorted : (['same'] as const),
    texts,
    options,
    settings,
    routing,
  };
  const limits = old && young ? limitsOf(old, young, bare.verdicts, item) : null;
  const counted = (young ?? old)?.answers !== 'none';
  return { ...bare, limits, trend: effectOf(bare, limits, counted, item) };
}

function textsOf(side: ItemSide | null): readonly { part: string; text: Text }[] {
  return side ? [...side.facts.texts, ...side.around] : [];
}

function partVerdicts(
  { facts: old }: ItemSide,
  { facts: young }: ItemSide,
  texts: readonly TextDiff[],
  options: readonly OptionDiff[],
  settings: readonly SettingDiff[],
): Verdict[] {
  const steps = old.answers === 'steps' && young.answers === 'steps';
  const kind: Verdict[] = old.kind === young.kind ? [] : ['scale'];
  const words = texts.map(({ verdict }): Verdict => (verdict === 'new' || verdict === 'dropped' ? 'wording' : verdict));
  const answers = options.flatMap(({ verdict, moved }): Verdict[] => {
    const set = verdict === 'new' || verdict === 'dropped' ? (steps ? 'scale' : 'options') : verdict;
    // A step in another place is another scale. Choices in another order are read in another order only.
    return moved ? [set, steps ? 'scale' : 'wording'] : [set];
  });
  return [...kind, ...words, ...answers, ...settings.map(({ verdict }) => verdict)].filter(
    (verdict) => verdict !== 'same',
  );
}

/**
 * The best match that each kind of change allows. Other people asked: none but a declared common base makes it
 * more than a concept. Other answers: recodable, where both are counted in categories. Medians do not depend on
 * the bands of a number, so bands alone ask for a word only.
 */
function limitsOf(old: ItemFacts, young: ItemFacts, verdicts: readonly Verdict[], item: MapItem | null): MatchLimits {
  const words = verdicts[0] === 'same' ? 'identical' : 'editorial';
  const base = !verdicts.includes('routing') ? 'identical' : item?.base ? 'recodable' : 'concept_only';
  const sameNumbers = old.answers === 'numbers' && old.kind === young.kind;
  if (sameNumbers || !(verdicts.includes('scale') || verdicts.includes('options'))) {
    return { answers: 'identical', words, base };
  }
  return { answers: categorical(old) && categorical(young) ? 'recodable' : 'concept_only', words, base };
}

function categorical({ answers }: ItemFacts): boolean {
  return answers === 'steps' || answers === 'choices' || answers === 'several';
}

/** Whether a match claims more than another one. */
export function isBetter(match: Match, than: Match): boolean {
  return MATCHES.indexOf(match) < MATCHES.indexOf(than);
}

/** The worse of two matches. */
export function worst(one: Match, other: Match): Match {
  return isBetter(one, other) ? other : one;
}

function effectOf(
  { from, to }: Pick<ItemDiff, 'from' | 'to'>,
  limits: MatchLimits | null,
  counted: boolean,
  item: MapItem | null,
): TrendEffect {
  const effect = (kind: TrendEffect['kind'], match: Match | null = item?.match ?? null): TrendEffect => ({
    kind,
    match,
    classes: kind === 'recoded' ? (item?.recode?.common.length ?? null) : null,
    note: item?.note ?? null,
  });
  if (!counted) return effect('none');
  if (from === null || to === null || !limits) return effect(from === null ? 'begins' : 'ends');
  const ceiling = worst(limits.answers, worst(limits.words, limits.base));
  const otherAnswers = limits.answers === 'recodable';
  const match = item?.match;
  switch (match) {
    case undefined:
      if (ceiling === 'identical') return effect('continues', 'identical');
      return effect(otherAnswers ? 'needs_mapping' : 'needs_declaration');
    case 'identical':
    case 'editorial':
      if (!isBetter(match, ceiling)) return effect('continues');
      return effect(otherAnswers ? 'needs_mapping' : 'needs_declaration');
    case 'recodable':
      if (isBetter('recodable', ceiling)) return effect('needs_declaration');
      return effect(item?.recode || (item?.base && !otherAnswers) ? 'recoded' : 'needs_mapping');
    case 'concept_only':
    case 'broken':
      return effect('broken');
    default:
      return match satisfies never;
  }
}
