import type { FastifyInstance } from 'fastify';
import { open } from '../accounts/access.ts';
import type { Deps } from '../deps.ts';
import { readDay } from '../csv/read-day.ts';
import { textOf } from '../http/form.ts';
import { languageSchema } from '../engine/text.ts';
import { namesOn } from './names-on.ts';

/** Names of public lists, for the suggestions of a search field. They are the same for everyone and may be cached. */
export async function codeListRoutes(app: FastifyInstance, { surveys }: Pick<Deps, 'surveys'>): Promise<void> {
  app.get('/lists/:list/:language/:day', open('public'), async (request, reply) => {
    const list = surveys.lists.get(textOf(request.params, 'list'));
    const language = languageSchema.safeParse(textOf(request.params, 'language'));
    const day = readDay(textOf(request.params, 'day'));
    const names = list && language.success && day.kind === 'day' ? namesOn(list, language.data, day.day) : null;
    if (names === null) return reply.callNotFound();
    return reply.header('Cache-Control', 'public, max-age=3600').send(names);
  });
}
