import type { Deps } from '../deps.ts';
import { HttpError } from '../http/errors.ts';
import { page, redirect, type PageAnswer } from '../http/page-answer.ts';
import { defineView } from '../http/render.ts';
import { formatsOf } from '../results/format-figures.ts';
import { listThemes, type ThemeCommand, type ThemeOutcome } from './keep-theme.ts';
import { listDecided } from './list-decided.ts';
import { listQueue } from './list-queue.ts';
import { queryOf, questionText, reviewFrame, roundName, type Reviewer, type ReviewFrame } from './review-frame.ts';
import type { PostedReview } from './review-text.ts';
import { nextText, openRound, showText, type ShownText, type TextPlace } from './show-text.ts';
import { beginning, toTextView, type Refusal, type TextView } from './text-view-model.ts';

type PlaceFrame = ReviewFrame & { round: string; question: string; address: string };
type Count = { label: string; value: string };
type QueueView = { round: string; items: { question: string; address: string; counts: Count[] }[]; command: string };
type ThemeForm = {
  id: string | null;
  heading: string;
  names: { field: string; label: string; value: string; language: string }[];
  error: string | null;
};

const queueView = defineView<ReviewFrame & { rounds: QueueView[] }>('open-answers/views/queue');
const textView = defineView<PlaceFrame & { text: TextView; isStale: boolean }>('open-answers/views/text');
const doneView = defineView<PlaceFrame>('open-answers/views/done');
const decidedView = defineView<
  PlaceFrame & {
    decided: { number: string; address: string; standing: string; body: string | null; by: string; reason: string }[];
  }
>('open-answers/views/decided');
const themesView = defineView<PlaceFrame & { forms: ThemeForm[]; error: string | null }>('open-answers/views/themes');

type ReadDeps = Pick<Deps, 'db' | 'surveys'>;
type AtPlace = Reviewer & { place: TextPlace };

/** Rounds and their questions, with how many texts stand where. */
export async function queuePage(deps: ReadDeps, reviewer: Reviewer): Promise<PageAnswer> {
  const rounds = await listQueue(deps);
  const invented = rounds.length > 0 && rounds.every(({ round }) => round.invented === true);
  const frame = reviewFrame(reviewer, { title: '', invented });
  const { queue } = frame.t;
  const format = formatsOf(reviewer.language);
  const views = rounds.map(({ round, survey, items }) => ({
    round: roundName(survey, round, reviewer.language),
    command: `uras open-answers release --round ${round.id}`,
    items: items.map((one) => ({
      question: questionText(survey, one.item, reviewer.language),
      address: `/open-answers/${round.id}/${one.item}`,
      counts: (['open', 'waiting', 'approved', 'rejected', 'shown'] as const).map((name) => ({
        label: queue[name],
        value: format.count(one[name]),
      })),
    })),
  }));
  return page(queueView, { ...frame, title: queue.title, rounds: views });
}

/** One text to decide on. A page that is shown again after a form says why by its status. */
export async function textPage(
  reviewer: Reviewer,
  {
    text,
    posted,
    problem,
    isStale,
  }: { text: ShownText; posted: PostedReview | null; problem: Refusal | null; isStale: boolean },
): Promise<PageAnswer> {
  const view = toTextView({ text, ...reviewer, posted, problem });
  const frame = placeFrame(reviewer, { roundId: text.round.id, item: text.item }, text);
  const title = problem ? `${frame.t.errorPrefix}: ${frame.t.text.title}` : frame.t.text.title;
  return page(textView, { ...frame, title, text: view, isStale }, isStale ? 409 : problem ? 422 : 200);
}

/** One text as it stands. */
export async function openedText(
  deps: ReadDeps,
  { place, key, ...reviewer }: AtPlace & { key: string },
): Promise<PageAnswer> {
  const text = await showText(deps, { ...place, key });
  if (!text) throw new HttpError(404, 'no such text');
  return textPage(reviewer, { text, posted: null, problem: null, isStale: false });
}

/** On to the next text of this reviewer, or the page that says that nothing is left. */
export async function nextPage(
  deps: ReadDeps,
  { place, after, ...reviewer }: AtPlace & { after: string },
): Promise<PageAnswer> {
  const key = await nextText(deps, { ...place, by: reviewer.by, after });
  if (key !== null) return redirect(`/open-answers/${place.roundId}/${place.item}/text/${key}${queryOf(reviewer)}`);
  const opened = await openRound(deps, place.roundId);
  if (!opened) throw new HttpError(404, 'no such round');
  const frame = placeFrame(reviewer, place, opened);
  return page(doneView, { ...frame, title: frame.t.queue.review });
}

/** What was decided so far, with the way to take it back. */
export async function decidedPage(deps: ReadDeps, { place, ...reviewer }: AtPlace): Promise<PageAnswer> {
  const list = await listDecided(deps, place);
  if (!list) throw new HttpError(404, 'no such round');
  const frame = placeFrame(reviewer, place, list);
  const { t } = frame;
  const decided = list.decided.map((one, index) => ({
    number: String(index + 1),
    address: `${frame.address}/text/${one.key}${frame.query}`,
    standing: one.isReleased ? t.queue.shown : t.text.standing[one.state],
    body: one.state === 'rejected' ? null : beginning(one.body),
    by: t.decided.by(one.firstBy, one.secondBy),
    reason: one.reason,
  }));
  return page(decidedView, { ...frame, title: t.decided.title, decided });
}

type PostedTheme = { command: ThemeCommand; problem: Extract<ThemeOutcome, { kind: 'refused' }>['problem'] };

/** Themes of a question. A refused form stands as it was typed. */
export async function themesPage(
  deps: ReadDeps,
  { place, posted, ...reviewer }: AtPlace & { posted: PostedTheme | null },
): Promise<PageAnswer> {
  const list = await listThemes(deps, place);
  if (!list) throw new HttpError(404, 'no such round');
  const frame = placeFrame(reviewer, place, list);
  const { t } = frame;
  const formOf = (id: string | null, heading: string, names: { fi: string; sv: string; en: string }): ThemeForm => {
    const own = posted && (posted.command.kind === 'add' ? null : posted.command.id) === id ? posted : null;
    const fields = (['fi', 'sv', 'en'] as const).map((language) => ({
      field: `name_${language}`,
      label: t.themes.names[language],
      value: (own?.command.names ?? names)[language],
      language,
    }));
    return { id, heading, names: fields, error: own && t.themes.problem[own.problem] };
  };
  const forms = [
    ...list.themes.map((theme) => formOf(theme.id, theme[reviewer.language], theme)),
    formOf(null, t.themes.add, { fi: '', sv: '', en: '' }),
  ];
  const error = posted && t.themes.problem[posted.problem];
  const title = error ? `${t.errorPrefix}: ${t.themes.title}` : t.themes.title;
  return page(themesView, { ...frame, title, forms, error }, error ? 422 : 200);
}

function placeFrame(
  reviewer: Reviewer,
  place: TextPlace,
  { round, survey }: NonNullable<Awaited<ReturnType<typeof openRound>>>,
): PlaceFrame {
  return {
    ...reviewFrame(reviewer, { title: '', invented: round.invented ?? false }),
    round: roundName(survey, round, reviewer.language),
    question: questionText(survey, place.item, reviewer.language),
    address: `/open-answers/${place.roundId}/${place.item}`,
  };
}
