import { z } from 'zod';
import { conditionSchema } from '../engine/condition.ts';
import { backgroundVariableSchema, definitionSchema, pageSchema, scaleSchema } from '../engine/definition.ts';
import { optionSchema, questionSchema } from '../engine/question.ts';
import { textSchema } from '../engine/text.ts';
import { PROPERTY_HELP, QUESTION_HELP } from './texts/schema-help.ts';

/**
 * JSON Schema (2020-12) of a survey definition as it is written, with titles and descriptions that an
 * editor shows beside what one types. Conditions hold conditions: there the schema refers to itself.
 *
 * @example JSON.stringify(definitionJsonSchema(), null, 2)
 */
export function definitionJsonSchema(): Record<string, unknown> {
  const metadata = z.registry<{ id?: string; title: string; description?: string }>();
  metadata.add(definitionSchema, {
    title: 'Survey definition',
    description: 'One version of a survey, as data. A published version is never edited.',
  });
  metadata.add(textSchema, {
    id: 'text',
    title: 'Text',
    description: 'One text in all three languages; none may be blank.',
  });
  metadata.add(conditionSchema, {
    id: 'condition',
    title: 'Condition',
    description: 'When a page or question is asked. Looks at answers of earlier pages and at background only.',
  });
  metadata.add(pageSchema, { id: 'page', title: 'Page' });
  metadata.add(scaleSchema, { id: 'scale', title: 'Scale', description: 'Fully labelled, from least to most.' });
  metadata.add(optionSchema, { id: 'option', title: 'Option' });
  metadata.add(questionSchema, { id: 'question', title: 'Question' });
  metadata.add(backgroundVariableSchema, { id: 'background_variable', title: 'Background variable' });
  for (const kind of questionSchema.options) {
    const name = kind.shape.kind.value;
    metadata.add(kind, { id: `question_${name}`, ...QUESTION_HELP[name] });
  }
  const schema = helped(z.toJSONSchema(definitionSchema, { metadata, io: 'input', target: 'draft-2020-12' }));
  // A .json definition may name the schema it is written by; the checker passes over that key.
  return { ...schema, properties: { $schema: { type: 'string' }, ...Object(schema.properties) } };
}

/** Adds to each property that has no words of its own what PROPERTY_HELP says of its name. */
function helped(schema: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'properties' ? helpedProperties(value) : inside(value)]),
  );
}

function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside);
  return typeof value === 'object' && value !== null ? helped(value) : value;
}

function helpedProperties(properties: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, { ...PROPERTY_HELP[name], ...helped(property) }]),
  );
}

/** The schema as the text of a file. */
export function jsonSchemaText(): string {
  return `${JSON.stringify(definitionJsonSchema(), null, 2)}\n`;
}
