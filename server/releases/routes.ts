import type { FastifyInstance } from 'fastify';
import { requirePermission } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { publicFrame, type Frame } from '../http/frame.ts';
import { defineView, render } from '../http/render.ts';
import { requestLanguage } from '../http/request-language.ts';
import { toBuildsView, type BuildsView } from './builds-view-model.ts';
import { toPreviewView, type PreviewView } from './preview-view-model.ts';
import { showBuilds, showPreview } from './show-builds.ts';
import { releaseTexts, type ReleaseTexts } from './texts/index.ts';

type ReleasePage = Frame & { t: ReleaseTexts };
const buildsView = defineView<ReleasePage & { builds: BuildsView }>('releases/views/builds');
const previewView = defineView<ReleasePage & { preview: PreviewView }>('releases/views/preview');

const READ = requirePermission('releases.read', 'nation');

/** How far releases are, and what is to be decided before one is published. */
export async function releaseRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  app.get('/releases', READ, async (request, reply) => {
    const language = requestLanguage(request);
    const builds = toBuildsView(await showBuilds(deps), language);
    return render(reply, buildsView, { ...frameOf(language, builds.title), builds });
  });
  app.get<{ Params: { round: string } }>('/releases/:round', READ, async (request, reply) => {
    const language = requestLanguage(request);
    const { round } = request.params;
    const preview = toPreviewView(round, await showPreview(deps, round), language);
    return render(reply, previewView, { ...frameOf(language, preview.title), preview });
  });
}

function frameOf(language: Language, title: string): ReleasePage {
  const t = releaseTexts(language);
  return { ...publicFrame({ language, title }), brand: t.service, styles: ['answer.css'], t };
}
