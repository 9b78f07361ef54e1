import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerMessages } from '../helper-process.ts';

// The typesetter, in a process of its own: a report takes a quarter of a second that no page waits for, and
// the memory that it does not give back goes with the process. One message a sheet, in order.

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const FONTS = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
const MAIN = join(FOLDER, 'main.typ');
const SHEET = join(FOLDER, 'sheet.json');

const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths: [FONTS] }] });
compiler.addSource(MAIN, readFileSync(new URL('report.typ', import.meta.url), 'utf8'));

answerMessages((sheet: string) => {
  try {
    // Words reach the typesetter as data, so that none acts as a command.
    compiler.mapShadow(SHEET, Buffer.from(sheet));
    return compiler.pdf({ mainFilePath: MAIN }, { pdfStandard: 'ua-1' });
  } finally {
    compiler.evictCache(0);
  }
});
