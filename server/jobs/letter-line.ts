import { open, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asSpreadsheetText, csvLine } from '../csv/csv-text.ts';
import type { Line } from './channel.ts';

/** Columns of the print file. `link` is also what the QR code of the letter holds. */
export const LETTER_COLUMNS = ['message', 'person_key', 'language', 'code', 'link', 'heading', 'text'];

/**
 * Adds each letter to a print file (0600), one for this process, since lines of two processes could mix. The printing
 * house has the addresses, by the person key.
 */
export function letterLine(folder: string): Line {
  const file = join(folder, `letters-${process.pid}.csv`);
  return {
    async deliver({ id, personKey, language, code, link, subject, text }, handOver) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const handle = await open(file, 'a', 0o600);
      try {
        if ((await handOver()) === 'stop') return { kind: 'withdrawn' };
        const isNew = (await handle.stat()).size === 0;
        const row = csvLine([id, personKey, language, code, link, subject, text].map(asSpreadsheetText));
        await handle.appendFile((isNew ? csvLine(LETTER_COLUMNS) : '') + row);
        await handle.sync();
        return { kind: 'sent' };
      } finally {
        await handle.close();
      }
    },
    close: async () => undefined,
  };
}
