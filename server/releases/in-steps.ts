import { letOthersIn } from '../db/long-work.ts';
import type { ReleaseCounter } from './release-counter.ts';
import type { ReleaseContent } from './release-files.ts';

/** Runs the disclosure control with room for others between its steps, and tells how far it is. */
export async function protectInSteps(
  counter: ReleaseCounter,
  progress: (line: string) => void,
  onPercent: (percent: number) => Promise<void> = async () => undefined,
  pooling: Parameters<ReleaseCounter['protect']>[1] = undefined,
): Promise<ReleaseContent> {
  let [percent, told] = [0, 0];
  const steps = counter.protect((done, of) => {
    percent = Math.floor((100 * done) / of);
  }, pooling);
  return inSteps(steps, async () => {
    if (percent === told) return;
    told = percent;
    progress(`protection: ${percent} %`);
    await onPercent(percent);
  });
}

const STEP_MS = 50;

/** Runs work that comes in steps, with room for others about every 50 ms, and `between` before them. */
export async function inSteps<T>(
  steps: Generator<void, T>,
  between: () => Promise<void> = async () => undefined,
): Promise<T> {
  let begun = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - begun < STEP_MS) continue;
    await between();
    await letOthersIn();
    begun = performance.now();
  }
}
