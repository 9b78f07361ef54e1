import type { Language } from '../engine/text.ts';
import { dayAndMonth, lastMoment, onWeekday } from './dates.ts';
import type { Invitation } from './find-invitation.ts';

/** The day until which a round is open, 'sunnuntaina 30.11.' and '30.11.'. */
export function closing({ round }: Invitation, language: Language): { weekday: string; short: string } {
  const last = lastMoment(round.closes_at);
  return {
    weekday: onWeekday(last, round.time_zone, language),
    short: dayAndMonth(last, round.time_zone, language),
  };
}
