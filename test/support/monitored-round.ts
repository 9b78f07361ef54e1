import { randomBytes } from 'node:crypto';
import type { Deps } from '../../server/deps.ts';

/** How a degree of an institution stands: who is asked, and how many had sent their answers on which day. */
export type DegreeStanding = {
  institution: string;
  degree: string;
  target: number;
  /** Day → how many sent on it. */
  days?: Readonly<Record<string, number>>;
  /** Have saved one part, and three, without sending. */
  begun?: number;
  partial?: number;
  refused?: number;
  /** Their mail comes back. */
  gone?: number;
};

const PARTS = ['background', 'employment', 'skills'];

/** Puts people and answer records of a round straight into the tables. The first of each degree have answered. */
export async function fillRound(
  { ownerDb }: Pick<Deps, 'ownerDb'>,
  roundId: string,
  degrees: readonly DegreeStanding[],
): Promise<void> {
  const people = degrees.flatMap(peopleOf);
  const rows = people.map(({ institution, degree, gender, study_language, number, refused, gone }) => ({
    round_id: roundId,
    person_key: `${institution}-${degree}-${String(number).padStart(5, '0')}`,
    institution,
    degree,
    graduation_date: '2020-05-31',
    gender,
    birth_year: 1995,
    study_language,
    email: `p${number}@example.org`,
    code_hash: randomBytes(32),
    messages: 1,
    refused_on: refused ? '2026-11-03' : null,
    mail_problem: gone ? ('gone' as const) : null,
  }));
  for (const part of chunks(rows)) await ownerDb.insertInto('contact.person').values(part).execute();
  const answers = people.flatMap(({ institution, degree, gender, study_language, sentOn, parts }) =>
    parts === 0
      ? []
      : [
          {
            handle: randomBytes(32),
            round_id: roundId,
            survey: 'amk-career',
            version: 2,
            background: JSON.stringify({ institution, degree, gender, age_band: '25_29', study_language }),
            answers: '{}',
            question_order: '{}',
            pages_saved: PARTS.slice(0, parts),
            language: 'fi',
            submitted_on: sentOn,
          },
        ],
  );
  for (const part of chunks(answers)) await ownerDb.insertInto('answer.response').values(part).execute();
}

function peopleOf({
  institution,
  degree,
  target,
  days = {},
  begun = 0,
  partial = 0,
  refused = 0,
  gone = 0,
}: DegreeStanding) {
  const sent = Object.entries(days).flatMap(([day, count]) => Array.from({ length: count }, () => day));
  return Array.from({ length: target }, (_, number) => {
    const sentOn = sent[number] ?? null;
    const after = number - sent.length;
    const parts =
      sentOn !== null || (after >= 0 && after < partial) ? 3 : after >= 0 && after < partial + begun ? 1 : 0;
    return {
      institution,
      degree,
      number,
      gender: number % 3 === 0 ? 'male' : 'female',
      study_language: number % 4 === 0 ? 'sv' : 'fi',
      sentOn,
      parts,
      refused: number >= target - refused,
      gone: number >= target - refused - gone && number < target - refused,
    };
  });
}

function chunks<T>(all: readonly T[], size = 2000): T[][] {
  const starts = Array.from({ length: Math.ceil(all.length / size) }, (_, index) => index * size);
  return starts.map((start) => all.slice(start, start + size));
}
