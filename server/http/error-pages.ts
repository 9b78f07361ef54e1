import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { ERROR_TEXTS, HELD, REFERENCE, type Trouble } from './error-texts.ts';
import { HttpError } from './errors.ts';
import { formOf } from './form.ts';
import { publicFrame, type Frame } from './frame.ts';
import { defineView, render } from './render.ts';
import { requestLanguage } from './request-language.ts';

/** What a page was sent with, to be sent again: it stands on no other page any more. */
type Held = { fields: readonly { name: string; value: string }[]; again: string };
type ErrorPage = Frame & { what: string; then: string; held: Held | null; reference: string | null; front: string };

const errorView = defineView<ErrorPage>('views/error');

/** Errors of the connection to the database: it is starting, stopping, full or away. */
const DATABASE_AWAY = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/;
const RETRY_AFTER_SECONDS = 120;

/**
 * One answer to everything that goes wrong: a page in the reader's language. What nobody expected is
 * logged under a short id, with the kind of error and the place in the code; never with the address,
 * the posted form or the error's message, since each of them may hold a code or an answer.
 */
export function addErrorPages(app: FastifyInstance, deps: Pick<Deps, 'log' | 'randomBytes'>): void {
  app.setNotFoundHandler((request, reply) => sendError(request, reply, { status: 404, reference: null }));
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status < 500) return sendError(request, reply, { status, reference: null });
    const reference = deps.randomBytes(4).toString('hex');
    deps.log.error(`Error ${reference}: ${describe(error)}`);
    if (status === 503) reply.header('Retry-After', RETRY_AFTER_SECONDS);
    return sendError(request, reply, { status, reference });
  });
}

const LONGEST_PART = 100;

/**
 * The address of a request as it is, or that of a page that is not there when its percent-encoding is
 * broken or a part of it is longer than any of ours: Fastify would answer those itself, in its own
 * words, and repeat the address.
 */
export function readableAddress({ url = '/' }: { url?: string | undefined }): string {
  if (url.length <= LONGEST_PART && !url.includes('%')) return url; // nearly all
  const isTooLong = url
    .replace(/[?#].*$/s, '')
    .split('/')
    .some((part) => part.length > LONGEST_PART);
  try {
    decodeURI(url);
    return isTooLong ? '/unreadable-address' : url;
  } catch {
    return '/unreadable-address';
  }
}

async function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, reference }: { status: number; reference: string | null },
): Promise<FastifyReply> {
  const language = requestLanguage(request);
  request.around = null; // the same page for whoever asks
  const { title, what, then } = ERROR_TEXTS[language][troubleOf(status)];
  const frame = publicFrame({ language, title });
  const fields = status < 500 ? [] : heldFields(request);
  const held = fields.length > 0 ? { fields, again: HELD[language].again } : null;
  const model = {
    ...frame,
    what,
    then: held ? HELD[language].what : then,
    held,
    reference: reference && `${REFERENCE[language]}: ${reference}`,
  };
  return render(reply, errorView, { ...model, front: `/?lang=${language}` }, status);
}

/**
 * The fields that a page was sent with, where they were read before the failure. Not those of signing in:
 * a password stands on no page.
 */
function heldFields(request: FastifyRequest): { name: string; value: string }[] {
  const access: unknown = Reflect.get(request.routeOptions.config, 'access');
  if (request.method !== 'POST' || access === undefined || access === 'signing-in') return [];
  return Object.entries(formOf(request.body)).flatMap(([name, posted]) =>
    [posted].flat().flatMap((value: unknown) => (typeof value === 'string' ? [{ name, value }] : [])),
  );
}

function troubleOf(status: number): Trouble {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  if (status === 413) return 'too-large';
  if (status === 429) return 'too-many';
  if (status === 503) return 'pause';
  return status < 500 ? 'bad-request' : 'failure';
}

function statusOf(error: unknown): number {
  if (error instanceof HttpError) return error.status;
  const code = property(error, 'code');
  const message = error instanceof Error ? error.message : '';
  if (typeof code === 'string' && DATABASE_AWAY.test(code)) return 503;
  if (/timeout exceeded when trying to connect|Connection terminated/.test(message)) return 503;
  // Fastify's own: a body that is too large, of another type, or no form at all.
  const status = property(error, 'statusCode');
  if (status === 413) return 413;
  return typeof status === 'number' && status >= 400 && status < 500 ? 400 : 500;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = property(error, 'code');
  const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [`${error.name}${typeof code === 'string' ? ` ${code}` : ''}`, ...places.slice(0, 8)].join('\n');
}

function property(error: unknown, name: string): unknown {
  return error instanceof Error ? Reflect.get(error, name) : undefined;
}
