import type { Language } from '../engine/text.ts';
import type { Piece } from '../http/gzip-pieces.ts';
import { hole, keptPage, PIECES, printPiece } from '../http/kept-page.ts';
import { page, type PageAnswer } from '../http/page-answer.ts';
import type { Invitation } from './find-invitation.ts';
import { REVISION_FIELD } from './page-form.ts';
import { toPartView, type PartView, type Showing } from './part-view-model.ts';
import { readBy } from './person-texts.ts';
import { isShownToAll, type QuestionView } from './question-view-model.ts';
import { partFrame } from './respondent-frame.ts';
import { TEXTS } from './texts/index.ts';
import { partView } from './views.ts';

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
  if (isSeenByAll) return unansweredPage({ invitation, language, pageIndex }, title, part);
  const frame = frameOfPart({ invitation, language, pageIndex }, title, part);
  return page(partView, { ...frame, part }, showing.kind === 'invalid' ? 422 : 200);
}

type PartPlace = Omit<PartFacts, 'showing'>;

/** What is around a part, with the scripts that its questions need. */
function frameOfPart({ invitation, language, pageIndex }: PartPlace, title: string, { questions }: PartView) {
  const action = `/v/${invitation.code}/part/${pageIndex + 1}`;
  const frame = partFrame({ invitation, language, title, action, enterLabel: TEXTS[language].part.next });
  const scripts = ['answer.js', ...(questions.some(({ kind }) => kind === 'search') ? ['search-list.js'] : [])];
  return { ...frame, scripts };
}

const printed = new WeakMap<QuestionView, Piece>();

/** A part of which nothing is answered looks the same to many: what differs is whose it is and how often they have saved. */
function unansweredPage({ invitation, language, pageIndex }: PartPlace, title: string, part: PartView): PageAnswer {
  const nobody = { ...invitation, code: hole(0) };
  const frame = frameOfPart({ invitation: nobody, language, pageIndex }, title, part);
  const { t, common } = part;
  const pieces = part.questions.map((question) => {
    const known = printed.get(question);
    if (known) return known;
    const piece = printPiece('responses/views/question', { question, t, common, focus: null });
    printed.set(question, piece);
    return piece;
  });
  const revision = part.hidden.find(({ name }) => name === REVISION_FIELD)?.value ?? '';
  const hidden = part.hidden.map((field) => (field.name === REVISION_FIELD ? { ...field, value: hole(2) } : field));
  const model = {
    ...frame,
    institution: frame.institution === null ? null : hole(1),
    part: { ...part, hidden, questions: [], printed: PIECES },
  };
  return keptPage(partView, model, { texts: [invitation.code, frame.institution ?? '', revision], pieces });
}
