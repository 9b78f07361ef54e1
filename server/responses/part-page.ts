import type { Language } from '../engine/text.ts';
import type { Piece } from '../http/gzip-pieces.ts';
import { hole, keptPage, PIECES, printPiece } from '../http/kept-page.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import type { Invitation } from './find-invitation.ts';
import { REVISION_FIELD } from './page-form.ts';
import { hiddenFields, toPartView, type PartView, type Showing } from './part-view-model.ts';
import { readBy } from './person-texts.ts';
import { isShownToAll, type QuestionView } from './question-view-model.ts';
import { frameFacts, partFrame, sharedFacts, type FrameFacts } from './respondent-frame.ts';
import { TEXTS } from './texts/index.ts';
import { partView, type PartPage } from './views.ts';

type PartFacts = { invitation: Invitation; language: Language; pageIndex: number; showing: Showing };

/** A part: opened, or shown again after a post that leads nowhere else. */
export function partPage({ invitation, language, pageIndex, showing }: PartFacts): PageAnswer {
  const { survey, background, day } = readBy(invitation);
  const { common } = TEXTS[language];
  const { response } = invitation;
  const part = toPartView({ survey, response, background, language, day, pageIndex, showing });
  const title = showing.kind === 'invalid' ? `${common.errorPrefix}: ${part.title}` : part.title;
  const isSeenByAll =
    showing.kind === 'opened' && survey === invitation.survey && part.questions.every((view) => isShownToAll(view));
  if (isSeenByAll) return unansweredPage(invitation, pageIndex, part, language);
  const around = { title, pageIndex, searches: searchesIn(part) };
  const frame = frameOfPart(frameFacts(invitation, language), around);
  return page(partView, { ...frame, part }, showing.kind === 'invalid' ? 422 : 200);
}

type Around = { title: string; pageIndex: number; searches: boolean };

/** What is around a part, with the scripts that its questions need. */
function frameOfPart(facts: FrameFacts, { searches, ...around }: Around) {
  return { ...partFrame(facts, around), scripts: ['answer.js', ...(searches ? ['search-list.js'] : [])] };
}

function searchesIn({ questions }: PartView): boolean {
  return questions.some(({ kind }) => kind === 'search');
}

/** A part without answers looks the same to many: what differs is whose it is and how often they have saved. */
function unansweredPage(invitation: Invitation, pageIndex: number, part: PartView, language: Language): PageAnswer {
  const shared = sharedFacts(invitation, language);
  const { step, heading, title, intro, elsewhere, keeps } = part;
  const searches = searchesIn(part);
  const facts = { ...shared.facts, pageIndex, step, heading, title, intro, elsewhere, keeps, searches };
  const revision = part.hidden.find(({ name }) => name === REVISION_FIELD)?.value ?? '';
  const pieces = part.questions.map((question) => printedOnce(question, part));
  return keptPage(partView, {
    facts,
    modelOf: unansweredModel,
    own: { texts: [...shared.texts, revision], pieces },
  });
}

type SharedPart = Pick<PartView, 'step' | 'heading' | 'title' | 'intro' | 'elsewhere' | 'keeps'>;

function unansweredModel(facts: FrameFacts & Around & SharedPart): PartPage {
  const { language, step, heading, title, intro, elsewhere, keeps } = facts;
  const { part: t, common } = TEXTS[language];
  return {
    ...frameOfPart(facts, facts),
    part: {
      ...{ t, common, step, heading, title, intro, elsewhere, keeps },
      hidden: hiddenFields(hole(2), language),
      errors: [],
      notices: [],
      focus: null,
      questions: [],
      printed: PIECES,
    },
  };
}

const printed = new WeakMap<QuestionView, Piece>();

function printedOnce(question: QuestionView, { t, common }: PartView): Piece {
  const known = printed.get(question);
  if (known) return known;
  const piece = printPiece('responses/views/question', { question, t, common, focus: null });
  printed.set(question, piece);
  return piece;
}
