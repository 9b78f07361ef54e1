import type { CodeList } from '../code-list.ts';
import { placeOf, type Finding } from '../finding.ts';
import type { Survey } from '../survey.ts';
import { checkCodesInTime } from './check-codes-in-time.ts';
import { checkTexts } from './check-texts.ts';
import { repeatedCodes } from './repeated-codes.ts';

/** A question or background variable names a list that exists, with groups where results are by group. */
export function checkListUse(survey: Survey, name: string, resultsBy: 'code' | 'group'): Finding[] {
  const list = survey.lists.get(name);
  if (!list) {
    const known = [...survey.lists.keys()].join(', ');
    const message = `There is no code list "${name}". Add it to the classifications or use one of: ${known}.`;
    return [{ place: 'list', rule: 'unknown_list', message }];
  }
  if (resultsBy === 'code' || list.codes.some(({ group }) => group !== undefined)) return [];
  const message = `Results are by group, but no code of "${name}" has a group. Give the codes groups or use resultsBy "code".`;
  return [{ place: 'resultsBy', rule: 'list_without_groups', message }];
}

/** The lists that a survey uses, each once: codes all different, groups declared, labels in every language. */
export function checkLists(survey: Survey, names: readonly string[]): Finding[] {
  return [...new Set(names)].flatMap((name) => {
    const list = survey.lists.get(name);
    return list ? checkList(list) : [];
  });
}

/**
 * Everything wrong with one list: codes all different, groups declared, labels in every language, and days,
 * earlier names and successors that can be.
 *
 * @example checkList({ name: 'regions', codes: [{ code: '01', label: { fi: 'Uusimaa', sv: '', en: 'Uusimaa' } }] })[0].place // 'lists.regions.codes[0].label.sv'
 */
export function checkList(list: CodeList): Finding[] {
  const place = placeOf(['lists', list.name]);
  return [
    ...repeatedCodes(`${place}.codes`, list.codes, 'list'),
    ...repeatedCodes(`${place}.groups`, list.groups ?? [], 'group'),
    ...checkGroups(place, list),
    ...checkTexts(list, ['lists', list.name]),
    ...checkCodesInTime(place, list),
  ];
}

// Without declared groups a group may be a code of another list: the field of a degree.
function checkGroups(place: string, list: CodeList): Finding[] {
  if (!list.groups) return [];
  const declared = new Set(list.groups.map(({ code }) => code));
  return list.codes.flatMap(({ code, group }, index) => {
    if (group === undefined || declared.has(group)) return [];
    const message = `The code "${code}" belongs to the group "${group}", which the list does not declare. Add the group or correct its name.`;
    return [{ place: `${place}.codes[${index}].group`, rule: 'unknown_group', message }];
  });
}
