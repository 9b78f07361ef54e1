import type { Language } from '../engine/text.ts';
import { fullDate } from '../responses/dates.ts';
import { formatsOf } from '../results/format-figures.ts';
import type { RoundFacts } from '../rounds/load-rounds.ts';
import type { RoundTask } from '../rounds/round-task.ts';
import { countWords, rateWords } from './list-view-model.ts';
import { momentWords, shortMoment } from './moment-words.ts';
import type { Reader } from './reader.ts';
import { roundPath } from './round-frame.ts';
import type { StateView } from './state-words.ts';
import { roundTexts, type RoundTexts } from './texts/index.ts';

export type TaskRow = RoundTask & { stateWord: string; number: number };
export type TaskGroup = { title: string; lead: string | null; ready: string | null; rows: readonly TaskRow[] };
export type Overview = {
  name: string;
  id: string;
  state: StateView;
  explained: string;
  next: string;
  facts: readonly { label: string; value: string }[];
  groups: readonly TaskGroup[];
  /** Where one sees how it is being answered. */
  monitor: { href: string; label: string } | null;
  links: readonly { href: string; label: string }[];
};

/** What is known of a round, in words. */
export function factRows({ row, target, sent, state }: RoundFacts, language: Language): Overview['facts'] {
  const t = roundTexts(language);
  const speech = { language, t };
  const zone = row.time_zone;
  const until = row.extended_to !== null && row.extended_to > row.closes_at ? row.extended_to : null;
  return [
    { label: t.overview.opens, value: momentWords(row.opens_at, zone, speech) },
    { label: t.overview.closes, value: momentWords(row.closes_at, zone, speech, { closing: true }) },
    ...(until === null
      ? []
      : [{ label: '', value: t.overview.longer(shortMoment(until, zone, speech, { closing: true })) }]),
    { label: t.overview.tolerance, value: t.overview.toleranceWords(row.tolerance_hours) },
    { label: t.overview.zone, value: t.dates.zone(zone) },
    {
      label: t.overview.reports,
      value: row.reports_on === null ? t.overview.reportsNone : fullDate(row.reports_on, language),
    },
    { label: t.overview.target, value: formatsOf(language).count(target) },
    ...(state === 'draft' || state === 'planned'
      ? []
      : [{ label: t.overview.sent, value: `${countWords(sent, language)} (${rateWords(sent, target, language)})` }]),
  ];
}

/** Tasks with their numbers. */
export function rowsOf(tasks: readonly RoundTask[], t: RoundTexts): TaskRow[] {
  return tasks.map((task, index) => ({ ...task, stateWord: t.taskStates[task.state], number: index + 1 }));
}

/** How the round is being answered, once there is something to see. */
export function monitorOf({ row, state }: RoundFacts, { opens }: Reader, language: Language): Overview['monitor'] {
  if (state === 'draft' || state === 'planned' || !opens.has('/monitor')) return null;
  const { pages } = roundTexts(language).overview;
  return { href: roundPath(row.id, '/monitor', language), label: pages.monitor };
}

/** Pages of other parts of the service about a round. */
const BESIDE = ['population', 'messages', 'plan', 'delivery', 'monitor', 'log'] as const;

/** What else there is to do with a round, for whoever may. */
export function linksOf(
  { row, state }: RoundFacts,
  { manages, all, opens }: Reader,
  language: Language,
): Overview['links'] {
  const { overview: t } = roundTexts(language);
  const to = (path: string, label: string) => ({ href: roundPath(row.id, path, language), label });
  const isOpened = state === 'open' || state === 'closing' || state === 'closed';
  const isScheduled = state === 'planned' || state === 'open';
  return [
    to('/dates', t.datesLink),
    to('/institutions', t.institutionsLink),
    ...BESIDE.filter((page) => opens.has(`/${page}`)).map((page) => to(`/${page}`, t.pages[page])),
    to('/history', t.history),
    ...(manages && isOpened ? [to('/extension', t.extend)] : []),
    ...(manages && isScheduled ? [to('/withdraw', t.withdraw)] : []),
    ...(manages && state === 'draft' ? [to('/discard', t.discard)] : []),
    ...(all && !isScheduled && state !== 'draft' ? [{ href: `/releases?lang=${language}`, label: t.releases }] : []),
  ];
}
