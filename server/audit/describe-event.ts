import { z } from 'zod';
import type { Surveys } from '../../survey-definitions/index.ts';
import { placeWords } from '../accounts/grant-words.ts';
import type { Place } from '../accounts/decide-access.ts';
import { roleFrom } from '../accounts/permissions.ts';
import { accountTexts } from '../accounts/texts/index.ts';
import type { Language } from '../engine/text.ts';
import { normaliseCode } from '../invitations/code.ts';
import type { LogRow } from './store.ts';
import { logTexts, type LogTexts } from './texts/index.ts';

export type Describing = {
  language: Language;
  /** Names of accounts by id. */
  names: ReadonlyMap<string, string>;
  placeName: (place: Place) => string;
};

/** What entries are described with; names of places are looked up once. */
export function describingFor(
  surveys: Pick<Surveys, 'all'>,
  { language, names }: Omit<Describing, 'placeName'>,
): Describing {
  const found = new Map<string, string>();
  const placeName = (place: Place) => {
    const key = `${place.institution} ${place.degree}`;
    const name = found.get(key) ?? placeWords(place, { language, surveys });
    found.set(key, name);
    return name;
  };
  return { language, names, placeName };
}

/** An entry in words. */
export type LogLine = { when: string; what: string; who: string; round: string; count: string; more: string };

const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** Details that are the count of an entry, the first that there is. */
const COUNTS = ['messages', 'people', 'letters', 'rows', 'entries', 'reports', 'sessions', 'new'] as const;

const detailSchema = z
  .object({
    by: z.string().nullish().catch(null),
    person: z.string().optional().catch(undefined),
    role: z.string().optional().catch(undefined),
    institution: z.string().optional().catch(undefined),
    degree: z.string().optional().catch(undefined),
  })
  .catchall(z.unknown());
type Facts = z.output<typeof detailSchema>;

/**
 * Says an entry in words. Of its details only those are said that have a word of their own, and only numbers and
 * short names: whatever else an entry may hold, no address, link or code comes out here.
 */
export function describeEvent(row: Omit<LogRow, 'id'>, describing: Describing): LogLine {
  const t = logTexts(describing.language);
  const parsed = detailSchema.safeParse(row.detail);
  const facts: Facts = parsed.success ? parsed.data : {};
  return {
    when: whenWords(row, describing.language),
    what: kindWords(t, row.kind),
    who: whoWords(row.kind, facts, describing),
    round: plainWord(row.round_id) ?? '',
    count: countWords(row.count, facts, describing.language),
    more: moreWords(facts, describing).join(', '),
  };
}

function whenWords({ at, on_date }: Pick<LogRow, 'at' | 'on_date'>, language: Language): string {
  const style = { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Helsinki' } as const;
  if (at) return new Intl.DateTimeFormat(LOCALES[language], style).format(at);
  const day = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'short', timeZone: 'UTC' });
  return day.format(new Date(`${on_date}T00:00:00Z`));
}

function kindWords({ kinds, other }: LogTexts, kind: string): string {
  const known = Object.entries(kinds).find(([name]) => name === kind)?.[1];
  if (known !== undefined) return known;
  const word = plainWord(kind);
  return word === null ? other : `${other} (${word})`;
}

/** Who did it: accounts by their names; keys of publishers by theirs; else the service itself. */
function whoWords(kind: string, { by, person }: Facts, { language, names }: Describing): string {
  const t = logTexts(language);
  const id = by ?? (kind.startsWith('staff_') ? person : undefined);
  if (id === undefined || id === null) return t.service;
  const people = id
    .split(', ')
    .flatMap((one) => names.get(one) ?? (isAccountId(one) ? t.someone : (plainWord(one) ?? [])));
  return people.length > 0 ? people.join(', ') : t.service;
}

function countWords(count: number, facts: Facts, language: Language): string {
  const value = COUNTS.map((name) => facts[name]).find((one) => typeof one === 'number');
  const number = typeof value === 'number' ? value : count;
  return new Intl.NumberFormat(LOCALES[language]).format(number);
}

function moreWords(facts: Facts, { language, names, placeName }: Describing): string[] {
  const { roles } = accountTexts(language);
  const { details } = logTexts(language);
  const subject = facts.by && facts.person ? (names.get(facts.person) ?? '') : '';
  const role = roleFrom(facts.role ?? '');
  const [institution, degree] = [plainWord(facts.institution) ?? '', plainWord(facts.degree) ?? ''];
  const hasPlace = role !== null || institution !== '';
  const place = hasPlace ? placeName({ institution, degree }) : '';
  const said = Object.entries(details).flatMap(([name, label]) => {
    const value = facts[name];
    const word =
      typeof value === 'number' && Number.isFinite(value)
        ? new Intl.NumberFormat(LOCALES[language]).format(value)
        : Array.isArray(value)
          ? value.flatMap((one) => plainWord(one) ?? []).join(' ')
          : name === 'reason'
            ? safeText(value)
            : plainWord(value);
    return word === null || word === '' ? [] : [`${label} ${word}`];
  });
  return [subject, role === null ? '' : roles[role], place, ...said].filter((word) => word !== '');
}

/** A short name in small letters and digits: no address, no link, no telephone number, and no code of ours. */
function plainWord(value: unknown): string | null {
  if (typeof value !== 'string' || !/^(X\d{4}|[a-z]+:[a-z]+|[a-z0-9][a-z0-9_.-]{0,59})$/.test(value)) return null;
  return /\d{9}/.test(value) || normaliseCode(value).kind === 'code' ? null : value;
}

/** What somebody wrote as a reason, where nothing in it could be an address, a link, a number or a code. */
function safeText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const couldTell = /@|:\/\/|www\.|\/v\/|(\d[\s-]?){7}|[0-9A-Z]{4}-[0-9A-Z]{4}|[0-9A-Za-z]{13}/;
  return couldTell.test(value) ? null : `”${value.replaceAll(/\s+/g, ' ').trim().slice(0, 200)}”`;
}

function isAccountId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
