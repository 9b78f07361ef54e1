import { expect, test } from '@jest/globals';
import { aBlock, aDraft, ownSurvey, typedQuestion } from '../../test/support/build-own-block.ts';
import { compileSurvey } from '../engine/survey.ts';
import { decideAsking, decideFit } from './decide-asking.ts';

const survey = ownSurvey();
const block = aBlock(aDraft(typedQuestion('scale', 1), typedQuestion('pair', 2)));
const now = new Date('2026-11-12T10:00:00Z');

test('a round that has opened, at this moment or before, is fixed', () => {
  const facts = { survey, others: [], now };
  expect(decideAsking(block, { ...facts, opensAt: now })).toBe('opened');
  expect(decideAsking(block, { ...facts, opensAt: new Date(now.getTime() + 1) })).toBe('may');
});

test('a version of the survey without the scale cannot be asked with it', () => {
  const { definition, lists } = survey;
  const without = (code: string) =>
    compileSurvey({ ...definition, scales: definition.scales.filter((scale) => scale.code !== code) }, lists);
  expect(decideFit(block, { survey: without('agreement'), others: [] })).toBe('no_scale');
  expect(decideFit(block, { survey: without('development'), others: [] })).toBe('no_scale');
  expect(decideFit(block, { survey: without('frequency'), others: [] })).toBe('may');
  expect(decideFit(block, { survey: undefined, others: [] })).toBe('no_scale');
});

test('nobody is asked the same question twice', () => {
  const owner = { institution: 'X0101', degree: '671101' };
  const degrees = aBlock(aDraft(typedQuestion('pair', 2)), { owner });
  expect(decideFit(block, { survey, others: [degrees] })).toBe('twice');
});
