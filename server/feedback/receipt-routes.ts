import type { FastifyInstance } from 'fastify';
import { open } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { createFailureLimit } from '../http/failure-limit.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { FORM } from './feedback-path.ts';
import { receiptPage } from './receipt-page.ts';

/** What whoever gave feedback sees. */
export async function receiptRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const limit = createFailureLimit(deps.now);
  app.get(`${FORM}/:receipt`, open('public'), async (request, reply) => {
    if (limit.minutesToWait(request.ip) !== null) throw new HttpError(429, 'too many receipts that are none');
    const found = await receiptPage(deps, requestLanguage(request), textOf(request.params, 'receipt'));
    if (found.isMiss) limit.countFailure(request.ip);
    return sendAnswer(reply, found.answer);
  });
}
