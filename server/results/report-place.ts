import { HttpError } from '../http/errors.ts';
import { defineView, render, type Reply } from '../http/render.ts';
import type { Asked } from './open-request.ts';
import { reportFrame, type ReportFrame } from './page-frame.ts';

/** What an address names. */
export type Place = { release: string; institution: string; degree: string };

type NotShownPage = ReportFrame & {
  /** A report of several rounds together, where the degree has one. */
  instead: readonly { href: string; label: string }[];
};
export const notShownView = defineView<NotShownPage>('results/views/not-shown');

/** One answer for all that is not shown: nobody learns why. `instead`: what is shown of the degree after all. */
export async function refuse(
  reply: Reply,
  { key, language, notices }: Asked,
  kind: 'not-shown' | 'unknown-release' | 'unknown-question',
  instead: NotShownPage['instead'] = [],
): Promise<Reply> {
  if (kind !== 'not-shown')
    throw new HttpError(404, kind === 'unknown-release' ? 'no such release' : 'no such question');
  const frame = reportFrame({ language, title: '', invented: false, key, notices });
  return render(reply, notShownView, { ...frame, title: frame.texts.notShown.title, instead }, 404);
}

/** Codes of an address; a release that cannot be is a page that does not exist, a degree that cannot be one without a report. */
export function placeOf({ release, institution, degree }: Place): Place {
  if (!isCode(release)) throw new HttpError(404, 'no such release');
  const isPossible = isCode(institution) && isCode(degree);
  return isPossible ? { release, institution, degree } : { release, institution: '', degree: '' };
}

function isCode(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text);
}
