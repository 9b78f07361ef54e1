/** Where a round is in its life. `closing`: closed, but pages that were open may still be saved. */
export type RoundState = 'draft' | 'discarded' | 'planned' | 'open' | 'closing' | 'closed' | 'freezing' | 'frozen';

export type RoundTimes = {
  opens_at: Date;
  closes_at: Date;
  tolerance_hours: number;
  freeze_step: number;
  frozen_on: string | null;
  /** Not published yet: no time opens it. */
  draft: boolean;
  discarded_on: string | null;
  /** The latest time that one person was given; null = none. */
  extended_to: Date | null;
};

/** The state of a round: its times decide it, so that no job can be late. */
export function roundState(round: RoundTimes, now: Date): RoundState {
  if (round.discarded_on !== null) return 'discarded';
  if (round.draft) return 'draft';
  if (round.frozen_on !== null) return 'frozen';
  if (round.freeze_step > 0) return 'freezing';
  if (now < round.opens_at) return 'planned';
  if (now < round.closes_at) return 'open';
  return now < freezableAt(round) ? 'closing' : 'closed';
}

/** From when a round may be frozen: when nobody's page can come any more, not even that of someone with more time. */
export function freezableAt(
  round: Pick<RoundTimes, 'closes_at' | 'tolerance_hours'> & Partial<Pick<RoundTimes, 'extended_to'>>,
): Date {
  const last = Math.max(round.closes_at.getTime(), round.extended_to?.getTime() ?? 0);
  return new Date(last + round.tolerance_hours * 3_600_000);
}
