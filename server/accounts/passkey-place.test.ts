import { expect, test } from '@jest/globals';
import { passkeyPlace } from './passkey-place.ts';

const at = (baseUrl: string | null, host = '127.0.0.1') => passkeyPlace({ baseUrl, host, port: 3000 });

test.each([
  ['https://survey.example.org', 'survey.example.org', 'https://survey.example.org'],
  ['https://Survey.Example.org:8443', 'survey.example.org', 'https://survey.example.org:8443'],
  ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
  ['http://uras.localhost', 'uras.localhost', 'http://uras.localhost'],
])('passkeys of %s belong to %s', (baseUrl, rpId, origin) => {
  expect(at(baseUrl)).toEqual({ rpId, origin });
});

test.each([
  'https://192.0.2.7',
  'https://[2001:db8::7]',
  'http://127.0.0.1:3000',
  'https://127.1',
  'http://example.org',
])('browsers know none for %s', (baseUrl) => {
  expect(at(baseUrl)).toBeNull();
});

test('without an address of its own a service on its machine alone is localhost; others have none', () => {
  expect(at(null)).toEqual({ rpId: 'localhost', origin: 'http://localhost:3000' });
  expect(at(null, '::1')?.rpId).toBe('localhost');
  expect(at(null, '0.0.0.0')).toBeNull();
});
