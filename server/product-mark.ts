import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
/** What pages are made by: code, texts, templates, styles, surveys, reports, and the versions of libraries. */
const FOLDERS = ['server', 'reports', 'survey-definitions'];

let mark: string | undefined;

/** Names the product as it is installed: with any other file of these it has another name. Read once a process. */
export function productMark(): string {
  mark ??= markOf(ROOT);
  return mark;
}

/** The same of a product in another folder. */
export function markOf(root: string): string {
  const hash = createHash('sha256');
  for (const file of [...FOLDERS.flatMap((folder) => filesIn(root, folder)), 'package.json'].sort()) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
}
