import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { open, requirePermission } from '../accounts/access.ts';
import { placesOf } from '../accounts/places.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { createFailureLimit } from '../http/failure-limit.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import type { TypedFeedback } from './decide-feedback.ts';
import { feedbackPage, receiptPage } from './feedback-page.ts';
import { answerFeedback, giveFeedback } from './give-feedback.ts';
import { feedbackInstitutions } from './institutions.ts';
import { listPage, LONGEST_REPLY, onePage } from './staff-pages.ts';
import { selectOneFeedback, type FeedbackRow } from './store.ts';

const FORM = '/accessibility/feedback';
/** From one network in a quarter of an hour. */
const MOST_FROM_A_NETWORK = 10;
const LONGEST_TYPED = 20_000;
const ANSWER = requirePermission('feedback.answer', 'some');

/** Feedback on accessibility: anybody gives it, and those who run the survey answer. */
export async function feedbackRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  addForm(app, deps);
  addReceipts(app, deps);
  app.get('/feedback', ANSWER, async (request, reply) => {
    const saved = textOf(request.query, 'done') === 'saved';
    const places = placesOf(request.visitor, 'feedback.answer', deps);
    return sendAnswer(reply, await listPage(deps, { language: requestLanguage(request), places, saved }));
  });
  app.get('/feedback/:id', ANSWER, async (request, reply) =>
    sendAnswer(reply, onePage(deps, await theirs(deps, request), { language: requestLanguage(request) })),
  );
  app.post('/feedback/:id', ANSWER, (request, reply) => answer(deps, request, reply));
}

function addForm(app: FastifyInstance, deps: Deps): void {
  const limit = createFailureLimit(deps.now, { most: MOST_FROM_A_NETWORK });
  app.get(FORM, open('public'), async (request, reply) => {
    const language = requestLanguage(request);
    const institutions = await feedbackInstitutions(deps, language);
    const typed = { institution: textOf(request.query, 'to'), place: '', message: '', email: '' };
    return sendAnswer(reply, feedbackPage(language, { typed, institutions }));
  });
  app.post(FORM, open('public'), async (request, reply) => {
    const language = requestLanguage(request);
    const institutions = await feedbackInstitutions(deps, language);
    const typed = typedIn(request.body);
    const minutes = limit.minutesToWait(request.ip);
    if (minutes !== null) {
      reply.header('Retry-After', minutes * 60);
      return sendAnswer(reply, feedbackPage(language, { typed, institutions, refused: { minutes } }));
    }
    const codes = institutions.map(({ value }) => value);
    const given = await giveFeedback(deps, { typed, language, institutions: codes });
    switch (given.kind) {
      case 'taken':
        limit.countFailure(request.ip);
        return sendAnswer(reply, redirect(`${FORM}/${given.receipt}?lang=${language}`));
      case 'invalid':
        return sendAnswer(reply, feedbackPage(language, { typed, institutions, problems: given.problems }));
      case 'full':
        return sendAnswer(reply, feedbackPage(language, { typed, institutions, refused: 'full' }));
      default:
        return given satisfies never;
    }
  });
}

function addReceipts(app: FastifyInstance, deps: Deps): void {
  const limit = createFailureLimit(deps.now);
  app.get(`${FORM}/:receipt`, open('public'), async (request, reply) => {
    if (limit.minutesToWait(request.ip) !== null) throw new HttpError(429, 'too many receipts that are none');
    const found = await receiptPage(deps, requestLanguage(request), textOf(request.params, 'receipt'));
    if (found.isMiss) limit.countFailure(request.ip);
    return sendAnswer(reply, found.answer);
  });
}

async function answer(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = requestLanguage(request);
  const row = await theirs(deps, request);
  const typed = textOf(request.body, 'reply').replaceAll('\0', '').toWellFormed().slice(0, LONGEST_TYPED);
  if (typed.trim() === '') return sendAnswer(reply, onePage(deps, row, { language, typed, problem: 'blank' }));
  if (typed.length > LONGEST_REPLY)
    return sendAnswer(reply, onePage(deps, row, { language, typed, problem: 'tooLong' }));
  const by = request.visitor.kind === 'person' ? request.visitor.person.id : null;
  const { id, institution } = row;
  if (await answerFeedback(deps, { id, institution, reply: typed.trim(), by })) {
    return sendAnswer(reply, redirect(`/feedback?done=saved&lang=${language}`));
  }
  return sendAnswer(reply, onePage(deps, await theirs(deps, request), { language, typed, already: true }));
}

/** What is given to others does not exist for them. */
async function theirs(deps: Deps, request: FastifyRequest): Promise<FeedbackRow> {
  const places = placesOf(request.visitor, 'feedback.answer', deps);
  const row = await selectOneFeedback(deps.db, textOf(request.params, 'id'));
  if (!row || (places !== null && !places.includes(row.institution))) throw new HttpError(404, 'no such feedback');
  return row;
}

function typedIn(body: unknown): TypedFeedback {
  const typed = (name: string) => textOf(body, name).replaceAll('\0', '').toWellFormed().slice(0, LONGEST_TYPED);
  return {
    institution: typed('institution'),
    place: typed('place'),
    message: typed('message').replaceAll('\r\n', '\n'),
    email: typed('email'),
  };
}
