import { asReportRole } from '../db/with-role.ts';
import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import type { DividedUnit, ShownGroup } from './figure.ts';
import type { Kept } from './kept-groups.ts';
import { loadGroups, toPopulation } from './release-groups.ts';
import { selectDivisions } from './store.ts';
import { textsOf } from './texts/index.ts';

const ORDER = ['nation', 'field', 'institution'] as const;

/**
 * The groups by gender and age band of which a release shows a question, unit by unit, the nearest first. A unit
 * of which nothing is shown is left out; of one of which something is, every group of the release stands there.
 */
export function dividedUnits(
  groups: Iterable<ShownGroup>,
  { survey, language }: { survey: Survey; language: Language },
): DividedUnit[] {
  const texts = textsOf(language);
  const all = [...groups];
  const units = { nation: texts.group.nation, field: texts.group.field, institution: texts.group.institution };
  return ORDER.toReversed().flatMap((level) =>
    survey.definition.background.flatMap((variable) => {
      const of = all.filter(({ population }) => population.level === level && population.split === variable.code);
      if (of.every(({ cells }) => cells.size === 0)) return [];
      const values =
        variable.kind === 'category' ? variable.categories : variable.kind === 'age_band' ? variable.bands : [];
      const named = values.flatMap(({ code, label }) =>
        of
          .filter(({ population }) => population.split_value === code)
          .map((shown) => ({ name: label[language], shown })),
      );
      const label = variable.label[language];
      return [{ title: texts.question.dividedBy(units[level], label), variable: label, groups: named }];
    }),
  );
}

type DividedPlace = { release: string; institution: string; field: string; items: readonly string[] };

/**
 * What a release shows of a field, an institution and the nation by background, of some cells. `kept`: what was
 * read of the release before.
 */
export async function loadDivided(
  deps: Pick<Deps, 'db'>,
  { release, institution, field, items }: DividedPlace,
  kept?: Kept<readonly ShownGroup[]>,
): Promise<ShownGroup[]> {
  const names = unitNames({ institution, field, items });
  const known = names.map(([, name]) => kept?.get(name));
  if (known.every((groups) => groups !== undefined)) return known.flat();
  const rows = await asReportRole(deps.db, async (trx) => selectDivisions(trx, release, { institution, field }));
  const groups = [...(await loadGroups(deps, release, { populations: rows.map(toPopulation), items })).values()];
  for (const [level, name] of names)
    kept?.set(
      name,
      groups.filter(({ population }) => population.level === level),
    );
  return groups;
}

/** The units with the names under which their groups are kept: a unit and the cells that were asked of it. */
function unitNames({ institution, field, items }: Omit<DividedPlace, 'release'>) {
  const codes = { nation: '', field, institution };
  return ORDER.map((level) => [level, JSON.stringify([level, codes[level], items])] as const);
}
