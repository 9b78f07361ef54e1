import type { Readable } from 'node:stream';
import type { Deps } from '../deps.ts';
import { uuidOf } from '../accounts/sessions.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import type { ByteCensus } from './byte-census.ts';
import { recogniseSettings, type TextSettings } from './file-settings.ts';
import { KEPT_MS } from './kept-times.ts';
import { endsLinesWithCr, recogniseFile } from './recognise-encoding.ts';
import { firstLines } from './read-table.ts';
import type { UploadFiles } from './upload-files.ts';
import { insertUpload } from './upload-store.ts';
import { workbookToCsv } from './workbook-to-csv.ts';

/** Why a file is not taken. */
export type FileProblem = 'none' | 'empty' | 'too_large' | 'old_workbook' | 'bad_workbook' | 'binary' | 'broken_off';

/** A file that has arrived and belongs to no import yet. */
export type ReceivedFile = { id: string; name: string; census: ByteCensus };

type FileDeps = Pick<Deps, 'ownerDb' | 'now' | 'randomBytes'>;
export type UploadOwner = {
  roundId: string;
  /** Whose people may be in it; null = everybody's. */
  institutions: readonly string[] | null;
  by: string;
};

const LINES_LOOKED_AT = 60;
const LONGEST_NAME = 80;

/** Takes a file as it arrives. It is nobody's until `keepFile`, and must be dropped where nobody keeps it. */
export async function receiveFile(
  deps: Pick<Deps, 'randomBytes'>,
  files: UploadFiles,
  { name, stream }: { name: string; stream: Readable },
): Promise<ReceivedFile | FileProblem> {
  const id = uuidOf(deps.randomBytes(16));
  try {
    const census = await files.receive(id, stream);
    return census ? { id, name: tidyName(name), census } : 'too_large';
  } catch {
    return 'broken_off';
  }
}

/** Makes an import of a file that has arrived: what it is, and how it seems to be written. */
export async function keepFile(
  deps: FileDeps,
  files: UploadFiles,
  { file, owner }: { file: ReceivedFile; owner: UploadOwner },
): Promise<{ kind: 'kept'; id: string } | { kind: 'refused'; problem: FileProblem }> {
  const opened = await openAsText(files, file);
  if (typeof opened === 'string') {
    files.remove(file.id);
    return { kind: 'refused', problem: opened };
  }
  const settings = recogniseSettings(opened, await firstLines(files.pathOf(file.id), opened, LINES_LOOKED_AT));
  const now = deps.now();
  await insertUpload(deps.ownerDb, {
    id: file.id,
    round_id: owner.roundId,
    institutions: owner.institutions && [...owner.institutions],
    started_by: owner.by,
    started_on: zonedDay(now, 'Europe/Helsinki'),
    file_name: file.name,
    expires_at: new Date(now.getTime() + KEPT_MS),
    settings,
    bytes: file.census.size,
  });
  return { kind: 'kept', id: file.id };
}

/** A workbook becomes text; what is neither is refused. */
async function openAsText(files: UploadFiles, { id, census }: ReceivedFile): Promise<TextSettings | FileProblem> {
  const found = recogniseFile(census);
  switch (found.kind) {
    case 'text':
      return { encoding: found.encoding, cr: endsLinesWithCr(census) };
    case 'zip': {
      const path = files.pathOf(id);
      if (!(await workbookToCsv(path, `${path}.csv`))) return 'bad_workbook';
      files.replace(id, `${path}.csv`);
      return { encoding: 'utf-8', cr: false };
    }
    case 'empty':
    case 'old_workbook':
    case 'binary':
      return found.kind;
    default:
      return found satisfies never;
  }
}

/** The name of a file as a page may repeat it. */
function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const tidy = last
    .toWellFormed()
    .replace(/[\p{C}]+/gu, '')
    .trim();
  return tidy === '' ? 'file' : [...tidy].slice(0, LONGEST_NAME).join('');
}
