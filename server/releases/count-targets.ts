import type { Target } from '../disclosure/catalogue.ts';
import type { Survey } from '../engine/survey.ts';
import { coarsenBackground } from '../invitations/coarsen-background.ts';
import { makeTargetCounter } from '../rounds/target-counter.ts';
import { splitVariables } from './split-variables.ts';

type Person = Omit<Parameters<ReturnType<typeof makeTargetCounter>['add']>[0], 'background'> &
  Parameters<typeof coarsenBackground>[1];

/** How many people of a register were asked, by degree and by split, and in which years they graduated. */
export function countTargets(survey: Survey, people: Iterable<Person>): { targets: readonly Target[]; years: string } {
  const counter = makeTargetCounter(splitVariables(survey));
  for (const person of people) counter.add({ ...person, background: coarsenBackground(survey, person) });
  return { targets: counter.counts(), years: counter.years() };
}
