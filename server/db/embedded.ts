import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lockDirectory } from './embedded-lock.ts';
import { socketDirOf } from './socket-dir.ts';

/** Major version of PostgreSQL that the embedded engine is. Raised together with its package. */
const ENGINE_MAJOR = '18';
const SOCKET_FILE = '.s.PGSQL.5432';

export type EmbeddedEngine = { connection: { host: string; port: number }; close: () => Promise<void> };

/**
 * Opens (or makes) the embedded database in `dataDir/db`. Throws DirectoryInUseError when another
 * process has it open, and a message with the way out when an older engine wrote it.
 */
export async function openEmbeddedEngine(dataDir: string): Promise<EmbeddedEngine> {
  const folder = join(dataDir, 'db');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  refuseOtherMajor(folder);
  const lock = lockDirectory(join(dataDir, 'lock'));
  const socketDir = socketDirOf(dataDir);
  const socket = join(socketDir, SOCKET_FILE);
  rmSync(socket, { force: true }); // left by a killed process; the lock says that it is gone
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: { folder, socket } });
  try {
    await once(worker, 'message');
  } catch (cause) {
    lock.release();
    throw new Error(`The embedded database in ${folder} cannot be opened.`, { cause });
  }
  const close = async () => {
    worker.postMessage('close');
    await once(worker, 'message');
    await worker.terminate();
    rmSync(socket, { force: true });
    lock.release();
  };
  return { connection: { host: socketDir, port: 5432 }, close };
}

function refuseOtherMajor(folder: string): void {
  const versionFile = join(folder, 'PG_VERSION');
  if (!existsSync(versionFile)) return;
  const major = readFileSync(versionFile, 'utf8').trim();
  if (major === ENGINE_MAJOR) return;
  throw new Error(
    `${folder} was written by version ${major} of the embedded database; this is version ${ENGINE_MAJOR}.\n` +
      'Make a backup with the version of Uraseuranta that wrote it (uras backup FILE), move the directory away, and run uras restore FILE.',
  );
}
