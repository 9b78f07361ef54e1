import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../server/commands/program.ts';

export type CodesFolder = ReturnType<typeof openCodesFolder>;

/** A folder of files to import, with one of imported lists in it, and the command line beside them. */
export function openCodesFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'uras-codes-'));
  const listsDir = join(folder, 'imported');
  const listFile = (name: string) => join(listsDir, `${name}.json`);
  return {
    folder,
    listsDir,
    listFile,
    /** Writes a file to import, and returns its name. */
    write(name: string, text: string): string {
      writeFileSync(join(folder, name), text);
      return name;
    },
    /** Puts an imported list where the registry finds it. */
    plant(name: string, text: string): void {
      mkdirSync(listsDir, { recursive: true });
      writeFileSync(listFile(name), text);
    },
    async run(...words: string[]) {
      const said = { out: '', err: '' };
      const io = {
        cwd: folder,
        listsDir,
        out: (text: string) => void (said.out += text),
        err: (text: string) => void (said.err += text),
      };
      const code = await runCommand(words, io, () => Promise.reject(new Error('no database is needed')));
      return { code, ...said };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
