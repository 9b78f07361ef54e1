import '@fastify/view';
import type { FastifyReply } from 'fastify';
import type { Language } from '../engine/text.ts';
import { printInLayout } from './views.ts';

/** What a page is sent with: pages of several routes take it and know no request. */
export type Reply = FastifyReply;

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

/** What stands around a page of staff. Set for each request before its handler runs. */
export type Around = {
  /** Goes into every form that posts; null where forms need none. */
  formToken: string | null;
  notice: string | null;
  /** The pages of somebody's roles, and who has signed in. */
  bar: {
    label: string;
    links: readonly { href: string; label: string; current: boolean }[];
    signOut: { action: string; label: string } | null;
  } | null;
};

declare module 'fastify' {
  interface FastifyRequest {
    around: ((language: Language) => Around) | null;
  }
}

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
  const around = reply.request.around?.(model.language) ?? null;
  const html = await reply.viewAsync(view.name, { ...model, around });
  const sent = around?.formToken ? withFormToken(html, around.formToken) : html;
  return reply.code(status).type('text/html; charset=utf-8').send(sent);
}

/** The same page as text, with nothing of a signed-in person around it. */
export function printPage<Model extends PageFrame>(view: View<Model>, model: Model): string {
  return printInLayout(view.name, { ...model, around: null });
}

/**
 * Puts the token of the session into every form that posts, so that no view can forget it. Texts of people
 * are escaped and hold no tag.
 *
 * @example withFormToken('<form method="post" action="/x">', 'abc')
 */
export function withFormToken(html: string, token: string): string {
  const field = `<input type="hidden" name="form_token" value="${token}">`;
  return html.replace(/<form\b[^>]*\smethod="post"[^>]*>/g, (tag) => tag + field);
}
