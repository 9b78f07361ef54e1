import type { RowProblem } from '../csv/row-problem.ts';
import { letOthersIn } from '../db/long-work.ts';
import type { Deps } from '../deps.ts';
import type { Survey } from '../engine/survey.ts';
import { blocksOfRound } from '../own-blocks/asked-survey.ts';
import { readPopulationFile, readResponsesFile, type ResponseFromFile } from '../responses-import/read-files.ts';
import { keptParts, type KeptParts } from '../rounds/decide-freeze.ts';
import { reportRejected, type RejectedFile } from './report-rejected.ts';
import { selectWilling, type LateAnswers, type LateText } from './supplement-store.ts';

export type Late = {
  kind: 'read';
  responses: LateAnswers[];
  texts: LateText[];
  population: RejectedFile;
  rejected: RejectedFile;
  /** People of the file whom the round has not asked, or who refused. */
  strangers: number;
};

/** Reads late answers: of each row what freezing keeps, and nothing else. */
export async function readLate(
  deps: Pick<Deps, 'ownerDb'>,
  { roundId, population: file, responses: answers }: { roundId: string; population: string; responses: string },
  survey: Survey,
): Promise<Late | { kind: 'unusable'; file: string; problem: RowProblem }> {
  const blocks = await blocksOfRound(deps.ownerDb, roundId);
  const population = await readPopulationFile(file, survey);
  if (population.kind === 'unusable') return { ...population, file };
  const willing = await selectWilling(deps.ownerDb, roundId, [...population.people.keys()]);
  const people = new Map([...population.people].filter(([key]) => willing.has(key)));
  const opened = await readResponsesFile(answers, survey, people, blocks);
  if (opened.kind === 'unusable') return { ...opened, file: answers };
  const kept = keptParts(survey, blocks);
  const late: Pick<Late, 'responses' | 'texts'> = { responses: [], texts: [] };
  for await (const response of opened.responses) {
    late.responses.push(keptOf(response, kept));
    late.texts.push(...textsOf(response, kept));
    await letOthersIn();
  }
  return {
    kind: 'read',
    ...late,
    population: reportRejected(file, population.rejected),
    rejected: reportRejected(answers, opened.rejected),
    strangers: population.people.size - people.size,
  };
}

/** What freezing keeps, and nothing else. */
function keptOf({ background, answers }: ResponseFromFile, kept: KeptParts): LateAnswers {
  const only = <T>(of: Readonly<Record<string, T>>, codes: readonly string[]): Record<string, T> =>
    Object.fromEntries(Object.entries(of).filter(([code]) => codes.includes(code)));
  return { background: only(background, kept.background), answers: only(answers, kept.answers) };
}

function textsOf({ institution, degree, answers }: ResponseFromFile, kept: KeptParts): LateText[] {
  return kept.texts.flatMap((item) => {
    const body = answers[item];
    return typeof body === 'string' && body !== '' ? [{ item, institution, degree, body }] : [];
  });
}
