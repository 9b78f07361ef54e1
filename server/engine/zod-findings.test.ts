import { expect, test } from '@jest/globals';
import { definitionInput } from '../../test/support/build-definition.ts';
import { definitionSchema } from './definition.ts';
import { zodFindings } from './zod-findings.ts';

function findingsOf(broken: unknown): string[] {
  const { error } = definitionSchema.safeParse(broken);
  if (!error) throw new Error('the file fits the schema');
  return zodFindings(error).map(({ place, rule }) => `${place} ${rule}`);
}

test('a missing translation is named by place and language', () => {
  const input = definitionInput();
  const [page] = input.pages;
  expect(findingsOf({ ...input, pages: [{ ...page, title: { fi: 'a', en: 'b' } }] })).toEqual([
    'pages[0].title.sv missing_translation',
  ]);
});

test('a missing key, a misspelt key, a value of the wrong kind and a question of no known kind', () => {
  const { minutes: _left, ...rest } = definitionInput();
  expect(findingsOf(rest)).toEqual(['minutes missing']);
  expect(findingsOf({ ...definitionInput(), tilte: 1 })).toEqual([' unrecognized_keys']);
  expect(findingsOf({ ...definitionInput(), version: 'two' })).toEqual(['version invalid_type']);
  const [page] = definitionInput().pages;
  expect(findingsOf({ ...definitionInput(), pages: [{ ...page, questions: [{ kind: 'radio', code: 'x' }] }] })).toEqual(
    ['pages[0].questions[0].kind invalid_union'],
  );
});

test('every finding says what to do', () => {
  const { error } = definitionSchema.safeParse({});
  if (!error) throw new Error('the file fits the schema');
  for (const { message } of zodFindings(error)) expect(message).toMatch(/Add|Write|Correct/);
});
