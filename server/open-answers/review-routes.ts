import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer, type PageAnswer } from '../http/page-answer.ts';
import { acceptedLanguage, languageFrom } from '../http/request-language.ts';
import { postedReview, themeCommand } from './review-form.ts';
import { reviewText } from './review-text.ts';
import { decidedPage, nextPage, openedText, queuePage, textPage, themesPage } from './review-pages.ts';
import { keepTheme } from './keep-theme.ts';
import { queryOf, type Reviewer } from './review-frame.ts';

const REVIEW = requirePermission('open-answers.review', 'nation');

type Params = { round: string; item: string; key: string };
type Handler = (asked: Reviewer & { params: Params; request: FastifyRequest }) => Promise<PageAnswer>;

/** Pages of those who review open answers. */
export async function reviewRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const get = (path: string, handler: Handler) =>
    app.get<{ Params: Params }>(path, REVIEW, (request, reply) => answer(request, reply, handler));
  const post = (path: string, handler: Handler) =>
    app.post<{ Params: Params }>(path, REVIEW, (request, reply) => answer(request, reply, handler));

  get('/open-answers', async (asked) => queuePage(deps, asked));
  get('/open-answers/:round/:item', async (asked) => {
    const place = placeOf(asked.params);
    const after = textOf(asked.request.query, 'after');
    if (asked.by === '') return redirect(`/open-answers${queryOf(asked)}`);
    return nextPage(deps, { ...asked, place, after });
  });
  get('/open-answers/:round/:item/text/:key', async (asked) => {
    return openedText(deps, { ...asked, place: placeOf(asked.params), key: asked.params.key });
  });
  post('/open-answers/:round/:item/text/:key', async (asked) => postText(deps, asked));
  get('/open-answers/:round/:item/decided', async (asked) =>
    decidedPage(deps, { ...asked, place: placeOf(asked.params) }),
  );
  get('/open-answers/:round/:item/themes', async (asked) =>
    themesPage(deps, { ...asked, place: placeOf(asked.params), posted: null }),
  );
  post('/open-answers/:round/:item/themes', async (asked) => {
    const place = placeOf(asked.params);
    const command = themeCommand(asked.request.body);
    const outcome = await keepTheme(deps, { place, command });
    if (outcome.kind === 'unknown') throw new HttpError(404, 'no such theme');
    if (outcome.kind === 'kept') return redirect(addressOf(place, '/themes', asked));
    return themesPage(deps, { ...asked, place, posted: { command, problem: outcome.problem } });
  });
}

type Asked = Parameters<Handler>[0];

async function postText(deps: Deps, asked: Asked): Promise<PageAnswer> {
  const place = placeOf(asked.params);
  const posted = postedReview(asked.by, asked.request.body);
  const outcome = await reviewText(deps, { place: { ...place, key: asked.params.key }, posted });
  switch (outcome.kind) {
    case 'unknown':
      throw new HttpError(404, 'no such text');
    case 'saved':
      return redirect(addressOf(place, '', asked, asked.params.key));
    case 'stale':
      return textPage(asked, { text: outcome.text, posted, problem: null, isStale: true });
    case 'refused':
      return textPage(asked, { text: outcome.text, posted, problem: outcome.problem, isStale: false });
    default:
      return outcome satisfies never;
  }
}

async function answer(
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
  handler: Handler,
): Promise<FastifyReply> {
  const by = reviewerName(request);
  const language = languageFrom(textOf(request.query, 'lang')) ?? acceptedLanguage(request.headers['accept-language']);
  return sendAnswer(
    reply,
    await handler({ language, by, isSignedIn: request.visitor.kind === 'person', params: request.params, request }),
  );
}

/** Whoever has signed in is nobody else; on the machine of a demonstration people say who they are. */
function reviewerName({ visitor, body, query }: FastifyRequest): string {
  if (visitor.kind === 'person') return `${visitor.person.name} (${visitor.person.email})`;
  const posted = textOf(body, 'by');
  return (posted === '' ? textOf(query, 'by') : posted).trim().slice(0, 80);
}

function placeOf({ round, item }: Params) {
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(round) || !/^[A-Za-z][\w.-]{0,99}$/.test(item))
    throw new HttpError(404, 'no such question');
  return { roundId: round, item };
}

function addressOf(place: { roundId: string; item: string }, rest: string, reviewer: Reviewer, after?: string): string {
  const query = queryOf(reviewer) + (after === undefined ? '' : `&after=${after}`);
  return `/open-answers/${place.roundId}/${place.item}${rest}${query}`;
}
