import type { FastifyInstance } from 'fastify';
import { open } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { kindOf } from '../error-kind.ts';
import { createFailureLimit } from '../http/failure-limit.ts';
import { sendProblem } from '../http/problem.ts';
import { MOST_BYTES } from './read-bounces.ts';
import { mayPostBounces, takeBounce } from './take-bounce.ts';

/** Where a mail server posts what came back, one whole mail a request, in place of a mailbox that somebody reads. */
export async function bounceRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(async (api) => {
    api.removeAllContentTypeParsers();
    api.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    api.setErrorHandler(async (error, _request, reply) => {
      const status = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
      if (status === 413) return sendProblem(reply, 413, `A mail has ${MOST_BYTES} bytes at most.`);
      if (typeof status === 'number' && status >= 400 && status < 500)
        return sendProblem(reply, 400, 'The service could not read the request.');
      deps.log.error(`A returned mail was not noted: ${kindOf(error)}`);
      return sendProblem(reply, 500, 'The mail was not noted. Post it again in a moment.');
    });
    const limit = createFailureLimit(deps.now);
    // Before the body is read: nobody without the token has five megabytes taken in.
    api.addHook('onRequest', async (request, reply) => {
      const minutes = limit.minutesToWait(request.ip);
      if (minutes !== null) return sendProblem(reply, 429, `Too many wrong tokens. Wait ${minutes} minutes.`);
      if (mayPostBounces(deps, request.headers.authorization)) return undefined;
      limit.countFailure(request.ip);
      reply.header('WWW-Authenticate', 'Bearer');
      return sendProblem(reply, 401, 'Send the token of URAS_BOUNCE_TOKEN: Authorization: Bearer TOKEN.');
    });
    api.post('/api/v1/bounces', open('public'), async (request, reply) => {
      const raw: unknown = request.body;
      if (!Buffer.isBuffer(raw) || raw.length === 0)
        return sendProblem(reply, 400, 'Post the returned mail as it is, with its headers, as message/rfc822.');
      return reply.send({ noted: await takeBounce(deps, raw) });
    });
  });
}
