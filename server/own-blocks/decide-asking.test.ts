import { expect, test } from '@jest/globals';
import { aBlock, aDraft, ownSurvey, typedQuestion } from '../../test/support/build-own-block.ts';
import { compileSurvey } from '../engine/survey.ts';
import { decideAsking, decideFit } from './decide-asking.ts';

const survey = ownSurvey();
const block = aBlock(aDraft(typedQuestion('scale', 1), typedQuestion('pair', 2)));
const now = new Date('2026-11-12T10:00:00Z');

test('a round that has opened, at this moment or before, is fixed', () => {
  const facts = { survey, now };
  expect(decideAsking(block, { ...facts, opensAt: now })).toBe('opened');
  expect(decideAsking(block, { ...facts, opensAt: new Date(now.getTime() + 1) })).toBe('may');
});

test('a version of the survey without the scale cannot be asked with it', () => {
  const { definition, lists } = survey;
  const without = (code: string) =>
    compileSurvey({ ...definition, scales: definition.scales.filter((scale) => scale.code !== code) }, lists);
  expect(decideFit(block, without('agreement'))).toBe('no_scale');
  expect(decideFit(block, without('development'))).toBe('no_scale');
  expect(decideFit(block, without('frequency'))).toBe('may');
  expect(decideFit(block, undefined)).toBe('no_scale');
});
