import type { FastifyReply, FastifyRequest } from 'fastify';
import { gunzipSync } from 'node:zlib';
import { withFormToken, type Around } from './render.ts';

export { gzipTexts } from './gzip-texts.ts';

/**
 * Pages as they were sent, compressed, the longest unread first to go. A release never changes, so a page
 * under a key that holds everything it was made from is right for ever.
 */
export type PageCache = {
  get: (key: string) => Uint8Array | null;
  /** `page`: a gzip file. */
  set: (key: string, page: Uint8Array) => Uint8Array;
};

/** A cache of at most so many bytes of compressed pages. */
export function makePageCache(mostBytes: number): PageCache {
  const pages = new Map<string, Uint8Array>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= pages.get(key)?.byteLength ?? 0;
    pages.delete(key);
  };
  return {
    get(key) {
      const page = pages.get(key);
      if (!page) return null;
      pages.delete(key); // a map keeps the order of setting: the one read now becomes the last to go
      pages.set(key, page);
      return page;
    },
    set(key, page) {
      drop(key);
      pages.set(key, page);
      bytes += page.byteLength;
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
      return page;
    },
  };
}

/**
 * Sends a kept page, as the reader takes it. What stands around a page is part of it, and so of its key, but
 * for the token of a session, which is put in now.
 */
export async function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  { page, around }: { page: Uint8Array; around: Around | null },
): Promise<FastifyReply> {
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding');
  if (around?.formToken) return reply.send(withFormToken(plainPage(page), around.formToken));
  if (!takesGzip(request.headers['accept-encoding'])) return reply.send(plainPage(page));
  return reply.header('content-encoding', 'gzip').send(page);
}

/** A kept page for a reader that takes no compressed one. */
export function plainPage(page: Uint8Array): string {
  return gunzipSync(page).toString('utf8');
}

/** Whether a reader takes gzip: named in its list, and not with weight 0. */
export function takesGzip(accepted: string | undefined): boolean {
  const gzip = (accepted ?? '').split(',').find((one) => one.trim().split(';')[0]?.trim().toLowerCase() === 'gzip');
  return gzip !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(gzip);
}
