import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';

const MANIFEST = 'manifest.json';
const manifestSchema = z.object({ release: z.string(), files: z.record(z.string(), z.string()) });

/** What is wrong with a release, in words for the person who has it. None: every hash agrees. */
export type Verified = { release: string; checked: number; problems: readonly string[] };

/** Whether a folder holds a release, as `releases build` writes it. */
export function isReleaseFolder(folder: string): boolean {
  return existsSync(join(folder, MANIFEST));
}

/** Computes the hash of every file of a folder anew and compares it with the manifest. */
export async function verifyFolder(folder: string): Promise<Verified> {
  const parsed = manifestSchema.safeParse(readJson(join(folder, MANIFEST)));
  if (!parsed.success) {
    return { release: folder, checked: 0, problems: [`${MANIFEST} is damaged: it names no files and their hashes`] };
  }
  const { release, files } = parsed.data;
  const there = filesIn(folder);
  const problems: string[] = [];
  for (const [name, hash] of Object.entries(files)) {
    if (!there.includes(name)) problems.push(`${name} is missing`);
    else if ((await hashOf(join(folder, name))) !== hash) problems.push(`${name} has been changed`);
  }
  for (const name of there) {
    if (name !== MANIFEST && !Object.hasOwn(files, name)) problems.push(`${name} does not belong to the release`);
  }
  return { release, checked: Object.keys(files).length, problems: problems.toSorted() };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer); // without an encoding, buffers
  return hash.digest('hex');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}
