import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import type { Drawing } from '../results/figure.ts';
import type { RateForecast } from '../statistics/forecast-rate.ts';
import { curveDrawing } from './curve-drawing.ts';
import { sentBy, type CurvePoint } from './make-curve.ts';
import { monitorTexts } from './texts/index.ts';

type Shown = {
  curve: readonly CurvePoint[];
  before: { cohort: string; curve: readonly CurvePoint[] } | null;
  forecast: RateForecast | null;
  /** Of the round: how many days it is open, and in which messages leave. */
  days: number;
  messages: { begun: readonly number[]; coming: readonly number[] };
  /** When the curve ends, in words; null = when the round was over. */
  lastDay: string | null;
  isOpen: boolean;
};

export type CurveView = {
  lines: readonly string[];
  drawing: Drawing | null;
  legend: readonly { sign: string; label: string }[];
  rows: readonly { day: string; now: string; before: string }[];
  hasBefore: boolean;
  forecast: readonly string[];
};

/** How the round is answered by day, over the last round: in words, drawn, and as a table. */
export function toCurve(shown: Shown, language: Language): CurveView {
  const { rate: t } = monitorTexts(language);
  const { share, shareNumber } = formatsOf(language);
  const { curve, before, forecast, days, messages, lastDay } = shown;
  const hasBefore = before !== null && before.curve.length > 0;
  const last = curve.at(-1);
  if (!last) return { lines: [t.none], drawing: null, legend: [], rows: [], hasBefore: false, forecast: [] };
  const then = before && sentBy(before.curve, last.day);
  const nowLine = lastDay === null ? [] : [t.now(share(last.sent / last.target), lastDay)];
  const beforeLine =
    before === null ? t.noBefore : then ? t.before(before.cohort, share(then.sent / then.target)) : t.smallBefore;
  return {
    lines: [...nowLine, beforeLine],
    drawing: curveDrawing(
      { now: ratesOf(curve), before: ratesOf(before?.curve ?? []), days, messages, forecast },
      shareNumber,
    ),
    legend: legendOf(shown, language),
    rows: tableRows(shown, share),
    hasBefore,
    forecast: shown.isOpen ? forecastLines(forecast, language) : [],
  };
}

function legendOf({ before, forecast, messages }: Shown, language: Language): CurveView['legend'] {
  const { rate: t } = monitorTexts(language);
  return [
    { sign: 'now', label: t.legendNow },
    ...(before && before.curve.length > 0 ? [{ sign: 'before', label: t.legendBefore(before.cohort) }] : []),
    ...(forecast ? [{ sign: 'forecast', label: t.legendForecast }] : []),
    ...(messages.begun.length > 0 ? [{ sign: 'begun', label: t.legendBegun }] : []),
    ...(messages.coming.length > 0 ? [{ sign: 'coming', label: t.legendComing }] : []),
  ];
}

/** Every day that has ended; of the last round until its end. */
function tableRows({ curve, before }: Shown, share: (value: number) => string): CurveView['rows'] {
  const rateAt = (points: readonly CurvePoint[], day: number) => {
    const at = day > (points.at(-1)?.day ?? -1) ? null : sentBy(points, day);
    return at ? share(at.sent / at.target) : '–';
  };
  const last = Math.max(curve.at(-1)?.day ?? 0, before?.curve.at(-1)?.day ?? 0);
  return Array.from({ length: last + 1 }, (_, day) => ({
    day: String(day + 1),
    now: rateAt(curve, day),
    before: rateAt(before?.curve ?? [], day),
  }));
}

function forecastLines(forecast: RateForecast | null, language: Language): string[] {
  const { rate: t } = monitorTexts(language);
  const { share, count, shareNumber } = formatsOf(language);
  if (forecast === null) return [t.forecastNone];
  const low = language === 'en' ? share(forecast.low) : shareNumber(forecast.low);
  const sentence = t.forecast(share(forecast.value), low, share(forecast.high));
  return [sentence, forecast.rounds === 1 ? t.forecastOne : t.forecastMany(count(forecast.rounds))];
}

/** The first day ends at 1. */
function ratesOf(curve: readonly CurvePoint[]): { day: number; rate: number }[] {
  return curve.map(({ day, sent, target }) => ({ day: day + 1, rate: sent / target }));
}
