import type { FastifyReply } from 'fastify';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  410: 'Withdrawn',
  413: 'Too large',
  429: 'Too many requests',
  503: 'The service is having a short pause',
};
const FAILURE = 'Failure of the service';

/** Sends what went wrong as a document for programs (RFC 9457). `detail` says what to do. */
export async function sendProblem(reply: FastifyReply, status: number, detail: string): Promise<FastifyReply> {
  const problem = { type: 'about:blank', title: TITLES[status] ?? FAILURE, status, detail };
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(`${JSON.stringify(problem)}\n`);
}
