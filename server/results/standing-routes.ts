import type { FastifyReply } from 'fastify';
import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { defineView, render } from '../http/render.ts';
import type { Asked } from './open-request.ts';
import { pooledAddress, readAddress } from './pooled-address.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';
import { standingOf, type Standing } from './standing.ts';
import { standingTexts } from './texts/standing.ts';

type WithdrawnPage = ReportFrame & { text: string; successor: { href: string; label: string } | null };
const withdrawnView = defineView<WithdrawnPage>('results/views/withdrawn');

type Shown = Extract<Standing, { kind: 'shown' }>;
type Place = { release: string; institution: string; degree: string };

/**
 * How the release of a page stands, where it is read; its notices are added to the page's. Otherwise the answer
 * was sent: the newest edition's page, or, for a withdrawn one, when and why, and the way to the corrected one.
 */
export async function openStanding(
  deps: Pick<Deps, 'db' | 'now'>,
  reply: FastifyReply,
  { asked, place, rest = '' }: { asked: Asked; place: Place; rest?: string },
): Promise<Shown | null> {
  const { key, language, notices } = asked;
  const { release, isPooled } = readAddress(place.release);
  const standing = await standingOf(deps, release, language);
  const href = (successor: string): string =>
    `/reports/${key}/${[isPooled ? pooledAddress(successor) : successor, place.institution, place.degree].map(encodeURIComponent).join('/')}${rest}?lang=${language}`;
  switch (standing.kind) {
    case 'shown':
      notices.push(...standing.notices);
      return standing;
    case 'superseded':
      await reply.redirect(href(standing.successor), 303);
      return null;
    case 'withdrawn': {
      const { withdrawnTitle: title, successor: label } = standingTexts(language);
      const frame = reportFrame({ language, title, invented: false, key, notices });
      const successor = standing.successor === null ? null : { href: href(standing.successor), label };
      await render(reply, withdrawnView, { ...frame, text: standing.text, successor }, 410);
      return null;
    }
    case 'unknown':
      throw new HttpError(404, 'no such release');
    default:
      return standing satisfies never;
  }
}
