import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../deps.ts';
import { kindOf } from '../../error-kind.ts';
import type { Language } from '../../engine/text.ts';
import { ALL_FORMATS } from './export-formats.ts';
import { exportReports, type ExportDeps } from './export-reports.ts';

/** The reports of one institution in one language. */
export type ExportJobKey = { release: string; institution: string; language: Language };

export type ExportJobState =
  /** `files`: of an earlier attempt that was stopped. */
  | { kind: 'none'; files: number }
  | { kind: 'waiting' }
  | { kind: 'running'; done: number; all: number }
  | { kind: 'done'; folder: string }
  | { kind: 'failed' };

export type ExportJobs = {
  state: (key: ExportJobKey) => ExportJobState;
  /** Begins, or goes on with what was left. One job runs at a time; the others wait. */
  start: (key: ExportJobKey) => void;
  /** Stops after the reports that are at work. */
  stop: () => Promise<void>;
};

type JobDeps = ExportDeps & { log: Log; config: { dataDir: string; baseUrl: string | null } };

/**
 * Jobs that write all reports of an institution while the service runs. Their files lie in the data folder,
 * with what may be shown alone, and stay when the service is started anew.
 */
export function makeExportJobs(deps: JobDeps): ExportJobs {
  const states = new Map<string, ExportJobState>();
  let last: Promise<void> = Promise.resolve();
  let isStopped = false;
  const folderOf = ({ release, institution, language }: ExportJobKey) =>
    join(deps.config.dataDir, 'exports', release, institution, language);
  const nameOf = (key: ExportJobKey) => folderOf(key);

  const run = async (key: ExportJobKey): Promise<void> => {
    const set = (state: ExportJobState) => states.set(nameOf(key), state);
    if (isStopped) return;
    try {
      const write = () =>
        exportReports(deps, {
          round: key.release,
          institution: key.institution,
          language: key.language,
          formats: ALL_FORMATS,
          folder: folderOf(key),
          address: deps.config.baseUrl ?? '',
          progress: (done, all) => set({ kind: 'running', done, all }),
          isStopped: () => isStopped,
        });
      let outcome = await write();
      if (outcome.kind === 'other-folder') {
        // Of the same release as it stood before: ours, and written anew.
        rmSync(folderOf(key), { recursive: true });
        outcome = await write();
      }
      const isWhole = outcome.kind === 'exported' && outcome.isWhole;
      set(isWhole ? { kind: 'done', folder: folderOf(key) } : { kind: 'failed' });
    } catch (cause) {
      deps.log.error(`The reports of an institution could not be written: ${kindOf(cause)}`);
      set({ kind: 'failed' });
    }
  };
  return {
    state: (key) => states.get(nameOf(key)) ?? { kind: 'none', files: countFiles(folderOf(key)) },
    start: (key) => {
      const state = states.get(nameOf(key));
      if (state && ['waiting', 'running', 'done'].includes(state.kind)) return;
      states.set(nameOf(key), { kind: 'waiting' });
      last = last.then(() => run(key));
    },
    stop: async () => {
      isStopped = true;
      await last;
    },
  };
}

function countFiles(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('.part') && entry.name !== 'export.json',
  ).length;
}
