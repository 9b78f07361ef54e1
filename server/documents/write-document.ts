import { writeFile } from 'node:fs/promises';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { ddiCodebook } from './ddi-codebook.ts';
import { jsonSchemaText } from './definition-json-schema.ts';

export const DOCUMENT_FORMATS = ['ddi', 'json-schema', 'paper'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
type Order = { format: DocumentFormat; language: Language; path: string };

/** Writes what leaves a survey version into a file. `language` counts for paper alone. Returns the number of bytes. */
export async function writeDocument(survey: Survey, order: Order): Promise<number> {
  const document = await documentOf(survey, order);
  await writeFile(order.path, document);
  return document.byteLength;
}

async function documentOf(survey: Survey, { format, language }: Order): Promise<Buffer> {
  switch (format) {
    case 'ddi':
      return Buffer.from(ddiCodebook(survey));
    case 'json-schema':
      return Buffer.from(jsonSchemaText());
    case 'paper': {
      // The typesetter is large and rarely needed: it is loaded when a form is made.
      const { printPaperForm } = await import('./print-paper-form.ts');
      return printPaperForm(survey, language);
    }
    default:
      return format satisfies never;
  }
}
