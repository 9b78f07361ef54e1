import type { FastifyReply } from 'fastify';
import { render, type PageFrame, type View } from './render.ts';

/** What a request is answered with: a page, ready to be printed, or another address. */
export type PageAnswer =
  | { kind: 'page'; send: (reply: FastifyReply) => Promise<FastifyReply> }
  | { kind: 'redirect'; to: string }
  | { kind: 'nothing' };

/** A page. The compiler checks that the model is the view's. */
export function page<Model extends PageFrame>(view: View<Model>, model: Model, status = 200): PageAnswer {
  return { kind: 'page', send: (reply) => render(reply, view, model, status) };
}

/** A file that the browser saves under a name. */
export function file({ name, type, body }: { name: string; type: string; body: string }): PageAnswer {
  const send = async (reply: FastifyReply) =>
    reply.header('Content-Disposition', `attachment; filename="${name}"`).type(`${type}; charset=utf-8`).send(body);
  return { kind: 'page', send };
}

/** Another address; a browser goes there with GET, also after a POST. */
export function redirect(to: string): PageAnswer {
  return { kind: 'redirect', to };
}

/** No page at all, for a script that asked for nothing but to be heard. */
export const NOTHING: PageAnswer = { kind: 'nothing' };

/** Sends it. */
export async function sendAnswer(reply: FastifyReply, answer: PageAnswer): Promise<FastifyReply> {
  if (answer.kind === 'nothing') return reply.code(204).send();
  return answer.kind === 'redirect' ? reply.redirect(answer.to, 303) : answer.send(reply);
}
