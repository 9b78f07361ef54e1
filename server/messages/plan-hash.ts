import { createHash } from 'node:crypto';
import { canonicalJson } from '../definitions/definition-hash.ts';
import type { MessagePlan, Template } from './plan-schema.ts';

/** SHA-256 of a plan, the same for the same content. */
export function planHash(plan: MessagePlan): string {
  return hashOf(plan);
}

/** SHA-256 of one template in all its languages: by it a test message counts. */
export function templateHash(template: Template): string {
  return hashOf(template);
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
