import compress from '@fastify/compress';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import { codeListRoutes } from './code-lists/routes.ts';
import { definitionRoutes } from './definitions/routes.ts';
import { changeRoutes } from './actions/change-routes.ts';
import { actionRoutes } from './actions/routes.ts';
import { apiRoutes } from './api/routes.ts';
import { open } from './accounts/access.ts';
import { logRoutes } from './audit/routes.ts';
import { addGuard } from './accounts/guard-routes.ts';
import { staffRoutes } from './accounts/routes.ts';
import type { Deps } from './deps.ts';
import { addAssets } from './http/assets.ts';
import { addErrorPages, readableAddress } from './http/error-pages.ts';
import { takeMultipartTexts } from './http/multipart-text.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { addViews } from './http/views.ts';
import { bounceRoutes } from './jobs/bounce-routes.ts';
import { ownBlockRoutes } from './own-blocks/routes.ts';
import { monitorRoutes } from './monitor/routes.ts';
import { openAnswerRoutes } from './open-answers/routes.ts';
import { populationRoutes } from './population/routes.ts';
import { releaseRoutes } from './releases/routes.ts';
import { responseRoutes } from './responses/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { resultRoutes } from './results/routes.ts';
import { roundRoutes } from './round-pages/routes.ts';
import { feedbackRoutes } from './feedback/routes.ts';
import { trustRoutes } from './trust/routes.ts';
import { sendingRoutes } from './sending/routes.ts';

const LARGEST_IN_ONE_GO = 128 * 1024;
const BODY_LIMIT = 256 * 1024; // a page of open texts at their limit, several times over

/** The whole service. Fastify's own request log stays off: addresses hold codes. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: readableAddress,
    // The service stands behind a proxy on the same machine or private network: the client's address is
    // what the proxy says. It is used for nothing but the limit of failed look-ups.
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
  });
  addSecurityHeaders(app);
  addGuard(app, deps);
  // In one go: a stream costs many times what compressing a page costs. Brotli saves 5 % of bytes for twice the time.
  await app.register(compress, {
    encodings: ['gzip'],
    // A step of 3 takes 40 % less time than the usual 6 and makes a page some 4 % larger: 100 bytes.
    zlibOptions: { level: 3 },
    threshold: 512,
    syncThreshold: LARGEST_IN_ONE_GO,
    globalDecompression: false,
  });
  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  takeMultipartTexts(app);
  await addAssets(app);
  await addViews(app);
  addErrorPages(app, deps);
  app.get('/healthz', open('public'), async () => ({ ok: true }));
  await app.register(codeListRoutes, deps);
  await app.register(responseRoutes, deps);
  await app.register(trustRoutes, deps);
  await app.register(feedbackRoutes, deps);
  await app.register(resultRoutes, deps);
  await app.register(definitionRoutes, deps);
  await app.register(ownBlockRoutes, deps);
  await app.register(openAnswerRoutes, deps);
  await app.register(actionRoutes, deps);
  await app.register(changeRoutes, deps);
  await app.register(roundRoutes, deps);
  await app.register(releaseRoutes, deps);
  await app.register(populationRoutes, deps);
  await app.register(sendingRoutes, deps);
  await app.register(monitorRoutes, deps);
  await app.register(apiRoutes, deps);
  await app.register(bounceRoutes, deps);
  await app.register(staffRoutes, deps);
  await app.register(logRoutes, deps);
  await app.register(settingsRoutes, deps);
  return app;
}
