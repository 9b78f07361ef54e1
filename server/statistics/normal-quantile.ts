import { normalP } from './p-values.ts';

/**
 * Quantile of the standard normal distribution for 0 < probability < 1: a rational start (Abramowitz
 * and Stegun 26.2.23, error below 4.5e-4), mended by Newton's steps on the exact tail. Throws a
 * RangeError for other probabilities. Example: normalQuantile(0.975) → 1.959964.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`no normal quantile of ${probability}`);
  if (probability === 0.5) return 0;
  const tail = Math.min(probability, 1 - probability);
  let z = start(tail);
  for (let step = 0; step < 6; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    z += (normalP(z) / 2 - tail) / density;
  }
  return probability < 0.5 ? -z : z;
}

function start(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - top / bottom;
}
