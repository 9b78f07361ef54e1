import type { SafePopulation } from '../disclosure/safe-table.ts';
import type { ComparedWith } from './figure.ts';

/**
 * Whether a group may be chosen. `not_shown`: the release does not have it. `too_few`: fewer than 30 other
 * answers. `one_sided`: so few institutions, or one so large among them, that it would show that one.
 */
export type ChoiceState = 'open' | 'not_shown' | 'too_few' | 'one_sided';
export type Choice = {
  /** In addresses: 'field', 'at-X0103'. */
  code: string;
  with: ComparedWith;
  /** Key of the population in its release. */
  key: string;
  /** Another institution's code. */
  institution: string;
  /** Answers of the others in it; null where it is not shown. */
  n: number | null;
  state: ChoiceState;
  /** Whether it may stand beside the degree without being compared: another institution's degree from 21 answers on. */
  isBeside: boolean;
};

const FEWEST_OTHER = 30;
const FEWEST_BESIDE = 21;
const FEWEST_INSTITUTIONS = 3;
const LARGEST_SHARE = 0.6;
/** Groups side by side at most, the degree itself among them. */
export const MOST_GROUPS = 6;

export type ComparisonFacts = {
  own: SafePopulation;
  /** Every population of the release that is not a part by background. */
  populations: readonly SafePopulation[];
  /** Respondents of the degree's own round before; null without one, or where it is not shown. */
  before: number | null;
  /** Whether whoever asks may read the report of a degree: no other institution's is offered. */
  mayRead?: (degree: { institution: string; degree: string }) => boolean;
};

/** The groups that a degree can be compared with, and whether they may be chosen. Decided from published sizes alone. */
export function choicesOf({ own, populations, before, mayRead = () => true }: ComparisonFacts): Choice[] {
  const degrees = populations.filter(({ level, key }) => level === 'degree' && key !== own.key);
  const group = (kind: ComparedWith, key: string, members: readonly SafePopulation[] | null): Choice => {
    const found = populations.find((one) => one.key === key);
    const n = found ? found.respondents - own.respondents : null;
    const state = n === null ? 'not_shown' : n < FEWEST_OTHER ? 'too_few' : members ? sidesOf(members, n) : 'open';
    return { code: kind, with: kind, key, institution: '', n, state, isBeside: state === 'open' };
  };
  const { institution, field, degree } = own;
  const others = degrees.filter((one) => one.degree === degree);
  return [
    group(
      'field',
      `field/${field}`,
      degrees.filter((one) => one.field === field),
    ),
    group('degree_national', `degree_national/${degree}`, others),
    group('institution', `institution/${institution}`, null),
    group('institution_field', `institution_field/${institution}/${field}`, null),
    group('nation', 'nation', degrees),
    ...(before === null ? [] : [apart('before', { code: 'before', key: own.key, institution: '', n: before })]),
    ...others.filter(mayRead).map((one) =>
      apart('at', {
        code: `at-${one.institution}`,
        key: one.key,
        institution: one.institution,
        n: one.respondents,
      }),
    ),
  ];
}

function apart(kind: ComparedWith, one: { code: string; key: string; institution: string; n: number }): Choice {
  const state = one.n < FEWEST_OTHER ? 'too_few' : 'open';
  return { ...one, with: kind, state, isBeside: one.n >= FEWEST_BESIDE };
}

/** Other institutions among the published degrees of a group: three at least, none with more than 60 % of its answers. */
function sidesOf(members: readonly SafePopulation[], n: number): ChoiceState {
  const byInstitution = new Map<string, number>();
  for (const { institution, respondents } of members)
    byInstitution.set(institution, (byInstitution.get(institution) ?? 0) + respondents);
  const largest = Math.max(0, ...byInstitution.values());
  return byInstitution.size >= FEWEST_INSTITUTIONS && largest <= LARGEST_SHARE * n ? 'open' : 'one_sided';
}

/** What the address asks for, as it can be shown. */
export type ChosenGroups = {
  /** What is compared; null = nothing, as asked for or since no group may be. */
  main: Choice | null;
  /** What stands beside, in the order of the choices. */
  beside: readonly Choice[];
  /** What was asked for and is no group of this degree, or may not be chosen. */
  refused: readonly string[];
  /** Whether more were asked for than can stand side by side. */
  isTooMany: boolean;
};

/** 'none' compares with nothing; what is unknown or not open becomes the first open group. */
export function chooseGroups(
  choices: readonly Choice[],
  asked: { compare: string; beside: readonly string[] },
): ChosenGroups {
  const first = choices.find(({ state }) => state === 'open') ?? null;
  const wanted = choices.find(({ code, state }) => code === asked.compare && state === 'open') ?? null;
  const main = asked.compare === 'none' ? null : (wanted ?? first);
  const isRefused = asked.compare !== '' && asked.compare !== 'none' && wanted === null;
  const others = [...new Set(asked.beside)].filter((code) => code !== main?.code);
  const beside = choices.filter((choice) => others.includes(choice.code) && choice.isBeside);
  const room = MOST_GROUPS - 1 - (main ? 1 : 0);
  return {
    main,
    beside: beside.slice(0, room),
    refused: [
      ...(isRefused ? [asked.compare] : []),
      ...others.filter((code) => beside.every((choice) => choice.code !== code)),
    ],
    isTooMany: beside.length > room,
  };
}
