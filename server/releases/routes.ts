import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { textOf } from '../http/form.ts';
import { publicFrame, type Frame } from '../http/frame.ts';
import { redirect, sendAnswer } from '../http/page-answer.ts';
import { defineView, render } from '../http/render.ts';
import { requestLanguage } from '../http/request-language.ts';
import { approveDraft, takeApprovalBack } from './approve-draft.ts';
import type { Approver } from './approval-view-model.ts';
import { toBuildsView, type BuildsView } from './builds-view-model.ts';
import { previewPage } from './preview-page.ts';
import { startPublisher } from './publish-approved.ts';
import type { Reason } from './publish-draft.ts';
import { showBuilds } from './show-builds.ts';
import { releaseTexts, type ReleaseTexts } from './texts/index.ts';

const buildsView = defineView<Frame & { t: ReleaseTexts; builds: BuildsView }>('releases/views/builds');

const READ = requirePermission('releases.read', 'nation');
const APPROVE = requirePermission('releases.approve', 'nation');
type Of = { Params: { round: string } };

/** How far releases are, what is to be decided before one is published, and its approval by two people. */
export async function releaseRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  const publisher = startPublisher(deps);
  app.addHook('onReady', () => publisher.lookSoon());
  app.addHook('onClose', () => publisher.stop());

  app.get('/releases', READ, async (request, reply) => {
    const language = requestLanguage(request);
    const builds = toBuildsView(await showBuilds(deps), language);
    const t = releaseTexts(language);
    const frame = { ...publicFrame({ language, title: builds.title }), brand: t.service, styles: ['answer.css'] };
    return render(reply, buildsView, { ...frame, t, builds });
  });
  app.get<Of>('/releases/:round', READ, async (request, reply) => {
    const asked = { ...askedOf(request), done: textOf(request.query, 'done') };
    return sendAnswer(reply, await previewPage(deps, asked));
  });
  app.post<Of>('/releases/:round/approval', APPROVE, async (request, reply) => {
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
  app.post<Of>('/releases/:round/approval/back', APPROVE, async (request, reply) => {
    const asked = askedOf(request);
    const wasThere = await takeApprovalBack(deps, { roundId: asked.round, person: signedIn(asked.approver) });
    return sendAnswer(reply, redirect(addressOf(asked, wasThere ? 'back' : '')));
  });
}

function askedOf(request: FastifyRequest<Of>) {
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
