import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { definitionJsonSchema, jsonSchemaText } from './definition-json-schema.ts';

const FILE = new URL('../../survey-definitions/definition.schema.json', import.meta.url);

/** The value at a path of keys; undefined where there is none. */
function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inside, key) => Object(inside)[key], value);
}

describe('JSON Schema of definitions', () => {
  const schema = definitionJsonSchema();

  // After a change of the engine's schemas: definitions export SURVEY VERSION --format json-schema --out FILE
  test('the file beside the definitions is what the engine accepts', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(jsonSchemaText());
  });

  test('conditions hold conditions by reference', () => {
    const kinds = at(schema, '$defs', 'condition', 'oneOf');
    const of = (kind: string) =>
      Array.isArray(kinds) ? kinds.find((each) => at(each, 'properties', 'kind', 'const') === kind) : undefined;
    expect(at(of('all'), 'properties', 'conditions', 'items')).toEqual({ $ref: '#/$defs/condition' });
    expect(at(of('not'), 'properties', 'condition')).toMatchObject({ $ref: '#/$defs/condition' });
    expect(at(schema, '$defs', 'page', 'properties', 'showIf')).toMatchObject({ $ref: '#/$defs/condition' });
  });

  test('every reference has its target', () => {
    const references = [...jsonSchemaText().matchAll(/"\$ref": "#\/\$defs\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((name) => at(schema, '$defs', name) === undefined)).toEqual([]);
  });

  test('every property has a title for the editor', () => {
    expect(withoutTitle(schema)).toEqual(['$schema']);
  });

  test('an unknown key is refused, as the engine refuses it', () => {
    expect(at(schema, 'additionalProperties')).toBe(false);
    expect(at(schema, '$defs', 'question_scale', 'additionalProperties')).toBe(false);
    expect(at(schema, '$defs', 'question_scale', 'required')).toEqual(['kind', 'code', 'text', 'scale']);
  });
});

/** Names of properties without a title, wherever they stand. */
function withoutTitle(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(withoutTitle);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const names = key === 'properties' ? Object.entries(Object(part)) : [];
    return [...names.flatMap(([name, each]) => (at(each, 'title') ? [] : [name])), ...withoutTitle(part)];
  });
}
