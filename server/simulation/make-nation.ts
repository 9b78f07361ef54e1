import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import { makeRandom, type Random } from './random.ts';

/** What is simulated. Everything but the seed and the size has a default of a Finland-sized nation. */
export type NationOptions = {
  graduates: number;
  seed: number;
  /** Another round of one nation: its people and answers are drawn anew. Default: the seed. */
  peopleSeed?: number | undefined;
  institutions?: number | undefined;
  /** Pairs of institution and degree. */
  degrees?: number | undefined;
  /** Share of graduates who answer, 0–1. */
  responseRate?: number | undefined;
};

export type Programme = {
  institution: string;
  degree: string;
  field: string;
  size: number;
  /** Propensity of its graduates to answer, 0–1. */
  propensity: number;
  /** How its graduates' judgements differ from the nation's, in standard deviations. */
  shift: number;
  homeRegion: number;
};

const DEFAULT_INSTITUTIONS = 24;
const DEFAULT_PAIRS = 360;
const MEDIAN_SIZE = 45;
const LOG_SPREAD = 0.95; // gives a mean of about 70 people and a long tail of small degrees
const MEAN_SIZE = MEDIAN_SIZE * Math.exp(LOG_SPREAD ** 2 / 2);
const RESPONSE_RATE = 0.38;
const [LOWEST_RATE, HIGHEST_RATE] = [0.285, 0.6];

/** The programmes of an invented nation: institutions, the degrees they give, how many graduate. */
export function makeNation(survey: Survey, options: NationOptions): Programme[] {
  const random = makeRandom(options.seed, 'nation');
  const invented = registerList(survey, 'institution').codes.filter((entry) => entry.invented);
  const institutions = invented.slice(0, options.institutions ?? Math.min(DEFAULT_INSTITUTIONS, invented.length));
  const degrees = registerList(survey, 'degree').codes;
  const pairCount = Math.min(
    options.degrees ??
      Math.min(DEFAULT_PAIRS, Math.max(institutions.length, Math.round(options.graduates / MEAN_SIZE))),
    institutions.length * degrees.length,
    options.graduates,
  );
  const sizes = drawSizes(random, pairCount, options.graduates);
  const rates = drawRates(random, institutions.length, options.responseRate ?? RESPONSE_RATE);
  const offered = institutions.map(() => shuffled(random, degrees));
  return sizes.map((size, index) => {
    const place = index % institutions.length;
    const degree = offered[place]?.[Math.floor(index / institutions.length)];
    const institution = institutions[place];
    if (!degree || !institution) throw new Error('There are fewer degrees than the nation needs.');
    return {
      institution: institution.code,
      degree: degree.code,
      field: degree.group ?? '',
      size,
      propensity: rates[place] ?? RESPONSE_RATE,
      shift: 0.18 * random.normal() + 0.05 * ((place % 3) - 1),
      homeRegion: place,
    };
  });
}

/** Lognormal sizes that add up to `total`, each at least 1 (largest remainders). */
function drawSizes(random: Random, count: number, total: number): number[] {
  const raw = Array.from({ length: count }, () => Math.exp(LOG_SPREAD * random.normal()));
  const sum = raw.reduce((left, right) => left + right, 0);
  const exact = raw.map((value) => (value / sum) * (total - count));
  const sizes = exact.map((value) => 1 + Math.floor(value));
  const missing = total - sizes.reduce((left, right) => left + right, 0);
  const byRemainder = exact.map((value, index) => ({ index, rest: value % 1 })).sort((a, b) => b.rest - a.rest);
  for (const { index } of byRemainder.slice(0, missing)) sizes[index] = (sizes[index] ?? 0) + 1;
  return sizes;
}

/** Response rates of institutions: most near the lower end, as published, scaled to the wanted mean. */
function drawRates(random: Random, count: number, wanted: number): number[] {
  const scale = wanted / RESPONSE_RATE;
  return Array.from({ length: count }, () => {
    const rate = LOWEST_RATE + (HIGHEST_RATE - LOWEST_RATE) * random.next() ** 2;
    return Math.min(1, rate * scale);
  });
}

function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const left = [...things];
  for (let index = left.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    [left[index], left[other]] = [left[other] as T, left[index] as T]; // both indexes are inside the list
  }
  return left;
}
