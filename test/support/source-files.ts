import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const LEFT_OUT = /(^|\/)(node_modules|data|coverage|\.git)(\/|$)/;

/** The project's own files that fit a pattern, relative to its root, in code-point order. */
export function sourceFiles(pattern: string): string[] {
  return globSync(pattern, { cwd: projectRoot, exclude: (path) => LEFT_OUT.test(path) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !LEFT_OUT.test(path))
    .sort();
}

export function sourceText(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8');
}

/** Every match of a pattern in every file, as `file:line text`: what a failing test prints. */
export function placesOf(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    sourceText(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}
