import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { requestLanguage } from '../http/request-language.ts';
import { approveDraft, takeApprovalBack } from './approve-draft.ts';
import type { Approver } from './approval-view-model.ts';
import { previewPage } from './preview-page.ts';
import { startPublisher } from './publish-approved.ts';
import type { Reason } from './publish-draft.ts';

const APPROVE = requirePermission('releases.approve', 'nation');
export type OfRound = { Params: { round: string } };

/** Two people approve a draft; the service publishes what both have approved. */
export async function approvalRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const publisher = startPublisher(deps);
  app.addHook('onReady', () => publisher.lookSoon());
  app.addHook('onClose', () => publisher.stop());

  app.post<OfRound>('/releases/:round/approval', APPROVE, async (request, reply) => {
    const asked = askedOf(request);
    const { round: roundId } = asked;
    const [person, reason] = [signedIn(asked.approver), reasonIn(request.body)];
    const outcome = await approveDraft(deps, { roundId, person, seen: textOf(request.body, 'hash'), reason });
    if (outcome.kind !== 'approved') {
      return sendAnswer(reply, await previewPage(deps, { ...asked, attempt: { reason, refusal: outcome.kind } }));
    }
    publisher.lookSoon();
    return sendAnswer(reply, redirect(addressOf(asked, 'approved')));
  });
  app.post<OfRound>('/releases/:round/approval/back', APPROVE, async (request, reply) => {
    const asked = askedOf(request);
    const wasThere = await takeApprovalBack(deps, { roundId: asked.round, person: signedIn(asked.approver) });
    return sendAnswer(reply, redirect(addressOf(asked, wasThere ? 'back' : '')));
  });
}

/** Who asks for a round's draft, and in which language. */
export function askedOf(request: FastifyRequest<OfRound>) {
  const { visitor } = request;
  const person = visitor.kind === 'person' ? visitor.person.id : null;
  const may = request.may('releases.approve', { institution: '', degree: '' });
  return { round: request.params.round, language: requestLanguage(request), approver: { person, may } };
}

function signedIn({ person }: Approver): string {
  if (person === null) throw new HttpError(404, 'nobody has signed in');
  return person;
}

const LONGEST_REASON = 500;

function reasonIn(body: unknown): Reason {
  const of = (language: string): string => textOf(body, `reason-${language}`).slice(0, LONGEST_REASON);
  return { fi: of('fi'), sv: of('sv'), en: of('en') };
}

function addressOf({ round, language }: ReturnType<typeof askedOf>, done: string): string {
  return `/releases/${encodeURIComponent(round)}?lang=${language}${done === '' ? '' : `&done=${done}`}`;
}
