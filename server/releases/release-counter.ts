import { protectReleaseSteps, type ProtectedRelease } from '../disclosure/protect-release.ts';
import { populationKeys, releaseTree, type DegreeTarget } from '../disclosure/release-tree.ts';
import type { Answers } from '../engine/answer.ts';
import { typeOf } from '../engine/question-types/index.ts';
import { registerList } from '../engine/register-lists.ts';
import type { Survey } from '../engine/survey.ts';
import { createTally } from '../statistics/tally.ts';

export type ReleaseCounter = {
  /** Counts one response that was sent. Throws for a degree that nobody was asked of. */
  add: (response: { institution: string; degree: string; answers: Answers }) => void;
  /** Protects what was counted, a question a step, so that others can work in between. */
  protect: () => Generator<void, ProtectedRelease>;
};

/** Counts the responses of a release over its catalogue of populations: the one way from answers to a SafeTable. */
export function createReleaseCounter(survey: Survey, targets: readonly DegreeTarget[]): ReleaseCounter {
  const aggregations = new Map(
    [...survey.questions].map(([code, question]) => [code, typeOf(question).aggregate(survey, question)] as const),
  );
  const fieldOf = new Map(registerList(survey, 'degree').codes.map(({ code, group }) => [code, group ?? '']));
  const nation = releaseTree(targets, fieldOf);
  const keysOf = populationKeys(nation);
  const tally = createTally(aggregations);
  return {
    add({ institution, degree, answers }) {
      const keys = keysOf(institution, degree);
      if (!keys) throw new Error(`Nobody of the degree ${degree} at ${institution} is in the target population.`);
      tally.add(keys, answers);
    },
    protect: () => protectReleaseSteps({ survey, aggregations, nation, tally }),
  };
}
