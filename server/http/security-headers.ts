import type { FastifyInstance } from 'fastify';

const POLICY = {
  'default-src': "'none'",
  'style-src': "'self'",
  'script-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' data:",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
};

/** The content policy of a page that needs more than every page has. Example: contentPolicy({ 'frame-src': "'self'" }). */
export function contentPolicy(more: Partial<typeof POLICY> & { 'frame-src'?: string } = {}): string {
  return Object.entries({ ...POLICY, ...more })
    .map(([what, from]) => `${what} ${from}`)
    .join('; ');
}

const USUAL = contentPolicy();

/** Headers of every answer: nothing from elsewhere, no referrer (links hold codes), no caching of pages. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('Content-Security-Policy')) reply.header('Content-Security-Policy', USUAL);
    reply.header('Referrer-Policy', 'no-referrer');
    reply.header('X-Content-Type-Options', 'nosniff');
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
    if (!reply.hasHeader('X-Robots-Tag')) reply.header('X-Robots-Tag', 'noindex');
    done();
  });
}
