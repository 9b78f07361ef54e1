import type { Deps } from '../deps.ts';
import type { RawForm } from '../engine/question-types/question-type.ts';
import type { Language } from '../engine/text.ts';
import { redirect, type PageAnswer } from '../http/page-answer.ts';
import { textIn } from '../responses/page-form.ts';
import { findPlace, type BlockPlace } from './load-block.ts';
import { blockPath, inLanguage } from './own-names.ts';
import { ownTexts, type OwnTexts } from './texts/index.ts';

export type OwnDeps = Pick<Deps, 'db' | 'now' | 'surveys'>;

/** Someone at a page of a block: what was asked for, nothing of it trusted. */
export type OwnVisit = { place: BlockPlace; language: Language; query: RawForm; form: RawForm; t: OwnTexts };
/** What was done, said on the page that follows. */
export type Done = keyof OwnTexts['done'];

type Asked = { named: RawForm; language: Language; query: RawForm; form: RawForm };

/** A visit to the block that an address or a form names; null where there is none of that name. */
export function openVisit(surveys: Deps['surveys'], { named, language, query, form }: Asked): OwnVisit | null {
  const [survey, institution, degree] = [
    textIn(named, 'survey'),
    textIn(named, 'institution'),
    textIn(named, 'degree'),
  ];
  const place = findPlace(surveys, { survey, institution, degree });
  return place && { place, language, query, form, t: ownTexts(language) };
}

/** The address of a page of the block: '' or '/publish', in the visit's language. */
export function linkTo(
  { place, language }: Pick<OwnVisit, 'place' | 'language'>,
  page: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return inLanguage(`${blockPath(place.name, place.owner)}${page}`, language, more);
}

/** On to a page of the block, which says what was done. */
export function goTo(
  visit: Pick<OwnVisit, 'place' | 'language'>,
  page: string,
  { done, ...more }: { done?: Done } & Readonly<Record<string, string>> = {},
): PageAnswer {
  return redirect(linkTo(visit, page, { ...(done && { done }), ...more }));
}

/** The link back to the questions. */
export function backLink(visit: OwnVisit): { href: string; label: string } {
  return { href: linkTo(visit, ''), label: visit.t.backToBlock };
}

/** What was done, in words; null where the address says nothing of ours. */
export function statusOf({ query, t }: OwnVisit): string | null {
  const typed = textIn(query, 'done');
  return Object.entries(t.done).find(([name]) => name === typed)?.[1] ?? null;
}
