import { codeListSchema, type CodeList, type CodeLists } from '../../server/engine/code-list.ts';
import { mergeCodeLists } from '../../server/engine/merge-code-lists.ts';
import { countries } from './countries.ts';
import { degrees } from './degrees.ts';
import { fields } from './fields.ts';
import { IMPORTED_FOLDER, readImportedFiles } from './imported-files.ts';
import { institutions } from './institutions.ts';
import { regions } from './regions.ts';
import { universities } from './universities.ts';
import { universityDegrees } from './university-degrees.ts';

const ownLists = [institutions, degrees, universities, universityDegrees, fields, regions, countries].map((list) =>
  codeListSchema.parse(list),
);

/** An imported list and the file it is written in (for messages that name the place). */
export type ImportedList = { file: string; list: CodeList };
/** Every classification that a survey may name, by its name: those of the program with the imported ones over them. */
export type LoadedLists = { lists: CodeLists; imported: readonly ImportedList[] };

/** Reads the imported lists of a folder. Throws for a file that is no list, naming it. */
export function loadCodeLists(folder: string = IMPORTED_FOLDER): LoadedLists {
  const imported = readImportedFiles(folder).map(({ file, text }) => ({ file, list: readList(file, text) }));
  const lists = mergeCodeLists(
    ownLists,
    imported.map(({ list }) => list),
  );
  return { lists, imported };
}

function readList(file: string, text: string): CodeList {
  try {
    const list = codeListSchema.parse(JSON.parse(text));
    if (!file.endsWith(`${list.name}.json`))
      throw new Error(`it holds the list "${list.name}"; name the file after it`);
    return list;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} is not a code list. Import it again, or take it away.\n${reason}`, { cause: error });
  }
}
