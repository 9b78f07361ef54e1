import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

type Row = Record<string, string>;
/** A programme with its people and their responses. */
type Programme = { people: Row[]; said: Row[] };

/**
 * Two programmes that simulation hardly makes, in the files of a nation: one where everybody answered
 * (who was silent gives the answers of another), and one where all gave the same answers.
 */
export function makeExtremes(population: string, responses: string): void {
  const people = rowsOf(population);
  const said = rowsOf(responses);
  const programmes = [...programmesOf(people, said)].filter((one) => one.people.length >= 8 && one.said.length >= 5);
  const [first, second] = programmes.toSorted((a, b) => a.people.length - b.people.length);
  const added = first ? fillUp(first) : [];
  if (second) makeAlike(second);
  writeFileSync(responses, stringify([...said, ...added], { header: true, columns: Object.keys(said[0] ?? {}) }));
}

const LATE_EVERY = 4;

/** Takes every fourth response out of the file of a nation, as answers that came late. */
export function holdBack(responses: string): { first: string; late: string } {
  const said = rowsOf(responses);
  const write = (name: string, rows: readonly Row[]): string => {
    const file = responses.replace(/\.csv$/, `-${name}.csv`);
    writeFileSync(file, stringify([...rows], { header: true, columns: Object.keys(said[0] ?? {}) }));
    return file;
  };
  const isLate = (index: number): boolean => index % LATE_EVERY === LATE_EVERY - 1;
  return {
    first: write(
      'first',
      said.filter((_row, index) => !isLate(index)),
    ),
    late: write(
      'late',
      said.filter((_row, index) => isLate(index)),
    ),
  };
}

function fillUp({ people, said }: Programme): Row[] {
  const answered = new Set(said.map(({ person_key }) => person_key));
  const silent = people.filter(({ person_key }) => !answered.has(person_key));
  return silent.map(({ person_key = '' }, index) => ({ ...said[index % said.length], person_key }));
}

function makeAlike({ said }: Programme): void {
  const [model] = said;
  for (const row of said.slice(1)) {
    for (const [column, value] of Object.entries(model ?? {})) if (column !== 'person_key') row[column] = value;
  }
}

function programmesOf(people: readonly Row[], said: readonly Row[]): Iterable<Programme> {
  const programmes = new Map<string, Programme>();
  const of = ({ institution = '', degree = '' }: Row): Programme => {
    const key = `${institution}/${degree}`;
    const found = programmes.get(key) ?? { people: [], said: [] };
    programmes.set(key, found);
    return found;
  };
  for (const person of people) of(person).people.push(person);
  for (const row of said) of(row).said.push(row);
  return programmes.values();
}

function rowsOf(file: string): Row[] {
  return parse(readFileSync(file), { columns: true }) as Row[]; // texts all
}
