import { peoplePath, type Visit } from './people-frame.ts';
import type { UploadRow } from './upload-store.ts';

/** Addresses that the pages of one import name. */
export type Links = { self: string; back: string; columns: string; start: string; rejected: string; undo: string };

/** The addresses of an import, in the visit's language. */
export function linksOf(visit: Visit, { id }: UploadRow): Links {
  const at = (page: string) => peoplePath(visit, `/import/${id}${page}`);
  return {
    self: at(''),
    columns: at('/columns'),
    rejected: at('/rejected.csv'),
    undo: at('/undo'),
    start: peoplePath(visit, '/import'),
    back: peoplePath(visit),
  };
}
