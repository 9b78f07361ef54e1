import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = fileURLToPath(new URL('../public/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript' };
const FOR_EVER = 'public, max-age=31536000, immutable';

type Joined = { text: string; type: string; hash: string };
/** What pages ask for. Not what addresses name, of which there is no end. */
const joined = new Map<string, Joined>();

/**
 * The address of style sheets or scripts of server/public as one file, so that a page asks once for them. It
 * holds a hash of their content: what it leads to may be cached for ever. Null for none.
 *
 * Example: `assetUrl(['main.css', 'answer.css'])` → '/assets/joined/main+answer.css?v=0123456789'
 */
export function assetUrl(names: readonly string[]): string | null {
  const [first] = names;
  if (first === undefined) return null;
  const ending = extname(first);
  const name = names.map((one) => one.slice(0, -ending.length)).join('+') + ending;
  const found = joined.get(name) ?? join(name);
  if (!found) throw new Error(`server/public has no ${name}.`);
  joined.set(name, found);
  return `/assets/joined/${name}?v=${found.hash}`;
}

/** A style sheet of server/public as text, for a file that stands alone. */
export function styleText(name: string): string {
  return readFileSync(folder + name, 'utf8');
}

/** Serves server/public under /assets/, and several of its files as one under /assets/joined/. */
export async function addAssets(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, { root: folder, prefix: '/assets/', immutable: true, maxAge: '365d' });
  app.get<{ Params: { names: string } }>('/assets/joined/:names', async ({ params }, reply) => {
    const found = joined.get(params.names) ?? join(params.names);
    if (!found) return reply.callNotFound();
    return reply.type(`${found.type}; charset=utf-8`).header('cache-control', FOR_EVER).send(found.text);
  });
}

/** 'a+b.css' → both files, one after the other; null when one of them is not there. */
function join(name: string): Joined | null {
  const ending = extname(name);
  const type = TYPES[ending];
  const files = name
    .slice(0, -ending.length)
    .split('+')
    .map((one) => one + ending);
  const there = new Set(readdirSync(folder));
  if (!type || new Set(files).size < files.length || !files.every((file) => there.has(file))) return null;
  const text = files.map((file) => readFileSync(folder + file, 'utf8')).join('\n');
  return { text, type, hash: createHash('sha256').update(text).digest('hex').slice(0, 10) };
}
