import { firstAdministratorPath } from '../accounts/invitations.ts';
import type { Deps } from '../deps.ts';
import { answerHandle, deriveCode } from '../invitations/code.ts';
import { reportKey } from '../results/report-key.ts';
import { selectFirstPeople, selectLargestReport, selectOpenInventedRound, selectSentHandles } from './store.ts';

const PEOPLE_TRIED = 200;

/**
 * The lines that `npm start` prints, and where the machine itself is listened to, those for rounds and own questions.
 * While there is no administrator a link that works once makes the first. `graduate` is the personal link of an invented person who
 * has not answered yet; where there is none, the page on which a code is typed. No real person's link
 * is ever printed. `report` is the largest published degree, or the list where nothing is published.
 */
export async function startLinks(deps: Deps, baseUrl: string, localUrl: string | null): Promise<string[]> {
  const reports = `${baseUrl}/reports/${reportKey(deps.keys)}`;
  const largest = await selectLargestReport(deps.db);
  const report = largest ? `${reports}/${largest.release_id}/${largest.institution}/${largest.degree}` : reports;
  const first = await firstAdministratorPath(deps);
  return [
    `graduate: ${baseUrl}${await graduatePath(deps)}`,
    `report: ${report}`,
    `reports: ${reports}`,
    ...(first === null ? [] : [`first administrator: ${baseUrl}${first}`]),
    ...(localUrl === null ? [] : [`rounds: ${localUrl}/rounds`, `own questions: ${localUrl}/own-questions`]),
  ];
}

async function graduatePath(deps: Deps): Promise<string> {
  const roundId = await selectOpenInventedRound(deps.db, deps.now());
  const keys = roundId ? deps.keys.allRoundKeys().get(roundId) : undefined;
  if (!roundId || !keys) return '/';
  const people = await selectFirstPeople(deps.db, roundId, PEOPLE_TRIED);
  const codes = people.map((person) => deriveCode(keys, person.person_key, person.generation));
  const sent = await selectSentHandles(
    deps.db,
    codes.map((code) => answerHandle(keys, code)),
  );
  const code = codes.find((one) => !sent.some((handle) => handle.equals(answerHandle(keys, one))));
  return code ? `/v/${code}` : '/';
}
