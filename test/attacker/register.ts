import type { AttackInput } from './input.ts';
import { readCsv } from './read-csv.ts';

/** Somebody who took part: what the register says, what they answered, and which releases they are in. */
export type Person = {
  key: string;
  year: number;
  register: Readonly<Record<string, string>>;
  said: Readonly<Record<string, string>>;
  releases: readonly number[];
};

/** Those who were asked, for each release: only attributes, as the register has them. */
export type Asked = { year: number; register: Readonly<Record<string, string>> };

export type Register = { people: Person[]; asked: Asked[][]; columns: string[]; problems: string[] };

/**
 * Ties the responses to the register. A person is known by the key, the year and the answers: who
 * corrects an answer between two editions is one who left and one who came.
 */
export function readRegister({ releases }: Pick<AttackInput, 'releases'>): Register {
  const people = new Map<string, Person & { releases: number[] }>();
  const columns = new Set<string>();
  const problems: string[] = [];
  const parse = remember(readCsv);
  const asked = releases.map(({ population, responses }, release) => {
    const byKey = new Map<string, (Asked & { file: number })[]>();
    for (const [file, text] of population.entries()) {
      for (const row of parse(text)) {
        const key = row['person_key'] ?? '';
        const year = Number(row['graduation_date']?.slice(0, 4));
        byKey.set(key, [...(byKey.get(key) ?? []), { year, register: row, file }]);
      }
    }
    for (const [file, text] of responses.entries()) {
      for (const said of parse(text)) {
        for (const name of Object.keys(said)) columns.add(name);
        const rows = byKey.get(said['person_key'] ?? '') ?? [];
        const who = matching(rows, said, Math.min(file, population.length - 1));
        if (who) take(people, who, said, release);
        else problems.push(`${said['person_key']} of the responses of release ${release + 1} is not in its register`);
      }
    }
    return [...byKey.values()].flat();
  });
  return { people: [...people.values()], asked, columns: [...columns], problems };
}

/**
 * Round by round a key may come again: the degree and institution tell which row is meant, and the file. Files of
 * responses stand in the order of those of the register; more of them belong to the last one.
 */
function matching(
  rows: readonly (Asked & { file: number })[],
  said: Record<string, string>,
  file: number,
): Asked | undefined {
  const fitting = rows.filter(
    ({ register }) => register['institution'] === said['institution'] && register['degree'] === said['degree'],
  );
  return fitting.find((row) => row.file === file) ?? fitting[0];
}

function take(
  people: Map<string, Person & { releases: number[] }>,
  { year, register }: Asked,
  said: Record<string, string>,
  release: number,
): void {
  const key = `${year} ${JSON.stringify(said)}`;
  const known = people.get(key);
  if (!known) people.set(key, { key: said['person_key'] ?? '', year, register, said, releases: [release] });
  else if (!known.releases.includes(release)) known.releases.push(release);
}

function remember<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const result = known.get(text) ?? compute(text);
    known.set(text, result);
    return result;
  };
}
