import type { Deps } from '../deps.ts';
import type { Language } from '../engine/text.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import { contactLines, noticeSections } from '../trust/notice-sections.ts';
import { loadNotice } from '../trust/notice.ts';
import type { Invitation } from './find-invitation.ts';
import { personNames, travellingFacts } from './person-names.ts';
import type { Place } from './respondent-frame.ts';
import { readPage } from './respondent-pages.ts';
import type { ReadingPage } from './texts/reading-page.ts';
import { accessibilityStatement, READING } from './texts/reading.ts';

/** A page of a personal link that is opened. */
export type Opened<P extends Place = Place> = { invitation: Invitation; language: Language; place: P };

/** What is only read: of privacy, help, and the accessibility statement. What the person's institution says for itself stands in its place. */
export async function readingPage(
  deps: Pick<Deps, 'db'>,
  { invitation, language, place }: Opened<'/privacy' | '/help' | '/accessibility'>,
): Promise<PageAnswer> {
  const { survey, person, code } = invitation;
  const { institution } = personNames(survey, person, language);
  const reader = { institution, variables: travellingFacts(survey, language), reference: code.slice(-4) };
  const pages = {
    '/privacy': () => READING[language].privacy(reader),
    '/help': () => READING[language].help(reader),
    '/accessibility': () => accessibilityStatement(language, person.institution),
  };
  const notice = await loadNotice(deps, person.institution);
  const said =
    notice === null ? [] : place === '/privacy' ? noticeSections(notice, language) : contactLines(notice, language);
  return readPage(invitation, language, { place, content: withNotice(pages[place](), said) });
}

/** Sections take the place of the one that says who handles data; lines go to the contacts. */
function withNotice(plain: ReadingPage, said: readonly (string | ReadingPage['sections'][number])[]): ReadingPage {
  if (said.length === 0) return plain;
  const sections = said.filter((one) => typeof one !== 'string');
  const lines = said.filter((one) => typeof one === 'string');
  return {
    ...plain,
    sections: plain.sections.flatMap((section) => {
      if (section.id === 'who' && sections.length > 0) return sections;
      if (section.id === 'contact' || section.id === 'feedback')
        return [{ ...section, paragraphs: [...section.paragraphs, ...lines] }];
      return [section];
    }),
  };
}
