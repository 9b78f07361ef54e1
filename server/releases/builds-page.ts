import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import { publicFrame, type Frame } from '../http/frame.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { toBuildsView, type BuildsView } from './builds-view-model.ts';
import { showBuilds } from './show-builds.ts';
import { releaseTexts, type ReleaseTexts } from './texts/index.ts';

const buildsView = defineView<Frame & { t: ReleaseTexts; builds: BuildsView }>('releases/views/builds');

/** How far the release of each frozen round is. */
export async function buildsPage(deps: Pick<Deps, 'db' | 'now'>, language: Language): Promise<PageAnswer> {
  const t = releaseTexts(language);
  const builds = toBuildsView(await showBuilds(deps), language);
  const frame = { ...publicFrame({ language, title: builds.title }), brand: t.service, styles: ['answer.css'] };
  return page(buildsView, { ...frame, t, builds });
}
