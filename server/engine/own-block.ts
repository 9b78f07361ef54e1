import { z } from 'zod';
import { pathMinutes } from './checks/path-minutes.ts';
import type { Page, SurveyDefinition } from './definition.ts';
import { optionCodeSchema, questionSchema } from './question.ts';
import { compileSurvey, type Survey } from './survey.ts';
import { textSchema, type Text } from './text.ts';

/** Codes of own questions begin with this, and no others do: own and common items never mix. */
export const OWN_PREFIX = 'own_';
/** The most questions of one block. */
export const MAX_OWN_QUESTIONS = 5;
/** Kinds that an own question may have: one choice, several, a statement or a pair on a scale of the survey, open text. */
export const OWN_KINDS = ['single', 'multiple', 'scale', 'pair', 'text'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

/** Stands in the id of a composed survey, and in no other: 'amk-career.v2+X0101.v1'. */
const JOIN = '+';

/** Whose block it is: an institution's, or that of one of its degrees. */
export const blockOwnerSchema = z.strictObject({ institution: optionCodeSchema, degree: optionCodeSchema.nullable() });
export type BlockOwner = z.infer<typeof blockOwnerSchema>;

const ownQuestionSchema = questionSchema.refine(
  (question) => question.code.startsWith(OWN_PREFIX) && isOwnKind(question.kind),
  { message: `an own question is one of ${OWN_KINDS.join(', ')}, and its code begins with ${OWN_PREFIX}` },
);

/**
 * An institution's (or a degree's) own questions, asked in a part of their own after the common ones.
 * A published version never changes; a correction makes the next version. One code means one question
 * wherever it stands, so a question that several institutions ask keeps its code and can be compared.
 */
export const ownBlockSchema = z.strictObject({
  format: z.literal(1),
  survey: z.string(),
  owner: blockOwnerSchema,
  version: z.int().positive(),
  intro: textSchema.optional(),
  questions: z.array(ownQuestionSchema).min(1).max(MAX_OWN_QUESTIONS),
});
export type OwnBlock = z.infer<typeof ownBlockSchema>;

const TITLES: Readonly<Record<'institution' | 'degree', Text>> = {
  institution: {
    fi: 'Korkeakoulusi omat kysymykset',
    sv: 'Din högskolas egna frågor',
    en: 'Your institution’s own questions',
  },
  degree: {
    fi: 'Tutkintosi omat kysymykset',
    sv: 'Din examens egna frågor',
    en: 'Your degree’s own questions',
  },
};

/**
 * A survey with the own questions of its owners as last parts: the institution's, then the degree's.
 * Without blocks it is the same survey. Every engine function takes the result as any other survey.
 * A question that stands in several blocks is asked once, where it comes first; the minutes that the
 * first page promises grow by what the own questions are estimated to take, rounded up.
 *
 * Throws where a block belongs to another survey, since its answers could not be told apart.
 * Example: composeSurvey(survey, []) === survey.
 */
export function composeSurvey(survey: Survey, blocks: readonly OwnBlock[]): Survey {
  if (blocks.length === 0) return survey;
  const ordered = blocks.toSorted((a, b) => rank(a) - rank(b));
  for (const block of ordered) {
    if (block.survey !== survey.definition.survey)
      throw new Error(`${blockId(block)}: own questions of another survey than ${survey.id}`);
  }
  const { definition, lists } = survey;
  const pages = askedOnce(ordered.map(ownPage));
  const composed = compileSurvey({ ...definition, pages: [...definition.pages, ...pages] }, lists);
  const own = new Set(pages.flatMap(({ questions }) => questions.map(({ code }) => code)));
  const more = Math.ceil(pathMinutes(composed)(own).all);
  const minutes = { from: definition.minutes.from + more, to: definition.minutes.to + more };
  const id = [survey.id, ...ordered.map(blockId)].join(JOIN);
  return { ...composed, definition: { ...composed.definition, minutes }, id };
}

/** Whether a survey has own questions of somebody. Example: isComposed(composeSurvey(survey, [block])) → true. */
export function isComposed(survey: Survey): boolean {
  return survey.id.includes(JOIN);
}

/** A published block by name: 'X0101.v2', or 'X0101.671101.v1' for a degree's. */
export function blockId({ owner, version }: Pick<OwnBlock, 'owner' | 'version'>): string {
  return [owner.institution, ...(owner.degree === null ? [] : [owner.degree]), `v${version}`].join('.');
}

/**
 * Whether people of a degree at an institution are asked a block.
 * Example: isAskedOf({ owner: { institution: 'X0101', degree: null } }, { institution: 'X0101', degree: '671101' }) → true.
 */
export function isAskedOf(
  { owner }: Pick<OwnBlock, 'owner'>,
  { institution, degree }: { institution: string; degree: string },
): boolean {
  return owner.institution === institution && (owner.degree === null || owner.degree === degree);
}

/** Whether a question's code is that of an own question. Example: isOwnCode('own_x0101_region') → true. */
export function isOwnCode(code: string): boolean {
  return code.startsWith(OWN_PREFIX);
}

function ownPage({ owner, intro, questions }: OwnBlock): Page {
  const of = owner.degree === null ? 'institution' : 'degree';
  return { code: `${OWN_PREFIX}${of}`, title: TITLES[of], ...(intro && { intro }), questions };
}

/** The pages without questions that an earlier one asks, and without pages that this leaves empty. */
function askedOnce(pages: readonly Page[]): SurveyDefinition['pages'] {
  const asked = new Set<string>();
  return pages.flatMap((page) => {
    const questions = page.questions.filter(({ code }) => !asked.has(code));
    for (const { code } of questions) asked.add(code);
    return questions.length > 0 ? [{ ...page, questions }] : [];
  });
}

function rank({ owner }: OwnBlock): number {
  return owner.degree === null ? 0 : 1;
}

function isOwnKind(kind: string): kind is OwnKind {
  const kinds: readonly string[] = OWN_KINDS;
  return kinds.includes(kind);
}
