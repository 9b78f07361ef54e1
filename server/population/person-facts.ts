import type { Deps } from '../deps.ts';
import { LANGUAGES } from '../engine/text.ts';
import { registerNames } from './asked-round.ts';
import type { SeenPerson } from './find-people.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { peoplePath, type Visit } from './people-frame.ts';
import { selectPersonMessages } from './person-store.ts';
import { dayIn, peopleTexts } from './texts/index.ts';
import { timeTexts } from './texts/time.ts';

/** A message to a person, in words. */
export type Message = { day: string; kind: string; channel: string; result: string };

/** What the register says of a person. */
export function factsOf({ row }: SeenPerson, { language, round }: Visit) {
  const w = peopleTexts(language);
  const names = registerNames(round.survey, language);
  const studied = LANGUAGES.find((one) => one === row.study_language);
  return [
    { label: w.person.institution, value: names.institution(row.institution) },
    { label: w.person.degree, value: names.degree(row.degree) },
    { label: w.person.graduated, value: dayIn(language, row.graduation_date) },
    ...(studied ? [{ label: w.person.studyLanguage, value: w.languages[studied] }] : []),
  ];
}

/** What keeps messages from a person. */
export function notesOf({ row }: SeenPerson, { language }: Visit): string[] {
  const { person: w } = peopleTexts(language);
  return [
    ...(row.refused_on === null ? [] : [w.refused(dayIn(language, row.refused_on))]),
    ...(row.protected ? [w.protectedNote] : []),
    ...(row.mail_problem === null ? [] : [w.mailProblem[row.mail_problem]]),
    ...(row.phone_problem === null ? [] : [w.phoneProblem]),
  ];
}

/** What a person was sent, the newest first. A day is the finest that is told. */
export async function messagesOf(
  deps: Pick<Deps, 'db'>,
  { round, language }: Visit,
  { row }: SeenPerson,
): Promise<Message[]> {
  const { person: w } = peopleTexts(language);
  const messages = await selectPersonMessages(deps.db, { roundId: round.id, personKey: row.person_key });
  const sent = messages.map(({ step, channel, state, handed_at }) => ({
    day: handed_at === null ? '–' : dayIn(language, handed_at.toISOString().slice(0, 10)),
    kind: step,
    channel: w.channels[channel],
    result: w.results[state],
  }));
  const letter =
    row.letter_exported_on === null
      ? []
      : [
          {
            day: dayIn(language, row.letter_exported_on),
            kind: w.letter,
            channel: w.channels.letter,
            result: w.results.sent,
          },
        ];
  return [...letter, ...sent];
}

/** What a person's page says of their time: what was done just now, how long they have, and where more is given. */
export function timeOn(visit: Visit, { row }: SeenPerson, { done, now }: { done: string; now: Date }) {
  const w = timeTexts(visit.language);
  const said = done === 'time_given' ? w.given : done === 'time_back' ? w.takenBack : null;
  const notes = row.extended_to === null ? [] : [w.has(lastDay(row.extended_to, visit))];
  const isBegun = !visit.round.isFrozen && visit.round.opens_at <= now;
  const href = peoplePath(visit, `/${row.page}/time`);
  return { said, notes, link: isBegun ? { href, label: w.link, hint: w.hint } : null };
}

/** The last day before an instant: midnight ends the day before. */
export function lastDay(at: Date, { round, language }: Visit): string {
  return dayIn(language, zonedDay(new Date(at.getTime() - 1), round.time_zone));
}
