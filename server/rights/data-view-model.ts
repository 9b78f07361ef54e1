import type { Language } from '../engine/text.ts';
import { typeOf } from '../engine/question-types/index.ts';
import { findCode, listOf, type Survey } from '../engine/survey.ts';
import { walk } from '../engine/walk.ts';
import { fullDate } from '../responses/dates.ts';
import { personNames } from '../responses/person-names.ts';
import { readBy } from '../responses/person-texts.ts';
import { toReviewView } from '../responses/review-view-model.ts';
import { zonedDay } from '../rounds/zoned-time.ts';
import { maskedEmail, maskedPhone } from './mask.ts';
import type { StoredData } from './stored-data.ts';
import { RIGHTS, type RightsTexts } from './texts/index.ts';

export type DataRow = { label: string; lines: readonly string[] };
export type DataSection = { id: string; title: string; lead: string | null; rows: readonly DataRow[] };

/** What is stored of a person, in words. */
export function toDataSections(data: StoredData, language: Language): DataSection[] {
  const t = RIGHTS[language];
  const messages = messageRows(data, language);
  return [
    { id: 'personal', title: t.data.contactTitle, lead: t.data.contactLead, rows: contactRows(data, language) },
    {
      id: 'messages',
      title: t.data.messagesTitle,
      lead: messages.length === 0 ? t.data.noMessages : null,
      rows: messages,
    },
    ...answerSections(data, language),
  ];
}

function contactRows({ invitation, contact }: StoredData, language: Language): DataRow[] {
  const { labels, values } = RIGHTS[language];
  const { survey, person } = invitation;
  const names = personNames(survey, person, language);
  const day = (text: string | null) => text && fullDate(text, language);
  const inLanguage = (code: string | null) => (code && isLanguage(code) ? values.languages[code] : code);
  const facts: readonly (readonly [string, string | null])[] = [
    [labels.institution, names.institution],
    [labels.degree, names.degree],
    [labels.graduation_date, day(person.graduation_date)],
    [labels.gender, wordOf(survey, 'gender', person.gender, language)],
    [labels.birth_year, person.birth_year === null ? null : String(person.birth_year)],
    [labels.study_language, wordOf(survey, 'study_language', person.study_language, language)],
    [labels.contact_language, inLanguage(person.contact_language)],
    [labels.email, contact.email && maskedEmail(contact.email)],
    [labels.phone, contact.phone && maskedPhone(contact.phone)],
    [labels.person_key, values.hidden],
    [labels.messages, String(contact.messages)],
  ];
  const marks: readonly (readonly [string, string | false | null])[] = [
    [labels.refused_on, day(person.refused_on)],
    [labels.letter, day(contact.letter_exported_on)],
    [labels.protected, contact.protected && values.yes],
    [labels.mail_problem, contact.mail_problem && values.yes],
    [labels.phone_problem, contact.phone_problem && values.yes],
    [labels.own_contact, contact.own_contact && values.yes],
    [labels.replaced, contact.generation > 0 && String(contact.generation)],
  ];
  return [
    ...facts.map(([label, value]) => ({ label, lines: [value ?? values.none] })),
    ...marks.flatMap(([label, value]) => (value ? [{ label, lines: [value] }] : [])),
  ];
}

function messageRows({ messages, invitation }: StoredData, language: Language): DataRow[] {
  const { channels, states } = RIGHTS[language].message;
  return messages.map(({ channel, state, due_at, handed_at }) => {
    const day = fullDate(zonedDay(handed_at ?? due_at, invitation.round.time_zone), language);
    return { label: channels[channel], lines: [`${day}: ${states[state]}`] };
  });
}

function answerSections({ invitation }: StoredData, language: Language): DataSection[] {
  const t = RIGHTS[language];
  const { response } = invitation;
  const title = t.data.answersTitle;
  if (!response) return [{ id: 'answers', title, lead: t.data.noAnswers, rows: [] }];
  const { survey } = readBy(invitation);
  const parts = toReviewView(survey, response, language).sections.map((section) => ({
    id: `part-${section.part}`,
    title: section.title,
    lead: null,
    rows: section.rows.map(({ text, lines }) => ({
      label: text,
      lines: lines.length > 0 ? lines : [t.data.noAnswer],
    })),
  }));
  const others = otherRows(survey, response, language);
  return [
    { id: 'answers', title, lead: null, rows: recordRows(response, t, language) },
    { id: 'facts', title: t.data.factsTitle, lead: null, rows: factRows(survey, response.background, language) },
    ...parts,
    ...(others.length > 0 ? [{ id: 'others', title: t.data.otherTitle, lead: null, rows: others }] : []),
  ];
}

type Response = NonNullable<StoredData['invitation']['response']>;

function recordRows(response: Response, { labels, values }: RightsTexts, language: Language): DataRow[] {
  const own = isLanguage(response.language) ? values.languages[response.language] : response.language;
  const sentOn = response.submitted_on === null ? values.notSent : fullDate(response.submitted_on, language);
  return [
    { label: labels.submitted_on, lines: [sentOn] },
    { label: labels.language, lines: [own] },
    { label: labels.revision, lines: [String(response.revision)] },
    ...(response.late ? [{ label: labels.late, lines: [values.yes] }] : []),
    ...(Object.keys(response.question_order).length > 0 ? [{ label: labels.order, lines: [values.yes] }] : []),
  ];
}

function factRows(survey: Survey, background: Response['background'], language: Language): DataRow[] {
  return survey.definition.background.map(({ code, label }) => ({
    label: label[language],
    lines: [wordOf(survey, code, background[code] ?? null, language) ?? RIGHTS[language].values.none],
  }));
}

/** What is stored but no longer asked: a branch that was left, own questions of an institution before. */
function otherRows(survey: Survey, response: Response, language: Language): DataRow[] {
  const { relevantAnswers } = walk(survey, response.answers, response.background);
  return Object.entries(response.answers)
    .filter(([code]) => !(code in relevantAnswers))
    .map(([code, answer]) => {
      const question = survey.questions.get(code);
      return question
        ? { label: question.text[language], lines: typeOf(question).summary(survey, question, answer, language) }
        : { label: code, lines: [typeof answer === 'object' ? JSON.stringify(answer) : String(answer)] };
    });
}

/** A fact of the register in words: the label of its code, or the code. `name`: of the variable or its column. */
function wordOf(survey: Survey, name: string, code: string | null, language: Language): string | null {
  const variable = survey.definition.background.find((one) => one.code === name || columnOf(one) === name);
  if (!variable || code === null) return code;
  switch (variable.kind) {
    case 'codelist':
      return findCode(listOf(survey, variable.list), code)?.label[language] ?? code;
    case 'category':
      return variable.categories.find((one) => one.code === code)?.label[language] ?? code;
    case 'age_band':
      return variable.bands.find((one) => one.code === code)?.label[language] ?? code;
    default:
      return variable satisfies never;
  }
}

function columnOf(variable: Survey['definition']['background'][number]): string | null {
  return variable.kind === 'age_band' ? null : variable.column;
}

function isLanguage(code: string): code is Language {
  return code === 'fi' || code === 'sv' || code === 'en';
}
