import { messagesById, type Refused, type StaffFrame } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import { LANGUAGES } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { reasonIn } from '../invitations/population-reasons.ts';
import { SOURCES, type ContactProblem, type TypedContact } from './change-person.ts';
import type { SeenPerson } from './find-people.ts';
import { mayRemovePeople } from './may-remove.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import { factsOf, messagesOf, notesOf, timeOn, type Message } from './person-facts.ts';
import { dayIn, peopleTexts, type PeopleTexts } from './texts/index.ts';

type Choice = { value: string; label: string };
type PersonModel = StaffFrame & {
  w: PeopleTexts;
  heading: string;
  links: { back: string; self: string };
  status: string | null;
  state: string;
  facts: readonly { label: string; value: string }[];
  notes: readonly string[];
  contact: {
    typed: TypedContact;
    languages: readonly Choice[];
    sources: readonly Choice[];
    origin: string;
  } | null;
  refused: Readonly<Record<string, string>>;
  messages: readonly Message[];
  refusal: { isRefused: boolean };
  removal: 'allowed' | 'too_late';
  canReplace: boolean;
  /** Where more time is given. */
  time: { href: string; label: string; hint: string } | null;
};
const personView = defineView<PersonModel>('population/views/person');

const DONE = [
  'saved',
  'refusedDone',
  'willingDone',
  'removeStarted',
  'removeLater',
  'replaced',
  'replacedUnsent',
  'cannotReplace',
] as const;
export type PersonDone = (typeof DONE)[number];

type PersonDeps = Pick<Deps, 'db' | 'keys' | 'now'>;
type Shown = { done?: string; typed?: TypedContact; problems?: readonly ContactProblem[]; canReplace?: boolean };

/** One person: how they are reached, what they were sent, and what can be done. Never an answer, a link or a code. */
export async function personPage(
  deps: PersonDeps,
  visit: Visit,
  person: SeenPerson,
  { done = '', typed, problems = [], canReplace = false }: Shown = {},
): Promise<PageAnswer> {
  const { row } = person;
  const { language, round } = visit;
  const texts = peopleTexts(language);
  const w = texts.person;
  const said = DONE.find((one) => one === done);
  const errors = problems.map((problem): Refused => ({ id: problem.field, message: problemWords(problem, visit) }));
  const time = timeOn(visit, person, { done, now: deps.now() });
  const mayRemove = await mayRemovePeople(deps.db, round, deps.now());
  return page(
    personView,
    {
      ...peopleFrame(visit, w.title(row.person_key), { errors }),
      w: texts,
      heading: w.title(row.person_key),
      links: { back: peoplePath(visit), self: `/rounds/${round.id}/population/${row.page}` },
      status: said ? w[said] : time.said,
      state: texts.states[person.state],
      facts: factsOf(person, visit),
      notes: [...notesOf(person, visit), ...time.notes],
      contact: row.protected ? null : contactOf(person, visit, typed),
      refused: messagesById(errors),
      messages: await messagesOf(deps, visit, person),
      refusal: { isRefused: row.refused_on !== null },
      removal: mayRemove ? 'allowed' : 'too_late',
      canReplace,
      time: time.link,
    },
    errors.length > 0 ? 422 : 200,
  );
}

function problemWords({ why }: ContactProblem, { language }: Visit): string {
  if (why.code === 'source') return peopleTexts(language).person.chooseSource;
  const words = reasonIn(language, why);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function contactOf({ row }: SeenPerson, { language }: Visit, typed?: TypedContact): PersonModel['contact'] {
  const { person: w, languages } = peopleTexts(language);
  const { contact_source: source, contact_on: on } = row;
  return {
    typed: typed ?? {
      email: row.email ?? '',
      phone: row.phone ?? '',
      language: row.contact_language ?? '',
      source: '',
    },
    languages: LANGUAGES.map((value) => ({ value, label: languages[value] })),
    sources: SOURCES.map((value) => ({ value, label: w.contactOf[value] })),
    origin: source && on ? w.contactSince(w.contactOf[source], dayIn(language, on)) : w.contactFile,
  };
}
