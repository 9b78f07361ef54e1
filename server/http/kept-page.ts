import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { gzipPieces, joinPieces, ownText, pieceOf, type Part, type Piece } from './gzip-pieces.ts';
import { KeptByFacts, type Fact } from './kept-by-facts.ts';
import type { PageAnswer } from './page-answer.ts';
import { takesGzip } from './page-cache.ts';
import { printPage, type PageFrame, type View } from './render.ts';
import { escapeText, printView } from './views.ts';

/** Frames of pages that are kept. */
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

/** What the frame of a page depends on: few texts, numbers and things that stay what they are, such as a survey. */
export type Facts = Readonly<Record<string, Fact>>;

/**
 * A page whose frame many people see: printed and compressed once for all facts that it is made of, and sent with the
 * texts of one person in its holes. What goes in is plain text; pieces are printed already. `modelOf` is a function of
 * a module, which sees the facts and nothing of the request: one that is made with each page is kept for nobody.
 */
export function keptPage<Of extends Facts, Model extends PageFrame>(
  view: View<Model>,
  { facts, modelOf, own }: { facts: Of; modelOf: (facts: Of) => Model; own: Own },
): PageAnswer {
  const frame = known.get([modelOf, ...Object.values(facts)], () => partsOf(printPage(view, modelOf(facts))));
  return { kind: 'page', send: (reply) => send(reply, frame, own) };
}

/** A part of a page, printed by a template of its own. */
export function printPiece(name: string, model: object): Piece {
  return pieceOf(printView(name, model));
}

async function send(reply: FastifyReply, frame: Frame, { texts, pieces }: Own): Promise<FastifyReply> {
  const owns = texts.map((text) => ownText(escapeText(text)));
  const parts: Part[] = [];
  for (const part of frame) {
    if (part === 'pieces') parts.push(...pieces);
    else parts.push(typeof part === 'number' ? (owns[part] ?? NOTHING) : part);
  }
  reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding');
  if (!takesGzip(reply.request.headers['accept-encoding'])) return reply.send(joinPieces(parts));
  return reply.header('content-encoding', 'gzip').send(gzipPieces(parts));
}

const NOTHING = pieceOf('');

/** A piece, the number of a hole, or the place of the pieces. */
type FramePart = Piece | number | 'pieces';
type Frame = readonly FramePart[];

const known = new KeptByFacts<Frame>(MOST);

function partsOf(html: string): FramePart[] {
  return html.split(MARK).flatMap((text, index): FramePart[] => {
    if (index === 0) return [pieceOf(text)];
    const end = text.indexOf(END);
    const place = text.slice(0, end);
    return [place === 'pieces' ? 'pieces' : Number(place), pieceOf(text.slice(end + END.length))];
  });
}
