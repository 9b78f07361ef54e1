import { open, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'uqr';
import { asSpreadsheetText, csvLine } from '../csv/csv-text.ts';
import type { Line } from './channel.ts';

/** Columns of the print file. `qr_svg` is the link as a drawing. */
const LETTER_COLUMNS = ['message', 'person_key', 'language', 'code', 'link', 'heading', 'text', 'qr_svg'];

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
        const row = csvLine([id, personKey, language, code, link, subject, text, qrSvg(link)].map(asSpreadsheetText));
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

/** A QR code as one path, black on nothing, with the quiet zone that readers need around it. */
export function qrSvg(link: string): string {
  const { data, size } = encode(link, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}

/** Where dark squares of a row begin, and how many follow each other. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (isDark && last && last[0] + last[1] === x) last[1] += 1;
    else if (isDark) runs.push([x, 1]);
  }
  return runs;
}
