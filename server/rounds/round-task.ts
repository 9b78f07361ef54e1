import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';

/** How far a task of a round is. `check`: done as far as it must be, and something deserves a look. */
export type TaskState = 'done' | 'check' | 'unfinished' | 'not_started' | 'waiting';

/** One row of a round's task list. */
export type RoundTask = {
  code: string;
  label: string;
  state: TaskState;
  /** What is missing or what there is, in a few words; '' = nothing to say. */
  note: string;
  /** Where it is done; null = nowhere for this reader. */
  href: string | null;
};

export type TaskAsked = {
  round: {
    id: string;
    survey: string;
    version: number;
    invented: boolean | null;
    opens_at: Date;
    closes_at: Date;
    time_zone: string;
  };
  language: Language;
  /** Whose part of the round: one institution's, or null = all of it. */
  institution: string | null;
};

/** Says how far the tasks of one kind are. Each slice whose work belongs to a round exports one. */
export type DescribeTask = (deps: TaskDeps, asked: TaskAsked) => Promise<RoundTask[]>;

export type TaskDeps = Pick<Deps, 'db' | 'ownerDb' | 'keys' | 'surveys' | 'config' | 'now'>;

/** Whether a task keeps a round from being published. */
export function isBlocking({ state }: Pick<RoundTask, 'state'>): boolean {
  return state !== 'done' && state !== 'check';
}
