/**
 * The rules of disclosure control with their values, as the manifest of a release prints them
 * (docs/statistics.md says what each is for).
 */
export const RULES = {
  /** Fewest answers of which anything is said. */
  threshold: 5,
  /** The same for sensitive questions and for questions asked of a register group only. */
  sensitive_threshold: 10,
  /** Fewest answers in a split by a register variable. */
  split_threshold: 10,
  /** A cell with at most this many answers outside its largest category is top-coded. */
  slack: 2,
  /** Bounds of top-coded cells are floored to a multiple of this many percent. */
  bound_step_percent: 5,
  /** Categories with answers that a sensitive question of four or more categories must have. */
  sensitive_categories: 3,
  /** Numbers: fewest answers, fewest bands with answers, largest share of one band in percent. */
  numbers_threshold: 21,
  numbers_bands: 4,
  numbers_largest_band_percent: 80,
  /** Siblings: fewest members of a combined group of populations. */
  combined_members: 2,
} as const;
