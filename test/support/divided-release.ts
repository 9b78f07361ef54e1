import type { SafeTable } from '../../server/disclosure/safe-table.ts';
import type { Survey } from '../../server/engine/survey.ts';
import { coarsenBackground } from '../../server/invitations/coarsen-background.ts';
import { createReleaseCounter } from '../../server/releases/release-counter.ts';
import { splitVariables } from '../../server/releases/split-variables.ts';
import { makeTargetCounter } from '../../server/rounds/target-counter.ts';
import { drawAnswers } from '../../server/simulation/draw-answers.ts';
import { drawPerson } from '../../server/simulation/draw-person.ts';
import { makeNation, type NationOptions } from '../../server/simulation/make-nation.ts';
import { makeRandom } from '../../server/simulation/random.ts';

/** What may be shown of a simulated nation's answers with gender and age bands, by the real pipeline. */
export function dividedTable(survey: Survey, options: NationOptions): SafeTable {
  const splits = splitVariables(survey);
  const random = makeRandom(options.seed, 'people');
  const targets = makeTargetCounter(splits);
  const people = makeNation(survey, options).flatMap((programme) =>
    Array.from({ length: programme.size }, (_, index) => {
      const person = drawPerson(random, { number: index, programme, cohort: 2020 });
      const background = coarsenBackground(survey, person.row);
      const { institution, degree } = programme;
      targets.add({ ...person.row, background });
      const answers = drawAnswers(survey, random, { programme, background });
      return { institution, degree, background, answers, isThere: random.next() < person.propensity };
    }),
  );
  const counter = createReleaseCounter(survey, targets.counts(), [], { splits });
  for (const { isThere, ...response } of people) if (isThere) counter.add(response);
  const steps = counter.protect();
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.table;
}
