import { createCipheriv, createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Deps } from '../../server/deps.ts';
import type { Db } from '../../server/db/schema/index.ts';
import type { Answers } from '../../server/engine/answer.ts';
import type { Background } from '../../server/engine/condition.ts';
import { askedSurveys, type AskedSurveys } from '../../server/engine/asked-surveys.ts';
import type { OwnBlock } from '../../server/engine/own-block.ts';
import { drawQuestionOrder } from '../../server/engine/question-order.ts';
import { listOf, type Survey } from '../../server/engine/survey.ts';
import { walk } from '../../server/engine/walk.ts';
import { shuffle } from '../../server/rounds/shuffle.ts';
import { coarsenBackground } from '../../server/invitations/coarsen-background.ts';
import { answerHandle, contactHash, deriveCode } from '../../server/invitations/code.ts';
import type { RoundKeys } from '../../server/keys/key-store.ts';
import { arbitraryAnswers } from './arbitrary-answers.ts';
import { askOwnBlock } from './own-blocks.ts';

const DAY_MS = 24 * 3_600_000;

/** What a test knows of a person and the service must forget. */
export type BuiltPerson = {
  personKey: string;
  code: string;
  handle: Buffer;
  background: Background;
  state: 'silent' | 'partial' | 'sent';
  /** As stored before freezing, texts included. */
  answers: Answers;
  /** As in the register. */
  row: { institution: string; degree: string; graduation_date: string; gender: string; birth_year: number };
};
/** `survey`: with the own questions of every block. */
export type BuiltRound = { id: string; survey: Survey; closesAt: Date; people: BuiltPerson[]; hasMessages: boolean };

type Place = Pick<Deps, 'ownerDb' | 'keys' | 'surveys' | 'randomBytes' | 'now'>;
type Options = {
  id: string;
  persons: number;
  seed?: number;
  closesAt?: Date;
  toleranceHours?: number;
  /** How many institutions and how many degrees; few give large groups. */
  institutions?: number;
  degrees?: number;
  /** Last year of graduation of those who are asked; some graduated the year before. */
  year?: number;
  /** Own questions that the round asks. */
  blocks?: readonly OwnBlock[];
  /** An invitation to everyone, and a reminder that is being sent. */
  messages?: boolean;
};

/**
 * A round with people, keys and answers, written straight into the tables. Whatever could tie a person
 * to answers is as bad as it can be: people come in order of their keys, answer in that order, day by
 * day, each text says whose it is, and every page saved leaves an event.
 */
export async function buildRound(place: Place, options: Options): Promise<BuiltRound> {
  const { id, closesAt = new Date('2026-10-31T22:00:00Z'), blocks = [] } = options;
  const common = place.surveys.find('amk-career', 2);
  if (!common) throw new Error('amk-career.v2 is gone');
  const surveys = askedSurveys(common, blocks);
  await place.ownerDb
    .insertInto('survey.round')
    .values({
      id,
      survey: 'amk-career',
      version: 2,
      cohort: '2020',
      opens_at: new Date(closesAt.getTime() - 60 * DAY_MS),
      closes_at: closesAt,
      time_zone: 'Europe/Helsinki',
      tolerance_hours: options.toleranceHours ?? 24,
      created_on: '2026-08-01',
      invented: true,
    })
    .execute();
  place.keys.createRoundKeys(id);
  const keys = place.keys.allRoundKeys().get(id);
  if (!keys) throw new Error(`round ${id} has no keys`);
  for (const block of blocks) await askOwnBlock(place, id, block);
  const people = makePeople(surveys, keys, options);
  await insertPeople(place.ownerDb, id, people);
  if (options.messages)
    await insertMessages(place.ownerDb, id, { people, opensAt: new Date(closesAt.getTime() - 60 * DAY_MS) });
  await insertAnswers(place, { id, surveys, people: people.filter(({ state }) => state !== 'silent') });
  return { id, survey: surveys.all, closesAt, people, hasMessages: options.messages ?? false };
}

type MadePerson = BuiltPerson & { codeHash: Buffer };

function makePeople(surveys: AskedSurveys, keys: RoundKeys, options: Options): MadePerson[] {
  const { id, persons, seed = 1, institutions = 3, degrees = 6, year = 2020 } = options;
  const { common: survey, all } = surveys;
  const places = listOf(survey, 'institutions').codes.filter((code) => code.invented);
  const titles = listOf(survey, 'degrees').codes;
  // Shuffled, since what is drawn later tends to be larger: answers must not follow the order of people.
  const drawn = shuffle(fc.sample(arbitraryAnswers(all), { numRuns: persons, seed }), pseudoRandomBytes(seed));
  return drawn.map((answers, index) => {
    const personKey = `${id}-${String(index).padStart(6, '0')}`;
    const row = {
      institution: places[index % Math.min(institutions, places.length)]?.code ?? '',
      degree: titles[Math.floor(index / 2) % Math.min(degrees, titles.length)]?.code ?? '',
      graduation_date: index % 5 === 0 ? `${year - 1}-12-20` : `${year}-05-31`,
      gender: index % 3 === 0 ? 'male' : 'female',
      birth_year: 1970 + (index % 30),
    };
    const background = coarsenBackground(survey, { ...row, study_language: 'fi' });
    const written = Object.fromEntries(
      textsOf(all).map((item, at) => [item, (index + at) % 2 === 0 ? `${item} of ${personKey}` : '']),
    );
    const code = deriveCode(keys, personKey, 0);
    return {
      personKey,
      code,
      codeHash: contactHash(keys, code),
      handle: answerHandle(keys, code),
      background,
      state: index % 5 === 4 ? 'silent' : index % 7 === 6 ? 'partial' : 'sent',
      answers: withoutEmpty(walk(surveys.of(row), { ...answers, ...written }, background).relevantAnswers),
      row,
    };
  });
}

async function insertPeople(db: Db, roundId: string, people: readonly MadePerson[]): Promise<void> {
  for (const part of chunks(people, 500)) {
    const rows = part.map((person) => ({
      round_id: roundId,
      person_key: person.personKey,
      ...person.row,
      study_language: 'fi',
      contact_language: 'sv',
      email: `${person.personKey}@example.org`,
      phone: '+358 40 0000000',
      code_hash: person.codeHash,
      // From the hash, so that neither follows the order of people.
      messages: 1 + ((person.codeHash[0] ?? 0) % 3),
      refused_on: (person.codeHash[1] ?? 0) < 10 ? '2026-10-01' : null,
      letter_exported_on: '2026-09-01',
    }));
    await db.insertInto('contact.person').values(rows).execute();
  }
}

/** An invitation to everybody, in the order of people, and a reminder to those who have not sent: who, tells it. */
async function insertMessages(
  db: Db,
  roundId: string,
  { people, opensAt }: { people: readonly MadePerson[]; opensAt: Date },
): Promise<void> {
  const plan = { round_id: roundId, version: 1, content: '{}', hash: '0', saved_on: '2026-08-01' };
  await db.insertInto('survey.message_plan').values(plan).execute();
  const usual = { round_id: roundId, plan_version: 1, channel: 'mail' as const, starts_at: opensAt };
  const steps = [
    { ...usual, step: 'invitation', expected: people.length, state: 'done' as const },
    {
      ...usual,
      step: 'reminder',
      expected: people.length,
      state: 'sending' as const,
      listed_to: people.at(-1)?.personKey ?? '',
    },
  ];
  await db.insertInto('contact.message_step').values(steps).execute();
  const rows = people.flatMap((person, index) => {
    const at = new Date(opensAt.getTime() + index * 60_000);
    const message = {
      round_id: roundId,
      person_key: person.personKey,
      channel: 'mail' as const,
      domain: 'example.org',
    };
    const state = index % 11 === 3 ? ('uncertain' as const) : ('sent' as const);
    const invitation = { ...message, step: 'invitation', state, due_at: at, handed_at: at };
    if (person.state === 'sent') return [invitation];
    return [invitation, { ...message, step: 'reminder', state: 'planned' as const, due_at: at }];
  });
  for (const part of chunks(rows, 500)) await db.insertInto('contact.message').values(part).execute();
}

async function insertAnswers(
  place: Place,
  round: { id: string; surveys: AskedSurveys; people: readonly MadePerson[] },
): Promise<void> {
  const { survey, version } = round.surveys.common.definition;
  let answered = 0;
  for (const part of chunks(round.people, 20)) {
    answered += part.length;
    const day = `2026-10-${String(1 + Math.floor((answered / (round.people.length + 1)) * 30)).padStart(2, '0')}`;
    const rows = part.map((person) => ({
      handle: person.handle,
      round_id: round.id,
      survey,
      version,
      background: JSON.stringify(person.background),
      answers: JSON.stringify(person.answers),
      question_order: JSON.stringify(drawQuestionOrder(round.surveys.of(person.row), place.randomBytes)),
      pages_saved: round.surveys.of(person.row).definition.pages.map((page) => page.code),
      language: 'fi',
      submitted_on: person.state === 'sent' ? day : null,
    }));
    await place.ownerDb.insertInto('answer.response').values(rows).execute();
    const events = part.flatMap((person) => [
      { on_date: day, kind: 'page_saved', round_id: round.id },
      ...(person.state === 'sent' ? [{ on_date: day, kind: 'submitted', round_id: round.id }] : []),
    ]);
    await place.ownerDb.insertInto('survey.answering_event').values(events).execute();
  }
}

/** The same bytes for the same seed. */
function pseudoRandomBytes(seed: number): (size: number) => Buffer {
  return (size) => {
    const cipher = createCipheriv(
      'aes-128-ctr',
      createHash('sha256').update(String(seed)).digest().subarray(0, 16),
      Buffer.alloc(16),
    );
    return cipher.update(Buffer.alloc(size));
  };
}

/** Codes of the open questions. */
export function textsOf(survey: Survey): string[] {
  return [...survey.questions.values()].filter(({ kind }) => kind === 'text').map(({ code }) => code);
}

function withoutEmpty(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const starts = Array.from({ length: Math.ceil(all.length / size) }, (_, index) => index * size);
  return starts.map((start) => all.slice(start, start + size));
}
