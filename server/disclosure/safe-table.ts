/** Levels of tables.csv, widest first. */
export const LEVELS = [
  'nation',
  'field',
  'institution',
  'institution_field',
  'degree',
  'degree_national',
  'others',
] as const;
export type Level = (typeof LEVELS)[number];

export const MEASURES = ['mean', 'sd', 'median', 'quartile1', 'quartile3', 'nps', 'gap'] as const;
export type Measure = (typeof MEASURES)[number];

/** A figure with its 95 % interval (finite population correction); null where the measure has none. */
export type SafeFigure = { value: number; low: number | null; high: number | null };

/** In a later edition: the edition whose people a figure counts that could not be counted anew. Otherwise absent. */
type Standing = { as_of?: number | null | undefined };

/** A group of people that reports may speak of: one that passed the gate as a whole. */
export type SafePopulation = {
  /**
   * 'nation' · 'field/7' · 'institution/02467' · 'institution_field/02467/7' · 'degree/02467/671101' ·
   * 'degree_national/671101' · 'others/field/7/1'; a split is added: 'field/7@gender=female'.
   */
  key: string;
  level: Level;
  institution: string;
  field: string;
  degree: string;
  /** Background variable and its value where the population is a part of a unit; both '' for all of it. */
  split: string;
  split_value: string;
  /** Members of a residual group ('others'): degrees as 'institution-degree'. Otherwise []. */
  members: readonly string[];
  /** N: the target population. */
  target: number;
  /** n: those who sent their answers. */
  respondents: number;
  /** Years of several rounds together ('2018-2020'; its key ends with '~2018-2020'); absent for the round of the release. */
  pooled?: string;
} & Standing;

/**
 * What may be said of one item in one population: everything exactly, or one bound, or (no cell)
 * nothing. `id` is the item's code, or 'item/option' for one option of several choices.
 * - scale, single choice, code list, NPS: all categories, in the definition's order.
 * - several choices: one category, the option.
 * - pair: 'x.importance' and 'x.development' as scales; 'x' holds measure `gap` and `sd` only.
 * - numbers: no categories; median and quartiles.
 */
export type SafeCell = Standing &
  (
    | {
        status: 'exact';
        id: string;
        item: string;
        n: number;
        categories: readonly { code: string; count: number; figure: SafeFigure }[];
        /** Number of "cannot say"; null where not offered or not to be shown. */
        cannotSay: number | null;
        measures: Readonly<Partial<Record<Measure, SafeFigure>>>;
      }
    | {
        status: 'at_least';
        id: string;
        item: string;
        category: string;
        /** Share, 0–1, a multiple of 0.05. */
        bound: number;
      }
  );

declare const passedTheGate: unique symbol;
/** A release's results after disclosure control. Only `protect-release.ts` makes one. */
export type SafeTable = {
  readonly [passedTheGate]: true;
  readonly populations: readonly SafePopulation[];
  /** By population key, then by cell id. A hidden cell has no entry, whatever the reason. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, SafeCell>>;
};

/** Fewer than this many answers are shown with the word "few" (contract 3). */
export const FEW_BELOW = 10;
