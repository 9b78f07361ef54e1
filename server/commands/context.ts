import { resolve } from 'node:path';
import { loadSurveys, type Surveys } from '../../survey-definitions/index.ts';
import type { Deps } from '../deps.ts';

/** Where a command's words go. On the command line: stdout and stderr; through a running server: over its socket. */
export type CommandIo = {
  cwd: string;
  out: (text: string) => void;
  err: (text: string) => void;
  /** Folder of imported code lists; without it they lie with the classifications of the program. */
  listsDir?: string | undefined;
};

/** What a command works with. `deps` opens the database at its first use. */
export type CommandContext = {
  deps: () => Promise<Deps>;
  surveys: () => Surveys;
  /** A path that the person typed, from the folder they typed it in. */
  path: (file: string) => string;
  /** The outcome: one JSON document with --json, otherwise the text. */
  result: (json: unknown, text: string) => void;
  /** One line of progress or a message; never mixed into the outcome. */
  progress: (line: string) => void;
};

/** A command that cannot do its work: the message says why and how to mend it. Exit code 1 where no other is given. */
export class CommandError extends Error {
  readonly exitCode: number;
  constructor(message: string, { exitCode = 1, ...options }: ErrorOptions & { exitCode?: number } = {}) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

export function makeContext(io: CommandIo, options: { json: boolean; deps: () => Promise<Deps> }): CommandContext {
  return {
    deps: options.deps,
    surveys: () => loadSurveys(io.listsDir),
    path: (file) => resolve(io.cwd, file),
    result: (json, text) => io.out((options.json ? JSON.stringify(json, null, 2) : text) + '\n'),
    progress: (line) => io.err(line + '\n'),
  };
}
