import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '../../engine/text.ts';

const HEAD = 'export.json';
/** What a file's name ends with until it is whole. */
const PART = '.part';

const headSchema = z.strictObject({
  format: z.literal(1),
  release: z.string(),
  /** Of the release, so that another one of the same name is told apart. */
  tables_hash: z.string(),
  /** Preliminary, final, corrected: every file says it. */
  standing: z.array(z.string()),
  language: z.enum(LANGUAGES),
});
/** What a folder of reports is an export of. */
export type ExportHead = Readonly<Omit<z.infer<typeof headSchema>, 'standing'>> & { standing: readonly string[] };

/**
 * Makes a folder ready for an export, or finds it begun. Returns why it cannot be used: it holds something
 * else, and nothing of another release may stay between.
 */
export function openExportFolder(folder: string, head: ExportHead): string | null {
  if (!existsSync(folder) || readdirSync(folder).length === 0) {
    mkdirSync(folder, { recursive: true });
    writeWhole(join(folder, HEAD), `${JSON.stringify(head, null, 1)}\n`);
    return null;
  }
  const found = readHead(folder);
  if (!found) return `${folder} holds other files. Name an empty folder, or one that this command began.`;
  const { release, tables_hash, standing } = found;
  const isOther = release !== head.release || tables_hash !== head.tables_hash;
  const differs = isOther || standing.join() !== head.standing.join();
  if (differs) return `${folder} holds reports of the release ${release}, or as it stood before. Name another folder.`;
  if (found.language !== head.language)
    return `${folder} holds reports in another language (${found.language}). Name another folder for each language.`;
  return null;
}

function readHead(folder: string): ExportHead | null {
  try {
    return headSchema.parse(JSON.parse(readFileSync(join(folder, HEAD), 'utf8')));
  } catch {
    return null; // not there, or not ours
  }
}

/** Whether a file is there: under its own name it is whole. */
export function isWritten(folder: string, name: string): boolean {
  return existsSync(join(folder, name));
}

/** Writes a file under a temporary name and gives it its own when it is whole. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path + PART, content);
  renameSync(path + PART, path);
}
