import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { paperForm } from './paper-form.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const TEMPLATE = new URL('paper-form.typ', import.meta.url);
const FONTS = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

/**
 * The paper form of a survey as a PDF (PDF/UA-1, tagged), A4. The words reach the typesetter as JSON, so nothing
 * in a definition can act as its commands.
 */
export async function printPaperForm(survey: Survey, language: Language): Promise<Buffer> {
  // The typesetter opens files of its workspace alone; this folder holds no secret.
  const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths: [FONTS] }] });
  const mainFileContent = await readFile(TEMPLATE, 'utf8');
  const inputs = { form: JSON.stringify(paperForm(survey, language)) };
  return compiler.pdf({ mainFileContent, inputs }, { pdfStandard: 'ua-1' });
}
