import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { textsOf } from './multipart-text.ts';

const field = (name: string, value: string) =>
  `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

test.each([
  ['one-click refusal', `${field('List-Unsubscribe', 'One-Click')}--B--\r\n`, { 'List-Unsubscribe': 'One-Click' }],
  ['two fields', `${field('a', '1')}${field('b', 'x\r\n\r\ny')}--B--`, { a: '1', b: 'x\r\n\r\ny' }],
  ['line ends of one character', '--B\ncontent-disposition: form-data; name=a\n\n1\n--B--\n', { a: '1' }],
  ['a file is not read', '--B\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\n1\r\n--B--', {}],
  ['nothing', '', {}],
])('%s', (_, body, expected) => {
  expect(textsOf(body, 'multipart/form-data; boundary=B')).toEqual(expected);
});

test('anything at all is read without a fault', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (body, type) => {
      expect(typeof textsOf(body, `multipart/form-data; boundary="${type}"`)).toBe('object');
    }),
  );
});
