import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { gzipPieces, joinPieces, pieceOf, type Part, type Piece } from './gzip-pieces.ts';
import type { PageAnswer } from './page-answer.ts';
import { takesGzip } from './page-cache.ts';
import { printPage, type PageFrame, type View } from './render.ts';
import { escapeText, printView } from './views.ts';

/** Frames of pages that are kept, the longest unused first to go. */
const MOST = 500;

// Nobody can guess it, so that nothing that a person typed is taken for a hole.
const MARK = `\uE000${randomBytes(8).toString('hex')}:`;
const END = '\uE001';

/** Stands in a model where the text with this number goes, which differs from person to person. */
export function hole(place: number): string {
  return `${MARK}${place}${END}`;
}
/** Stands in a model where the pieces go. Printed as it is. */
export const PIECES = `${MARK}pieces${END}`;

/** What differs from person to person: texts for the holes of the model, in their order, and pieces that are kept. */
export type Own = { texts: readonly string[]; pieces: readonly Piece[] };

/**
 * A page whose frame many people see: printed and compressed once for all that it is made of, and sent with the
 * texts of one person in its holes. What goes in is plain text; pieces are printed already.
 */
export function keptPage<Model extends PageFrame>(view: View<Model>, model: Model, own: Own): PageAnswer {
  return { kind: 'page', send: (reply) => send(reply, frameOf(view, model), own) };
}

/** A part of a page, printed by a template of its own. */
export function printPiece(name: string, model: object): Piece {
  return pieceOf(printView(name, model));
}

async function send(reply: FastifyReply, frame: readonly FramePart[], { texts, pieces }: Own): Promise<FastifyReply> {
  const parts: Part[] = frame.flatMap((part): readonly Part[] => {
    if (part === 'pieces') return pieces;
    return typeof part === 'number' ? [escapeText(texts[part] ?? '')] : [part];
  });
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding');
  if (!takesGzip(reply.request.headers['accept-encoding'])) return reply.send(joinPieces(parts));
  return reply.header('content-encoding', 'gzip').send(gzipPieces(parts));
}

/** A piece, the number of a hole, or the place of the pieces. */
type FramePart = Piece | number | 'pieces';
const frames = new Map<string, readonly FramePart[]>();

function frameOf<Model extends PageFrame>(view: View<Model>, model: Model): readonly FramePart[] {
  const key = `${view.name} ${keyOf(model)}`;
  const frame = frames.get(key) ?? partsOf(printPage(view, model));
  frames.delete(key); // a map keeps the order of setting: the one read now becomes the last to go
  frames.set(key, frame);
  for (const oldest of frames.keys()) {
    if (frames.size <= MOST) break;
    frames.delete(oldest);
  }
  return frame;
}

function partsOf(html: string): FramePart[] {
  return html.split(MARK).flatMap((text, index): FramePart[] => {
    if (index === 0) return [pieceOf(text)];
    const end = text.indexOf(END);
    const place = text.slice(0, end);
    return [place === 'pieces' ? 'pieces' : Number(place), pieceOf(text.slice(end + END.length))];
  });
}

/** Catalogues of texts never change: they are told apart by what they are. All else in a model is told by its content. */
const CATALOGUES = new Set(['words', 't', 'common']);
const catalogues = new WeakMap<object, number>();
let known = 0;

/** No two models have the same key: each text stands with its length, each list and record with its end. */
function keyOf(model: object): string {
  let key = '';
  for (const name of Object.keys(model)) key += `${name}:${keyOfValue(name, Reflect.get(model, name))}`;
  return `${key};`;
}

function keyOfValue(name: string, value: unknown): string {
  if (typeof value === 'string') return `${value.length}"${value}`;
  if (typeof value !== 'object' || value === null) return `${String(value)},`;
  if (CATALOGUES.has(name) && !Array.isArray(value)) return `#${numberOf(value)},`;
  return (Array.isArray(value) ? '[' : '{') + keyOf(value);
}

function numberOf(catalogue: object): number {
  const number = catalogues.get(catalogue) ?? (known += 1);
  catalogues.set(catalogue, number);
  return number;
}
