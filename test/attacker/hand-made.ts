import type { AttackInput, QuestionFacts } from './input.ts';

/** Some people alike: counts of their answers on a scale 1, 2, 3 … to the question "q". */
export type Some = {
  degree: string;
  institution?: string;
  field?: string;
  gender?: string;
  year?: number;
  counts: readonly number[];
  /** Asked and silent. */
  silent?: number;
};

/** Whom a row of the tables speaks of; the columns of tables.csv. */
export type Of = {
  level: string;
  institution?: string;
  field?: string;
  degree?: string;
  split?: string;
  value?: string;
  period?: string;
};

/** How a row tells: all counts, a bound, or single measures. */
export type Telling = { of: Of; as: 'exact' | 'bound' | Readonly<Record<string, number>> };

const COLUMNS =
  'release,period,level,institution,field,degree,split,split_value,item,measure,category,value,ci_low,ci_high,base,flag';

/** A register, its answers, and the tables that speak of them as told, written by hand or from the answers. */
export function handMade(
  people: readonly Some[],
  tellings: readonly Telling[],
  { questions = [] }: { questions?: readonly QuestionFacts[] } = {},
): AttackInput {
  const fields = new Map(people.map(({ degree, field = '1' }) => [degree, field]));
  return { releases: [edition(people, tellings)], questions, fields };
}

/** One release; `tables` lets an old figure stand: rows about whom they were written. */
export function edition(
  people: readonly Some[],
  tellings: readonly Telling[],
  standing: { people: readonly Some[]; tellings: readonly Telling[] } = { people: [], tellings: [] },
): AttackInput['releases'][number] {
  const rows = [
    ...tellings.flatMap((telling) => rowsOf(people, telling)),
    ...standing.tellings.flatMap((telling) => rowsOf(standing.people, telling)),
  ];
  const files = new Map([['tables.csv', `${[COLUMNS, ...rows.toSorted()].join('\n')}\n`]]);
  return { release: { name: 'hand-made', files }, ...register(people) };
}

function register(people: readonly Some[]): { population: string[]; responses: string[] } {
  const population = ['person_key,institution,degree,graduation_date,gender,birth_year'];
  const responses = ['person_key,institution,degree,submitted_on,q'];
  for (const { degree, institution = 'X1', gender = 'female', year = 2020, counts, silent = 0 } of people) {
    const answers = counts.flatMap((count, place) => Array<string>(count).fill(String(place + 1)));
    // Keys run on within a group, so that a later edition knows the same people by the same keys.
    for (let index = 0; index < answers.length + silent; index += 1) {
      const key = `${institution}-${degree}-${gender}-${year}-${index}`;
      population.push(`${key},${institution},${degree},${year}-05-31,${gender},1995`);
      if (index < answers.length) responses.push(`${key},${institution},${degree},2025-10-01,${answers[index]}`);
    }
  }
  return { population: [population.join('\n')], responses: [responses.join('\n')] };
}

function rowsOf(people: readonly Some[], { of, as }: Telling): string[] {
  const { level, institution = '', field = '', degree = '', split = '', value = '', period = '2020' } = of;
  const start = `r,${period},${level},${institution},${field},${degree},${split},${value},q`;
  const inside = people.filter((some) => isIn(some, of));
  const counts = inside.reduce<number[]>(
    (sums, some) => some.counts.map((count, place) => count + (sums[place] ?? 0)),
    [],
  );
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (as === 'bound') {
    const common = counts.indexOf(Math.max(...counts));
    const bound = Math.floor(Math.floor((100 * (n - 2)) / n) / 5) * 5;
    return [`${start},at_least,${common + 1},${(bound / 100).toFixed(6)},,,,at_least`];
  }
  const number = `${start},n,,${n},,,${n},`;
  if (as === 'exact') return [number, ...counts.map((count, place) => `${start},count,${place + 1},${count},,,${n},`)];
  return [
    number,
    ...Object.entries(as).map(([measure, figure]) => `${start},${measure},,${figure.toFixed(6)},,,${n},`),
  ];
}

function isIn(some: Some, { institution, field, degree, split, value, period = '2020' }: Of): boolean {
  const [from = '', to = from] = period.split('-');
  const year = some.year ?? 2020;
  const own = `${some.institution ?? 'X1'}-${some.degree}`;
  const fits = (column: string | undefined, ...codes: string[]) =>
    !column || column.split('|').some((code) => codes.includes(code));
  return (
    year >= Number(from) &&
    year <= Number(to) &&
    fits(institution, some.institution ?? 'X1') &&
    fits(field, some.field ?? '1') &&
    fits(degree, some.degree, own) &&
    (!split || (some.gender ?? 'female') === value)
  );
}

export const nation: Of = { level: 'nation' };
export const fieldOf = (field: string): Of => ({ level: 'field', field });
export const degreeOf = (degree: string, field = '1'): Of => ({ level: 'degree', institution: 'X1', field, degree });
export const genderOf = (value: string, of: Of = nation): Of => ({ ...of, split: 'gender', value });
export const exact = (...of: Of[]): Telling[] => of.map((one) => ({ of: one, as: 'exact' }));
export const bound = (...of: Of[]): Telling[] => of.map((one) => ({ of: one, as: 'bound' }));
