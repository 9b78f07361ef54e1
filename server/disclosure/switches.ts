/**
 * Rules that a test may switch off to see that the attack then finds something. The product passes
 * nothing: every rule is on.
 */
export type Switches = {
  /** Hidden cells must not follow from published ones. */
  secondary: boolean;
  /** Two published groups must not differ by a few people. */
  thinPairs: boolean;
  /** What published cells leave over together must be safe too. */
  leftovers: boolean;
  /** Small groups that the register defines, though no catalogue lists them. */
  definableGroups: boolean;
  /** Nobody's answer follows from figures that are not negative. */
  gate: boolean;
  /** Cells of nearly equal answers are shown as a bound only. */
  topCoding: boolean;
  /** The threshold holds a question, not only a population. */
  questionThreshold: boolean;
  /** A follow-up only where the cells that lead to it are exact. */
  routing: boolean;
  /** Ten answers in splits. */
  splitThreshold: boolean;
  /** "Cannot say" as a cell of its own. */
  cannotSay: boolean;
};

export const ALL_RULES: Switches = {
  secondary: true,
  thinPairs: true,
  leftovers: true,
  definableGroups: true,
  gate: true,
  topCoding: true,
  questionThreshold: true,
  routing: true,
  splitThreshold: true,
  cannotSay: true,
};
