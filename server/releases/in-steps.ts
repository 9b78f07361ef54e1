import { letOthersIn } from '../db/long-work.ts';
import type { ReleaseCounter } from './release-counter.ts';
import type { ReleaseContent } from './release-files.ts';

/** Runs the disclosure control with room for others between its steps. */
export async function protectInSteps(
  counter: ReleaseCounter,
  progress: (line: string) => void,
): Promise<ReleaseContent> {
  return inSteps(counter.protect(), (steps) => {
    if (steps % STEPS_A_LINE === 0) progress(`protection: ${steps} steps`);
  });
}

const STEP_MS = 50;
const STEPS_A_LINE = 1000;

/** Runs work that comes in steps, with room for others about every 50 ms. */
export async function inSteps<T>(
  steps: Generator<void, T>,
  afterStep: (done: number) => void = () => undefined,
): Promise<T> {
  let begun = performance.now();
  for (let done = 1, step = steps.next(); ; done += 1, step = steps.next()) {
    if (step.done) return step.value;
    afterStep(done);
    if (performance.now() - begun < STEP_MS) continue;
    await letOthersIn();
    begun = performance.now();
  }
}
