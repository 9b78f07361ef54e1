import type { AskedOf } from '../disclosure/asked-of.ts';
import { makeCatalogue, type Atom, type Catalogue, type Target } from '../disclosure/catalogue.ts';
import type { ProtectedRelease } from '../disclosure/finish-release.ts';
import { protectReleaseSteps, type Pooling } from '../disclosure/protect-release.ts';
import type { Answers } from '../engine/answer.ts';
import type { Background } from '../engine/condition.ts';
import { composeSurvey, type OwnBlock } from '../engine/own-block.ts';
import { typeOf } from '../engine/question-types/index.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import type { Switches } from '../disclosure/switches.ts';
import { createTally, type Tally } from '../statistics/tally.ts';

export type CountedResponse = { institution: string; degree: string; background: Background; answers: Answers };

/** What divides populations; and what a test has otherwise than the product. */
export type ReleaseTrial = {
  switches?: Partial<Switches>;
  splits?: readonly string[];
  /** Rules that are off for windows alone. */
  windows?: Partial<Switches>;
};

export type ReleaseCounter = {
  /** Counts one response that was sent. Throws for a degree that nobody was asked of. */
  add: (response: CountedResponse) => void;
  /** Protects what was counted, in short steps, so that others can work in between. */
  protect: (
    onQuestion?: (done: number, of: number) => void,
    pooling?: Omit<Pooling, 'targets'>,
  ) => Generator<void, ProtectedRelease>;
  /** What was counted, over people as finely divided as the splits ask for. */
  counted: () => { catalogue: Catalogue; tally: Tally };
};

/**
 * Counts the responses of a release: the one way from answers to a SafeTable. Only people who differ in
 * degree or in a split are counted apart, so that memory grows with their combinations, not with responses.
 * `blocks`: the own questions that the round asks; each is told of those alone who are asked it.
 * `splits`: what divides populations; nothing when absent. `switches`: for tests, rules that are off.
 */
export function createReleaseCounter(
  common: Survey,
  targets: readonly Target[],
  blocks: readonly OwnBlock[] = [],
  { switches, splits = [] }: ReleaseTrial = {},
): ReleaseCounter {
  const survey = composeSurvey(common, blocks);
  const aggregations = new Map(
    [...survey.questions].map(([code, question]) => [code, typeOf(question).aggregate(survey, question)] as const),
  );
  const fieldOf = new Map(registerList(survey, 'degree').codes.map(({ code, group }) => [code, group ?? '']));
  const asked = new Set(targets.map(({ institution, degree }) => `${institution}/${degree}`));
  const askedOf = askedOfBlocks(blocks);
  const ownAnswers = onlyAsked(askedOf);
  const atoms = new Map<string, Atom>();
  const parts = new Map<string, Atom>();
  const tally = createTally(aggregations);
  const undivided = () => makeCatalogue({ splits: [], targets, fieldOf, atoms: [...atoms.values()] });
  const divide = () => makeCatalogue({ splits, targets, fieldOf, atoms: [...parts.values()] });
  return {
    add({ institution, degree, background, answers }) {
      const place = `${institution}/${degree}`;
      if (!asked.has(place))
        throw new Error(`Nobody of the degree ${degree} at ${institution} is in the target population.`);
      const values = splits.map((split) => background[split] ?? '');
      const key = [place, ...values].join('/');
      atoms.set(place, { key: place, institution, degree, values: [], current: true });
      parts.set(key, { key, institution, degree, values, current: true });
      tally.add(key === place ? [place] : [place, key], ownAnswers(answers, { institution, degree }));
    },
    counted: () => ({ catalogue: splits.length > 0 ? divide() : undivided(), tally }),
    protect: (onQuestion, pooling) => {
      const divided = splits.length > 0 ? { divided: divide() } : {};
      const facts = { survey, aggregations, catalogue: undivided(), tally, askedOf, ...divided };
      return protectReleaseSteps({
        ...facts,
        ...(pooling ? { pooling: { ...pooling, targets } } : {}),
        ...(switches ? { switches } : {}),
        ...(onQuestion ? { onQuestion } : {}),
      });
    },
  };
}

/** Who is asked each own question: a question that several blocks share has several owners. */
function askedOfBlocks(blocks: readonly OwnBlock[]): Map<string, AskedOf> {
  const asked = new Map<string, AskedOf>();
  for (const { owner, questions } of blocks) {
    const { institution, degree } = owner;
    const one = degree === null ? { institution } : { institution, degree };
    for (const { code } of questions) asked.set(code, [...(asked.get(code) ?? []), one]);
  }
  return asked;
}

/** Answers without those to own questions of somebody else, which a person keeps whom the register moves. */
function onlyAsked(askedOf: ReadonlyMap<string, AskedOf>) {
  const foreign = new Map<string, ReadonlySet<string>>();
  return (answers: Answers, { institution, degree }: { institution: string; degree: string }): Answers => {
    const place = `${institution}/${degree}`;
    const isAsked = (asked: AskedOf) =>
      asked.some((one) => one.institution === institution && (one.degree ?? degree) === degree);
    const others =
      foreign.get(place) ?? new Set([...askedOf].flatMap(([code, asked]) => (isAsked(asked) ? [] : [code])));
    foreign.set(place, others);
    const entries = Object.entries(answers);
    return entries.some(([code]) => others.has(code))
      ? Object.fromEntries(entries.filter(([code]) => !others.has(code)))
      : answers;
  };
}
