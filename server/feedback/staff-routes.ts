import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import { placesOf } from '../accounts/places.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { answerFeedback, findFeedback, type FeedbackRow } from './answer-feedback.ts';
import { listPage, LONGEST_REPLY, onePage } from './staff-pages.ts';

const LONGEST_TYPED = 20_000;
const ANSWER = requirePermission('feedback.answer', 'some');

/** Feedback on accessibility, as those who run the survey read and answer it. */
export async function staffRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
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
  const row = await findFeedback(deps, { id: textOf(request.params, 'id'), places });
  if (!row) throw new HttpError(404, 'no such feedback');
  return row;
}
