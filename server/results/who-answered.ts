import { representativenessOf, type Characteristic } from '../disclosure/representativeness-of.ts';
import type { SafePopulation } from '../disclosure/safe-table.ts';
import type { FigureContext } from './figure.ts';
import { largestHalfWidth, signOf, type Reliability } from './reliability.ts';

/** How far the respondents stand for all graduates, in words. */
export type WhoAnswered = {
  reliability: { sign: Reliability; text: string };
  /** Signs of possible bias, each a sentence. */
  cautions: readonly string[];
  /** The category of each characteristic that is furthest off; null where the release has none. */
  balance: string | null;
  /** Every category of every characteristic. */
  details: readonly string[];
};

/** What the head of a report says of who answered, from the sizes that a release has of the degree. */
export function toWhoAnswered(
  context: Pick<FigureContext, 'survey' | 'language' | 'texts' | 'format'>,
  population: SafePopulation,
  parts: readonly SafePopulation[],
): WhoAnswered {
  const { texts, format } = context;
  const found = representativenessOf(population, parts);
  const sign = signOf(found);
  const wide = found.characteristics.filter(({ largest }) => largest > UNLIKE).map(({ code }) => nameOf(context, code));
  const furthest = found.characteristics.flatMap((one) => furthestOf(context, one));
  return {
    reliability: {
      sign,
      text: texts.reliability[sign](format.shareNumber(largestHalfWidth(population.respondents))),
    },
    cautions: [
      ...(found.lowRate ? [texts.lowResponse] : []),
      ...(wide.length > 0 ? [texts.who.unlike(wide.join(', '))] : []),
    ],
    balance: furthest.length > 0 ? `${texts.who.lead} ${furthest.join(' · ')}` : null,
    details: found.characteristics.map((one) => `${nameOf(context, one.code)}: ${categoriesOf(context, one)}`),
  };
}

/** As in the pure rule: more than 10 points off. */
const UNLIKE = 0.1;

type Words = Pick<FigureContext, 'survey' | 'language' | 'texts' | 'format'>;

function furthestOf(context: Words, { code, categories }: Characteristic): string[] {
  const [first] = categories.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return first ? [`${nameOf(context, code)}: ${said(context, code, first)}`] : [];
}

function categoriesOf(context: Words, { code, categories }: Characteristic): string {
  return categories.map((one) => said(context, code, one)).join(', ');
}

function said(
  context: Words,
  variable: string,
  { code, respondents, target }: Characteristic['categories'][number],
): string {
  const { format, texts } = context;
  return texts.who.share(labelOf(context, variable, code), format.share(respondents), format.share(target));
}

function nameOf({ survey, language }: Words, code: string): string {
  return survey.definition.background.find((variable) => variable.code === code)?.label[language] ?? code;
}

function labelOf({ survey, language }: Words, code: string, value: string): string {
  const variable = survey.definition.background.find((one) => one.code === code);
  if (!variable) return value;
  const options =
    variable.kind === 'category'
      ? variable.categories
      : variable.kind === 'age_band'
        ? variable.bands
        : (survey.lists.get(variable.list)?.codes ?? []);
  return options.find((option) => option.code === value)?.label[language] ?? value;
}
