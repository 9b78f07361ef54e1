import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { momentWords } from '../sending/format.ts';
import { kindName } from '../sending/plan-words.ts';
import { sendingTexts } from '../sending/texts/index.ts';
import { STEP } from './decide-bands.ts';
import type { Monitor, MonitorGroup } from './decide-monitor.ts';
import { mostOf } from './decide-reach.ts';
import type { Steps } from './decide-steps.ts';
import { monitorTexts, type MonitorTexts } from './texts/index.ts';

/** What words need: the language, the zone of the round, and what codes are called. */
export type Speech = {
  language: Language;
  zone: string;
  names: { group: (code: string) => string; category: (variable: string, code: string) => string };
  /** The page of an institution alone. */
  hrefOf: (institution: string) => string;
};

export type TermRow = { label: string; what: string; people: string; share: string };
export type GroupRow = {
  name: string;
  /** The page of this part alone. */
  href: string | null;
  people: string;
  sent: string;
  rate: string;
  before: string;
  note: string;
};
export type GroupTable = { id: string; title: string; hasBefore: boolean; rows: readonly GroupRow[] };

/** The funnel with what each of its steps means. */
export function termRows({ known, answers }: Monitor, { language }: Speech): TermRow[] {
  const { terms: t } = monitorTexts(language);
  const { count, share } = formatsOf(language);
  const ofTarget = (number: number) => (known.target === 0 ? '–' : share(number / known.target));
  const exact = (code: 'target' | 'invited' | 'reached' | 'refused' | 'undeliverable'): TermRow => {
    const number = known[code];
    return { ...t[code], people: count(number), share: code === 'target' ? '' : ofTarget(number) };
  };
  const least = (code: 'started' | 'partial' | 'sent'): TermRow => {
    if (answers === null) return { ...t[code], people: '–', share: '–' };
    const number = answers[code];
    return number === 0
      ? { ...t[code], people: `0–${STEP - 1}`, share: '–' }
      : { ...t[code], people: t.atLeast(count(number)), share: ofTarget(number) };
  };
  return [
    exact('target'),
    exact('invited'),
    exact('reached'),
    least('started'),
    least('partial'),
    least('sent'),
    exact('refused'),
    exact('undeliverable'),
  ];
}

/** The groups side by side, each division a table. */
export function groupTables(monitor: Monitor, { isAll, speech }: { isAll: boolean; speech: Speech }): GroupTable[] {
  const { groups: t } = monitorTexts(speech.language);
  const { group, category } = speech.names;
  const main = {
    id: 'groups',
    title: isAll ? t.institutions : t.degrees,
    hasBefore: monitor.before !== null,
    rows: monitor.groups.map((row) => groupRow(row, group, { isAll, speech })),
  };
  const divided = monitor.divisions.map(({ code, groups }) => ({
    id: `by-${code}`,
    title: divisionName(code, t),
    hasBefore: false,
    rows: groups.map((row) => groupRow(row, (one) => category(code, one), { isAll: false, speech })),
  }));
  return [main, ...divided].filter(({ rows }) => rows.length > 0);
}

/** @example divisionName('gender', t) // 'By gender' */
export function divisionName(code: string, t: MonitorTexts['groups']): string {
  return Object.entries(t.divided).find(([name]) => name === code)?.[1] ?? code;
}

/** `isAll`: institutions are told by their lower end alone, as on their own pages. */
function groupRow(
  { codes, target, band, before, behind }: MonitorGroup,
  nameOf: (code: string) => string,
  { isAll, speech: { language, hrefOf } }: { isAll: boolean; speech: Speech },
): GroupRow {
  const { groups: t, terms } = monitorTexts(language);
  const { count, share } = formatsOf(language);
  const [code = ''] = codes;
  const [low, high] = [share(band.low / target), share(band.high / target)];
  return {
    name: codes.length === 1 ? nameOf(code) : t.joined(count(codes.length)),
    href: isAll && codes.length === 1 ? hrefOf(code) : null,
    people: count(target),
    sent: isAll ? terms.atLeast(count(band.low)) : `${count(band.low)}–${count(band.high)}`,
    rate: isAll || low === high ? low : `${formatsOf(language).shareNumber(band.low / target)}–${high}`,
    before: before === null ? '–' : share(before.sent / before.target),
    note: behind ? t.behind : '',
  };
}

/** What reports are still out of reach, and what helps, in sentences. */
export function reachLines({ reach }: Monitor, threshold: number, { language, zone }: Speech): string[] {
  const { reach: t } = monitorTexts(language);
  const { count } = formatsOf(language);
  const { under, openable, needed, small, best } = reach;
  const smallOnes = small === 0 ? [] : [t.small(small, count(small))];
  if (under === 0) return [t.all, ...smallOnes];
  const first = t.under(t.degrees(under, count(under)), count(threshold));
  if (openable === 0) return [first, t.closed, ...smallOnes];
  const name = best && kindName(sendingTexts(language), best.step);
  const help = best ? t.best(name ?? '', momentWords(best.at, zone, language), count(best.people)) : t.noStep;
  return [first, t.needed(count(needed), t.opened(under === 1 ? 1 : 2, count(openable))), help, ...smallOnes];
}

/** When the next message leaves, and to how many, in sentences. */
export function nextLines(
  { steps, hasPlan }: { steps: Steps; hasPlan: boolean },
  { known, answers }: Monitor,
  { language, zone }: Speech,
): string[] {
  const { next: t } = monitorTexts(language);
  const { count } = formatsOf(language);
  const nameOf = (code: string) => kindName(sendingTexts(language), code);
  const going = steps.going.map((code) => t.going(nameOf(code)));
  if (!hasPlan) return [...going, t.noPlan];
  const [next] = steps.coming;
  if (!next) return [...going, t.none];
  const most = mostOf(next.audience, { ...known, ...(answers ?? { started: 0, sent: 0 }) });
  return [
    ...going,
    t.scheduled(nameOf(next.code), momentWords(next.at, zone, language)),
    next.confirmed === null ? t.most(count(most)) : t.confirmed(count(next.confirmed)),
    ...(next.isScheduled ? [] : [t.unscheduled]),
  ];
}
