import type { FastifyInstance } from 'fastify';
import { open } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { createFailureLimit } from '../http/failure-limit.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import type { TypedFeedback } from './decide-feedback.ts';
import { feedbackPage } from './feedback-page.ts';
import { FORM } from './feedback-path.ts';
import { giveFeedback } from './give-feedback.ts';
import { feedbackInstitutions } from './institutions.ts';

/** From one network in a quarter of an hour. */
const MOST_FROM_A_NETWORK = 10;
const LONGEST_TYPED = 20_000;

/** The form, for anybody. */
export async function formRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
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

function typedIn(body: unknown): TypedFeedback {
  const typed = (name: string) => textOf(body, name).replaceAll('\0', '').toWellFormed().slice(0, LONGEST_TYPED);
  return {
    institution: typed('institution'),
    place: typed('place'),
    message: typed('message').replaceAll('\r\n', '\n'),
    email: typed('email'),
  };
}
