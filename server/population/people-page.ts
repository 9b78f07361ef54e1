import type { StaffFrame } from '../accounts/staff-frame.ts';
import type { Deps } from '../deps.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import { LANGUAGES } from '../engine/text.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { registerNames } from './asked-round.ts';
import { readFilter, type AskedFilter } from './people-filter.ts';
import { peopleFrame, peoplePath, type Visit } from './people-frame.ts';
import { findMatches, searchPeople, type Found, type SeenPerson } from './find-people.ts';
import { selectPeopleCounts, selectPeopleDegrees, type PeopleCounts } from './person-store.ts';
import { dayIn, numbersIn, peopleTexts, type PeopleTexts } from './texts/index.ts';

type Choice = { value: string; label: string };
type Select = { id: string; label: string; choices: readonly Choice[]; value: string };
type Row = {
  href: string;
  key: string;
  degree: string;
  language: string;
  channels: string;
  state: string;
  last: string;
};
type PeopleModel = StaffFrame & {
  w: PeopleTexts;
  lead: string;
  numbers: readonly string[];
  message: string | null;
  status: string | null;
  links: { self: string; import: string | null; previous: string | null; next: string | null };
  selects: readonly Select[];
  rows: readonly Row[];
  none: string | null;
  shown: string;
  search: { action: string; refused: string | null };
};
const peopleView = defineView<PeopleModel>('population/views/people');

/** Writes down how many people a search has shown. */
type Noted = (people: number) => Promise<void>;

const PAGE = 50;
const DONE = ['removed'] as const;

/** Who is asked: fifty a page, with filters, and a search that leaves nothing in an address. */
export async function peoplePage(
  deps: Pick<Deps, 'db' | 'keys'>,
  visit: Visit,
  { query, search = null, onFound }: { query: RawForm; search?: string | null; onFound?: Noted },
): Promise<PageAnswer> {
  const { round, places, language } = visit;
  const w = peopleTexts(language);
  const asked = readFilter(query, round.showsStatus);
  const isSearch = search !== null && search !== '';
  const found = isSearch
    ? await searchPeople(deps, visit, search)
    : await findMatches(deps, visit, asked, { limit: PAGE });
  if (isSearch && found.people.length > 0) await onFound?.(found.people.length);
  const counts = await selectPeopleCounts(deps.db, round.id, places);
  const refused = search === '' ? w.searchEmpty : null;
  const done = DONE.find((one) => one === query['done']);
  return page(
    peopleView,
    {
      ...peopleFrame(visit, w.title, {
        kept: keptOf(asked),
        errors: refused === null ? [] : [{ id: 'search', message: refused }],
      }),
      w,
      lead: w.round(round.id),
      numbers: round.isFrozen ? [] : numberLines(counts, visit),
      message: round.isFrozen ? w.frozen : round.showsStatus ? null : w.statusOff,
      status: done ? w.person[done] : null,
      links: linksOf(visit, { asked, found, isSearch }),
      selects: await selectsOf(deps, visit, asked),
      rows: found.people.map((person) => rowOf(person, visit)),
      none: found.people.length > 0 ? null : counts.people === 0 ? w.nobody : isSearch ? w.searchNone : w.noMatch,
      shown: shownWords(found, visit),
      search: { action: peoplePath(visit, '/search'), refused },
    },
    refused === null ? 200 : 422,
  );
}

function numberLines(counts: PeopleCounts, { language }: Visit): string[] {
  const w = peopleTexts(language);
  const n = numbersIn(language);
  if (counts.people === 0) return [];
  return [
    w.people(n(counts.people)),
    w.channels(n(counts.without_email), n(counts.without_phone), n(counts.without_both)),
    w.counts(n(counts.sent), n(counts.returned), n(counts.refused)),
  ];
}

function keptOf({ degree, language, channel, state }: AskedFilter): Record<string, string> {
  return { degree, written: language, channel, state };
}

function linksOf(visit: Visit, { asked, found, isSearch }: { asked: AskedFilter; found: Found; isSearch: boolean }) {
  const query = new URLSearchParams(Object.entries(keptOf(asked)).filter(([, value]) => value !== '')).toString();
  const to = (number: number) => peoplePath(visit, '', `${query === '' ? '' : `&${query}`}&page=${number}`);
  const pages = Math.ceil(found.all / PAGE);
  return {
    self: `/rounds/${visit.round.id}/population`,
    import: visit.round.isFrozen ? null : peoplePath(visit, '/import'),
    previous: !isSearch && asked.page > 1 ? to(asked.page - 1) : null,
    next: !isSearch && asked.page < pages ? to(asked.page + 1) : null,
  };
}

async function selectsOf(deps: Pick<Deps, 'db'>, visit: Visit, asked: AskedFilter): Promise<Select[]> {
  const { round, places, language } = visit;
  const w = peopleTexts(language);
  const name = registerNames(round.survey, language).degree;
  const rows = await selectPeopleDegrees(deps.db, round.id, places);
  const degrees = [...new Set(rows.map(({ degree }) => degree))].map((value) => ({ value, label: name(value) }));
  const any = { value: '', label: w.any };
  const states = Object.entries(w.states)
    .filter(([state]) => round.showsStatus || (state !== 'started' && state !== 'answered'))
    .map(([value, label]) => ({ value, label }));
  return [
    { id: 'degree', label: w.degree, choices: [any, ...degrees], value: asked.degree },
    {
      id: 'written',
      label: w.language,
      choices: [any, ...LANGUAGES.map((value) => ({ value, label: w.languages[value] }))],
      value: asked.language,
    },
    {
      id: 'channel',
      label: w.channel,
      choices: [any, ...Object.entries(w.channelChoices).map(([value, label]) => ({ value, label }))],
      value: asked.channel,
    },
    { id: 'state', label: w.state, choices: [any, ...states], value: asked.state },
  ];
}

function rowOf({ row, state, language: written }: SeenPerson, visit: Visit): Row {
  const w = peopleTexts(visit.language);
  const has = [...(row.email === null ? [] : [w.hasMail]), ...(row.phone === null ? [] : [w.hasPhone])];
  const last = row.last_message?.toISOString().slice(0, 10) ?? row.letter_exported_on;
  return {
    href: peoplePath(visit, `/${row.page}`),
    key: row.person_key,
    degree: registerNames(visit.round.survey, visit.language).degree(row.degree),
    language: w.languages[written],
    channels: row.protected ? w.isProtected : has.length > 0 ? has.join(', ') : w.hasNone,
    state: w.states[state],
    last: last === null ? '–' : dayIn(visit.language, last),
  };
}

function shownWords({ people, all, offset }: Found, { language }: Visit): string {
  const n = numbersIn(language);
  return people.length === 0 ? '' : peopleTexts(language).shown(n(offset + 1), n(offset + people.length), n(all));
}
