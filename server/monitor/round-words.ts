import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { shortMoment } from '../round-pages/moment-words.ts';
import { roundTexts } from '../round-pages/texts/index.ts';
import { addDays, zonedDay } from '../rounds/zoned-time.ts';
import type { MonitorFacts } from './load-monitor.ts';
import { dayOfRound } from './make-curve.ts';
import { monitorTexts } from './texts/index.ts';

type Timed = Pick<MonitorFacts, 'round' | 'state' | 'at'>;

/** When it was counted: 'As of 18 November 2026 at 14:32'. */
export function situationWords({ round, at }: Timed, language: Language): string {
  return monitorTexts(language).situation(shortMoment(at, round.time_zone, { language, t: roundTexts(language) }));
}

/** Until when a round is open, or since when it is over. */
export function stateWords({ round, state, at }: Timed, language: Language): string {
  const t = monitorTexts(language);
  const { time_zone: zone, closes_at, opens_at } = round;
  const speech = { language, t: roundTexts(language) };
  const closes = shortMoment(closes_at, zone, speech, { closing: true });
  if (state === 'draft' || state === 'discarded') return speech.t.states.draft;
  if (state === 'planned') return speech.t.next.opens(shortMoment(opens_at, zone, speech));
  if (state !== 'open') return t.closed(closes);
  const last = zonedDay(new Date(closes_at.getTime() - 1), zone);
  const left = daysBetween(zonedDay(at, zone), last);
  return t.closes(closes, t.days(formatsOf(language).count(left)));
}

/** Why there is nothing to follow. */
export function nothingWords({ round, state }: Timed, language: Language): string {
  const { nothing: t } = monitorTexts(language);
  if (state === 'freezing') return t.freezing;
  if (state !== 'planned') return t.draft;
  return t.planned(shortMoment(round.opens_at, round.time_zone, { language, t: roundTexts(language) }));
}

/** How many days a round is open, the first and the last counted. */
export function daysOf({ round }: Pick<Timed, 'round'>): number {
  return dayOfRound(zonedDay(new Date(round.closes_at.getTime() - 1), round.time_zone), round) + 1;
}

function daysBetween(from: string, to: string): number {
  let days = 0;
  for (let day = from; day < to; day = addDays(day, 1)) days += 1;
  return days;
}
