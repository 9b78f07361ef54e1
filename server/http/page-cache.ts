import type { FastifyReply, FastifyRequest } from 'fastify';
import { gunzipSync, gzipSync } from 'node:zlib';
import { withFormToken, type Around } from './render.ts';

/** A tenth larger than the smallest, in a third of the time. */
const LEVEL = 3;

/**
 * Pages as they were sent, compressed, the longest unread first to go. A release never changes, so a page
 * under a key that holds everything it was made from is right for ever.
 */
export type PageCache = {
  get: (key: string) => Uint8Array | null;
  /** `html`: the page's texts in order. */
  set: (key: string, html: readonly string[]) => Uint8Array;
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
    set(key, html) {
      const page = gzipSync(bytesOf(html), { level: LEVEL });
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

let room = Buffer.alloc(1024 * 1024);
const MOST_BYTES_OF_A_UNIT = 3;

/** Texts as bytes, each written where the one before ends: good until the next ones. */
function bytesOf(texts: readonly string[]): Buffer {
  const most = texts.reduce((sum, { length }) => sum + length, 0) * MOST_BYTES_OF_A_UNIT;
  if (most > room.length) room = Buffer.alloc(most);
  return room.subarray(
    0,
    texts.reduce((end, text) => end + room.write(text, end), 0),
  );
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
