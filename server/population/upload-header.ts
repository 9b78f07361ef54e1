import { z } from 'zod';
import type { UploadRow } from './upload-store.ts';

const headerSchema = z.array(z.string());

/** The names of an upload's columns; none where no row names them. */
export function headerOf(upload: Pick<UploadRow, 'header'>): string[] {
  return headerSchema.parse(upload.header);
}
