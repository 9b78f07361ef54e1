import { ddiCodebook } from '../documents/ddi-codebook.ts';
import { jsonSchemaText } from '../documents/definition-json-schema.ts';
import type { Survey } from '../engine/survey.ts';
import { LANGUAGES } from '../engine/text.ts';

/** A file of a version, as it is sent. */
export type DefinitionFile = { name: string; type: string; content: Buffer | string };
type Maker = { type: string; make: (survey: Survey) => Promise<Buffer> | string };

/** Files that every version has, by the last part of their address. */
export const DEFINITION_FILES: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(
    LANGUAGES.map((language): [string, Maker] => [
      `paper-${language}.pdf`,
      {
        type: 'application/pdf',
        make: async (survey) => {
          // The typesetter is large and rarely needed: it is loaded when a form is asked for.
          const { printPaperForm } = await import('../documents/print-paper-form.ts');
          return printPaperForm(survey, language);
        },
      },
    ]),
  ),
  'codebook.xml': { type: 'application/xml; charset=utf-8', make: ddiCodebook },
  'definition.json': {
    type: 'application/json; charset=utf-8',
    make: ({ definition }) => `${JSON.stringify({ $schema: './definition.schema.json', ...definition }, null, 2)}\n`,
  },
  'definition.schema.json': { type: 'application/schema+json; charset=utf-8', make: () => jsonSchemaText() },
};

// A version never changes while the service runs, so that each file is made once, whoever asks how often.
const made = new WeakMap<Survey, Map<string, Promise<Buffer | string>>>();

/** A file of a version; undefined for a name that none has. A file that failed is made again when asked for. */
export async function definitionFile(survey: Survey, name: string): Promise<DefinitionFile | undefined> {
  const maker = Object.hasOwn(DEFINITION_FILES, name) ? DEFINITION_FILES[name] : undefined;
  if (!maker) return undefined;
  const files = made.get(survey) ?? new Map<string, Promise<Buffer | string>>();
  made.set(survey, files);
  const pending = files.get(name) ?? Promise.resolve(maker.make(survey));
  files.set(name, pending);
  pending.catch(() => files.delete(name));
  const { survey: code, version } = survey.definition;
  return { name: `${code}-${version}-${name}`, type: maker.type, content: await pending };
}
