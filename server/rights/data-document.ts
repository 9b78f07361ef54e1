import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { walk } from '../engine/walk.ts';
import { maskedEmail, maskedPhone } from './mask.ts';
import { toDataSections } from './data-view-model.ts';
import type { StoredData } from './stored-data.ts';

/**
 * The same as the page, for programs: codes as they are stored, and the words beside them. Addresses are
 * masked here, too, since whoever holds the link holds the file.
 */
export function toDataDocument(data: StoredData, language: Language) {
  const { invitation, messages, consents, day } = data;
  const { round, survey } = invitation;
  return {
    format: 1,
    made_on: day,
    round: {
      id: round.id,
      survey: survey.definition.survey,
      version: survey.definition.version,
      opens_at: round.opens_at.toISOString(),
      closes_at: round.closes_at.toISOString(),
    },
    personal: personal(data),
    messages: messages.map(({ channel, state, due_at, handed_at }) => ({
      channel,
      state,
      due_at: due_at.toISOString(),
      handed_at: handed_at?.toISOString() ?? null,
    })),
    answers: answers(data),
    permissions: consents.map(({ item, purpose, given, textVersion }) => ({
      question: item,
      purpose,
      given,
      text_version: textVersion,
    })),
    in_words: toDataSections(data, language).map(({ title, rows }) => ({
      title,
      rows: rows.map(({ label, lines }) => ({ label, lines })),
    })),
  };
}

/** In the order of the survey; those that it no longer asks come last. */
function partsDone({ definition }: Survey, saved: readonly string[]): string[] {
  const asked = definition.pages.map(({ code }) => code).filter((code) => saved.includes(code));
  return [...new Set([...asked, ...saved])];
}

function notAsked({ invitation: { survey, response } }: StoredData): string[] {
  if (!response) return [];
  const { relevantAnswers } = walk(survey, response.answers, response.background);
  return Object.keys(response.answers).filter((code) => !(code in relevantAnswers));
}

function personal({ invitation, contact }: StoredData) {
  const { person_key: _hidden, ...register } = invitation.person;
  return {
    ...register,
    email: contact.email && maskedEmail(contact.email),
    phone: contact.phone && maskedPhone(contact.phone),
    corrected_by_you: contact.own_contact,
    address_protected: contact.protected,
    mail_problem: contact.mail_problem,
    phone_problem: contact.phone_problem,
    messages_sent: contact.messages,
    letter_made_on: contact.letter_exported_on,
    links_replaced: contact.generation,
    not_shown: ['person_key', 'code_hash'],
  };
}

function answers(data: StoredData) {
  const { response } = data.invitation;
  if (!response) return null;
  return {
    language: response.language,
    submitted_on: response.submitted_on,
    late: response.late,
    times_saved: response.revision,
    parts_done: partsDone(data.invitation.survey, response.pages_saved),
    order_of_questions: response.question_order,
    from_register: response.background,
    given: response.answers,
    no_longer_asked: notAsked(data),
  };
}
