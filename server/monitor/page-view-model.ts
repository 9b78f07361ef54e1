import type { Acting } from '../accounts/acting-for.ts';
import { queryOf } from '../accounts/staff-frame.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { roundTexts } from '../round-pages/texts/index.ts';
import { toCurve, type CurveView } from './curve-view-model.ts';
import type { MonitorFacts } from './load-monitor.ts';
import {
  divisionName,
  groupTables,
  nextLines,
  reachLines,
  termRows,
  type GroupTable,
  type TermRow,
} from './monitor-view-model.ts';
import { daysOf, nothingWords, situationWords, stateWords } from './round-words.ts';
import { hasInstitution, speechOf } from './speech.ts';
import { monitorTexts } from './texts/index.ts';

type Link = { href: string; label: string };
export type MonitorView = {
  heading: string;
  back: Link;
  /** Parts of the round that one may look at. */
  whose: readonly (Link & { current: boolean })[];
  name: string;
  situation: string;
  state: string;
  update: string;
  /** Instead of numbers: why there are none. */
  notes: readonly string[];
  notesLink: Link | null;
  curve: CurveView | null;
  counted: Counted | null;
};
type Counted = {
  terms: readonly TermRow[];
  groups: { tables: readonly GroupTable[]; caption: string; notes: readonly string[] };
  reach: readonly string[];
  next: { lines: readonly string[]; link: Link | null };
  delivery: { line: string; link: Link | null };
};

type Asked = {
  roundId: string;
  acting: Acting;
  language: Language;
  opens: ReadonlySet<string>;
  survey: Survey;
  threshold: number;
};

/** The page of the live monitor; null for an institution that the survey does not know. */
export function toMonitorView(facts: MonitorFacts, asked: Asked): MonitorView | null {
  const { acting, language, survey, roundId } = asked;
  const { institution } = acting;
  if (institution !== '' && !hasInstitution(survey, institution)) return null;
  const t = monitorTexts(language);
  const title = roundTexts(language).name(survey.definition.title[language], facts.round.cohort);
  return {
    heading: t.title,
    back: { href: linkTo(asked, ''), label: `${title} (${roundId})` },
    whose: wholeAndParts(asked),
    name: acting.name,
    situation: situationWords(facts, language),
    state: stateWords(facts, language),
    update: linkTo(asked, '/monitor'),
    ...contentOf(facts, asked),
  };
}

function linkTo({ roundId, language, acting }: Asked, path: string, institution = acting.institution): string {
  return `/rounds/${encodeURIComponent(roundId)}${path}?${queryOf({ lang: language, institution })}`;
}

function wholeAndParts(asked: Asked): MonitorView['whose'] {
  const { choices, institution } = asked.acting;
  if (choices.length < 2) return [];
  return choices.map((one) => ({
    href: linkTo(asked, '/monitor', one.institution),
    label: one.name,
    current: one.institution === institution,
  }));
}

type Content = Pick<MonitorView, 'notes' | 'notesLink' | 'curve' | 'counted'>;
const NO_CONTENT: Content = { notes: [], notesLink: null, curve: null, counted: null };

function contentOf(facts: MonitorFacts, asked: Asked): Content {
  const { language } = asked;
  const { nothing: t } = monitorTexts(language);
  switch (facts.kind) {
    case 'nothing':
      return { ...NO_CONTENT, notes: [nothingWords(facts, language)] };
    case 'frozen': {
      const { curve, before } = facts;
      if (curve.length === 0) return { ...NO_CONTENT, notes: [t.frozenNone] };
      const days = daysOf(facts);
      const messages = { begun: [], coming: [] };
      const shown = { curve, before, forecast: null, days, messages, lastDay: null, isOpen: false };
      return { ...NO_CONTENT, notes: [t.frozen], curve: toCurve(shown, language) };
    }
    case 'counted':
      return countedContent(facts, asked);
    default:
      return facts satisfies never;
  }
}

type CountedFacts = Extract<MonitorFacts, { kind: 'counted' }>;

function countedContent(facts: CountedFacts, asked: Asked): Content {
  const { language, opens } = asked;
  const t = monitorTexts(language);
  const { monitor } = facts;
  if (monitor.known.target === 0) {
    const link = { href: linkTo(asked, '/population/import'), label: t.nothing.import };
    return { ...NO_CONTENT, notes: [t.nothing.noPeople], notesLink: opens.has('/population') ? link : null };
  }
  const notes = [t.noResults, t.rounded, ...(monitor.answers === null ? [t.nothing.small] : [])];
  return { notes, notesLink: null, curve: curveOfOpen(facts, language), counted: countedOf(facts, asked) };
}

function curveOfOpen(facts: CountedFacts, language: Language): CurveView | null {
  const { monitor, steps, round, state, lastDay } = facts;
  if (monitor.answers === null) return null;
  const opening = round.opens_at.getTime();
  const dayOf = (at: Date) => (at.getTime() - opening) / (24 * 3_600_000);
  const shown = {
    curve: monitor.curve,
    before: monitor.before,
    forecast: monitor.forecast,
    days: daysOf(facts),
    messages: {
      begun: steps.begun.map(dayOf).filter((day) => day >= 0),
      coming: steps.coming.map(({ at }) => dayOf(at)),
    },
    lastDay: formatsOf(language).day(lastDay),
    isOpen: state === 'open',
  };
  return toCurve(shown, language);
}

function countedOf(facts: CountedFacts, asked: Asked): Counted {
  const { language, opens, threshold } = asked;
  const t = monitorTexts(language);
  const { monitor, lastDay } = facts;
  const { count, day } = formatsOf(language);
  const hrefOf = (institution: string) => linkTo(asked, '/monitor', institution);
  const speech = speechOf(asked, { zone: facts.round.time_zone, hrefOf });
  const tables = groupTables(monitor, { isAll: asked.acting.institution === '', speech });
  const rows = tables.flatMap((one) => one.rows);
  const { undeliverable } = monitor.known;
  const heldBack = monitor.heldBack.map((code) => divisionName(code, t.groups));
  const linkIf = (path: string, label: string) => (opens.has(path) ? { href: linkTo(asked, path), label } : null);
  return {
    terms: termRows(monitor, speech),
    groups: {
      tables,
      caption: t.groups.caption(day(lastDay)),
      notes: [
        ...(monitor.answers !== null && tables.length === 0 ? [t.groups.none] : []),
        ...(rows.some(({ note }) => note !== '') ? [t.groups.behindWhat] : []),
        ...(monitor.groups.some(({ codes }) => codes.length > 1) ? [t.groups.joinedWhat] : []),
        ...(heldBack.length > 0 ? [`${t.groups.heldBack}${heldBack.join(', ')}.`] : []),
      ],
    },
    reach: reachLines(monitor, threshold, speech),
    next: { lines: nextLines(facts, monitor, speech), link: linkIf('/plan', t.next.plan) },
    delivery: {
      line: undeliverable === 0 ? t.delivery.none : t.delivery.some(count(undeliverable)),
      link: linkIf('/delivery', t.delivery.link),
    },
  };
}
