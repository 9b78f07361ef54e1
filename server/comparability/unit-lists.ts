import type { Survey } from '../engine/survey.ts';

/**
 * The lists whose codes are units of a survey's reports: those that its background variables take from the register
 * (institutions, degrees), and those that hold the groups of such a list (the fields of its degrees).
 *
 * @example unitLists(yoCareer) // ['universities', 'university-degrees', 'fields']
 */
export function unitLists(survey: Survey): string[] {
  const named = survey.definition.background.flatMap((one) => (one.kind === 'codelist' ? [one.list] : []));
  const groupsOf = (name: string) =>
    survey.lists.get(name)?.groups?.map(({ code, label }) => `${code} ${label.fi}`) ?? [];
  const wanted = named.map(groupsOf).filter((groups) => groups.length > 0);
  const ofGroups = [...survey.lists.values()].filter(({ codes }) => {
    const held = new Set(codes.map(({ code, label }) => `${code} ${label.fi}`));
    return wanted.some((groups) => groups.every((group) => held.has(group)));
  });
  return [...new Set([...named, ...ofGroups.map(({ name }) => name)])];
}
