import type { RejectedRow } from '../csv/rejected-rows.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { Answers } from '../engine/answer.ts';
import { askedSurveys } from '../engine/asked-surveys.ts';
import type { Background } from '../engine/condition.ts';
import type { OwnBlock } from '../engine/own-block.ts';
import type { Survey } from '../engine/survey.ts';
import { openPopulation } from '../invitations/read-population.ts';
import type { RegisterPerson } from './person-columns.ts';
import { openResponses } from './read-responses.ts';

// The way without a database: the two files, read by the very rules of the imports, so that a release
// from files sees the people and answers that a release from a round sees.
//
//   const population = await readPopulationFile(path, survey);
//   if (population.kind === 'unusable') …population.problem (line 1, column, reason)
//   const responses = await readResponsesFile(path, survey, population.people, blocks);
//   if (responses.kind === 'unusable') …
//   for await (const response of responses.responses) …   // institution, degree, background, answers
//   responses.rejected                                     // complete when the loop has ended

export type PopulationFromFile =
  | { kind: 'unusable'; problem: RowProblem }
  | {
      kind: 'population';
      /** By person key, in the file's order. */
      people: ReadonlyMap<string, RegisterPerson>;
      /** Whether the institutions are invented; null without people. */
      invented: boolean | null;
      rejected: readonly RejectedRow[];
    };

/** Reads population.csv. */
export async function readPopulationFile(path: string, survey: Survey): Promise<PopulationFromFile> {
  const opened = await openPopulation(path, survey, { invented: null, absent: new Set() });
  if (opened.kind === 'unusable') return opened;
  const people = new Map<string, RegisterPerson>();
  const rejected: RejectedRow[] = [];
  let invented: boolean | null = null;
  for await (const entry of opened.entries) {
    if (entry.kind === 'rejected') {
      rejected.push(entry);
      continue;
    }
    const { contact_language: _language, email: _email, phone: _phone, ...person } = entry.person;
    people.set(person.person_key, person);
    invented = entry.invented;
  }
  return { kind: 'population', people, invented, rejected };
}

/** A response that was sent, without anything that says whose it is. */
export type ResponseFromFile = { institution: string; degree: string; background: Background; answers: Answers };

export type ResponsesFromFile =
  | { kind: 'unusable'; problem: RowProblem }
  | {
      kind: 'responses';
      responses: AsyncIterable<ResponseFromFile>;
      /** Filled while `responses` is read. */
      rejected: readonly RejectedRow[];
    };

/**
 * Reads responses.csv against a population, in memory that does not grow with the number of responses.
 * `blocks`: the own questions that the round asks.
 */
export async function readResponsesFile(
  path: string,
  survey: Survey,
  people: ReadonlyMap<string, RegisterPerson>,
  blocks: readonly OwnBlock[] = [],
): Promise<ResponsesFromFile> {
  const surveys = askedSurveys(survey, blocks);
  const opened = await openResponses(path, surveys, async (keys) => keys.map((key) => people.get(key) ?? null));
  if (opened.kind === 'unusable') return opened;
  const rejected: RejectedRow[] = [];
  return { kind: 'responses', responses: good(), rejected };

  async function* good(): AsyncGenerator<ResponseFromFile> {
    if (opened.kind === 'unusable') return;
    for await (const entry of opened.entries) {
      if (entry.kind === 'rejected') rejected.push(entry);
      else {
        const { institution, degree } = entry.person;
        yield { institution, degree, background: entry.background, answers: entry.answers };
      }
    }
  }
}
