import { institutionsOf } from '../rounds/choose-institutions.ts';
import { selectInstitutionsOf, selectPeopleByInstitution } from '../rounds/change-store.ts';
import type { DescribeTask } from '../rounds/round-task.ts';
import { roundPath } from './round-frame.ts';
import { roundTexts } from './texts/index.ts';

/** Which institutions take part; of one institution, whether it does. */
export const describeInstitutionsTask: DescribeTask = async ({ db, surveys }, { round, language, institution }) => {
  const { tasks: t } = roundTexts(language);
  const said = await selectInstitutionsOf(db, round.id);
  const href = roundPath(round.id, '/institutions', language);
  if (institution !== null) {
    const part = said.get(institution);
    const note = part === undefined ? t.notSaid : part ? t.takesPart : t.takesNoPart;
    return [{ code: 'taking-part', label: t.takePart, state: part === undefined ? 'not_started' : 'done', note, href }];
  }
  const all = institutionsOf({ surveys }, round);
  const number = (part: boolean | undefined) => all.filter((code) => said.get(code) === part).length;
  const people = new Set((await selectPeopleByInstitution(db, round.id)).map((row) => row.institution));
  const empty = all.filter((code) => said.get(code) === true && !people.has(code)).length;
  const note = [t.institutionsNote(number(true), number(false), number(undefined))];
  if (empty > 0) note.push(t.emptyInstitutions(empty));
  const state = number(undefined) > 0 || empty > 0 ? 'check' : 'done';
  return [{ code: 'institutions', label: t.institutions, state, note: note.join('; '), href }];
};
