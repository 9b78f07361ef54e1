import type { FastifyInstance, FastifyRequest } from 'fastify';
import { summariseActions } from '../actions/summarise-actions.ts';
import type { Deps } from '../deps.ts';
import { makePageCache, sendKept } from '../http/page-cache.ts';
import { openRequest } from './open-request.ts';
import { pageOf, printReport } from './report-page.ts';
import { pooledLinks, pooledWay } from './pooled-way.ts';
import { placeOf, refuse, type Place } from './report-place.ts';
import { nameOfBefore } from './round-before.ts';
import { showParts, type ReportDeps } from './show-parts.ts';
import { openStanding } from './standing-routes.ts';
import { withStanding } from './with-standing.ts';

const READ = { config: { access: { action: 'reports.read', scope: 'degree', withKey: true } } } as const;

type Params = { key: string } & Place;

/** Of pages some 25 KB each: all reports of a national release in one language. */
const MOST_KEPT = 32 * 1024 * 1024;

/** The report of one degree, as a page. */
export async function reportRoutes(app: FastifyInstance, deps: Deps & ReportDeps): Promise<void> {
  const kept = makePageCache(MOST_KEPT);

  app.get<{ Params: Params }>('/reports/:key/:release/:institution/:degree', READ, async (request, reply) => {
    const asked = openRequest(request);
    const place = placeOf(request.params);
    const standing = await openStanding(deps, reply, { asked, place });
    if (!standing) return reply;
    // What changes stands in the key, so that a kept page is never behind.
    const pooled = await pooledWay(deps, place);
    const release = pooled?.release ?? place.release;
    const actions = await summariseActions(deps, { ...place, release, language: asked.language });
    const wanted = asked.query('compare');
    const compare = mayCompare(request, wanted, place) ? wanted : 'not-allowed';
    const before = await nameOfBefore(deps, place.release);
    const variants = deps.reports.own(pooled?.survey ?? '', place.institution);
    const variant = asked.query('report');
    const around = request.around?.(asked.language) ?? null;
    const shell = [asked.key, asked.language, asked.notices, around?.notice, around?.bar];
    const key = JSON.stringify([place, variant, before, wanted, compare, standing.lines, actions, shell]);
    const page = kept.get(key);
    if (page) return sendKept(request, reply, { page, around });
    // In a function of its own: a reply is waited for until it is sent, and nothing of the report is needed by then.
    const made = await (async () => {
      const own = variants.find(({ code }) => code === variant) ?? null;
      const outcome = await showParts(deps, { ...place, own, before, language: asked.language, compare });
      if (outcome.kind !== 'report') return outcome.kind;
      const { head, body, isRefused } = outcome;
      const shown = withStanding(head, standing.lines);
      const page = pageOf(asked, shown, { place, actions, pooled, variants, isRefused });
      return kept.set(key, await printReport(reply, page, { body, around }));
    })();
    if (typeof made === 'string') {
      return refuse(reply, asked, made, pooledLinks(pooled, { place, language: asked.language }));
    }
    return sendKept(request, reply, { page: made, around });
  });
}

/** Another institution's degree is compared with by those who may read its report. */
function mayCompare(request: FastifyRequest, compare: string, { degree }: Place): boolean {
  const institution = /^at-(.+)$/.exec(compare)?.[1];
  return institution === undefined || request.may('reports.read', { institution, degree });
}
