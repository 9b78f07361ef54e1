import { expect, test } from '@jest/globals';
import { isLocal, isLoopbackHost, type Origin } from './local-only.ts';

const HOST = '127.0.0.1:3000';
const from = (change: Partial<Omit<Origin, 'headers'>> & { headers?: Origin['headers'] } = {}) =>
  isLocal({ method: 'GET', remoteAddress: '127.0.0.1', ...change, headers: { host: HOST, ...change.headers } });

test.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])('from %s: local', (remoteAddress) => {
  expect(from({ remoteAddress })).toBe(true);
});

test.each(['10.0.0.1', '192.168.1.2', '::ffff:10.0.0.1', '2001:db8::1', '128.0.0.1', '1270.0.0.1', '', undefined])(
  'from %s: not local',
  (remoteAddress) => {
    expect(from({ remoteAddress })).toBe(false);
  },
);

test.each(['localhost', 'LOCALHOST:3000', '[::1]:80', '127.0.0.1'])('called %s: local', (host) => {
  expect(from({ headers: { host } })).toBe(true);
});

test.each(['survey.example.org', 'localhost.example.org', '127.0.0.1.example.org:3000', '10.0.0.1', '', undefined])(
  'called %s: not local, even over the loopback',
  (host) => {
    expect(from({ headers: { host } })).toBe(false);
  },
);

test.each(['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip', 'via'])(
  'past a proxy (%s): not local',
  (header) => {
    expect(from({ headers: { [header]: '127.0.0.1' } })).toBe(false);
  },
);

test.each<[Origin['headers'], boolean]>([
  [{}, false],
  [{ origin: `http://${HOST}` }, true],
  [{ origin: 'http://localhost:3000' }, false],
  [{ origin: 'http://evil.example' }, false],
  [{ origin: 'null' }, false],
  [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ origin: `http://${HOST}`, 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
])('a form sent with %j: %s', (headers, expected) => {
  expect(from({ method: 'POST', headers })).toBe(expected);
});

test('hosts that only this machine reaches', () => {
  expect(['127.0.0.1', 'localhost', '::1', '0.0.0.0', '::', '10.0.0.1'].map(isLoopbackHost)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
