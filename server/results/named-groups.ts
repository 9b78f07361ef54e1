import { safeCellSchema } from '../disclosure/safe-cell-schema.ts';
import type { SafeCell } from '../disclosure/safe-table.ts';
import type { NamedGroup } from './figure.ts';
import type { QuestionRow } from './store.ts';
import type { Language } from '../engine/text.ts';
import { textsOf } from './texts/index.ts';

const ORDER = ['degree', 'degree_national', 'institution', 'field', 'nation'] as const;

/** The groups of a degree that are in the release, from the nearest to the widest. */
export function namedGroups(rows: readonly QuestionRow[], language: Language): NamedGroup[] {
  const texts = textsOf(language);
  const names: Readonly<Record<(typeof ORDER)[number], string>> = {
    degree: texts.group.own,
    degree_national: texts.question.sameDegree,
    institution: texts.question.institution,
    field: texts.group.field,
    nation: texts.group.nation,
  };
  return ORDER.flatMap((level) => {
    const of = rows.filter((row) => row.level === level);
    const [first] = of;
    if (!first) return [];
    const cells = of.flatMap(({ cell }): SafeCell[] => (cell === null ? [] : [safeCellSchema.parse(cell)]));
    const { cell: _cell, level: _level, ...row } = first;
    const population = { ...row, level, split: '', split_value: '', members: [] };
    return [{ name: names[level], shown: { population, cells: new Map(cells.map((cell) => [cell.id, cell])) } }];
  });
}
