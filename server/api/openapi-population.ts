import { z } from 'zod';
import { confirmSchema, importDocumentSchema } from '../population/api-document.ts';

const path = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
const round = path('round', 'id of a round');
const id = path('id', 'id of an import');
const json = (schema: z.ZodType, io: 'input' | 'output' = 'output') => ({
  'application/json': { schema: z.toJSONSchema(schema, { target: 'draft-2020-12', io }) },
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const text = { schema: { type: 'string' } };

const always = {
  401: problem('no token, or one that is unknown, has expired or was revoked'),
  403: problem('the token is not of the scope population:write'),
  404: problem('no such round or import, a round that is frozen, or an import of another institution'),
  429: problem('too many unknown tokens from this network'),
};
const document = { description: 'the import', content: json(importDocumentSchema) };

/** How a student register brings its institution's people into a round. */
export const populationPaths = {
  '/api/v1/rounds/{round}/population': {
    post: {
      summary: 'send people; they are read and compared, and nothing is brought in yet',
      parameters: [round],
      requestBody: {
        required: true,
        description: 'columns as on the page of the import; at most 50 MB and 200,000 rows',
        content: {
          'text/csv': text,
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': text,
        },
      },
      responses: {
        202: {
          ...document,
          headers: { Location: { description: 'where to look how far it is', ...text } },
        },
        ...always,
        413: problem('larger than 50 MB'),
        415: problem('no table'),
        422: problem('an empty file, one that is no table, or one without the columns that are needed'),
      },
    },
  },
  '/api/v1/rounds/{round}/population/{id}': {
    get: {
      summary: 'how far an import is, and what was found',
      parameters: [round, id],
      responses: { 200: document, ...always },
    },
  },
  '/api/v1/rounds/{round}/population/{id}/confirm': {
    post: {
      summary: 'bring in what is wanted',
      parameters: [round, id],
      requestBody: { content: json(confirmSchema, 'input') },
      responses: {
        202: document,
        ...always,
        409: problem('not read to its end, or rows that cannot be taken and are not to be left out'),
      },
    },
  },
  '/api/v1/rounds/{round}/population/{id}/undo': {
    post: {
      summary: 'take an import back, until the first message to its people has left',
      parameters: [round, id],
      responses: { 202: document, ...always, 409: problem('too late') },
    },
  },
};
