import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { STEP } from '../monitor/decide-bands.ts';
import type { RoundFacts, SentCount } from '../rounds/load-rounds.ts';
import { shortMoment } from './moment-words.ts';
import { nextEvent, stateView, type StateView } from './state-words.ts';
import { roundTexts } from './texts/index.ts';

const COLUMNS = ['name', 'cohort', 'state', 'times', 'target', 'sent', 'rate', 'next'] as const;
type Column = (typeof COLUMNS)[number];
const SORTED = ['cohort', 'state', 'times', 'target', 'rate'] as const satisfies readonly Column[];
type Sort = (typeof SORTED)[number];

export type ListRow = {
  href: string;
  name: string;
  id: string;
  cohort: string;
  state: StateView;
  times: string;
  target: string;
  sent: string;
  rate: string;
  next: string;
};
export type ListView = {
  columns: readonly { label: string; href: string | null; sort: 'ascending' | 'descending' | null; hint: string }[];
  rows: readonly ListRow[];
};

type Asked = {
  language: Language;
  sort: string;
  nameOf: (facts: RoundFacts) => string;
  hrefOf: (id: string) => string;
};

/** The list of rounds, in the order that the address asks for: 'times' or '-times'. */
export function toList(rounds: readonly RoundFacts[], { language, sort, nameOf, hrefOf }: Asked): ListView {
  const t = roundTexts(language);
  const down = sort.startsWith('-');
  const by = SORTED.find((one) => one === sort.replace(/^-/, '')) ?? null;
  const sorted = by === null ? [...rounds] : rounds.toSorted((a, b) => keyOf(a, by) - keyOf(b, by));
  if (by !== null && down) sorted.reverse();
  const columns = COLUMNS.map((column) => {
    const label = t.list[column];
    const key = SORTED.find((one) => one === column);
    const direction = key !== by || key === undefined ? null : down ? ('descending' as const) : ('ascending' as const);
    const href = key ? `?lang=${language}&sort=${direction === 'ascending' ? '-' : ''}${key}` : null;
    return { label, href, sort: direction, hint: t.list.sortBy(label) };
  });
  return {
    columns,
    rows: sorted.map((facts) => rowOf(facts, language, { name: nameOf(facts), href: hrefOf(facts.row.id) })),
  };
}

function rowOf(facts: RoundFacts, language: Language, { name, href }: { name: string; href: string }): ListRow {
  const speech = { language, t: roundTexts(language) };
  const { row, target, sent } = facts;
  const opens = shortMoment(row.opens_at, row.time_zone, speech);
  const closes = shortMoment(row.closes_at, row.time_zone, speech, { closing: true });
  return {
    href,
    name,
    id: row.id,
    cohort: row.cohort,
    state: stateView(facts, speech),
    times: `${opens} – ${closes}`,
    target: formatsOf(language).count(target),
    sent: countWords(sent, language),
    rate: rateWords(sent, target, language),
    next: nextEvent(facts, speech),
  };
}

/** A count that is not said exactly while it is small. */
export function countWords(count: SentCount, language: Language): string {
  const t = roundTexts(language);
  if (count === null) return '–';
  if (typeof count === 'number') return formatsOf(language).count(count);
  if (count === '1-4') return t.few;
  return count.atLeast === 0 ? `0–${STEP - 1}` : t.atLeast(formatsOf(language).count(count.atLeast));
}

/** '37 %'; '–' where there is no rate to tell. */
export function rateWords(sent: SentCount, target: number, language: Language): string {
  const number = numberOf(sent);
  return number === null || target === 0 ? '–' : formatsOf(language).share(number / target);
}

function numberOf(sent: SentCount): number | null {
  if (typeof sent === 'number') return sent;
  return sent !== null && typeof sent === 'object' && sent.atLeast > 0 ? sent.atLeast : null;
}

const STATES = ['draft', 'planned', 'open', 'closing', 'closed', 'freezing', 'frozen', 'discarded'];

function keyOf({ row, state, target, sent }: RoundFacts, by: Sort): number {
  switch (by) {
    case 'cohort':
      return Number(row.cohort);
    case 'state':
      return STATES.indexOf(state);
    case 'times':
      return row.opens_at.getTime();
    case 'target':
      return target;
    case 'rate':
      return target > 0 ? (numberOf(sent) ?? 0) / target : 0;
    default:
      return by satisfies never;
  }
}
