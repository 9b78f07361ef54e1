/**
 * Shares that simulated answers are drawn from. Those with a source are published figures of the
 * Finnish surveys; the others are set so that the data look alive, and prove nothing.
 */

/** Main activity: permanent and fixed-term full-time and unemployed as published for 2021; the rest is assumed. */
const MAIN_ACTIVITY = [75, 8, 4, 2, 5, 0.3, 0.2, 1, 0.2, 1.5, 2, 0.5, 0.5];

/** Career as a whole: the first two as XAMK published for 2019; the rest is assumed. */
const CAREER_PATH = [45, 25, 6, 13, 4, 3, 2, 2];

const SINGLE_WEIGHTS: Readonly<Record<string, readonly number[]>> = {
  main_activity: MAIN_ACTIVITY,
  career_path: CAREER_PATH,
  unemployment_spells: [68, 20, 8, 4],
  self_employed_since: [82, 13, 5],
  consent_research: [85, 15],
};

/** Weights of a single choice's options: known ones, else falling from the first to the last. */
export function singleWeights(code: string, options: number): readonly number[] {
  const known = SINGLE_WEIGHTS[code];
  if (known?.length === options) return known;
  return Array.from({ length: options }, (_, index) => 1 / (index + 1.5));
}

/** Satisfaction with the degree, 1–6: top three 84 %, as published for 2021. */
const SATISFACTION = [2, 5, 9, 29, 39, 16];
/** Satisfaction with the career: top three 86–88 %, as published. */
const CAREER_SATISFACTION = [2, 4, 7, 27, 41, 19];
/** Sufficient readiness for work: 78 % agree, as published for 2022. */
const READINESS = [3, 7, 12, 30, 35, 13];
/** Entrepreneurship: about a third agree, as XAMK published for 2019. */
const ENTREPRENEURSHIP = [15, 25, 27, 20, 10, 3];
const AGREEMENT = [3, 6, 11, 28, 36, 16];

const SCALE_SHARES: Readonly<Record<string, readonly number[]>> = {
  degree_satisfaction: SATISFACTION,
  career_satisfaction: CAREER_SATISFACTION,
  ready_for_work: READINESS,
  entrepreneurship: ENTREPRENEURSHIP,
};

/** Shares of a scale's options: known ones, else a hump in the upper half. */
export function scaleShares(code: string, options: number): readonly number[] {
  const known = SCALE_SHARES[code] ?? AGREEMENT;
  if (known.length === options) return known;
  return Array.from({ length: options }, (_, index) => Math.exp(-(((index + 0.5) / options - 0.7) ** 2) / 0.08));
}

/** 0–10 recommendation: 36 % promoters, 24 % detractors: +12, as published for 2019–2023. */
export const RECOMMENDATION = [1, 1, 1, 2, 2, 6, 11, 18, 22, 20, 16];

/** Median gross pay a month by field of education; only the order of fields has a source. */
export const PAY_BY_FIELD: Readonly<Record<string, number>> = {
  '5': 3600,
  '7': 4200,
  '8': 4100,
  '11': 3300,
  '2': 2900,
  '1': 3000,
};
export const PAY_OTHERWISE = 3400;

/** Share of women among graduates by field; assumed. */
export const WOMEN_BY_FIELD: Readonly<Record<string, number>> = {
  '11': 0.86,
  '8': 0.2,
  '7': 0.27,
  '5': 0.62,
  '2': 0.65,
  '1': 0.8,
};
export const WOMEN_OTHERWISE = 0.55;

/** Shift of judgements by field in standard deviations: social and health above, culture below, as published. */
export const SHIFT_BY_FIELD: Readonly<Record<string, number>> = { '11': 0.1, '2': -0.35, '9': 0.08 };

/** Skills whose importance in work exceeds what studies gave the most, as published: a wider gap. */
export const WIDE_GAPS: readonly string[] = ['skill_negotiation', 'skill_stress', 'skill_project', 'skill_time'];

export const OPEN_TEXTS: readonly string[] = [
  'Lisää harjoittelua oikeissa asiakastilanteissa.',
  'Ryhmätyöt valmistivat hyvin nykyiseen työhön.',
  'Projektit yritysten kanssa olivat hyödyllisimpiä.',
  'Enemmän neuvottelutaitoja ja esimiestyötä.',
  'Mer praktik redan under det första året.',
  'Handledningen av examensarbetet var till stor nytta.',
  'More practice with real clients would have helped.',
  'Working in projects with other fields was the best part.',
  'The language courses did not match what my work needs.',
];
