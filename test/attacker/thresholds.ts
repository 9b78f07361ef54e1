import type { World } from './atoms.ts';
import type { Cell } from './cells.ts';
import type { Finding } from './input.ts';
import { tellsAnswers } from './linear.ts';
import { nameOf, type Sizes, type Told } from './told.ts';

/** T3: a figure of too few answers; and what is printed is what the files give (T0 where it is not). */
export function attackThresholds(cell: Cell): Finding[] {
  return cell.statements.flatMap(({ members, told }): Finding[] => {
    const n = members.reduce((sum, atom) => sum + (cell.sizes[atom] ?? 0), 0);
    const limit = told.population.split === '' ? cell.threshold : Math.max(10, cell.threshold);
    const finding = (test: 'T0' | 'T3', says: string): Finding => ({
      test,
      says: `${cell.id}: ${says}`,
      item: cell.id,
      group: nameOf(told.population),
      people: n,
      rows: told.rows.map((row) => ({ factor: '', row })),
      derived: Object.fromEntries(told.counts),
      confirmed: null,
    });
    const place = nameOf(told.population);
    if (told.n !== null && told.n !== n)
      return [finding('T0', `${place} has ${n} answers by the files and ${told.n} by the table`)];
    const wrong = wrongCount(cell, members, told);
    if (wrong !== null) return [finding('T0', `${place}: ${wrong}`)];
    if (cell.answered)
      return Math.min(told.silent ?? 0, n - (told.silent ?? 0)) <= 2
        ? [finding('T3', `${told.silent} of ${n} could not say in ${place}`)]
        : [];
    const alike = told.counts.size > 0 && cell.places.length > 1 && n - largest(told, n) <= 2;
    return [
      ...(n < limit ? [finding('T3', `${n} answers are shown of ${place}, fewer than ${limit}`)] : []),
      ...(alike && n >= limit
        ? [
            finding(
              'T3',
              `nearly all of ${place} answered alike (${[...told.counts].map((one) => one.join(' ')).join(', ')}) and are shown exactly`,
            ),
          ]
        : []),
    ];
  });
}

/** Respondents of a population that is too small to be spoken of. */
export function attackSizes(world: World, sizes: readonly Sizes[]): Finding[] {
  return sizes.flatMap(({ population, respondents, rows }): Finding[] => {
    const n = world.membersOf(population).reduce((sum, atom) => sum + (world.atoms[atom]?.people.length ?? 0), 0);
    const limit = population.split === '' ? 5 : 10;
    const place = nameOf(population);
    const finding = (test: 'T0' | 'T3', says: string): Finding => ({
      test,
      says,
      item: '',
      group: place,
      people: n,
      rows: rows.map((row) => ({ factor: '', row })),
      derived: {},
      confirmed: null,
    });
    if (respondents !== null && respondents !== n)
      return [finding('T0', `${place} has ${n} respondents by the files and ${respondents} by the table`)];
    return n < limit ? [finding('T3', `${place} is shown with ${n} respondents, fewer than ${limit}`)] : [];
  });
}

function largest({ counts, n }: Told, answers: number): number {
  const listed = [...counts.values()];
  const rest = (n ?? answers) - listed.reduce((sum, count) => sum + count, 0);
  return Math.max(rest, ...listed);
}

function wrongCount({ truth, places }: Cell, members: readonly number[], told: Told): string | null {
  if (!truth) return null;
  for (const [name, count] of told.counts) {
    const at = places.indexOf(name);
    const true_ = members.reduce((sum, atom) => sum + (truth[atom]?.[at] ?? 0), 0);
    if (true_ !== count) return `${name} is ${true_} by the files and ${count} by the table`;
  }
  return null;
}

/** T8: a statistic without its counts. How many distributions fit what is printed? */
export function attackInversion(cell: Cell): Finding[] {
  if (cell.answered) return [];
  return cell.statements.filter(tellsAnswers).flatMap(({ members, told }): Finding[] => {
    const names = ['mean', 'sd', 'median', 'nps'].filter((name) => told.measures.has(name));
    const isNumber = told.measures.has('quartile1') || told.measures.has('gap');
    if (told.counts.size > 0 || names.length === 0 || isNumber) return [];
    const n = members.reduce((sum, atom) => sum + (cell.sizes[atom] ?? 0), 0);
    const place = nameOf(told.population);
    return [
      {
        test: 'T8',
        says: `${cell.id}: ${names.join(' and ')} of ${place} are shown without counts${fitting(n, told)}`,
        item: cell.id,
        group: place,
        people: n,
        rows: told.rows.map((row) => ({ factor: '', row })),
        derived: {},
        confirmed: null,
      },
    ];
  });
}

/** Of scales of six steps and up to 20 answers, the distributions are counted. */
function fitting(n: number, { measures }: Told): string {
  const [mean, sd] = [measures.get('mean'), measures.get('sd')];
  if (mean === undefined || sd === undefined || n > 20) return '';
  const found = distributionsOf(n, mean, sd, 6, 0.000001);
  return `; ${found.length === 1 ? 'one distribution fits' : `${found.length} distributions fit`} (${(found[0] ?? []).join(' ')})`;
}

/**
 * All counts on the steps 1 … steps with n answers whose mean and sample standard deviation differ
 * from those given by `within` at most. Example: n 5, mean 4.6, sd 1.1 within 0.05 → [0, 0, 1, 1, 2, 1] alone.
 */
export function distributionsOf(n: number, mean: number, sd: number, steps: number, within: number): number[][] {
  const found: number[][] = [];
  const counts = Array<number>(steps).fill(0);
  const place = (step: number, left: number, sum: number, squares: number): void => {
    if (step === steps) {
      const [total, square] = [sum + left * steps, squares + left * steps * steps];
      const spread = n > 1 ? Math.sqrt(Math.max(0, (square - (total * total) / n) / (n - 1))) : 0;
      if (Math.abs(total / n - mean) > within + 1e-9 || Math.abs(spread - sd) > within + 1e-9) return;
      found.push([...counts.slice(0, -1), left]);
      return;
    }
    for (let count = 0; count <= left; count += 1) {
      counts[step - 1] = count;
      place(step + 1, left - count, sum + count * step, squares + count * step * step);
    }
    counts[step - 1] = 0;
  };
  place(1, n, 0, 0);
  return found;
}
