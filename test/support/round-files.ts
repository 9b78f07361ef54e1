import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine } from '../../server/csv/csv-text.ts';
import { responseColumns, toResponseRow } from '../../server/engine/parse-response-row.ts';
import type { BuiltRound } from './build-round.ts';

/** Writes population.csv and responses.csv of a built round: everyone, and the answers that were sent. */
export function writeRoundFiles(folder: string, round: BuiltRound): { population: string; responses: string } {
  const population = join(folder, `${round.id}-population.csv`);
  const responses = join(folder, `${round.id}-responses.csv`);
  const register = ['institution', 'degree', 'graduation_date', 'gender', 'birth_year'] as const;
  const people = round.people.map(({ personKey, row }) => [
    personKey,
    ...register.map((column) => String(row[column])),
    'fi',
  ]);
  writeFileSync(population, table(['person_key', ...register, 'study_language'], people));
  const columns = responseColumns(round.survey);
  const sent = round.people.filter(({ state }) => state === 'sent');
  const answers = sent.map(({ personKey, row, answers: given }) => {
    const cells = toResponseRow(round.survey, given);
    return [personKey, row.institution, row.degree, '2026-10-15', ...columns.map((column) => cells[column] ?? '')];
  });
  writeFileSync(responses, table(['person_key', 'institution', 'degree', 'submitted_on', ...columns], answers));
  return { population, responses };
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => csvLine(row)).join('');
}
