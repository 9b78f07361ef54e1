import type { FastifyInstance } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { changeSwitch } from './change-person.ts';
import { networkPage } from './network-page.ts';
import { peoplePath } from './people-frame.ts';
import { visitOf, type PopulationParts } from './visit.ts';

const NETWORK = requirePermission('rounds.manage', 'nation');
const PATH = '/rounds/:round/population/network';

/** What the network decides of a round's people. */
export async function networkRoutes(app: FastifyInstance, { deps }: PopulationParts): Promise<void> {
  app.get(PATH, NETWORK, async (request, reply) =>
    sendAnswer(reply, await networkPage(deps, await visitOf(deps, request), textOf(request.query, 'done'))),
  );
  app.post(PATH, NETWORK, async (request, reply) => {
    const visit = await visitOf(deps, request);
    await changeSwitch(deps, visit, textOf(request.body, 'status') === 'on');
    return sendAnswer(reply, redirect(peoplePath(visit, '/network', '&done=saved')));
  });
}
