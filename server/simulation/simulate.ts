import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { AskedSurveys } from '../engine/asked-surveys.ts';
import { responseColumns, toResponseRow } from '../engine/parse-response-row.ts';
import { coarsenBackground } from '../invitations/coarsen-background.ts';
import { POPULATION_COLUMNS } from '../invitations/register.ts';
import { drawAnswers } from './draw-answers.ts';
import { drawPerson, type SimulatedPerson } from './draw-person.ts';
import { makeNation, type NationOptions } from './make-nation.ts';
import { makeRandom } from './random.ts';

const PROGRESS_EVERY = 20_000;
const ROWS_AT_ONCE = 500;

export type SimulationResult = {
  seed: number;
  graduates: number;
  responses: number;
  institutions: number;
  degrees: number;
  population: string;
  responses_file: string;
};

/**
 * Writes an invented population and its responses into `out` (population.csv, responses.csv), the
 * same bytes for the same options. Memory stays flat: rows are written as they are drawn.
 */
export async function simulate(
  surveys: AskedSurveys,
  options: NationOptions & { out: string; cohort: number; progress: (line: string) => void },
): Promise<SimulationResult> {
  mkdirSync(options.out, { recursive: true });
  const { common: survey, all } = surveys;
  const programmes = makeNation(survey, options);
  const columns = ['person_key', 'institution', 'degree', 'submitted_on', ...responseColumns(all)];
  const population = openTable(join(options.out, 'population.csv'), POPULATION_COLUMNS);
  const responses = openTable(join(options.out, 'responses.csv'), columns);
  const peopleSeed = options.peopleSeed ?? options.seed;
  const random = makeRandom(peopleSeed, 'people');
  const ownRandom = makeRandom(peopleSeed, 'own questions');
  let graduates = 0;
  let answered = 0;
  for (const programme of programmes) {
    for (let index = 0; index < programme.size; index += 1) {
      graduates += 1;
      const person = drawPerson(random, { number: graduates, programme, cohort: options.cohort });
      await population.add(person.row);
      // Drawn for everyone, so that a person's answers do not depend on who else answers.
      const background = coarsenBackground(survey, person.row);
      const answers = drawAnswers(surveys.of(programme), random, { programme, background, ownRandom });
      if (random.next() < person.propensity) {
        answered += 1;
        await responses.add({ ...responseStart(person), ...toResponseRow(all, answers) });
      }
      if (graduates % PROGRESS_EVERY === 0) options.progress(`${graduates} of ${options.graduates} graduates`);
    }
  }
  await population.close();
  await responses.close();
  const institutions = new Set(programmes.map((programme) => programme.institution)).size;
  const { seed } = options;
  const files = { population: population.file, responses_file: responses.file };
  return { seed, graduates, responses: answered, institutions, degrees: programmes.length, ...files };
}

function responseStart({ row, submittedOn }: SimulatedPerson) {
  return { person_key: row.person_key, institution: row.institution, degree: row.degree, submitted_on: submittedOn };
}

/** A CSV file that is written as it grows. */
function openTable(file: string, columns: readonly string[]) {
  const stream = createWriteStream(file);
  let waiting: Record<string, string>[] = [];
  const flush = async (header: boolean) => {
    const text = stringify(waiting, { columns: [...columns], header });
    waiting = [];
    if (!stream.write(text)) await once(stream, 'drain');
  };
  const ready = flush(true);
  return {
    file,
    async add(row: Record<string, string>) {
      waiting.push(row);
      if (waiting.length >= ROWS_AT_ONCE) await ready.then(() => flush(false));
    },
    async close() {
      await ready;
      await flush(false);
      stream.end();
      await once(stream, 'finish');
    },
  };
}
