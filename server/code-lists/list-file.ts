import type { CodeList, ListedCode } from '../engine/code-list.ts';
import type { Text } from '../engine/text.ts';

/**
 * A list as the text of its file: the same bytes for the same list, one value a line, so that a difference of two
 * versions can be read.
 *
 * @example listFileText({ name: 'regions', codes: [] }) // '{\n  "name": "regions",\n  "codes": []\n}\n'
 */
export function listFileText(list: CodeList): string {
  const { name, version, asOf, source, notes, codes, groups } = list;
  const ordered = {
    name,
    version,
    asOf,
    source,
    notes,
    codes: codes.map(orderedCode),
    groups: groups?.map(({ code, label }) => ({ code, label: orderedText(label) })),
  };
  return JSON.stringify(ordered, null, 2) + '\n';
}

// JSON leaves out what is undefined.
function orderedCode(entry: ListedCode) {
  const { code, label, group, level, validFrom, validTo, earlierLabels, replacedBy, borrowed, own, invented } = entry;
  return {
    code,
    label: orderedText(label),
    group,
    level,
    validFrom,
    validTo,
    earlierLabels: earlierLabels?.map((one) => ({ until: one.until, label: orderedText(one.label) })),
    replacedBy,
    borrowed,
    own,
    invented,
  };
}

function orderedText({ fi, sv, en }: Text): Text {
  return { fi, sv, en };
}
