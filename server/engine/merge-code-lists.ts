import type { CodeList, CodeLists } from './code-list.ts';

/**
 * All lists by name: the lists of the program with the imported ones over them. An imported list says how its
 * codes are; codes that it does not hold stay as they are in the program, so that none is lost. The order of the
 * program's codes stays, and codes that only the import has follow.
 *
 * @example mergeCodeLists([regions], [{ name: 'regions', codes: [{ code: '20', … }] }]).get('regions').codes.at(-1).code // '20'
 */
export function mergeCodeLists(own: readonly CodeList[], imported: readonly CodeList[]): CodeLists {
  const merged = new Map(own.map((list) => [list.name, list]));
  for (const list of imported) {
    const before = merged.get(list.name);
    merged.set(list.name, before ? mergedList(before, list) : list);
  }
  return merged;
}

function mergedList(before: CodeList, list: CodeList): CodeList {
  const imported = new Map(list.codes.map((entry) => [entry.code, entry]));
  const known = new Set(before.codes.map(({ code }) => code));
  const groups = list.groups ?? before.groups;
  return {
    ...before,
    ...list,
    codes: [
      ...before.codes.map((entry) => imported.get(entry.code) ?? entry),
      ...list.codes.filter(({ code }) => !known.has(code)),
    ],
    ...(groups ? { groups } : {}),
  };
}
