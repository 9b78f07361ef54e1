import { describe, expect, test } from '@jest/globals';
import { dispositionOf, type ContactFacts, type Disposition } from './disposition.ts';

const silent: ContactFacts = {
  ineligible: false,
  submitted: false,
  answered: 0,
  applicable: 20,
  mandatoryBlockAnswered: false,
  refused: false,
  undeliverable: false,
  opened: false,
};

describe('final disposition of a person', () => {
  test.each<[Disposition, Partial<ContactFacts>]>([
    ['complete', { submitted: true, answered: 10, refused: true }],
    ['partial', { submitted: true, answered: 9, refused: true }],
    ['partial', { answered: 10, mandatoryBlockAnswered: true }],
    ['break_off', { answered: 9, mandatoryBlockAnswered: true }],
    ['break_off', { answered: 19 }],
    ['refused', { answered: 12, mandatoryBlockAnswered: true, refused: true }],
    ['no_contact', { undeliverable: true }],
    ['other', { opened: true }],
    ['unknown', {}],
    ['ineligible', { ineligible: true, submitted: true }],
  ])('%s: %j', (disposition, facts) => {
    expect(dispositionOf({ ...silent, ...facts })).toBe(disposition);
  });

  test('nobody answers more than was asked', () => {
    expect(() => dispositionOf({ ...silent, answered: 21 })).toThrow(RangeError);
    expect(() => dispositionOf({ ...silent, answered: -1 })).toThrow(RangeError);
  });
});
