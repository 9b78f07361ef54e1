import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import view from '@fastify/view';
import { Eta } from 'eta';
import type { FastifyInstance } from 'fastify';
import { assetUrl } from './assets.ts';

const folder = fileURLToPath(new URL('../', import.meta.url));
const templates = new Eta({ views: folder, cache: true, functionHeader: '' });

/** Prints a template outside of a page: 'results/views/saved'. */
export function printView(name: string, model: object): string {
  return templates.render(`/${name}`, model);
}

// Nobody can guess it, so that nothing that a person typed is taken for it.
const APART = `\uE000${randomBytes(8).toString('hex')}\uE001`;

/**
 * Prints parts of a page apart from it: a template puts what `print` returns where a part goes, and `parts` has the
 * page's texts in order. One long text of many thousand pieces takes the engine longer to join than all the rest.
 */
export function printingApart(): {
  print: (name: string, model: object) => string;
  parts: (page: string) => string[];
} {
  const printed: string[] = [];
  return {
    print: (name, model) => {
      printed.push(printView(name, model));
      return APART;
    },
    parts: (page) => page.split(APART).flatMap((text, index) => [text, printed[index] ?? '']),
  };
}

/** Stands in a page where a part of it goes that is printed already. */
export const PRINTED_PART = APART;

/** The texts of a page before and after that part. */
export function aroundPart(page: string): [before: string, after: string] {
  const [before = '', after = ''] = page.split(APART);
  return [before, after];
}

/** A page in the layout, as plain text. */
export function printInLayout(name: string, model: object): string {
  const inPage = { assetUrl, ...model };
  return printView('views/layout', { ...inPage, body: printView(name, inPage) });
}

/** A text as templates print it. */
export function escapeText(text: string): string {
  return templates.config.escapeFunction(text);
}

/** Templates: files of server/, named from there, in the layout of every page. */
export async function addViews(app: FastifyInstance): Promise<void> {
  await app.register(view, {
    engine: { eta: templates },
    root: folder,
    viewExt: 'eta',
    layout: 'views/layout',
    defaultContext: { assetUrl },
    production: true, // keeps compiled templates, whatever NODE_ENV says
  });
}
