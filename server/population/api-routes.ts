import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { open } from '../accounts/access.ts';
import { readerOf } from '../api/with-token.ts';
import { createFailureLimit } from '../http/failure-limit.ts';
import { formOf, textOf } from '../http/form.ts';
import { kindOf } from '../error-kind.ts';
import { sendProblem } from '../http/problem.ts';
import { apiConfirm, apiImport, apiUndo, apiUpload, type ApiAnswer, type ApiCaller } from './api-import.ts';
import type { PopulationParts } from './visit.ts';

const BASE = '/api/v1/rounds/:round/population';
const TABLES = ['text/csv', 'text/plain', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];

type Handler = (caller: ApiCaller, request: FastifyRequest) => Promise<ApiAnswer>;

/** The same import for a student register, with a token that is for one institution. */
export async function populationApiRoutes(app: FastifyInstance, parts: PopulationParts): Promise<void> {
  const { deps } = parts;
  const limit = createFailureLimit(deps.now);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, parsed(body)),
  );
  app.addContentTypeParser(TABLES, (_request, body, done) => done(null, body)); // read as it arrives
  app.setErrorHandler(async (error, _request, reply) => {
    const status = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
    if (status === 415) return sendProblem(reply, 415, 'Send the people as text/csv or as an Excel workbook.');
    if (typeof status === 'number' && status >= 400 && status < 500)
      return sendProblem(reply, 400, 'The service could not read the request.');
    const reference = deps.randomBytes(4).toString('hex');
    deps.log.error(`Error ${reference}: ${kindOf(error)}`);
    return sendProblem(reply, 500, `Try again in a moment. Reference: ${reference}`);
  });
  const answer = (handler: Handler) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { authorization } = request.headers;
    const asked = await readerOf(deps, limit, { ip: request.ip, authorization, scope: 'population:write' });
    if (asked.kind === 'problem') return sendProblem(reply.headers(asked.headers), asked.status, asked.detail);
    const { name, institution } = asked.reader;
    const roundId = textOf(request.params, 'round');
    return send(reply, await handler({ parts, roundId, institution, by: `token:${name}` }, request));
  };
  const id = (request: FastifyRequest) => textOf(request.params, 'id');
  app.post(
    BASE,
    open('public'),
    answer((caller, request) => apiUpload(caller, streamOf(request.body))),
  );
  app.get(
    `${BASE}/:id`,
    open('public'),
    answer((caller, request) => apiImport(caller, id(request))),
  );
  app.post(
    `${BASE}/:id/confirm`,
    open('public'),
    answer((caller, request) => apiConfirm(caller, id(request), formOf(request.body))),
  );
  app.post(
    `${BASE}/:id/undo`,
    open('public'),
    answer((caller, request) => apiUndo(caller, id(request))),
  );
}

async function send(reply: FastifyReply, answer: ApiAnswer): Promise<FastifyReply> {
  if (answer.kind === 'problem') return sendProblem(reply, answer.status, answer.detail);
  if (answer.location !== null) reply.header('Location', answer.location);
  return reply
    .code(answer.status)
    .type('application/json; charset=utf-8')
    .send(`${JSON.stringify(answer.document, null, 1)}\n`);
}

function streamOf(body: unknown): Readable | null {
  const isStream = typeof body === 'object' && body !== null && 'pipe' in body;
  return isStream ? (body as Readable) : null; // what the parsers of tables hand on
}

function parsed(body: string | Buffer): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return {};
  }
}
