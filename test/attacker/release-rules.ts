import type { ReleaseFiles } from './input.ts';

/** Of the rules that a manifest prints, those that tell more of a bound than its row does. */
export type ReleaseRules = { slack: number; stepPercent: number };

/** Whoever knows the rules knows that a bound hides `slack` answers at most. */
export function rulesOf(releases: readonly ReleaseFiles[]): ReleaseRules {
  const slacks: number[] = [];
  const steps: number[] = [];
  for (const { files } of releases) {
    const manifest: unknown = JSON.parse(files.get('manifest.json') ?? '{}');
    const rules = memberOf(manifest, 'rules');
    slacks.push(numberOr(memberOf(rules, 'slack'), 2));
    steps.push(numberOr(memberOf(rules, 'bound_step_percent'), 5));
  }
  return { slack: Math.max(0, ...slacks), stepPercent: Math.max(1, ...steps) };
}

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
