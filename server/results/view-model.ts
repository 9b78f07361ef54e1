import type { ReportDefinition } from '../../reports/report-definition.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { GROUPS, type Figure, type FigureContext, type Group, type ShownGroup, type ShownGroups } from './figure.ts';
import { formatsOf, marked } from './format-figures.ts';
import { toHighlights, type HighlightsView } from './highlights.ts';
import { toHeadlines } from './headline-measures.ts';
import { toQuadrant, toSections, type OwnBlocks, type Quadrant, type Section } from './report-sections.ts';
import type { ReleaseHead } from './store.ts';
import { pooledTexts, textsOf, yearsText, type ReportTexts } from './texts/index.ts';
import { toWhoAnswered, type WhoAnswered } from './who-answered.ts';

export type ReportFacts = {
  release: ReleaseHead;
  survey: Survey;
  report: ReportDefinition;
  groups: ShownGroups;
  /** Respondents and graduates of the degree by background. */
  parts?: readonly ShownGroup['population'][];
  /** Main figures of its institution, its field and the nation by background. */
  divided?: readonly ShownGroup[];
  /** Own questions that graduates of the degree were asked. */
  ownBlocks?: OwnBlocks;
  language: Language;
};

/** What the page of one degree prints. */
export type ReportView = {
  texts: ReportTexts;
  invented: boolean;
  /** Set where the report is one that the institution has of its own. */
  variant?: { title: string; mark: string };
  degree: string;
  institution: string;
  round: string;
  built: string;
  answered: string;
  who: WhoAnswered;
  comparisons: readonly { name: string; answered: string }[];
  highlights: HighlightsView;
  headlines: Figure;
  sections: readonly Section[];
  /** Skills in four fields, after the section of skills; null where they cannot be drawn. */
  quadrant: Quadrant | null;
};

/** The whole report as words and charts, from what may be shown. */
export function toReportView({
  release,
  survey,
  report,
  groups,
  parts = [],
  divided = [],
  ownBlocks = [],
  language,
}: ReportFacts): ReportView {
  const own = groups.own;
  if (!own) throw new Error('a report of a degree that is not shown');
  const texts = textsOf(language);
  const context: FigureContext = {
    survey,
    language,
    texts,
    format: formatsOf(language),
    groups,
    columns: GROUPS,
    upperHalf: report.upperHalf,
  };
  return {
    texts,
    invented: release.invented,
    degree: labelIn(survey, 'degree', own.population.degree, language),
    institution: labelIn(survey, 'institution', own.population.institution, language),
    round: titleOf(survey, release, language),
    built: texts.builtOn(context.format.day(release.built_on)),
    answered: answered(context, 'own'),
    who: toWhoAnswered(context, own.population, parts),
    comparisons: comparisonsOf(context),
    highlights: toHighlights(context, report),
    headlines: toHeadlines(context, report.headlines),
    sections: toSections(context, report, { divided, ownBlocks }),
    quadrant: toQuadrant(context, report),
  };
}

/** '41 answers from 112 graduates (37 %)', or the sign for a group that is not shown. */
function answered({ groups, texts, format }: FigureContext, group: Group): string {
  const shown = groups[group];
  if (!shown) return texts.hidden;
  return answeredText({ texts, format }, shown.population);
}

function comparisonsOf(context: FigureContext): ReportView['comparisons'] {
  const { survey, texts, language, groups } = context;
  const field = registerList(survey, 'degree').groups?.find(({ code }) => code === groups.own?.population.field);
  return [
    { name: `${texts.group.field}: ${field?.label[language] ?? ''}`, answered: answered(context, 'field') },
    { name: texts.group.nation, answered: answered(context, 'nation') },
  ];
}

/** 'Career survey, graduates of 2020': the survey and the years of graduation that it asked about. */
export function roundTitle(survey: Survey, period: string, language: Language): string {
  const title = survey.definition.title[language];
  if (!/^\d/.test(period)) return title; // nobody graduated in any year: an empty round
  return `${title}, ${textsOf(language).graduatesOf(period.replace('-', '–'))}`;
}

/** The same of what is read: one round, or several together, which the title says. */
export function titleOf(
  survey: Survey,
  { period, pooled }: Pick<ReleaseHead, 'period' | 'pooled'>,
  language: Language,
): string {
  if (pooled === undefined) return roundTitle(survey, period, language);
  return `${survey.definition.title[language]}, ${pooledTexts(language).title(yearsText(pooled))}`;
}

/** The name of a code; the code itself where the list has lost it. */
export function labelIn(survey: Survey, column: 'institution' | 'degree', code: string, language: Language): string {
  return registerList(survey, column).codes.find((entry) => entry.code === code)?.label[language] ?? code;
}

/** How many of a group answered: '41 answers from 112 graduates (37 %)'. */
export function answeredText(
  { texts, format }: Pick<FigureContext, 'texts' | 'format'>,
  population: ShownGroup['population'],
): string {
  const { respondents, target } = population;
  const rate = format.share(target > 0 ? respondents / target : 0);
  return marked(texts.answersOf(format.count(respondents), format.count(target), rate), population);
}
