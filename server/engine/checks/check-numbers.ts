import type { Finding } from '../finding.ts';
import type { Band, QuestionOf } from '../question.ts';
import { checkBands, checkBandsCover } from './check-bands.ts';

/** A number question: its limits make sense and its bands hold every number that can be answered. */
export function checkNumber(question: QuestionOf<'number'>): Finding[] {
  const { min, max, plausible, bands } = question;
  if (min >= max) {
    const message = `The least number ${min} is not below the greatest ${max}. Correct \`min\` or \`max\`.`;
    return [{ place: 'max', rule: 'empty_range', message }];
  }
  return [
    ...safelyStored('min', min),
    ...safelyStored('max', max),
    ...checkPlausible(plausible, min, max),
    ...checkBands('bands', bands),
    ...checkBandsCover('bands', bands, { from: min, to: max }),
  ];
}

/** A year and month: years in order and covered by bands, which are in years. */
export function checkYears(question: QuestionOf<'year_month'>): Finding[] {
  const { fromYear, toYear, bands } = question;
  if (fromYear > toYear || fromYear < 1000 || toYear > 9999) {
    const message = `The years ${fromYear} to ${toYear} are no range of years with four digits. Correct \`fromYear\` or \`toYear\`.`;
    return [{ place: 'toYear', rule: 'empty_range', message }];
  }
  // December is 11/12 of a year past January.
  const years = { from: fromYear, to: toYear + 11 / 12 };
  return [...checkBands('bands', bands), ...checkBandsCover('bands', bands, years), ...wholeYears(bands)];
}

function wholeYears(bands: readonly Band[]): Finding[] {
  return bands.flatMap(({ from, below }, index) => {
    if (Number.isInteger(from * 12) && Number.isInteger(below * 12)) return [];
    const message = `Bands of months begin and end with a month: give years, or years and twelfths, instead of ${from} to ${below}.`;
    return [{ place: `bands[${index}].from`, rule: 'band_not_months', message }];
  });
}

function checkPlausible(plausible: { from: number; to: number }, min: number, max: number): Finding[] {
  const { from, to } = plausible;
  if (from <= to && from >= min && to <= max) return [];
  const message = `Numbers from ${from} to ${to} count as plausible, but ${min} to ${max} can be answered. Keep \`plausible\` inside \`min\` and \`max\`.`;
  return [{ place: 'plausible', rule: 'plausible_outside', message }];
}

function safelyStored(place: string, limit: number): Finding[] {
  if (Math.abs(limit) <= 1e12) return [];
  const message = `${limit} is beyond what can be stored exactly with decimals. Use a limit of at most 1 000 000 000 000.`;
  return [{ place, rule: 'limit_too_large', message }];
}
