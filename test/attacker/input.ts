// What the attacker works with. It knows what a reader can get, the register, and who took part.
// The answers themselves serve two ends only: to know how many of a group answered a question
// (whoever knows who responded may know that too), and to confirm that a claimed deduction is right.

/** A release as a reader gets it: the files of its folder by their names. */
export type ReleaseFiles = { name: string; files: ReadonlyMap<string, string> };

/** What everybody can read in the published questionnaire, item by item. Nothing of it is needed. */
export type QuestionFacts = {
  item: string;
  /** Ten answers instead of five. */
  sensitive?: boolean;
  /** Asked of those only who gave one of these answers to another question. */
  askedIf?: readonly { item: string; categories: readonly string[] }[];
  /** Code of an answer → category of the tables (lists that are published in groups). */
  groups?: Readonly<Record<string, string>>;
};

export type AttackInput = {
  releases: readonly {
    release: ReleaseFiles;
    /** Texts of the population.csv and responses.csv files that it is made of. */
    population: readonly string[];
    responses: readonly string[];
  }[];
  questions?: readonly QuestionFacts[];
  /** Field of a degree, where the tables do not say it. */
  fields?: ReadonlyMap<string, string>;
  /** How many insiders are tried at most for each question (default: every different one). */
  insiders?: number;
  /** Largest linear program: more unknowns are cut into blocks (default 6000). */
  largestProgram?: number;
  progress?: (line: string) => void;
};

/** T3 … T11: docs/attacker.md says what each tries. T0: files and figures do not belong together. */
export type Test = 'T0' | 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | 'T7' | 'T8' | 'T9' | 'T10' | 'T11';

/** One thing that the published figures give away. */
export type Finding = {
  test: Test;
  /** In plain words: who can be pinned, to what. */
  says: string;
  item: string;
  /** The group or person that is pinned, in words of the register; empty where there is none. */
  group: string;
  people: number;
  /** The published rows that give it, with what each is multiplied by where it is a sum. */
  rows: readonly { factor: string; row: string }[];
  /** What follows: category → number of people. */
  derived: Readonly<Record<string, number>>;
  /** Whether the true answers bear it out; null where there is nothing to compare. */
  confirmed: boolean | null;
};

/** How many withheld groups below the threshold can be recomputed, question by question. */
export type Recovered = { item: string; small: number; recovered: number; single: number; people: number };

export type AttackResult = { findings: Finding[]; recovered: Recovered[]; tried: Tried };

/** What was tried, so that "nothing found" can be judged. */
export type Tried = {
  releases: number;
  rows: number;
  respondents: number;
  atoms: number;
  cells: number;
  vectors: number;
  insiders: number;
  programs: number;
  /** Programs that took too long: what they ask counts as not pinned. */
  unsolved: number;
};
