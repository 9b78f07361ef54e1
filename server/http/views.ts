import { fileURLToPath } from 'node:url';
import view from '@fastify/view';
import { Eta } from 'eta';
import type { FastifyInstance } from 'fastify';
import { assetUrl } from './assets.ts';

/** Templates: files of server/, named from there, in the layout of every page. */
export async function addViews(app: FastifyInstance): Promise<void> {
  await app.register(view, {
    engine: {
      eta: new Eta({ views: fileURLToPath(new URL('../', import.meta.url)), cache: true, functionHeader: '' }),
    },
    root: fileURLToPath(new URL('../', import.meta.url)),
    viewExt: 'eta',
    layout: 'views/layout',
    defaultContext: { assetUrl },
    production: true, // keeps compiled templates, whatever NODE_ENV says
  });
}
