import type { HeadlineDefinition, ReportDefinition } from '../../reports/report-definition.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import type { Language } from '../engine/text.ts';
import { toComparedFigures } from './compared-figures.ts';
import type { Choice, ChosenGroups } from './decide-comparison.ts';
import type { Figure, ShownGroup } from './figure.ts';
import { formatsOf } from './format-figures.ts';
import { toFunnelView, type FunnelView } from './funnel-view-model.ts';
import type { ReleaseHead } from './store.ts';
import { textsOf, type ReportTexts } from './texts/index.ts';
import { answeredText, labelIn, roundTitle } from './view-model.ts';

export type ComparisonFacts = {
  release: ReleaseHead;
  survey: Survey;
  report: ReportDefinition;
  language: Language;
  own: ShownGroup;
  choices: readonly Choice[];
  chosen: ChosenGroups;
  groupOf: (choice: Choice) => ShownGroup | null;
  /** The round before; null without one. */
  earlier: ReleaseHead | null;
  headline: HeadlineDefinition | null;
  asked: { compare: string; beside: readonly string[]; figure: string };
  field: { whole: ShownGroup | null; degrees: readonly ShownGroup[] };
};

/** A group in the form: what it is, how many answers, and why it cannot be chosen where it cannot. */
export type OfferedGroup = {
  code: string;
  name: string;
  answers: string;
  note: string;
  /** null where it may be chosen. */
  why: string | null;
  isChosen: boolean;
};

export type ComparisonView = {
  texts: ReportTexts;
  degree: string;
  institution: string;
  round: string;
  /** What the address asked for and was not done. */
  notices: readonly string[];
  offered: readonly OfferedGroup[];
  beside: readonly OfferedGroup[];
  /** 'field', or 'none'. */
  compare: string;
  groups: readonly { name: string; answered: string }[];
  /** How many figures were compared, or why none were. */
  method: string;
  figures: readonly Figure[];
  headlines: readonly { item: string; title: string; isChosen: boolean }[];
  funnel: FunnelView | null;
};

/** The page that sets a degree beside other groups, as words, tables and charts. */
export function toComparisonView(facts: ComparisonFacts): ComparisonView {
  const { release, survey, report, language, own, choices, chosen, groupOf, headline, field } = facts;
  const texts = textsOf(language);
  const { compare } = new Intl.Collator(language);
  const nameOf = (choice: Choice) => groupName(facts, choice);
  const { institution, degree } = own.population;
  const beside = chosen.beside.toSorted((a, b) => compare(nameOf(a), nameOf(b)) || (a.code < b.code ? -1 : 1));
  const columns = [...(chosen.main ? [chosen.main] : []), ...beside].flatMap((choice) => {
    const group = groupOf(choice);
    return group ? [{ choice, name: nameOf(choice), group }] : [];
  });
  const { figures, method } = toComparedFigures({ survey, report, language, own, main: chosen.main, columns });
  const headlines = report.headlines.filter(({ item }) => survey.questions.has(item));
  return {
    texts,
    degree: labelIn(survey, 'degree', degree, language),
    institution: labelIn(survey, 'institution', institution, language),
    round: roundTitle(survey, release.period, language),
    notices: noticesOf(facts),
    offered: choices.map((choice) => offeredGroup(facts, choice, chosen.main?.code === choice.code)),
    beside: choices
      .filter((choice) => choice.isBeside && choice.code !== chosen.main?.code)
      .map((choice) => offeredGroup(facts, choice, chosen.beside.includes(choice))),
    compare: chosen.main?.code ?? 'none',
    groups: [
      { name: texts.group.own, answered: answered(facts, own) },
      ...columns.map(({ name, group }) => ({ name, answered: answered(facts, group) })),
    ],
    method,
    figures,
    headlines: headlines.map(({ item, title }) => ({
      item,
      title: title[language],
      isChosen: item === (headline?.item ?? ''),
    })),
    funnel: headline && toFunnelView({ survey, language, headline, own, field }),
  };
}

/** 'The whole field: Health and welfare'. */
function groupName({ survey, language, own, earlier }: ComparisonFacts, choice: Choice): string {
  const { groups } = textsOf(language).compare;
  switch (choice.with) {
    case 'field': {
      const fields = registerList(survey, 'degree').groups ?? [];
      return groups.field(fields.find(({ code }) => code === own.population.field)?.label[language] ?? '');
    }
    case 'before':
      return groups.before(earlier ? roundTitle(survey, earlier.period, language) : '');
    case 'at':
      return groups.at(labelIn(survey, 'institution', choice.institution, language));
    case 'degree_national':
    case 'institution':
    case 'institution_field':
    case 'nation':
      return groups[choice.with]();
    default:
      return choice.with satisfies never;
  }
}

function offeredGroup(facts: ComparisonFacts, choice: Choice, isChosen: boolean): OfferedGroup {
  const texts = textsOf(facts.language).compare;
  const { state, n } = choice;
  return {
    code: choice.code,
    name: groupName(facts, choice),
    answers: n === null ? texts.notShown : texts.answers(formatsOf(facts.language).count(n)),
    note: texts.notes[choice.with],
    why: state === 'open' ? null : texts.why[state],
    isChosen,
  };
}

function answered({ language }: ComparisonFacts, { population }: ShownGroup): string {
  return answeredText({ texts: textsOf(language), format: formatsOf(language) }, population);
}

function noticesOf(facts: ComparisonFacts): string[] {
  const { chosen, asked, language, headline } = facts;
  const t = textsOf(language).compare.notices;
  const instead = chosen.main ? groupName(facts, chosen.main) : t.nothing;
  const known = asked.figure === '' || headline?.item === asked.figure;
  return [
    ...chosen.refused.map((value) => (value === asked.compare ? t.group(value, instead) : t.beside(value))),
    ...(chosen.isTooMany ? [t.tooMany] : []),
    ...(known ? [] : [t.figure(asked.figure)]),
  ];
}
