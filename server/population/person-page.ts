import { messagesById, type Refused, type StaffFrame } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import { LANGUAGES } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { reasonIn } from '../invitations/population-reasons.ts';
import { registerNames } from './asked-round.ts';
import { SOURCES, type ContactProblem, type TypedContact } from './change-person.ts';
import { seen, type SeenPerson } from './find-people.ts';
import { mayRemovePeople } from './may-remove.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import { selectPersonByPage, selectPersonMessages } from './person-store.ts';
import { dayIn, peopleTexts, type PeopleTexts } from './texts/index.ts';

type Choice = { value: string; label: string };
type Message = { day: string; kind: string; channel: string; result: string };
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
};
type ConfirmModel = StaffFrame & {
  w: PeopleTexts;
  heading: string;
  hint: string;
  action: string;
  submit: string;
  back: string;
};
const personView = defineView<PersonModel>('population/views/person');
const confirmView = defineView<ConfirmModel>('population/views/person-confirm');

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

/** The person of an address; null where there is none for whoever asks. */
export async function findPerson(deps: PersonDeps, visit: Visit, address: string): Promise<SeenPerson | null> {
  if (visit.round.isFrozen || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(address)) return null;
  const { round, places } = visit;
  const row = await selectPersonByPage(deps.db, { roundId: round.id, places, page: address });
  const [person] = row ? await seen(deps, visit, [row]) : [];
  return person ?? null;
}

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
  const mayRemove = await mayRemovePeople(deps.db, round, deps.now());
  return page(
    personView,
    {
      ...peopleFrame(visit, w.title(row.person_key), { errors }),
      w: texts,
      heading: w.title(row.person_key),
      links: { back: peoplePath(visit), self: `/rounds/${round.id}/population/${row.page}` },
      status: said ? w[said] : null,
      state: texts.states[person.state],
      facts: factsOf(person, visit),
      notes: notesOf(person, visit),
      contact: row.protected ? null : contactOf(person, visit, typed),
      refused: messagesById(errors),
      messages: await messagesOf(deps, visit, person),
      refusal: { isRefused: row.refused_on !== null },
      removal: mayRemove ? 'allowed' : 'too_late',
      canReplace,
    },
    errors.length > 0 ? 422 : 200,
  );
}

function problemWords({ why }: ContactProblem, { language }: Visit): string {
  if (why.code === 'source') return peopleTexts(language).person.chooseSource;
  const words = reasonIn(language, why);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function factsOf({ row }: SeenPerson, { language, round }: Visit) {
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

function notesOf({ row }: SeenPerson, { language }: Visit): string[] {
  const { person: w } = peopleTexts(language);
  return [
    ...(row.refused_on === null ? [] : [w.refused(dayIn(language, row.refused_on))]),
    ...(row.protected ? [w.protectedNote] : []),
    ...(row.mail_problem === null ? [] : [w.mailProblem[row.mail_problem]]),
    ...(row.phone_problem === null ? [] : [w.phoneProblem]),
  ];
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

/** A day is the finest that is told. */
async function messagesOf(deps: PersonDeps, { round, language }: Visit, { row }: SeenPerson): Promise<Message[]> {
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

/** A page of its own that asks once more. */
export function personConfirmPage(visit: Visit, { row }: SeenPerson, what: 'remove' | 'replace'): PageAnswer {
  const texts = peopleTexts(visit.language);
  const w = texts.person;
  const [heading, hint, submit] =
    what === 'remove'
      ? [w.removeTitle(row.person_key), w.removeHint, w.removeConfirm]
      : [w.replaceTitle(row.person_key), w.replaceHint, w.replaceConfirm];
  return page(confirmView, {
    ...peopleFrame(visit, heading),
    w: texts,
    heading,
    hint,
    submit,
    action: peoplePath(visit, `/${row.page}/${what}`),
    back: peoplePath(visit, `/${row.page}`),
  });
}
