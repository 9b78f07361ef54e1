import type { Language } from '../engine/text.ts';
import { formatsOf } from '../results/format-figures.ts';
import { roundTitle } from '../results/view-model.ts';
import { changeOf } from './change-of.ts';
import { effectYears } from './effect-years.ts';
import { changeWords, figureWords } from './figure-words.ts';
import type { ActionEntry } from './list-actions.ts';
import type { DegreeFacts, KnownRelease } from './load-degree.ts';
import { measureFigure, type MeasureFigure } from './measure-figure.ts';
import { actionTexts } from './texts/index.ts';

/** One entry as words. */
export type EntryView = {
  id: string;
  title: string;
  decision: { sign: string; label: string };
  /** The figure that was found, with its round; null where the entry names none. */
  found: string | null;
  parts: readonly { label: string; value: string }[];
  effect: readonly string[];
  followUp: readonly string[];
  saved: string;
};

/** What the log says of an entry. */
export function toEntryView(facts: DegreeFacts, entry: ActionEntry, language: Language): EntryView {
  const { content } = entry;
  const t = actionTexts(language);
  return {
    id: entry.action_id,
    title: content.finding.title,
    decision: { sign: content.decision.replace('_', '-'), label: t.decision[content.decision] },
    found: foundOf(facts, entry, language),
    parts: partsOf(facts, entry, language),
    effect: effectOf(facts, entry, language),
    followUp: followUpOf(facts, entry, language),
    saved: t.list.savedBy(entry.saved_by, formatsOf(language).day(entry.saved_on)),
  };
}

function foundOf({ releases }: DegreeFacts, { content }: ActionEntry, language: Language): string | null {
  const t = actionTexts(language).list;
  const { item, frozen, release } = content.finding;
  if (item === '') return null;
  if (frozen === null) return t.notShown;
  const round = releases.find(({ id }) => id === release);
  return round ? t.found(frozen[language], roundWords(round, language)) : frozen[language];
}

/** Label and value of each part of an entry, in the order of the form. */
export function partsOf(
  { survey }: DegreeFacts,
  { content }: Pick<ActionEntry, 'content'>,
  language: Language,
): EntryView['parts'] {
  const t = actionTexts(language);
  const said = (text: string) => (text === '' ? t.list.none : text);
  const { on, body } = content.discussed;
  const measure = survey.questions.get(content.measure)?.text[language] ?? content.measure;
  return [
    { label: t.fields.on, value: said(on === '' ? '' : formatsOf(language).day(on)) },
    { label: t.fields.body, value: said(body) },
    ...(content.reason === '' ? [] : [{ label: t.fields.reason, value: content.reason }]),
    ...(content.decision === 'no_action' && content.what === ''
      ? []
      : [{ label: t.fields.what, value: said(content.what) }]),
    { label: t.fields.role, value: said(content.role) },
    { label: t.fields.due, value: said(dueWords(content.due, language)) },
    { label: t.fields.measure, value: measure === '' ? t.list.noMeasure : measure },
    { label: t.list.forStudents, value: content.forStudents ? t.list.yes : t.list.no },
  ];
}

export function dueWords(due: string, language: Language): string {
  return due.includes('-') ? formatsOf(language).day(due) : due;
}

function effectOf(facts: DegreeFacts, { content }: ActionEntry, language: Language): string[] {
  const t = actionTexts(language).effect;
  if (content.decision === 'no_action') return [];
  const years = yearsOf(facts, content.due);
  if (!years) return [t.noYear];
  return [t.first(String(years.first)), ...(years.whole === null ? [] : [t.whole(String(years.whole))]), t.before];
}

function yearsOf({ lag, level }: DegreeFacts, due: string): ReturnType<typeof effectYears> | null {
  return due === '' ? null : effectYears({ change: Number(due.slice(0, 4)), lag, level });
}

/** The measure in the release that it is followed from and in each later one, and what may be said of the change. */
function followUpOf(facts: DegreeFacts, { content }: ActionEntry, language: Language): string[] {
  const t = actionTexts(language).followUp;
  const from = facts.releases.findIndex(({ id }) => id === content.baseline);
  const first = facts.releases[from];
  if (content.measure === '' || !first) return [];
  const rounds = facts.releases
    .slice(from)
    .map((release) => ({ release, measure: figureIn(facts, release, content.measure) }));
  const lines = rounds.map(({ release, measure }) => {
    const figure = measure ? figureWords(release.definition, content.measure, measure, language) : t.notShown;
    return t.round(roundWords(release, language), figure);
  });
  const last = rounds.at(-1);
  if (!last || rounds.length === 1) return [...lines, t.none];
  return [
    ...lines,
    ...changeLines(facts, { content, first: { release: first, measure: rounds[0]?.measure ?? null }, last }, language),
  ];
}

type Round = { release: KnownRelease; measure: MeasureFigure | null };

function changeLines(
  facts: DegreeFacts,
  { content, first, last }: { content: ActionEntry['content']; first: Round; last: Round },
  language: Language,
): string[] {
  const t = actionTexts(language).followUp;
  if (!facts.isOneSeries(content.measure, first.release, last.release)) return [t.otherQuestion];
  if (!first.measure || !last.measure) return [];
  const [before, after] = [spreadOf(first.measure), spreadOf(last.measure)];
  const change = before && after && changeOf(before, after);
  const years = yearsOf(facts, content.due);
  const isEarly = years !== null && last.release.year !== null && last.release.year < years.first;
  return [
    changeWords(first.measure.kind, change, language),
    ...(isEarly ? [t.tooEarly(String(years.first))] : []),
    t.usual,
  ];
}

function spreadOf(measure: MeasureFigure) {
  return 'spread' in measure ? measure.spread : null;
}

function figureIn({ cellOf }: DegreeFacts, release: KnownRelease, item: string): MeasureFigure | null {
  const question = release.definition.questions.get(item);
  return question ? measureFigure(question, cellOf(release.id, item)) : null;
}

/** 'Career survey, graduates of 2020'. */
export function roundWords(release: KnownRelease, language: Language): string {
  return roundTitle(release.definition, release.period, language);
}
