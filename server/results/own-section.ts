import { withoutPerson } from '../engine/fill-texts.ts';
import { composeSurvey, isAskedOf, type OwnBlock } from '../engine/own-block.ts';
import type { Question, QuestionOf } from '../engine/question.ts';
import { toBars } from './chart-bars.ts';
import { toDumbbell } from './chart-dumbbell.ts';
import type { Figure, FigureContext, Group, Section } from './figure.ts';

// Own questions of an institution and of a degree: sections of their own after all common ones, with
// figures made from the questions themselves. Nobody else was asked, so that no field and no nation
// stands beside them: for an institution's questions the institution, for a degree's nothing.

export type OwnBlocks = readonly OwnBlock[];

/** The sections of the own questions that graduates of this degree were asked. */
export function toOwnSections(context: FigureContext, blocks: OwnBlocks): Section[] {
  const place = context.groups.own?.population;
  const asked = place ? blocks.filter((block) => isAskedOf(block, place)) : [];
  const survey = withoutPerson(composeSurvey(context.survey, asked));
  const pages = survey.definition.pages.slice(context.survey.definition.pages.length);
  const ofInstitution = new Set(
    asked.filter(({ owner }) => owner.degree === null).flatMap(({ questions }) => questions.map(({ code }) => code)),
  );
  return pages.flatMap(({ code, questions }) => {
    const owner = questions.every((question) => ofInstitution.has(question.code)) ? 'institution' : 'degree';
    const columns: readonly Group[] = owner === 'institution' ? ['own', 'institution'] : ['own'];
    const figures = figuresOf({ ...context, survey, columns }, questions);
    return figures.length > 0 ? [{ code, ...wordsOf(context, owner), figures }] : [];
  });
}

function wordsOf({ texts }: FigureContext, owner: 'institution' | 'degree'): { title: string; note: string } {
  const { institution, degree, institutionNote, degreeNote } = texts.ownQuestions;
  return owner === 'institution' ? { title: institution, note: institutionNote } : { title: degree, note: degreeNote };
}

/** Bars for each question in order; pairs on one scale come together where the first of them stands. */
function figuresOf(context: FigureContext, questions: readonly Question[]): Figure[] {
  const pairs = questions.filter((question) => question.kind === 'pair');
  return questions.flatMap((question) => {
    if (question.kind !== 'pair') return barsOf(context, question);
    const together = pairs.filter(({ importance }) => importance.scale === question.importance.scale);
    return together[0] === question ? [dumbbellOf(context, together)] : [];
  });
}

/** Open text is read by those who review it, and never stands here. */
function barsOf(context: FigureContext, question: Question): Figure[] {
  if (question.kind === 'text' || question.kind === 'info') return [];
  const figure = toBars(context, { kind: 'bars', item: question.code, title: question.text });
  return figure ? [{ ...figure, question: null }] : [];
}

function dumbbellOf(context: FigureContext, pairs: readonly QuestionOf<'pair'>[]): Figure {
  const { pairs: title } = context.texts.ownQuestions;
  const [first] = pairs;
  return toDumbbell(context, {
    kind: 'dumbbell',
    code: `${first?.code ?? ''}_pairs`,
    title: { fi: title, sv: title, en: title },
    items: pairs.map(({ code }) => code),
  });
}
