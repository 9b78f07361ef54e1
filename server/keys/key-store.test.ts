import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openKeyStore, type KeyStore } from './key-store.ts';

// Two processes on one folder: a service that answers, and a command that makes and freezes rounds.
let folder: string;
let service: KeyStore;
let command: KeyStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uras-keys-'));
  const master = randomBytes(32);
  service = openKeyStore(folder, master);
  command = openKeyStore(folder, master);
});
afterEach(() => rmSync(folder, { recursive: true }));

const roundsOf = (keys: ReadonlyMap<string, unknown>) => [...keys.keys()].sort();

test('what another process does is seen at once by who asks for all, and a moment later by who asks often', async () => {
  command.createRoundKeys('first');
  expect(roundsOf(service.recentRoundKeys())).toEqual(['first']);
  command.createRoundKeys('second');
  expect(roundsOf(service.recentRoundKeys())).toEqual(['first']);
  expect(roundsOf(service.allRoundKeys())).toEqual(['first', 'second']);
  command.deleteRoundKeys('first');
  await setTimeout(60);
  expect(roundsOf(service.recentRoundKeys())).toEqual(['second']);
});

test('what the process does itself is seen at once', () => {
  expect(roundsOf(service.recentRoundKeys())).toEqual([]);
  service.createRoundKeys('own');
  expect(roundsOf(service.recentRoundKeys())).toEqual(['own']);
  service.deleteRoundKeys('own');
  expect(roundsOf(service.recentRoundKeys())).toEqual([]);
});

test('keys that cannot be opened are an error each time', () => {
  command.createRoundKeys('first');
  const stranger = openKeyStore(folder, randomBytes(32));
  expect(() => stranger.recentRoundKeys()).toThrow('URAS_MASTER_KEY');
  expect(() => stranger.recentRoundKeys()).toThrow('URAS_MASTER_KEY');
});
