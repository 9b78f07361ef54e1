import { RULES } from '../disclosure/rules.ts';
import type { BackgroundVariable } from '../engine/definition.ts';
import { forecastRate, type RateForecast } from '../statistics/forecast-rate.ts';
import {
  bandOf,
  divisionsBeside,
  LEAST,
  lowOfAll,
  shownGroups,
  type Counted,
  type ShownGroup,
} from './decide-bands.ts';
import { isBehind } from './decide-behind.ts';
import { decideReach, type ComingStep, type Reach } from './decide-reach.ts';
import { CURVE_LEAST, curveOf, makeCurve, sentBy, type CurvePoint } from './make-curve.ts';
import type { AnsweredCount, AskedCount } from './store.ts';

/** Everything that is counted of a round, exactly. Nothing of it is shown as it is. */
export type Counts = {
  /** '' = the whole round; else the institution whose people are counted. */
  institution: string;
  asked: readonly AskedCount[];
  answered: readonly AnsweredCount[];
  /** Answers sent on each day before today. */
  days: readonly { on: string; sent: number }[];
  round: { opens_at: Date; time_zone: string };
  /** The day of the round that has ended last; −1 = none yet. */
  day: number;
  isOpen: boolean;
  /** Background variables that people may be divided by. */
  variables: readonly Extract<BackgroundVariable, { kind: 'category' }>[];
  /** Earlier rounds, the latest first, with their curves. */
  earlier: readonly { id: string; cohort: string; curve: readonly CurvePoint[] }[];
  steps: readonly ComingStep[];
};

/** What is exact: it says nothing of answers. */
type Known = { target: number; invited: number; reached: number; refused: number; undeliverable: number };
/** How many at least: rounded down to full fives. null = fewer than ten people, who are not followed. */
type AtLeast = { started: number; partial: number; sent: number };
export type MonitorGroup = ShownGroup & {
  /** The number of the last round's same day. */
  before: { target: number; sent: number } | null;
  behind: boolean;
};
export type Monitor = {
  known: Known;
  /** As it is now. */
  answers: AtLeast | null;
  /** Institutions, or degrees of one, at the end of the last day. */
  groups: readonly MonitorGroup[];
  divisions: readonly { code: string; groups: readonly MonitorGroup[] }[];
  /** Divisions that would tell too much beside what else is shown today. */
  heldBack: readonly string[];
  curve: readonly CurvePoint[];
  before: { cohort: string; curve: readonly CurvePoint[] } | null;
  forecast: RateForecast | null;
  reach: Reach;
};

/** What of a round's counts is shown while it is open, or over and not yet frozen. */
export function decideMonitor(counts: Counts): Monitor {
  const places = placesOf(counts);
  const { groups, low } = counts.institution === '' ? institutionGroups(places) : degreeGroups(places);
  const target = sumOf(places, 'target');
  const [latest] = counts.earlier;
  const isFollowed = target >= LEAST;
  const curve = isFollowed && counts.day >= 0 ? currentCurve(counts, target, low) : [];
  const all = divisionsOf(counts);
  const total = { low, high: (bandOf(sumOf(places, 'sent'), target) ?? { high: target }).high };
  const base = { code: '', groups, bands: groups.map(({ band }) => band) };
  const kept = divisionsBeside(total, [base, ...all]).filter(({ code }) => code !== '');
  const beforeOf = ({ codes }: ShownGroup) => {
    const [code = ''] = codes;
    if (codes.length !== 1 || !latest) return null;
    const { institution } = counts;
    const [at, degree] = institution === '' ? [code, ''] : [institution, code];
    return sentBy(curveOf(latest.curve, at, degree), counts.day);
  };
  return {
    known: knownOf(counts.asked),
    answers: isFollowed ? atLeast(counts.answered, target) : null,
    groups: counts.day < 0 ? [] : groups.map((group) => beside(group, beforeOf(group))),
    divisions:
      counts.day < 0 ? [] : kept.map((one) => ({ ...one, groups: one.groups.map((row) => beside(row, null)) })),
    heldBack: counts.day < 0 ? [] : all.filter((one) => !kept.includes(one)).map(({ code }) => code),
    curve,
    before: latest ? { cohort: latest.cohort, curve: curveOf(latest.curve, counts.institution, '') } : null,
    forecast: counts.isOpen ? forecastOf(counts, curve) : null,
    reach: decideReach(places, counts.steps, RULES.threshold),
  };
}

function beside(group: ShownGroup, before: MonitorGroup['before']): MonitorGroup {
  return { ...group, before, behind: isBehind(group, before) };
}

type PlaceCount = Counted & { institution: string; refused: number; started: number };

/** Every degree of every institution; `sent` is that of the end of the last day. */
function placesOf({ asked, answered }: Counts): PlaceCount[] {
  const places = new Map<string, PlaceCount>();
  const at = ({ institution, degree }: { institution: string; degree: string }) => {
    const name = `${institution}/${degree}`;
    const known = places.get(name);
    if (known) return known;
    const made = { institution, code: degree, target: 0, refused: 0, started: 0, sent: 0 };
    places.set(name, made);
    return made;
  };
  for (const one of asked) {
    const place = at(one);
    place.target += one.target;
    place.refused += one.refused;
  }
  for (const one of answered) {
    const place = at(one);
    place.started += one.started;
    place.sent += one.sent_before;
  }
  // Who was moved by the register has answers of one place and stands in another until the next save.
  return [...places.values()]
    .filter(({ target }) => target > 0)
    .map((one) => ({ ...one, started: Math.min(one.started, one.target), sent: Math.min(one.sent, one.target) }));
}

type Groups = { groups: ShownGroup[]; low: number };

function degreeGroups(degrees: readonly PlaceCount[]): Groups {
  const groups = shownGroups(degrees);
  const bands = groups.map(({ band }) => band);
  return { groups, low: lowOfAll(sumOf(degrees, 'sent'), sumOf(degrees, 'target'), bands) };
}

/** Institutions with the numbers that their own pages have. */
function institutionGroups(places: readonly PlaceCount[]): Groups {
  const byCode = new Map<string, PlaceCount[]>();
  for (const one of places) byCode.set(one.institution, [...(byCode.get(one.institution) ?? []), one]);
  const counted = [...byCode].map(([code, own]) => ({ code, target: sumOf(own, 'target'), sent: sumOf(own, 'sent') }));
  const groups = shownGroups(counted).map((group): ShownGroup => {
    const [code = ''] = group.codes;
    const low = group.codes.length === 1 ? degreeGroups(byCode.get(code) ?? []).low : group.band.low;
    return { ...group, band: { ...group.band, low } };
  });
  return { groups, low: bandOf(sumOf(places, 'sent'), sumOf(places, 'target'))?.low ?? 0 };
}

/** Divisions by what the register knows of people, each that has two groups at least. */
function divisionsOf({ asked, answered, variables }: Counts) {
  return variables.flatMap((variable) => {
    const { code } = variable;
    if (code !== 'gender' && code !== 'study_language') return [];
    const categoryOf = (value: string) =>
      variable.categories.find((one) => one.code === value)?.code ?? variable.missing;
    const groups = [...new Set([...variable.categories.map((one) => one.code), variable.missing])].map((category) => ({
      code: category,
      target: sumOf(
        asked.filter((one) => categoryOf(one[code]) === category),
        'target',
      ),
      sent: sumOf(
        answered.filter((one) => categoryOf(one[code]) === category),
        'sent_before',
      ),
    }));
    const shown = shownGroups(groups.map((one) => ({ ...one, sent: Math.min(one.sent, one.target) })));
    return shown.length < 2 ? [] : [{ code, groups: shown, bands: shown.map(({ band }) => band) }];
  });
}

/** Until the end of the last day, whose number is the one that stands beside the groups. */
function currentCurve({ institution, days, round, day }: Counts, target: number, low: number): CurvePoint[] {
  const group = { institution, degree: '', target };
  const before = makeCurve(group, days, round).filter((one) => one.day < day && one.sent <= low);
  return [...before, { ...group, day, sent: low }];
}

function forecastOf({ earlier, institution, day }: Counts, curve: readonly CurvePoint[]): RateForecast | null {
  const last = curve.at(-1);
  if (!last || last.target < CURVE_LEAST) return null;
  const rounds = earlier.flatMap((one) => {
    const own = curveOf(one.curve, institution, '');
    const [then, end] = [sentBy(own, day), own.at(-1)];
    return then && end ? [{ target: then.target, sentByNow: then.sent, sentFinally: end.sent }] : [];
  });
  return forecastRate(last, rounds);
}

function knownOf(asked: readonly AskedCount[]): Known {
  return {
    target: sumOf(asked, 'target'),
    invited: sumOf(asked, 'invited'),
    reached: sumOf(asked, 'reached'),
    refused: sumOf(asked, 'refused'),
    undeliverable: sumOf(asked, 'undeliverable'),
  };
}

function atLeast(answered: readonly AnsweredCount[], target: number): AtLeast {
  const low = (field: 'started' | 'partial' | 'sent') => bandOf(sumOf(answered, field), target)?.low ?? 0;
  return { started: low('started'), partial: low('partial'), sent: low('sent') };
}

function sumOf<Field extends string>(rows: readonly Readonly<Record<Field, number>>[], field: Field): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}
