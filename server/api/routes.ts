import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { open } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { kindOf } from '../error-kind.ts';
import { createFailureLimit, type FailureLimit } from '../http/failure-limit.ts';
import { sendProblem } from '../http/problem.ts';
import { plainPage, takesGzip } from '../http/page-cache.ts';
import { openApiText } from './openapi.ts';
import { readFile, readReleases, type FileOutcome } from './read-releases.ts';
import type { Reader } from './tokens.ts';
import { readerOf } from './with-token.ts';

const BASE = '/api/v1';
const JSON_TYPE = 'application/json; charset=utf-8';
/** Kept by the one who asked, and asked again before it is used. */
const ASK_AGAIN = 'private, no-cache';

type Handler = (asked: { request: FastifyRequest; reply: FastifyReply; reader: Reader }) => Promise<FastifyReply>;
type Params = { release: string; years: string; file: string };

/** Published releases for programs, which sign in nowhere: with a token, with the bytes of their files, and problems as documents. */
export async function apiRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(async (api) => {
    addProblems(api, deps);
    const limit = createFailureLimit(deps.now);
    const read = (path: string, handler: Handler) =>
      api.get(BASE + path, open('public'), (request, reply) => withReader(deps, limit, { request, reply, handler }));
    api.get(`${BASE}/openapi.json`, open('public'), (request, reply) => sendText(request, reply, openApiText()));
    read('/releases', async ({ request, reply }) => {
      const releases = (await readReleases(deps)).map(({ document }) => document);
      return sendText(request, reply, `${JSON.stringify({ releases }, null, 1)}\n`);
    });
    read('/releases/:release', async ({ request, reply }) => {
      const { release } = paramsOf(request);
      const known = (await readReleases(deps)).find(({ document }) => document.id === release);
      if (!known) return unknownRelease(reply);
      const { document, manifest } = known;
      return sendText(request, reply, `${JSON.stringify({ ...document, manifest }, null, 1)}\n`);
    });
    read('/releases/:release/tables.csv', (asked) => sendFile(deps, asked, 'tables.csv', 'text/csv; charset=utf-8'));
    read('/releases/:release/degrees/:file', (asked) =>
      sendFile(deps, asked, `degrees/${paramsOf(asked.request).file}`, JSON_TYPE),
    );
    read('/releases/:release/windows/:years/:file', (asked) => {
      const { years, file } = paramsOf(asked.request);
      return sendFile(deps, asked, `windows/${years}/${file}`, JSON_TYPE);
    });
    api.all(`${BASE}/*`, open('public'), (_request, reply) =>
      sendProblem(reply, 404, 'There is nothing at this address.'),
    );
    api.all(BASE, open('public'), (_request, reply) =>
      sendProblem(reply, 404, `Begin at ${BASE}/releases or ${BASE}/openapi.json.`),
    );
  });
}

/** Errors of this part of the service as documents: without a message of the error, which may hold anything. */
function addProblems(api: FastifyInstance, deps: Deps): void {
  api.setErrorHandler(async (error, _request, reply) => {
    const status = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
    if (typeof status === 'number' && status >= 400 && status < 500)
      return sendProblem(reply, 400, 'The service could not read the request.');
    const reference = deps.randomBytes(4).toString('hex');
    deps.log.error(`Error ${reference}: ${kindOf(error)}`);
    return sendProblem(reply, 500, `Try again in a moment. Reference: ${reference}`);
  });
}

async function withReader(
  deps: Deps,
  limit: FailureLimit,
  { request, reply, handler }: { request: FastifyRequest; reply: FastifyReply; handler: Handler },
): Promise<FastifyReply> {
  const { authorization } = request.headers;
  const asked = await readerOf(deps, limit, { ip: request.ip, authorization, scope: 'releases:read' });
  if (asked.kind === 'problem') return sendProblem(reply.headers(asked.headers), asked.status, asked.detail);
  return handler({ request, reply, reader: asked.reader });
}

async function sendFile(
  deps: Deps,
  { request, reply, reader }: Parameters<Handler>[0],
  name: string,
  type: string,
): Promise<FastifyReply> {
  const outcome = await readFile(deps, { release: paramsOf(request).release, name, reader });
  if (outcome.kind !== 'file') return refuse(reply, outcome, reader);
  reply.header('Vary', 'accept-encoding');
  if (isKept(request, reply, outcome.sha256)) return reply.code(304).send();
  reply.type(type);
  if (!takesGzip(request.headers['accept-encoding'])) return reply.send(plainPage(outcome.gzip));
  return reply.header('Content-Encoding', 'gzip').send(outcome.gzip);
}

function refuse(
  reply: FastifyReply,
  outcome: Exclude<FileOutcome, { kind: 'file' }>,
  { institution }: Reader,
): Promise<FastifyReply> {
  switch (outcome.kind) {
    case 'unknown_release':
      return unknownRelease(reply);
    case 'unknown_file':
      return sendProblem(reply, 404, 'The release has no such file. A degree that is not shown has none either.');
    case 'withdrawn':
      return sendProblem(reply, 410, 'The release was withdrawn. Its document says why.');
    case 'other_institution':
      return sendProblem(reply, 403, `The token reads documents of degrees of ${institution} only.`);
    default:
      return outcome.kind satisfies never;
  }
}

function unknownRelease(reply: FastifyReply): Promise<FastifyReply> {
  return sendProblem(reply, 404, `There is no such release. ${BASE}/releases lists all.`);
}

async function sendText(request: FastifyRequest, reply: FastifyReply, text: string): Promise<FastifyReply> {
  if (isKept(request, reply, createHash('sha256').update(text).digest('hex'))) return reply.code(304).send();
  return reply.type(JSON_TYPE).send(text);
}

/** Sets the ETag and says whether the one who asks has this text already. Weak, since the text may be sent compressed. */
function isKept(request: FastifyRequest, reply: FastifyReply, sha256: string): boolean {
  reply.header('ETag', `W/"${sha256}"`).header('Cache-Control', ASK_AGAIN);
  const kept = request.headers['if-none-match'] ?? '';
  return kept.split(',').some((one) => ['*', `"${sha256}"`].includes(one.trim().replace(/^W\//, '')));
}

function paramsOf(request: FastifyRequest): Params {
  return request.params as Params; // named in the address
}
