import type { Language } from '../engine/text.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import type { Invitation } from './find-invitation.ts';
import { personNames, travellingFacts } from './person-names.ts';
import type { Place } from './respondent-frame.ts';
import { readPage } from './respondent-pages.ts';
import { READING } from './texts/reading.ts';

/** A page of a personal link that is opened. */
export type Opened<P extends Place = Place> = { invitation: Invitation; language: Language; place: P };

/** What is only read: of privacy, and help. */
export function readingPage({ invitation, language, place }: Opened<'/privacy' | '/help'>): PageAnswer {
  const { survey, person, code } = invitation;
  const { institution } = personNames(survey, person, language);
  const reader = { institution, variables: travellingFacts(survey, language), reference: code.slice(-4) };
  const texts = READING[language];
  const content = place === '/privacy' ? texts.privacy(reader) : texts.help(reader);
  return readPage(invitation, language, { place, content });
}
