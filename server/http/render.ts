import '@fastify/view';
import type { FastifyReply } from 'fastify';
import type { Language } from '../engine/text.ts';

/** What the layout prints around every page. */
export type PageFrame = {
  language: Language;
  /** Without the service's name, which the layout adds. */
  title: string;
  /** Everything is invented: every page says so. */
  invented: boolean;
  /** Style sheets of server/public beside main.css. */
  styles?: readonly string[];
};

/** A template and the model it prints. The compiler checks the model where the view is rendered. */
export type View<Model> = { name: string; readonly model?: (model: Model) => void };

/** Names a template, relative to `server/`, without its ending: 'responses/views/closed'. */
export function defineView<Model extends PageFrame>(name: string): View<Model> {
  return { name };
}

/** Sends a page. Every page is HTML that no cache may keep. */
export async function render<Model extends PageFrame>(
  reply: FastifyReply,
  view: View<Model>,
  model: Model,
  status = 200,
): Promise<FastifyReply> {
  const html = await reply.viewAsync(view.name, model);
  return reply.code(status).type('text/html; charset=utf-8').send(html);
}
