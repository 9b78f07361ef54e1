import { checkTexts } from '../engine/checks/check-texts.ts';
import type { Finding } from '../engine/finding.ts';
import type { Survey } from '../engine/survey.ts';
import type { ComparabilityMap, MapItem } from './comparability-schema.ts';
import { pairVersions, questionSide, variableSide, type ComparedVersions } from './compared-versions.ts';
import { checkRelation, nameOf } from './check-relations.ts';
import { checkUnits } from './check-units.ts';
import { diffDefinitions } from './diff-definitions.ts';
import type { ItemDiff } from './diff-item.ts';

/**
 * Everything wrong with the map of two versions; empty for a sound one. Every question and background
 * variable of either version has one relation, and none claims more than the difference allows. Findings name
 * the item and its place in the map. `complete` false: a map that skips versions may relate some items only.
 *
 * @example checkComparability(v1, v2, map) // [{ place: 'items[12].match', rule: 'scale_without_mapping', … }]
 */
export function checkComparability(from: Survey, to: Survey, map: ComparabilityMap, complete = true): Finding[] {
  const versions = pairVersions(from, to, map);
  const diff = diffDefinitions(from, to, map);
  const asked = (survey: Survey) => [...survey.questions.values()].filter(({ kind }) => kind !== 'info');
  const questions: Listed = {
    list: 'items',
    noun: 'question',
    items: map.items,
    codes: { from: asked(from).map(({ code }) => code), to: asked(to).map(({ code }) => code) },
    diffs: diff.pages.flatMap((page) => page.questions),
    sideOf: questionSide,
  };
  const variables: Listed = {
    list: 'background',
    noun: 'background variable',
    items: map.background,
    codes: { from: from.definition.background.map(codeOf), to: to.definition.background.map(codeOf) },
    diffs: diff.background,
    sideOf: variableSide,
  };
  return [
    ...checkTexts(map),
    ...(complete ? [questions, variables].flatMap((listed) => checkMissing(versions, listed)) : []),
    ...checkList(versions, questions),
    ...checkList(versions, variables),
    ...checkUnits(map.units, from, to),
  ];
}

type Listed = {
  list: 'items' | 'background';
  noun: string;
  items: readonly MapItem[];
  codes: { from: readonly string[]; to: readonly string[] };
  diffs: readonly ItemDiff[];
  sideOf: typeof questionSide;
};
const SIDES = ['from', 'to'] as const;

function checkList(versions: ComparedVersions, listed: Listed): Finding[] {
  return listed.items.flatMap((item, index) => {
    const place = `${listed.list}[${index}]`;
    const known = [...checkKnown(versions, listed, item, place), ...checkTwice(listed, item, index, place)];
    if (known.length > 0) return known;
    return [...checkItem(versions, listed, item, place), ...checkNote(item, place)];
  });
}

function checkMissing(versions: ComparedVersions, { list, noun, items, codes }: Listed): Finding[] {
  return SIDES.flatMap((side) => {
    const related = new Set(items.map((item) => item[side]));
    const other = side === 'from' ? 'to' : 'from';
    return codes[side]
      .filter((code) => !related.has(code))
      .map((code) => {
        const meaning = side === 'from' ? 'it was dropped' : 'it is new';
        const message = `The ${noun} "${code}" of version ${versions[side].definition.version} has no relation. Add one, with \`${other}: null\` if ${meaning}.`;
        return { place: list, rule: 'no_relation', message };
      });
  });
}

function checkKnown(versions: ComparedVersions, { noun, codes }: Listed, item: MapItem, place: string): Finding[] {
  if (item.from === null && item.to === null) {
    const message = 'The relation names no item on either side. Name one, or take the relation away.';
    return [{ place, rule: 'empty_relation', message }];
  }
  return SIDES.flatMap((side) => {
    const code = item[side];
    if (code === null || codes[side].includes(code)) return [];
    const { definition, questions } = versions[side];
    const read = noun === 'question' && questions.has(code);
    const message = read
      ? `"${code}" is a text to read without answers. Take the relation away.`
      : `Version ${definition.version} has no ${noun} "${code}". Correct the code, or take the relation away.`;
    return [{ place: `${place}.${side}`, rule: read ? 'no_answers' : 'unknown_item', message }];
  });
}

function checkTwice({ list, items }: Listed, item: MapItem, index: number, place: string): Finding[] {
  return SIDES.flatMap((side) => {
    const first = items.findIndex((one) => one[side] !== null && one[side] === item[side]);
    if (first < 0 || first === index) return [];
    const message = `"${item[side]}" is already related at ${list}[${first}]. An item has one relation: take one of the two away.`;
    return [{ place: `${place}.${side}`, rule: 'related_twice', message }];
  });
}

function checkItem(versions: ComparedVersions, listed: Listed, item: MapItem, place: string): Finding[] {
  const [from, to] = [listed.sideOf(versions.from, item.from), listed.sideOf(versions.to, item.to)];
  const diff = listed.diffs.find((one) => one.from === item.from && one.to === item.to);
  if (from && to && diff) {
    return checkRelation(versions, { item, place, diff, from: from.facts, to: to.facts });
  }
  return checkAlone(listed, item, place);
}

function checkAlone({ codes, noun }: Listed, item: MapItem, place: string): Finding[] {
  const code = item.from ?? item.to ?? '';
  const extra = (['match', 'recode', 'base'] as const).filter((part) => item[part] !== undefined);
  const findings = extra.map((part) => ({
    place: `${place}.${part}`,
    rule: 'alone_with_match',
    message: `"${code}" has no counterpart, so there is nothing to declare. Take \`${part}\` away, or name the counterpart.`,
  }));
  if (!codes.from.includes(code) || !codes.to.includes(code)) return findings;
  const message = `The ${noun} "${code}" exists in both versions. Relate the two; if their figures cannot be compared, declare broken.`;
  return [...findings, { place, rule: 'same_code_apart', message }];
}

function checkNote(item: MapItem, place: string): Finding[] {
  if (item.note || item.match === 'identical') return [];
  const message = `"${nameOf(item)}" needs a note: readers of its trend are told what changed. Add it in every language.`;
  return [{ place, rule: 'note_missing', message }];
}

function codeOf({ code }: { code: string }): string {
  return code;
}
