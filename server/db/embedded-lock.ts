import { DatabaseSync } from 'node:sqlite';

/** Thrown when another process holds the data directory. */
export class DirectoryInUseError extends Error {}

/**
 * Takes the exclusive lock of a data directory; the operating system frees it when the process
 * ends, however it ends. The embedded engine has no lock of its own, and two processes on one
 * directory lose rows.
 */
export function lockDirectory(lockFile: string): { release: () => void } {
  const lock = new DatabaseSync(lockFile);
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (cause) {
    lock.close();
    throw new DirectoryInUseError(
      `${lockFile.replace(/\/lock$/, '')} is in use by another process. Stop it, or set URAS_DATA_DIR to another directory.`,
      { cause },
    );
  }
  return { release: () => lock.close() };
}
