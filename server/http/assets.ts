import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = fileURLToPath(new URL('../public/', import.meta.url));
const hashes = new Map<string, string>();

/** The address of a file of server/public, with a hash of its content, so that it may be cached for ever. */
export function assetUrl(name: string): string {
  let hash = hashes.get(name);
  if (hash === undefined) {
    hash = createHash('sha256')
      .update(readFileSync(folder + name))
      .digest('hex')
      .slice(0, 10);
    hashes.set(name, hash);
  }
  return `/assets/${name}?v=${hash}`;
}

/** A style sheet of server/public as text, for a file that stands alone. */
export function styleText(name: string): string {
  return readFileSync(folder + name, 'utf8');
}

/** Serves server/public under /assets/. */
export async function addAssets(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: folder, prefix: '/assets/', immutable: true, maxAge: '365d' });
}
