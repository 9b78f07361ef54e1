import type { RawForm } from '../engine/question-types/question-type.ts';
import { textOf } from '../http/form.ts';
import { redirect, type PageAnswer } from '../http/page-answer.ts';
import { changeContact, changeRefusal, removePerson } from './change-person.ts';
import { findPerson, type SeenPerson } from './find-people.ts';
import { peoplePath, type Visit } from './people-frame.ts';
import { personConfirmPage } from './person-confirm-page.ts';
import { personPage, type PersonDone } from './person-page.ts';
import { personTimePage, postPersonTime } from './person-time.ts';
import { canReplaceLink, replaceLink } from './replace-link.ts';
import type { PopulationParts } from './visit.ts';

/** One person at a page of theirs. */
type PersonVisit = { parts: PopulationParts; visit: Visit; person: SeenPerson; form: RawForm; done: string };
export type PersonAnswer = (at: PersonVisit) => Promise<PageAnswer>;

/** The person that an address names; null where there is none for whoever asks. */
export async function openPerson(
  parts: PopulationParts,
  visit: Visit,
  { address, ...asked }: { address: string; form: RawForm; done: string },
): Promise<PersonVisit | null> {
  const person = await findPerson(parts.deps, visit, address);
  return person && { parts, visit, person, ...asked };
}

/** Pages of a person, by what follows their address. */
export const PERSON_PAGES: Readonly<Record<string, PersonAnswer>> = {
  '': async ({ parts, visit, person, done }) =>
    personPage(parts.deps, visit, person, { done, canReplace: await canReplaceLink(parts.deps, visit, person) }),
  '/remove': async ({ visit, person }) => personConfirmPage(visit, person, 'remove'),
  '/replace': async ({ visit, person }) => personConfirmPage(visit, person, 'replace'),
  '/time': async ({ visit, person }) => personTimePage(visit, person),
};

/** What is done about a person. */
export const PERSON_POSTS: Readonly<Record<string, PersonAnswer>> = {
  '/contact': postContact,
  '/time': ({ parts, visit, person, form }) => postPersonTime(parts.deps, visit, { person, form }),
  '/refusal': async (at) => {
    const isRefused = textOf(at.form, 'refused') === '1';
    await changeRefusal(at.parts.deps, at.visit, { personKey: at.person.row.person_key, isRefused });
    return toPerson(at, isRefused ? 'refusedDone' : 'willingDone');
  },
  '/remove': async (at) => {
    const outcome = await removePerson(at.parts.deps, at.visit, at.person.row.person_key);
    if (outcome === 'too_late') return toPerson(at, 'removeLater');
    if (outcome === 'started') return toPerson(at, 'removeStarted');
    return redirect(peoplePath(at.visit, '', '&done=removed'));
  },
  '/replace': async (at) => {
    const outcome = await replaceLink(at.parts.deps, at.visit, at.person);
    const done = { sent: 'replaced', not_sent: 'replacedUnsent', refused: 'cannotReplace' } as const;
    return toPerson(at, done[outcome]);
  },
};

async function postContact(at: PersonVisit): Promise<PageAnswer> {
  const { parts, visit, person, form } = at;
  const typed = {
    email: textOf(form, 'email').slice(0, 300),
    phone: textOf(form, 'phone').slice(0, 60),
    language: textOf(form, 'contact_language'),
    source: textOf(form, 'source'),
  };
  const outcome = await changeContact(parts.deps, visit, { personKey: person.row.person_key, typed });
  if (outcome.kind !== 'invalid') return toPerson(at, 'saved');
  const canReplace = await canReplaceLink(parts.deps, visit, person);
  return personPage(parts.deps, visit, person, { typed, problems: outcome.problems, canReplace });
}

function toPerson({ visit, person }: PersonVisit, done: PersonDone): PageAnswer {
  return redirect(peoplePath(visit, `/${person.row.page}`, `&done=${done}`));
}
