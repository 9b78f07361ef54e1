/** Where a round is in its life. `closing`: closed, but pages that were open may still be saved. */
export type RoundState = 'planned' | 'open' | 'closing' | 'closed' | 'freezing' | 'frozen';

export type RoundTimes = {
  opens_at: Date;
  closes_at: Date;
  tolerance_hours: number;
  freeze_step: number;
  frozen_on: string | null;
};

/** The state of a round: its times decide it, so that no job can be late. */
export function roundState(round: RoundTimes, now: Date): RoundState {
  if (round.frozen_on !== null) return 'frozen';
  if (round.freeze_step > 0) return 'freezing';
  if (now < round.opens_at) return 'planned';
  if (now < round.closes_at) return 'open';
  return now < freezableAt(round) ? 'closing' : 'closed';
}

/** From when a round may be frozen. */
export function freezableAt(round: Pick<RoundTimes, 'closes_at' | 'tolerance_hours'>): Date {
  return new Date(round.closes_at.getTime() + round.tolerance_hours * 3_600_000);
}
