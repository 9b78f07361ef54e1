import { within, type Finding } from '../engine/finding.ts';
import { baseKey, conditionsOf } from './base-key.ts';
import { versionOf, type ComparedVersions } from './compared-versions.ts';
import { checkRecode } from './check-recode.ts';
import type { MapItem } from './comparability-schema.ts';
import { isBetter, type ItemDiff } from './diff-item.ts';
import type { ItemFacts } from './item-facts.ts';

/** An item of the map whose both sides exist, with what differs between them. */
export type RelatedItem = { item: MapItem; place: string; diff: ItemDiff; from: ItemFacts; to: ItemFacts };

/**
 * Whether what is declared of an item fits what changed in it: a match no better than the change allows, and
 * a recode or a common base where one is needed.
 */
export function checkRelation(versions: ComparedVersions, related: RelatedItem): Finding[] {
  const { item, place } = related;
  if (item.match === undefined) {
    const message = `"${nameOf(item)}" exists in both versions, but no match is declared. Add one: identical, editorial, recodable, concept_only or broken.`;
    return [{ place, rule: 'match_missing', message }];
  }
  return [
    ...checkAnswers(related),
    ...checkWords(related),
    ...checkBase(versions, related),
    ...checkParts(related),
    ...checkMeans(related),
  ];
}

/** The code that messages name: the later one. */
export function nameOf({ from, to }: Pick<MapItem, 'from' | 'to'>): string {
  if (from !== null && to !== null && from !== to) return `${from} → ${to}`;
  return to ?? from ?? '';
}

function checkAnswers({ item, place, diff, from, to }: RelatedItem): Finding[] {
  const limit = diff.limits?.answers ?? 'identical';
  const match = item.match ?? 'broken';
  if (limit === 'identical') return [];
  if (limit === 'concept_only') {
    if (!isBetter(match, limit)) return [];
    const message = `"${nameOf(item)}" was a question of kind ${from.kind} and is now of kind ${to.kind}: their answers share no options. Declare concept_only or broken.`;
    return [{ place: `${place}.match`, rule: 'kind_changed', message }];
  }
  if (!isBetter(match, limit) && (match !== 'recodable' || item.recode)) return [];
  const what = diff.verdicts.includes('scale') ? 'scale' : 'options';
  const message = `The ${what} of "${nameOf(item)}" changed (${countsOf(from)} to ${countsOf(to)}). Declare recodable with a recode of both onto a common scale, or concept_only or broken.`;
  return [{ place: match === 'recodable' ? place : `${place}.match`, rule: 'scale_without_mapping', message }];
}

function countsOf({ sets }: ItemFacts): string {
  return `${sets[0]?.options.length ?? 0} options`;
}

function checkWords({ item, place, diff }: RelatedItem): Finding[] {
  const limit = diff.limits?.words ?? 'identical';
  if (!isBetter(item.match ?? 'broken', limit)) return [];
  // Changed answers or people are said by the other checks; here a change that only words it otherwise.
  if (diff.limits?.answers !== 'identical' || diff.limits.base !== 'identical') return [];
  const parts = diff.texts.filter(({ verdict }) => verdict !== 'same').map(({ part }) => part);
  const where = [
    ...parts,
    ...diff.options.flatMap((option) => (option.verdict === 'same' && !option.moved ? [] : option.code)),
  ];
  const settings = diff.settings.filter(({ verdict }) => verdict !== 'same').map(({ name }) => name);
  const message = `The wording of "${nameOf(item)}" changed (${[...where, ...settings].join(', ')}), so it is not identical. Declare editorial if the meaning stayed, otherwise concept_only or broken.`;
  return [{ place: `${place}.match`, rule: 'wording_undeclared', message }];
}

function checkBase(versions: ComparedVersions, { item, place, diff }: RelatedItem): Finding[] {
  const limit = diff.limits?.base ?? 'identical';
  const match = item.match ?? 'broken';
  if (item.base) {
    if (!diff.routing) {
      const message = `"${nameOf(item)}" is asked of the same people in both versions. Take \`base\` away.`;
      return [{ place: `${place}.base`, rule: 'base_unused', message }];
    }
    return [...checkCommonBase(versions, item, place), ...tooGood(item, place, limit)];
  }
  if (!diff.routing || !isBetter(match, limit)) return [];
  const through = diff.routing.through;
  const why = through.length > 0 ? ` (it depends on ${through.join(', ')}, which changed)` : '';
  const message = `Other people are asked "${nameOf(item)}" than before${why}. Declare broken, or recodable with a \`base\` that selects the people whom both versions asked.`;
  return [{ place: `${place}.match`, rule: 'base_undeclared', message }];
}

function tooGood(item: MapItem, place: string, limit: NonNullable<ItemDiff['limits']>['base']): Finding[] {
  if (!isBetter(item.match ?? 'broken', limit)) return [];
  const message = `Only figures on the common base of "${nameOf(item)}" are comparable, not those of everybody asked. Declare recodable.`;
  return [{ place: `${place}.match`, rule: 'base_undeclared', message }];
}

function checkCommonBase(versions: ComparedVersions, { base, ...item }: MapItem, place: string): Finding[] {
  const keyOn = (side: 'from' | 'to') => {
    const own = conditionsOf(versions[side], item[side] ?? '');
    return baseKey(versionOf(versions, side), base?.[side] ? [...own, base[side]] : own);
  };
  if (keyOn('from') === keyOn('to')) return [];
  const message = `The declared base of "${nameOf(item)}" selects other people in the two versions: who is asked and the condition together must come to the same, over filters that did not change.`;
  return [{ place: `${place}.base`, rule: 'base_not_common', message }];
}

function checkParts({ item, place, diff, from, to }: RelatedItem): Finding[] {
  if (!item.recode) {
    if (item.match !== 'recodable' || item.base || diff.limits?.answers === 'recodable') return [];
    const message = `"${nameOf(item)}" is declared recodable, but nothing says how. Add \`recode\`, or declare another match.`;
    return [{ place, rule: 'recode_missing', message }];
  }
  if (item.match !== 'recodable') {
    const message = `"${nameOf(item)}" has a recode that its match (${item.match ?? 'none'}) never uses. Declare recodable or take it away.`;
    return [{ place: `${place}.recode`, rule: 'recode_unused', message }];
  }
  return within(`${place}.recode`, checkRecode(nameOf(item), item.recode, from, to));
}

function checkMeans({ item, place, from, to }: RelatedItem): Finding[] {
  if (from.answers !== 'steps' || to.answers !== 'steps') return [];
  if (item.match !== 'identical' && item.match !== 'editorial') return [];
  const [before, after] = [from, to].map(({ sets }) => sets.map(({ options }) => options.map(({ score }) => score)));
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const message = `"${nameOf(item)}": as ${item.match}, means of ${countsOf(from)} would be compared with means of ${countsOf(to)}. Means and deviations of different scales are never comparable, and no scale is stretched to another.`;
  return [{ place: `${place}.match`, rule: 'mean_across_scales', message }];
}
