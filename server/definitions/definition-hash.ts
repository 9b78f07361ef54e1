import { createHash } from 'node:crypto';
import type { SurveyDefinition } from '../engine/definition.ts';

/** SHA-256 (hex) of a definition's content: the same for the same content, whatever the order of its keys. */
export function definitionHash(definition: SurveyDefinition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex');
}

/** JSON with the keys of every object in code-point order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}
