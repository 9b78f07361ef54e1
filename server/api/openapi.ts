import { z } from 'zod';
import { populationPaths } from './openapi-population.ts';
import { problemSchema, releaseListSchema, releaseWithManifestSchema } from './release-document.ts';

const release = {
  name: 'release',
  in: 'path',
  required: true,
  description: 'name of a release',
  schema: { type: 'string' },
};
const kept = {
  name: 'If-None-Match',
  in: 'header',
  description: 'the ETag of an earlier answer: 304 when nothing has changed',
  schema: { type: 'string' },
};
const json = (schema: z.ZodType) => ({
  'application/json': { schema: z.toJSONSchema(schema, { target: 'draft-2020-12' }) },
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const ok = (description: string, content: object) => ({
  description,
  headers: { ETag: { description: 'weak; its hash is the SHA-256 of the text', schema: { type: 'string' } } },
  content,
});

const always = {
  304: { description: 'not changed since the answer with this ETag' },
  401: problem('no token, or one that is unknown, has expired or was revoked'),
  403: problem('the token does not allow this'),
  429: problem('too many unknown tokens from this network'),
};
const ofRelease = { ...always, 404: problem('no such release or file; a degree that is not shown has none') };
const ofFile = { ...ofRelease, 410: problem('the release was withdrawn') };

const paths = {
  '/api/v1/releases': {
    get: {
      summary: 'every release that was published, newest first',
      parameters: [kept],
      responses: { 200: ok('releases', json(releaseListSchema)), ...always },
    },
  },
  '/api/v1/releases/{release}': {
    get: {
      summary: 'one release with its manifest',
      parameters: [release, kept],
      responses: { 200: ok('the release', json(releaseWithManifestSchema)), ...ofRelease },
    },
  },
  '/api/v1/releases/{release}/tables.csv': {
    get: {
      summary: 'every figure of a release, as in docs/release-format.md',
      parameters: [release, kept],
      responses: { 200: ok('tables.csv', { 'text/csv': { schema: { type: 'string' } } }), ...ofFile },
    },
  },
  '/api/v1/releases/{release}/degrees/{file}': {
    get: {
      summary: 'the figures of one degree with those of its field and the nation',
      parameters: [
        release,
        { ...release, name: 'file', description: 'INSTITUTION-DEGREE.json, as the manifest names it' },
        kept,
      ],
      responses: { 200: ok('the document', { 'application/json': { schema: { type: 'object' } } }), ...ofFile },
    },
  },
  '/api/v1/releases/{release}/windows/{years}/{file}': {
    get: {
      summary: 'the figures of one degree of several rounds together, with those of its field and the nation',
      parameters: [
        release,
        { ...release, name: 'years', description: 'first and last year, as the manifest names them: 2018-2020' },
        { ...release, name: 'file', description: 'INSTITUTION-DEGREE.json, as the manifest names it' },
        kept,
      ],
      responses: { 200: ok('the document', { 'application/json': { schema: { type: 'object' } } }), ...ofFile },
    },
  },
  ...populationPaths,
};

/** The interface as an OpenAPI document. The schemas are those by which its answers are made. */
export function openApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Uraseuranta: published releases, and people of a round',
      version: '1.0.0',
      description: 'Reads releases with the bytes of their files, and brings people into rounds.',
    },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'made by uras tokens create --scope releases:read, or population:write',
        },
      },
      schemas: { Problem: z.toJSONSchema(problemSchema, { target: 'draft-2020-12' }) },
    },
  };
}

/** The same as text, as it is served and as it stands in docs/openapi.json. */
export function openApiText(): string {
  return `${JSON.stringify(openApi(), null, 2)}\n`;
}
