import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The private directory (0700) of the sockets of one data directory. It is short, because a
 * socket's path may have 107 bytes only, and the same for every process of this user.
 */
export function socketDirOf(dataDir: string): string {
  const { uid } = userInfo();
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `uras-${uid}-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const state = lstatSync(folder);
  const isPrivate = uid === -1 || (state.uid === uid && (state.mode & 0o077) === 0);
  if (!state.isDirectory() || !isPrivate) {
    throw new Error(`${folder} belongs to someone else or is open to others. Remove it and start again.`);
  }
  return folder;
}
