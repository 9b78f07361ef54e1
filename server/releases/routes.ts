import type { FastifyInstance } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { textOf } from '../http/form.ts';
import { sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { approvalRoutes, askedOf, type OfRound } from './approval-routes.ts';
import { buildsPage } from './builds-page.ts';
import { previewPage } from './preview-page.ts';

const READ = requirePermission('releases.read', 'nation');

/** How far releases are, what is to be decided before one is published, and its approval by two people. */
export async function releaseRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  app.get('/releases', READ, async (request, reply) =>
    sendAnswer(reply, await buildsPage(deps, requestLanguage(request))),
  );
  app.get<OfRound>('/releases/:round', READ, async (request, reply) => {
    const asked = { ...askedOf(request), done: textOf(request.query, 'done') };
    return sendAnswer(reply, await previewPage(deps, asked));
  });
  await app.register(approvalRoutes, deps);
}
